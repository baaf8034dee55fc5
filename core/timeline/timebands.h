// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/timecolumns.h"
#include "core/timeline/timelinelayout.h"

namespace Gapline {

/// Fills bands, gaps and gapLabels of a scene whose scale is set: a band per gap where they can be told apart, one per
/// run of columns where not. No gap is left out, however short the time between its neighbours.
void layoutTimeBands(const TimeIndex &index,
                     const TimeColumns &columns,
                     const TimelineLayoutOptions &options,
                     TimelineScene &scene);

} // namespace Gapline
