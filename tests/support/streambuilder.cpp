// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/streambuilder.h"

namespace Gapline::Test {

constexpr qint64 kFirstTimestamp = 1777374504000;

StreamBuilder::StreamBuilder(const QString &executionId)
    : m_executionId(executionId)
{ }

StreamBuilder &StreamBuilder::event(qint64 seq,
                                    QByteArrayView type,
                                    QByteArrayView stepId,
                                    std::optional<qint64> timestampMs,
                                    EventFlags flags)
{
    EventColumns columns;
    columns.seq = {seq};
    columns.timestamp = fromEpochMs(timestampMs.value_or(kFirstTimestamp + seq * 1000));
    columns.typeIndex = m_types.intern(type);
    columns.stepIndex = stepId.isEmpty() ? kNoStep : m_steps.intern(stepId);
    columns.flags = flags;
    m_events.push_back(columns);
    return *this;
}

StreamBuilder &StreamBuilder::events(std::initializer_list<qint64> seqs)
{
    for (const qint64 seq : seqs)
        event(seq);
    return *this;
}

StreamBuilder &StreamBuilder::scanned(qint64 sinceSeq, qint64 nextCursor)
{
    m_state.coverage.add({{sinceSeq + 1}, {nextCursor}});
    m_state.cursor = m_state.coverage.contiguousEnd();
    return *this;
}

StreamBuilder &StreamBuilder::complete(bool isComplete)
{
    m_state.isComplete = isComplete;
    m_state.knownEnd = isComplete ? std::optional(m_state.coverage.last()) : std::nullopt;
    return *this;
}

EventStreamPtr StreamBuilder::build()
{
    EventStream::Builder builder(m_executionId);
    builder.add(1, m_events, m_types, m_steps);
    builder.setState(m_state);
    return builder.build();
}

} // namespace Gapline::Test
