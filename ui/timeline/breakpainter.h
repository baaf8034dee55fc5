// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/timelinescene.h"
#include "ui/timeline/timelinepalette.h"

class QFontMetricsF;
class QPainter;

namespace Gapline {

/// The breaks of a time axis across the lanes: a strip without content between two torn edges, so that no stretch of
/// time is left out unseen.
void paintBreaks(QPainter &painter,
                 int height,
                 const TimelineScene &scene,
                 const TimelinePalette &palette);

/// How long a break lasts, as text that fits into `width`; empty where none does.
[[nodiscard]] QString breakLabel(const BreakMark &at, double width, const QFontMetricsF &metrics);

} // namespace Gapline
