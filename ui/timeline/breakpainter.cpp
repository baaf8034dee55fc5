// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/breakpainter.h"

#include "core/timeline/timeticks.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

namespace Gapline {
namespace {

constexpr double kTooth = 3; ///< How far a torn edge goes in and out.
constexpr double kStep = 6; ///< From one tooth to the next.

void paintTornEdge(QPainter &painter, double x, int height)
{
    QPolygonF edge;
    bool isIn = false;
    for (double y = 0; y <= height + kStep; y += kStep, isIn = !isIn)
        edge << QPointF(isIn ? x + kTooth : x, y);
    painter.drawPolyline(edge);
}

} // namespace

void paintBreaks(QPainter &painter,
                 int height,
                 const TimelineScene &scene,
                 const TimelinePalette &palette)
{
    if (scene.breaks.empty())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    QColor ground = palette.lanePadding;
    ground.setAlpha(200);
    for (const BreakMark &at : scene.breaks) {
        const double left = std::max(at.x, -2 * kTooth);
        const double right = std::min(at.x + at.width, scene.scale.width() + 2 * kTooth);
        // The middle of the stretch: where it begins and ends marks must stay readable.
        const double inset = std::min(10.0, at.width / 4);
        const QRectF strip(left + inset, 0, std::max(right - left - 2 * inset, 1.0), height);
        painter.fillRect(strip, ground);
        painter.setPen(QPen(palette.fadedText, 1));
        paintTornEdge(painter, strip.left(), height);
        paintTornEdge(painter, strip.right(), height);
    }
}

QString breakLabel(const BreakMark &at, double width, const QFontMetricsF &metrics)
{
    for (const QString &text : {breakText(at.duration), shortBreakText(at.duration)}) {
        if (metrics.horizontalAdvance(text) <= width)
            return text;
    }
    return {};
}

} // namespace Gapline
