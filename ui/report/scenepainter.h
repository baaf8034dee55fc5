// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/timelinepainter.h"

class QFont;

namespace Gapline {

/// Draws a scene as shapes instead of pixels, so that it can be enlarged and printed: the same marks, hatches, columns
/// and colours as TimelinePainter. What is alike becomes one path, and a column of density stands for all events on it:
/// the number of elements grows with the size of the picture, never with the stream. Nothing is clipped (an SVG of Qt
/// knows no clipping): what must not reach beyond its edges has to be covered afterwards. Pure; any thread.
void paintScene(QPainter &painter,
                const TimelineIndex &index,
                const TimelineScene &scene,
                const LaneGeometry &lanes,
                const TimelinePalette &palette,
                const std::vector<TimelineOverlay::Turn> &turns,
                const QFont &labelFont);

} // namespace Gapline
