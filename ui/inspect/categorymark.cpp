// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/categorymark.h"

#include "ui/timeline/markpainter.h"
#include "ui/timeline/timelinepalette.h"

#include <QPainter>
#include <QPixmap>
#include <QPixmapCache>

#include <cmath>

namespace Gapline {
namespace {

/// Between two lines of a hatch.
constexpr int kHatchStep = 6;

/// A square of the hatch that fits beside and below itself: drawing hundreds of slanted lines for each row would take
/// longer than all the rest of a table.
QPixmap hatchTile(bool isUnknown, const TimelinePalette &colors, double ratio)
{
    constexpr int kSide = 4 * kHatchStep; // Whole pixels at all usual ratios.
    const QString key = QStringLiteral("gapline-hatch-%1-%2-%3")
                            .arg(int(isUnknown))
                            .arg(int(colors.isDark))
                            .arg(ratio);
    QPixmap tile;
    if (QPixmapCache::find(key, &tile))
        return tile;
    const int side = int(std::lround(kSide * ratio));
    tile = QPixmap(side, side);
    tile.setDevicePixelRatio(side / double(kSide));
    tile.fill(isUnknown ? colors.unknown : colors.gap);
    QPainter painter(&tile);
    painter.setPen(QPen(isUnknown ? colors.unknownHatch : colors.gapHatch, 1.2));
    painter.setRenderHint(QPainter::Antialiasing);
    const int slant = isUnknown ? -2 * kSide : 2 * kSide;
    for (int x = -3 * kSide; x <= 4 * kSide; x += kHatchStep)
        painter.drawLine(QPointF(x, 2 * kSide), QPointF(x + slant, 0));
    painter.end();
    QPixmapCache::insert(key, tile);
    return tile;
}

} // namespace

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
    // A line meets the lower edge where the row begins, and every kHatchStep pixels from there.
    const double begin = origin.x() + (isUnknown ? -rect.height() : rect.height());
    const double offset = std::fmod(rect.left() - begin, kHatchStep);
    painter.drawTiledPixmap(rect,
                            hatchTile(isUnknown,
                                      timelinePalette(isDark(palette)),
                                      painter.device()->devicePixelRatioF()),
                            QPointF(offset < 0 ? offset + kHatchStep : offset, 0));
}

} // namespace Gapline
