// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/timelinelayout.h"

namespace Gapline {

/// The counts: on each gap wide enough to carry its own; where single gaps are too narrow, one sum per ruler step over
/// those without their own, or per wider step where a sum has no room.
[[nodiscard]] std::vector<GapLabel> layoutGapLabels(const TimelineIndex &index,
                                                    const TimelineScale &scale,
                                                    const TimelineLayoutOptions &options);

} // namespace Gapline
