// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/rawstream.h"

namespace Gapline::Test {

RawStream::RawStream(const QString &executionId)
    : m_executionId(executionId)
{ }

RawStream &RawStream::event(qint64 seq,
                            QByteArrayView type,
                            QByteArrayView stepId,
                            QByteArrayView raw,
                            std::optional<qint64> timestampMs,
                            EventFlags flags)
{
    constexpr qint64 kFirstTimestamp = 1777374504000;
    Segment &segment = m_segments.back();
    EventColumns columns;
    columns.seq = {seq};
    columns.timestamp = fromEpochMs(timestampMs.value_or(kFirstTimestamp + seq * 1000));
    columns.typeIndex = m_types.intern(type);
    columns.stepIndex = stepId.isEmpty() ? kNoStep : m_steps.intern(stepId);
    columns.rawOffset = quint32(segment.bytes.size());
    columns.rawLength = quint32(raw.size());
    columns.flags = flags;
    segment.bytes += raw;
    segment.events.push_back(columns);
    return *this;
}

RawStream &RawStream::scanned(qint64 sinceSeq, qint64 nextCursor)
{
    m_state.coverage.add({{sinceSeq + 1}, {nextCursor}});
    m_state.cursor = m_state.coverage.contiguousEnd();
    return *this;
}

RawStream &RawStream::nextBody()
{
    m_segments.emplace_back();
    return *this;
}

EventStreamPtr RawStream::stream() const
{
    EventStream::Builder builder(m_executionId);
    for (size_t i = 0; i < m_segments.size(); ++i)
        builder.add(qint64(i + 1), m_segments[i].events, m_types, m_steps);
    builder.setState(m_state);
    return builder.build();
}

StreamRows RawStream::rows(GapRows gapRows, const EventFilter &filter) const
{
    const EventStreamPtr events = stream();
    return StreamRows(events, matchColumns(*events, filter), filter, gapRows);
}

PayloadSource RawStream::payloads() const
{
    return [segments = m_segments](qint64 bodyId) -> Result<SegmentBodyPtr> {
        if (bodyId < 1 || bodyId > qint64(segments.size()))
            return failure(ErrorId::CacheNotStored, QStringLiteral("No body %1.").arg(bodyId));
        return std::make_shared<SegmentBody>(
            SegmentBody{bodyId, segments[size_t(bodyId - 1)].bytes, false});
    };
}

} // namespace Gapline::Test
