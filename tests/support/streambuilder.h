// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stream/eventstream.h"

#include <QString>

namespace Gapline::Test {

/// Writes down a stream as a test would say it:
///   StreamBuilder().event(1, "execution.dispatched").event(4, "step.completed", "step_a_1_x").scanned(0, 15).build()
/// Timestamps are one second apart from 1777374504000 unless given.
class StreamBuilder
{
public:
    explicit StreamBuilder(const QString &executionId = QStringLiteral("exec_test"));

    StreamBuilder &event(qint64 seq,
                         QByteArrayView type = "step.completed",
                         QByteArrayView stepId = {},
                         std::optional<qint64> timestampMs = {},
                         EventFlags flags = {});
    StreamBuilder &events(std::initializer_list<qint64> seqs);
    /// Scans (sinceSeq, nextCursor].
    StreamBuilder &scanned(qint64 sinceSeq, qint64 nextCursor);
    StreamBuilder &complete(bool isComplete = true);
    [[nodiscard]] EventStreamPtr build();

private:
    ExecutionId m_executionId;
    std::vector<EventColumns> m_events;
    StringTable m_types;
    StringTable m_steps;
    StreamState m_state;
};

} // namespace Gapline::Test
