// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/knownsegments.h"

#include <QHash>

#include <algorithm>
#include <span>

namespace Gapline {
namespace {

size_t fingerprintOf(std::span<const EventColumns> events)
{
    size_t fingerprint = 0;
    for (const EventColumns &event : events)
        fingerprint = qHashMulti(fingerprint, event.seq.value, event.rawLength);
    return fingerprint;
}

/// The events that fall into the range.
std::span<const EventColumns> eventsWithin(const Segment &segment, SeqRange seqs)
{
    if (segment.isDamaged || !segment.columns)
        return {};
    const auto &events = segment.columns->events;
    const auto first = std::ranges::lower_bound(events, seqs.first, {}, &EventColumns::seq);
    const auto end = std::ranges::upper_bound(events, seqs.last, {}, &EventColumns::seq);
    return {first, end};
}

} // namespace

void KnownSegments::remember(qint64 execution, const Segment &segment)
{
    if (segment.isDamaged || !segment.columns || segment.eventCount >= kSmallSegmentEvents)
        return;
    const EventColumns &last = segment.columns->events.back();
    m_known[segment.id] = {execution,
                           segment.seqs,
                           qint64(last.rawOffset) + last.rawLength,
                           fingerprintOf(segment.columns->events)};
}

Result<std::optional<MovedBody>> KnownSegments::find(Database &database, qint64 id) const
{
    const auto found = m_known.find(id);
    if (found == m_known.end())
        return std::nullopt;
    const Known &known = found->second;
    const auto segments = loadSegmentsWithin(database, known.execution, known.seqs);
    if (!segments)
        return Failure(segments.error());
    for (const Segment &segment : *segments) {
        const auto events = eventsWithin(segment, known.seqs);
        if (!events.empty() && fingerprintOf(events) == known.fingerprint)
            return MovedBody{id, segment.id, events.front().rawOffset, known.byteCount};
    }
    return std::nullopt;
}

} // namespace Gapline
