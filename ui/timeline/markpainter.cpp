// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/markpainter.h"

#include "core/timeline/timelinelayout.h"

#include <QPainter>
#include <QPainterPath>

#include <cmath>
#include <numbers>

namespace Gapline {
namespace {

QPolygonF regularPolygon(QPointF centre, double radius, int corners, double turn)
{
    QPolygonF polygon;
    for (int i = 0; i < corners; ++i) {
        const double angle = 2 * std::numbers::pi * (i + turn) / corners;
        polygon << centre + QPointF(radius * std::sin(angle), -radius * std::cos(angle));
    }
    return polygon;
}

QPixmap transparentSquare(int side, double devicePixelRatio)
{
    QPixmap pixmap(side, side);
    pixmap.setDevicePixelRatio(devicePixelRatio);
    pixmap.fill(Qt::transparent);
    return pixmap;
}

class MarkPainter
{
public:
    MarkPainter(QPainter &painter,
                QPointF centre,
                double radius,
                const QColor &color,
                const TimelinePalette &palette)
        : m_painter(painter)
        , m_centre(centre)
        , m_radius(radius)
        , m_color(color)
        , m_palette(palette)
    { }

    void paint(MarkShape shape)
    {
        fill();
        switch (shape) {
        case MarkShape::RoundedSquare:
            m_painter.drawRoundedRect(square(0.93), m_radius * 0.3, m_radius * 0.3);
            break;
        case MarkShape::Ring:
            ring();
            break;
        case MarkShape::CheckedDisc:
            m_painter.drawEllipse(m_centre, m_radius, m_radius);
            glyph({{-0.42, 0.02}, {-0.1, 0.34}, {0.44, -0.32}});
            break;
        case MarkShape::CrossedOctagon:
            m_painter.drawPolygon(regularPolygon(m_centre, m_radius * 1.1, 8, 0.5));
            cross();
            break;
        case MarkShape::WarningTriangle:
            triangle();
            break;
        case MarkShape::CrossedSquare:
            m_painter.drawRoundedRect(square(0.86), m_radius * 0.2, m_radius * 0.2);
            cross();
            break;
        case MarkShape::Diamond:
            m_painter.drawPolygon(regularPolygon(m_centre, m_radius * 1.2, 4, 0));
            break;
        case MarkShape::Kite:
            outline();
            m_painter.drawPolygon(regularPolygon(m_centre, m_radius * 1.06, 4, 0));
            break;
        case MarkShape::Hexagon:
            outline();
            m_painter.drawPolygon(regularPolygon(m_centre, m_radius * 1.02, 6, 0.5));
            questionMark();
            break;
        }
    }

private:
    [[nodiscard]] bool hasGlyph() const { return m_radius >= 5; }
    [[nodiscard]] QRectF square(double half) const
    {
        const double side = m_radius * half;
        return {m_centre.x() - side, m_centre.y() - side, 2 * side, 2 * side};
    }

    void fill()
    {
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(m_color);
    }

    void outline()
    {
        // The lane shows through hollow shapes as a solid fill, so that spans and hatches do not.
        m_painter.setPen(QPen(
            m_color, std::max(1.4, m_radius * 0.3), Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
        m_painter.setBrush(m_palette.lane);
    }

    void ring()
    {
        const double width = std::max(1.4, m_radius * 0.36);
        m_painter.setPen(QPen(m_color, width));
        m_painter.setBrush(m_palette.lane);
        m_painter.drawEllipse(m_centre, m_radius - width / 2, m_radius - width / 2);
    }

    void triangle()
    {
        const double r = m_radius;
        const QPolygonF corners{m_centre + QPointF(0, -1.12 * r),
                                m_centre + QPointF(1.16 * r, 0.92 * r),
                                m_centre + QPointF(-1.16 * r, 0.92 * r)};
        m_painter.setPen(QPen(m_color, r * 0.15, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        m_painter.drawPolygon(corners);
        if (!hasGlyph())
            return;
        glyph({{0, -0.42}, {0, 0.22}});
        glyph({{0, 0.62}, {0, 0.63}});
    }

    void cross()
    {
        glyph({{-0.4, -0.4}, {0.4, 0.4}});
        glyph({{-0.4, 0.4}, {0.4, -0.4}});
    }

    void questionMark()
    {
        if (!hasGlyph())
            return;
        QFont font = m_painter.font();
        font.setPixelSize(int(std::round(m_radius * 1.35)));
        font.setBold(true);
        m_painter.setFont(font);
        m_painter.setPen(m_color);
        m_painter.drawText(square(1.0), Qt::AlignCenter, QStringLiteral("?"));
    }

    void glyph(std::initializer_list<QPointF> points)
    {
        if (!hasGlyph())
            return;
        QPolygonF line;
        for (const QPointF point : points)
            line << m_centre + point * m_radius;
        m_painter.setPen(
            QPen(m_palette.glyph, m_radius * 0.26, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawPolyline(line);
    }

    QPainter &m_painter;
    QPointF m_centre;
    double m_radius;
    QColor m_color;
    const TimelinePalette &m_palette;
};

} // namespace

void paintMark(QPainter &painter,
               QPointF centre,
               double radius,
               EventCategory category,
               const TimelinePalette &palette)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    MarkPainter(painter, centre, radius, palette.mark(category), palette).paint(shapeOf(category));
    painter.restore();
}

void MarkPixmaps::prepareFor(const TimelinePalette &palette, double devicePixelRatio)
{
    if (m_isDark == palette.isDark && m_devicePixelRatio == devicePixelRatio)
        return;
    m_pixmaps.clear();
    m_onDiscs.clear();
    m_isDark = palette.isDark;
    m_devicePixelRatio = devicePixelRatio;
}

const QPixmap &MarkPixmaps::pixmap(EventCategory category,
                                   MarkSize size,
                                   const TimelinePalette &palette,
                                   double devicePixelRatio)
{
    prepareFor(palette, devicePixelRatio);
    QPixmap &pixmap = m_pixmaps[int(category) * 2 + int(size)];
    if (pixmap.isNull()) {
        const double radius = size == MarkSize::Full ? kMarkRadius : kSmallMarkRadius;
        // An odd number of device pixels, so that the centre is the middle of one.
        const int side = int(std::ceil(radius * 2.6 * devicePixelRatio)) | 1;
        pixmap = transparentSquare(side, devicePixelRatio);
        QPainter painter(&pixmap);
        const double middle = side / devicePixelRatio / 2;
        paintMark(painter, {middle, middle}, radius, category, palette);
    }
    return pixmap;
}

const QPixmap &
MarkPixmaps::onDisc(EventCategory category, const TimelinePalette &palette, double devicePixelRatio)
{
    const QPixmap &mark = pixmap(category, MarkSize::Full, palette, devicePixelRatio);
    QPixmap &onDisc = m_onDiscs[int(category)];
    if (onDisc.isNull()) {
        const int edge = int(std::ceil(devicePixelRatio));
        onDisc = transparentSquare(mark.width() + 2 * edge, devicePixelRatio);
        const double half = mark.width() / devicePixelRatio / 2;
        const double middle = half + edge / devicePixelRatio;
        QPainter painter(&onDisc);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(palette.lane);
        painter.drawEllipse(QPointF(middle, middle), half + 1, half + 1);
        painter.drawPixmap(QPointF(middle - half, middle - half), mark);
    }
    return onDisc;
}

} // namespace Gapline
