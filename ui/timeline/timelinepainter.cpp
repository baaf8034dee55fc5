// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinepainter.h"

#include "ui/timeline/breakpainter.h"
#include "ui/timeline/remarkpainter.h"
#include "ui/timeline/turnpainter.h"

#include <QPainter>

#include <cmath>

namespace Gapline {
namespace {

constexpr double kSelectionRadius = 12.5;
constexpr double kHoverRadius = 10.5;

/// On whole device pixels, or every mark would be blurred in its own way.
void paintAround(QPainter &painter, QPointF centre, const QPixmap &pixmap)
{
    const double ratio = pixmap.devicePixelRatio();
    const double half = pixmap.width() / ratio / 2;
    const auto snapped = [&](double middle) { return std::round((middle - half) * ratio) / ratio; };
    painter.drawPixmap(QPointF(snapped(centre.x()), snapped(centre.y())), pixmap);
}

void paintRing(QPainter &painter,
               QPointF centre,
               double radius,
               const QColor &color,
               const TimelinePalette &palette)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 2));
    painter.setBrush(palette.lane);
    painter.drawEllipse(centre, radius, radius);
}

void paintEventRing(QPainter &painter,
                    TimelineOverlay::Place at,
                    double radius,
                    const QColor &color,
                    const TimelineIndex &index,
                    const TimelineScene &scene,
                    const LaneGeometry &lanes,
                    const TimelinePalette &palette)
{
    if (qsizetype(at.event) >= index.stream().count())
        return;
    const quint32 lane = index.lanes().laneOf(index.stream().stepIndexAt(at.event));
    if (at.x < -radius || at.x > scene.scale.width() + radius)
        return;
    const QPointF centre(at.x, lanes.middleOf(lane));
    paintRing(painter, centre, radius, color, palette);
    paintMark(painter, centre, kMarkRadius, index.categoryAt(at.event), palette);
}

void paintRange(QPainter &painter,
                TimelineOverlay::Column range,
                const TimelineScene &scene,
                int height,
                const TimelinePalette &palette)
{
    const double left = std::max(range.left, -8.0);
    const double right = std::min(range.right, scene.scale.width() + 8);
    const QRectF column(left, 0, std::max(right - left, 1.0), height);
    QColor tint = palette.mark(EventCategory::Loop);
    tint.setAlpha(38);
    painter.fillRect(column, tint);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(palette.selection, 1));
    painter.drawLine(column.topLeft(), column.bottomLeft());
    painter.drawLine(column.topRight(), column.bottomRight());
}

} // namespace

void TimelinePainter::paintMarks(QPainter &painter,
                                 const TimelineScene &scene,
                                 const LaneGeometry &lanes,
                                 const TimelinePalette &palette)
{
    const double ratio = scene.devicePixelRatio;
    for (const TimelineMark &mark : scene.marks) {
        paintAround(painter,
                    {mark.x, lanes.middleOf(mark.lane)},
                    m_pixmaps.pixmap(mark.category, mark.size, palette, ratio));
    }
}

/// Where failures stand column by column, colour and height alone would tell them from density: their shape says it.
void TimelinePainter::paintFailureRuns(QPainter &painter,
                                       const TimelineScene &scene,
                                       const LaneGeometry &lanes,
                                       const TimelinePalette &palette)
{
    constexpr double kLeastWidth = 48; // A few columns beside each other are seen as columns.
    constexpr double kApart = 320;
    constexpr int kHole = 2; // Columns between failures that the eye does not see.
    const auto paintRun = [&](const DensityColumn &first, const DensityColumn &last) {
        const double width = (last.column - first.column + 1) * scene.columnWidth();
        if (width < kLeastWidth)
            return;
        const int marks = std::max(1, int(width / kApart));
        const QPixmap &pixmap = m_pixmaps.onDisc(first.top, palette, scene.devicePixelRatio);
        const double left = first.column * scene.columnWidth();
        for (int i = 0; i < marks; ++i) {
            paintAround(
                painter, {left + width * (i + 0.5) / marks, lanes.middleOf(first.lane)}, pixmap);
        }
    };
    const DensityColumn *first = nullptr;
    const DensityColumn *last = nullptr;
    for (const DensityColumn &at : scene.density) {
        if (!isFailure(at.top))
            continue;
        const bool goesOn = last && at.lane == last->lane && at.top == last->top
            && at.column <= last->column + 1 + kHole;
        if (!goesOn) {
            if (first)
                paintRun(*first, *last);
            first = &at;
        }
        last = &at;
    }
    if (first)
        paintRun(*first, *last);
}

void TimelinePainter::paint(QPainter &painter,
                            QSize size,
                            const TimelineIndex &index,
                            const TimelineScene &scene,
                            const LaneGeometry &lanes,
                            const TimelinePalette &palette,
                            const TimelineOverlay &overlay)
{
    const QSize deviceSize(int(std::ceil(size.width() * scene.devicePixelRatio)),
                           int(std::ceil(size.height() * scene.devicePixelRatio)));
    m_backdrop.paint(painter, deviceSize, scene, lanes, palette);

    paintBreaks(painter, size.height(), scene, palette);
    paintTurns(painter, overlay.turns, lanes, palette);
    if (overlay.selection)
        paintRange(painter, *overlay.selection, scene, size.height(), palette);
    if (overlay.rubberBand)
        paintRange(painter, *overlay.rubberBand, scene, size.height(), palette);

    painter.save();
    painter.setClipRect(0, lanes.header, size.width(), size.height());
    if (overlay.hoveredEvent) {
        paintEventRing(painter,
                       *overlay.hoveredEvent,
                       kHoverRadius,
                       palette.labelBorder,
                       index,
                       scene,
                       lanes,
                       palette);
    }
    paintFailureRuns(painter, scene, lanes, palette);
    paintMarks(painter, scene, lanes, palette);
    if (overlay.selectedEvent) {
        paintEventRing(painter,
                       *overlay.selectedEvent,
                       kSelectionRadius,
                       palette.selection,
                       index,
                       scene,
                       lanes,
                       palette);
    }
    paintRemarks(painter, index, scene, lanes, palette);
    painter.restore();
    m_gapLabels.paint(painter, scene, palette);
}

} // namespace Gapline
