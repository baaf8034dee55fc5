// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reconcile/eventidentity.h"

#include "core/domain/eventjson.h"

namespace Gapline {

Result<EventIdentity> readEventIdentity(const EventStream &stream, const BodySource &bodies)
{
    EventIdentity ids;
    ids.reserve(stream.count(), stream.count() * 24);
    SegmentBodyPtr body;
    for (qsizetype i = 0; i < stream.count(); ++i) {
        const RawLocation location = stream.rawLocationAt(i);
        if (!body || body->id != location.bodyId) {
            const auto loaded = bodies(location.bodyId);
            if (!loaded)
                return Failure(loaded.error());
            body = *loaded;
        }
        const auto fields = readEventFields(body->raw(location));
        ids.append(fields ? fields->eventId.text().toUtf8() : QByteArray());
    }
    return ids;
}

} // namespace Gapline
