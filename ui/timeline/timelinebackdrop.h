// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/timelinescene.h"
#include "ui/timeline/lanegeometry.h"
#include "ui/timeline/timelinepalette.h"

#include <QImage>

namespace Gapline {

/// Paints what repeats along a lane (background, hatched gaps, spans, density) into an image of device pixels:
/// one scanline per phase of the hatch, copied down, then a few rows of each lane on top. No call per cell, so
/// that ten million events cost what their pixels cost (budgets.md, row 7).
/// `size` is in device pixels; `image` is reused when it has that size.
void paintBackdrop(QImage &image,
                   QSize size,
                   const TimelineScene &scene,
                   const LaneGeometry &lanes,
                   const TimelinePalette &palette);

} // namespace Gapline
