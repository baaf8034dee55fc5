// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/remarkpainter.h"

#include "ui/timeline/timelinepalette.h"

#include <QPainter>

namespace Gapline {
namespace {

constexpr double kRadius = 4.5;
/// From the mark's centre to the badge's, to the right and up.
constexpr double kOffset = 6.5;

} // namespace

RemarkBadge badgeOf(EventFlags flags)
{
    if (flags & (EventFlag::Conflict | EventFlag::Gone | EventFlag::Damaged))
        return RemarkBadge::Alarm;
    if (flags & EventFlag::MalformedPayload)
        return RemarkBadge::Alarm;
    return flags & EventFlag::AppearedLate ? RemarkBadge::Late : RemarkBadge::None;
}

void paintBadge(QPainter &painter,
                QPointF centre,
                RemarkBadge badge,
                const TimelinePalette &palette)
{
    if (badge == RemarkBadge::None)
        return;
    const bool isAlarm = badge == RemarkBadge::Alarm;
    const QColor color = palette.mark(isAlarm ? EventCategory::Failed : EventCategory::Awaiting);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(isAlarm ? palette.lane : color, 1.2));
    painter.setBrush(isAlarm ? color : palette.lane);
    painter.drawEllipse(centre, kRadius, kRadius);
    painter.setPen(QPen(isAlarm ? palette.glyph : color, 1.4, Qt::SolidLine, Qt::RoundCap));
    if (isAlarm) {
        painter.drawLine(centre + QPointF(0, -2.4), centre + QPointF(0, 0.4));
        painter.drawPoint(centre + QPointF(0, 2.4));
    } else {
        painter.drawLine(centre, centre + QPointF(0, -2.4));
        painter.drawLine(centre, centre + QPointF(1.8, 0.8));
    }
}

void paintRemarks(QPainter &painter,
                  const TimelineIndex &index,
                  const TimelineScene &scene,
                  const LaneGeometry &lanes,
                  const TimelinePalette &palette)
{
    for (const TimelineMark &mark : scene.marks) {
        const RemarkBadge badge = badgeOf(index.stream().flagsAt(mark.event));
        const QPointF centre(mark.x + kOffset, lanes.middleOf(mark.lane) - kOffset);
        paintBadge(painter, centre, badge, palette);
    }
}

} // namespace Gapline
