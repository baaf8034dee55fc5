// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/timetext.h"
#include "core/timeline/timeaxis.h"

namespace Gapline {

/// A labelled moment of the time ruler.
struct TimeTick
{
    qint64 time = 0; ///< Epoch ms.
    double x = 0;
};

/// How wide the labels of a ruler are, by the finest unit that they show.
struct TimeLabelWidths
{
    double milliseconds = 84; ///< "11:08:24.255"
    double seconds = 56; ///< "11:08:24"
    double minutes = 36; ///< "11:08"
    double days = 70; ///< "2026-04-28"

    /// Of the labels of ticks this far apart.
    [[nodiscard]] double of(qint64 step) const;
};

/// The distance between ticks in milliseconds: what clocks and calendars count in, the least that keeps labels apart by
/// `padding`.
[[nodiscard]] qint64
timeTickStep(const TimeAxis &axis, const TimelineScale &scale, const TimeLabelWidths &widths);

/// Round moments of the shown zone inside the scale, ascending, each label with room of its own and none inside a break.
[[nodiscard]] std::vector<TimeTick> timeTicks(const TimeAxis &axis,
                                              const TimelineScale &scale,
                                              const TimeLabelWidths &widths,
                                              TimeZoneChoice zone);

/// As fine as the step needs: "11:08:24.255", "11:08:24", "11:08"; the date where a day begins.
[[nodiscard]] QString timeTickText(qint64 time, qint64 step, TimeZoneChoice zone);
/// "2026-04-28"; years outside 1–9999 give the raw number of milliseconds.
[[nodiscard]] QString dateText(qint64 time, TimeZoneChoice zone);

/// "7 m 32 s", and where that has no room "7 m".
[[nodiscard]] QString breakText(qint64 duration);
[[nodiscard]] QString shortBreakText(qint64 duration);

} // namespace Gapline
