// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/categorymark.h"

#include "ui/timeline/markpainter.h"
#include "ui/timeline/timelinepalette.h"

#include <QPainter>
#include <QPixmap>

#include <cmath>

namespace Gapline {
QColor categoryColor(EventCategory category, const QPalette &palette)
{
    return timelinePalette(isDark(palette)).mark(category);
}

void paintCategoryMark(QPainter &painter,
                       const QRectF &rect,
                       EventCategory category,
                       const QPalette &palette)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paintMark(
        painter, rect.center(), rect.width() / 2 - 0.5, category, timelinePalette(isDark(palette)));
    painter.restore();
}

QIcon categoryIcon(EventCategory category, const QPalette &palette, int size)
{
    QIcon icon;
    for (const int ratio : {1, 2}) {
        QPixmap pixmap(size * ratio, size * ratio);
        pixmap.setDevicePixelRatio(ratio);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paintCategoryMark(painter, QRectF(1, 1, size - 2, size - 2), category, palette);
        painter.end();
        icon.addPixmap(pixmap);
    }
    return icon;
}

void paintHatch(QPainter &painter,
                const QRectF &rect,
                const QPointF &origin,
                bool isUnknown,
                const QPalette &palette)
{
    painter.save();
    painter.setClipRect(rect, Qt::IntersectClip);
    const TimelinePalette colors = timelinePalette(isDark(palette));
    painter.fillRect(rect, isUnknown ? colors.unknown : colors.gap);
    painter.setPen(QPen(isUnknown ? colors.unknownHatch : colors.gapHatch, 1.2));
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal height = rect.height();
    const qreal step = 6;
    const qreal slant = isUnknown ? -height : height;
    const qreal first =
        rect.left() - height - std::fmod(rect.left() - height - origin.x(), step) - step;
    for (qreal x = first; x < rect.right() + height; x += step)
        painter.drawLine(QPointF(x, rect.bottom()), QPointF(x + slant, rect.top()));
    painter.restore();
}

} // namespace Gapline
