// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/payloadsource.h"
#include "core/stream/streamrows.h"

#include <QByteArray>

namespace Gapline::Test {

/// A stream with its raw JSON, for writers:
///   RawStream().event(1, "step.completed", "step_a_1_x", R"({"eventId":"evt_1"})").scanned(0, 3)
/// Timestamps are one second apart from 1777374504000 unless given.
class RawStream
{
public:
    explicit RawStream(const QString &executionId = QStringLiteral("exec_test"));

    RawStream &event(qint64 seq,
                     QByteArrayView type,
                     QByteArrayView stepId,
                     QByteArrayView raw,
                     std::optional<qint64> timestampMs = {},
                     EventFlags flags = {});
    RawStream &scanned(qint64 sinceSeq, qint64 nextCursor);
    /// Events from here on lie in another body.
    RawStream &nextBody();

    [[nodiscard]] EventStreamPtr stream() const;
    [[nodiscard]] StreamRows rows(GapRows gapRows = GapRows::None,
                                  const EventFilter &filter = {}) const;
    [[nodiscard]] PayloadSource payloads() const;

private:
    struct Segment
    {
        QByteArray bytes;
        std::vector<EventColumns> events;
    };

    ExecutionId m_executionId;
    std::vector<Segment> m_segments{1};
    StringTable m_types;
    StringTable m_steps;
    StreamState m_state;
};

} // namespace Gapline::Test
