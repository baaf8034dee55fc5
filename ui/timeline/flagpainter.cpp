// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/flagpainter.h"

#include <QPainter>

namespace Gapline {

void paintFlag(QPainter &painter, QPointF foot, const TimelinePalette &palette)
{
    constexpr double kTall = 11;
    const QColor color = palette.mark(EventCategory::Group);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 1.4));
    painter.drawLine(foot, foot - QPointF(0, kTall));
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPolygon(QPolygonF{
        foot - QPointF(0, kTall), foot + QPointF(8, -kTall + 3), foot - QPointF(0, kTall - 6)});
}

} // namespace Gapline
