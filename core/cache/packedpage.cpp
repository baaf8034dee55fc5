// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/packedpage.h"

#include <algorithm>
#include <cstring>

namespace Gapline {

std::shared_ptr<const PackedSegment> packPage(const EventPage &page)
{
    qint64 bytes = 0;
    for (const EventColumns &event : page.events)
        bytes += event.rawLength;
    if (page.events.empty() || bytes > kMaxSegmentBytes)
        return nullptr;

    // The page's tables hold what its events name, in the order in which they do: so they are the segment's.
    SegmentColumns columns{page.events, page.types, page.steps};
    // Kept for the next page: fresh memory of this size has to be cleared by the kernel each time.
    constexpr qsizetype kKeptBytes = qsizetype(4) << 20;
    thread_local QByteArray body;
    if (body.size() < bytes)
        body = QByteArray(std::max<qsizetype>(bytes, 1), Qt::Uninitialized);
    char *to = body.data();
    quint32 offset = 0;
    for (EventColumns &event : columns.events) {
        const QByteArrayView raw = page.raw(event);
        std::memcpy(to + offset, raw.data(), size_t(raw.size()));
        event.rawOffset = offset;
        offset += event.rawLength;
    }
    auto packed = std::make_shared<const PackedSegment>(
        packSegment(columns, QByteArrayView(body).first(bytes)));
    if (body.size() > kKeptBytes)
        body.clear();
    return packed;
}

} // namespace Gapline
