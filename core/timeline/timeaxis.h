// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/timelinescale.h"

#include <span>
#include <vector>

namespace Gapline {

/// What the axis of a timeline measures.
enum class AxisKind
{
    Seq,
    Time,
};

/// How much room stretches take in which nothing happens, on a time axis.
enum class IdleTime
{
    Full, ///< As much as they last.
    Shortened, ///< Long ones the same few pixels each, as a break that says how long it lasts.
};

/// The time axis of one stream. A position on it is the number of milliseconds since the first event, less what idle
/// stretches were shortened by; it rises with time, without jumps. Value type; pure.
class TimeAxis
{
public:
    /// An idle stretch that is shorter on the axis than it lasted.
    struct Break
    {
        qint64 from = 0; ///< Epoch ms of the last event before it.
        qint64 to = 0; ///< And of the first one after it.
        double position = 0;
        double width = 0;

        [[nodiscard]] qint64 duration() const { return to - from; }
    };

    TimeAxis() = default;
    /// `times`: epoch ms of all events that have one, ascending.
    TimeAxis(std::span<const qint64> times, IdleTime idle);

    /// No event has a time: there is no axis.
    [[nodiscard]] bool isEmpty() const { return m_isEmpty; }
    [[nodiscard]] qint64 firstTime() const { return m_first; }
    [[nodiscard]] qint64 lastTime() const { return m_last; }
    [[nodiscard]] double positionOf(qint64 epochMs) const;
    /// Epoch ms, with fractions. Inside a break time runs as much faster as the break is shortened.
    [[nodiscard]] double timeAt(double position) const;
    /// From a little before the first event to a little after the last.
    [[nodiscard]] AxisRange whole() const;
    /// Ascending.
    [[nodiscard]] std::span<const Break> breaks() const { return m_breaks; }
    /// Idle stretches longer than this are breaks; 0 when none is shortened.
    [[nodiscard]] qint64 longestIdle() const { return m_longestIdle; }

private:
    void findBreaks(std::span<const qint64> times);

    bool m_isEmpty = true;
    qint64 m_first = 0;
    qint64 m_last = 0;
    qint64 m_longestIdle = 0;
    std::vector<Break> m_breaks;
};

/// A break as it lies on the screen; its ends may lie outside.
struct BreakMark
{
    double x = 0;
    double width = 0;
    qint64 duration = 0; ///< Milliseconds.
};

/// The breaks in sight, ascending.
[[nodiscard]] std::vector<BreakMark> breakMarks(const TimeAxis &axis, const TimelineScale &scale);

} // namespace Gapline
