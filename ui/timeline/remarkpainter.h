// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/timelinelayout.h"
#include "ui/timeline/lanegeometry.h"

class QPainter;
class QPointF;

namespace Gapline {

struct TimelinePalette;

/// What the audit has to say about an event, as a badge at its mark; the gravest where there are several.
enum class RemarkBadge
{
    None,
    Late, ///< Appeared late: a small clock.
    Alarm, ///< Changed, gone, damaged or malformed: an exclamation mark.
};

[[nodiscard]] RemarkBadge badgeOf(EventFlags flags);
void paintBadge(QPainter &painter,
                QPointF centre,
                RemarkBadge badge,
                const TimelinePalette &palette);
/// The badges of all marks of a scene, above the marks.
void paintRemarks(QPainter &painter,
                  const TimelineIndex &index,
                  const TimelineScene &scene,
                  const LaneGeometry &lanes,
                  const TimelinePalette &palette);

} // namespace Gapline
