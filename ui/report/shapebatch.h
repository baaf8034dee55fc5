// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPainterPath>
#include <QRectF>

#include <map>

class QPainter;

namespace Gapline {

enum class Hatch
{
    Rising,
    Crossed,
};

/// Gathers rectangles and lines, and draws those of one colour as one path: a picture of many thousand columns has as
/// many elements as colours. Rectangles come first, then lines, then what is filled on top. Value type.
class ShapeBatch
{
public:
    void fill(const QRectF &box, const QColor &color);
    void fillOnTop(const QRectF &box, const QColor &color);
    void line(QPointF from, QPointF to, const QColor &color);
    /// Lines at 45° inside the box, at the same places whatever the box.
    void hatch(const QRectF &box, const QColor &color, Hatch hatch);
    void paint(QPainter &painter) const;

private:
    using Paths =
        std::map<QRgb, QPainterPath>; ///< Ordered, so that a picture is the same each time.
    Paths m_fills;
    Paths m_lines;
    Paths m_tops;
};

} // namespace Gapline
