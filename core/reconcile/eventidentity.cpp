// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reconcile/eventidentity.h"

#include "core/domain/eventjson.h"

namespace Gapline {

EventIdentity readEventIdentity(const EventStream &stream, const BodySource &bodies)
{
    EventIdentity ids;
    ids.reserve(stream.count(), stream.count() * 24);
    std::optional<qint64> bodyId;
    QByteArray body;
    for (qsizetype i = 0; i < stream.count(); ++i) {
        const RawLocation location = stream.rawLocationAt(i);
        if (bodyId != location.bodyId) {
            body = bodies(location.bodyId);
            bodyId = location.bodyId;
        }
        QByteArray id;
        if (qsizetype(location.offset) + qsizetype(location.length) <= body.size()) {
            const QByteArrayView raw =
                QByteArrayView(body).sliced(location.offset, location.length);
            if (const auto fields = readEventFields(raw))
                id = fields->eventId.text().toUtf8();
        }
        ids.append(id);
    }
    return ids;
}

} // namespace Gapline
