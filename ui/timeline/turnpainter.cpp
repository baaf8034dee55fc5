// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/turnpainter.h"

#include <QPainter>

#include <cmath>

namespace Gapline {

void paintTurns(QPainter &painter,
                const std::vector<TimelineOverlay::Turn> &turns,
                const LaneGeometry &lanes,
                const TimelinePalette &palette)
{
    const QColor color = palette.mark(EventCategory::Loop);
    for (const TimelineOverlay::Turn &turn : turns) {
        const int top = std::max(lanes.topOf(turn.firstLane), lanes.header);
        const int bottom =
            std::min(lanes.topOf(turn.lastLane) + lanes.laneHeight, lanes.viewHeight);
        if (bottom - top < 8)
            continue;
        const double x = std::floor(turn.x) + 0.5;
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(QPen(color, 1, Qt::DashLine));
        painter.drawLine(QPointF(x, top + 9), QPointF(x, bottom));
        // Three quarters of a circle that end in an arrow.
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(color, 1.3));
        painter.setBrush(Qt::NoBrush);
        const QRectF circle(x - 3.5, top + 1.5, 7, 7);
        painter.drawArc(circle, 60 * 16, 270 * 16);
        const QPointF tip(x + 1.8, top + 1.9);
        painter.drawLine(tip, tip + QPointF(2.6, -0.6));
        painter.drawLine(tip, tip + QPointF(1.2, 2.6));
    }
}

} // namespace Gapline
