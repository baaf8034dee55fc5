// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinepainter.h"

#include "ui/timeline/remarkpainter.h"
#include "ui/timeline/timelinebackdrop.h"

#include <QLocale>
#include <QPainter>

#include <cmath>

namespace Gapline {
namespace {

constexpr double kSelectionRadius = 12.5;
constexpr double kHoverRadius = 10.5;

QRectF columnOf(SeqRange seqs, const TimelineScale &scale, int height)
{
    const double left = std::max(scale.pixelAt(double(seqs.first.value)), -8.0);
    const double right = std::min(scale.pixelAt(double(seqs.last.value) + 1), scale.width() + 8);
    return {left, 0, std::max(right - left, 1.0), double(height)};
}

void paintGapLabels(QPainter &painter, const TimelineScene &scene, const TimelinePalette &palette)
{
    QFont font = painter.font();
    font.setPixelSize(11);
    painter.setFont(font);
    const QFontMetricsF metrics(font);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const GapLabel &label : scene.gapLabels) {
        const QString text = gapLabelText(label);
        const double width = std::max(metrics.horizontalAdvance(text) + 9, 16.0);
        if (width > label.width)
            continue;
        const double ratio = scene.devicePixelRatio;
        const double left = std::round((label.x - width / 2) * ratio) / ratio + 0.5 / ratio;
        const QRectF pill(left, 2.5, width, 14);
        const bool isUnknown = label.kind == GapKind::Unknown;
        painter.setPen(QPen(isUnknown ? palette.unknownHatch : palette.labelBorder, 1));
        painter.setBrush(isUnknown ? palette.unknown : palette.label);
        painter.drawRoundedRect(pill, 7, 7);
        painter.setPen(palette.labelText);
        painter.drawText(pill, Qt::AlignCenter, text);
    }
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
                    quint32 event,
                    double radius,
                    const QColor &color,
                    const TimelineIndex &index,
                    const TimelineScene &scene,
                    const LaneGeometry &lanes,
                    const TimelinePalette &palette)
{
    if (qsizetype(event) >= index.stream().count())
        return;
    const quint32 lane = index.lanes().laneOf(index.stream().stepIndexAt(event));
    const double x = scene.scale.centreOf(index.stream().seqAt(event));
    if (x < -radius || x > scene.scale.width() + radius)
        return;
    const QPointF centre(x, lanes.middleOf(lane));
    paintRing(painter, centre, radius, color, palette);
    paintMark(painter, centre, kMarkRadius, index.categoryAt(event), palette);
}

void paintRange(QPainter &painter,
                SeqRange range,
                const TimelineScene &scene,
                int height,
                const TimelinePalette &palette)
{
    const QRectF column = columnOf(range, scene.scale, height);
    QColor tint = palette.mark(EventCategory::Loop);
    tint.setAlpha(38);
    painter.fillRect(column, tint);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(palette.selection, 1));
    painter.drawLine(column.topLeft(), column.bottomLeft());
    painter.drawLine(column.topRight(), column.bottomRight());
}

} // namespace

QString gapLabelText(const GapLabel &label)
{
    QString text = QLocale().toString(label.seqCount);
    if (label.isSum)
        text.prepend(QStringLiteral("Σ "));
    if (label.kind == GapKind::Unknown)
        text.prepend(QStringLiteral("? "));
    return text;
}

void TimelinePainter::paintMarks(QPainter &painter,
                                 const TimelineScene &scene,
                                 const LaneGeometry &lanes,
                                 const TimelinePalette &palette)
{
    const double ratio = scene.devicePixelRatio;
    for (const TimelineMark &mark : scene.marks) {
        const QPixmap &pixmap = m_pixmaps.pixmap(mark.category, mark.size, palette, ratio);
        // On whole device pixels, or every mark would be blurred in its own way.
        const double half = pixmap.width() / ratio / 2;
        const double x = std::round((mark.x - half) * ratio) / ratio;
        const double y = std::round((lanes.middleOf(mark.lane) - half) * ratio) / ratio;
        painter.drawPixmap(QPointF(x, y), pixmap);
    }
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
    const bool isCurrent = m_isBackdropCurrent && m_backdrop.size() == deviceSize
        && m_backdropLanes == lanes && m_isBackdropDark == palette.isDark;
    if (!isCurrent) {
        paintBackdrop(m_backdrop, deviceSize, scene, lanes, palette);
        m_backdropLanes = lanes;
        m_isBackdropDark = palette.isDark;
        m_isBackdropCurrent = true;
    }
    painter.drawImage(QPointF(0, 0), m_backdrop);

    const bool isRange = overlay.selection && !overlay.selectedEvent;
    if (isRange)
        paintRange(painter, *overlay.selection, scene, size.height(), palette);
    if (overlay.rubberBand)
        paintRange(painter, *overlay.rubberBand, scene, size.height(), palette);

    painter.save();
    painter.setClipRect(0, LaneGeometry::kHeader, size.width(), size.height());
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
    paintGapLabels(painter, scene, palette);
}

} // namespace Gapline
