// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/pixelcolumns.h"
#include "core/timeline/timelinelayout.h"

namespace Gapline {

/// From this many pixels a seq, each gap has a column of its own; below, gaps share pixels.
inline constexpr double kPixelsForOwnGap = 1;

/// The gap columns of a scale, ascending within each kind; unknown ones last, to be painted on top.
[[nodiscard]] std::vector<GapColumn> layoutGaps(const TimelineIndex &index,
                                                const TimelineScale &scale,
                                                const PixelColumns &columns,
                                                double devicePixelRatio);

} // namespace Gapline
