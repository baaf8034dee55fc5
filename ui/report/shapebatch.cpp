// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/shapebatch.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace Gapline {
namespace {

constexpr double kHatchPeriod = 7;

/// Where boxes overlap they are filled once, not left out.
void addBox(QPainterPath &path, const QRectF &box)
{
    path.setFillRule(Qt::WindingFill);
    path.addRect(box);
}

} // namespace

void ShapeBatch::fill(const QRectF &box, const QColor &color)
{
    addBox(m_fills[color.rgba()], box);
}

void ShapeBatch::fillOnTop(const QRectF &box, const QColor &color)
{
    addBox(m_tops[color.rgba()], box);
}

void ShapeBatch::line(QPointF from, QPointF to, const QColor &color)
{
    QPainterPath &path = m_lines[color.rgba()];
    path.moveTo(from);
    path.lineTo(to);
}

void ShapeBatch::hatch(const QRectF &box, const QColor &color, Hatch hatch)
{
    // Rising: x + y is constant along a line. The ends are worked out, as nothing will clip them.
    const double first = std::ceil((box.left() + box.top()) / kHatchPeriod) * kHatchPeriod;
    for (double sum = first; sum < box.right() + box.bottom(); sum += kHatchPeriod) {
        const double left = std::max(box.left(), sum - box.bottom());
        const double right = std::min(box.right(), sum - box.top());
        if (right > left)
            line({left, sum - left}, {right, sum - right}, color);
    }
    if (hatch == Hatch::Rising)
        return;
    const double least = std::ceil((box.left() - box.bottom()) / kHatchPeriod) * kHatchPeriod;
    for (double difference = least; difference < box.right() - box.top();
         difference += kHatchPeriod) {
        const double left = std::max(box.left(), difference + box.top());
        const double right = std::min(box.right(), difference + box.bottom());
        if (right > left)
            line({left, left - difference}, {right, right - difference}, color);
    }
}

void ShapeBatch::paint(QPainter &painter) const
{
    // Rectangles lie on whole pixels: smooth edges would show seams between them.
    const auto paintFills = [&painter](const Paths &paths) {
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(Qt::NoPen);
        for (const auto &[color, path] : paths) {
            painter.setBrush(QColor::fromRgba(color));
            painter.drawPath(path);
        }
    };
    paintFills(m_fills);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    for (const auto &[color, path] : m_lines) {
        painter.setPen(QPen(QColor::fromRgba(color), 1));
        painter.drawPath(path);
    }
    paintFills(m_tops);
}

} // namespace Gapline
