// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/lanegeometry.h"
#include "ui/timeline/timelinepainter.h"

namespace Gapline {

/// Where a loop began anew: a dashed line across the lanes that it repeats, with an arrow that turns back on top.
void paintTurns(QPainter &painter,
                const std::vector<TimelineOverlay::Turn> &turns,
                const LaneGeometry &lanes,
                const TimelinePalette &palette);

} // namespace Gapline
