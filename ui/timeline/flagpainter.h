// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/timelinepalette.h"

#include <QPointF>

class QPainter;

namespace Gapline {

/// The flag of a bookmark: a pole that stands at `foot`, and a pennant to its right.
void paintFlag(QPainter &painter, QPointF foot, const TimelinePalette &palette);

} // namespace Gapline
