// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/timeindex.h"
#include "core/timeline/timelinelayout.h"

namespace Gapline {

// The same as timelinelayout.h for an axis of time. Events stand at their own times, whatever their order; those
// without a time are nowhere. When the seqs of a gap were used is not known beyond the times of its neighbours, so a
// gap is a band from one to the other, at least a pixel wide; what was not scanned hides what may have happened in
// between and covers the lanes, too.

[[nodiscard]] TimelineScene layoutTimes(const TimeIndex &index,
                                        const TimelineScale &scale,
                                        const TimelineLayoutOptions &options = {});

/// `lane` absent: the band of the counts, where gaps are.
[[nodiscard]] TimelineHit hitTestTimes(const TimeIndex &index,
                                       const TimelineScene &scene,
                                       double x,
                                       std::optional<quint32> lane);

[[nodiscard]] std::vector<OverviewColumn>
layoutTimeOverview(const TimeIndex &index, const TimelineScale &scale, double devicePixelRatio = 1);

} // namespace Gapline
