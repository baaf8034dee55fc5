// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graphpainter.h"

#include "core/domain/displaytext.h"
#include "ui/graph/graphtext.h"
#include "ui/timeline/markpainter.h"
#include "ui/timeline/timelinepalette.h"

#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace Gapline {
namespace {

constexpr double kMarkRadius = 7;
constexpr double kMarkRoom = 26;
constexpr double kArrow = 6;
constexpr double kCorner = 6;

class GraphPainter
{
public:
    GraphPainter(QPainter &painter, const GraphScene &scene, const TimelinePalette &colors)
        : m_painter(painter)
        , m_scene(scene)
        , m_colors(colors)
    { }

    void paint(const GraphLook &look)
    {
        m_painter.setRenderHint(QPainter::Antialiasing);
        for (size_t group = 0; group < m_scene.graph.groups.size(); ++group)
            paintGroup(group);
        // What was taken lies above what was not.
        for (const bool isTaken : {false, true}) {
            for (size_t edge = 0; edge < m_scene.graph.edges.size(); ++edge) {
                if (m_scene.path.taken[edge] == isTaken)
                    paintEdge(edge);
            }
        }
        for (size_t group = 0; group < m_scene.graph.groups.size(); ++group)
            paintGroupName(group);
        for (size_t node = 0; node < m_scene.graph.nodes.size(); ++node)
            paintNode(node, look);
    }

private:
    void paintGroup(size_t index)
    {
        const QRectF box = m_scene.layout.groups[index];
        m_painter.setPen(QPen(m_colors.labelBorder, 1, Qt::DashLine));
        m_painter.setBrush(m_colors.lanePadding);
        m_painter.drawRoundedRect(box, kCorner, kCorner);
    }

    void paintGroupName(size_t index)
    {
        const GraphGroup &group = m_scene.graph.groups[index];
        const QRectF box = m_scene.layout.groups[index];
        QString text = displayText(group.id, 60);
        if (group.quorum)
            text = GraphText::tr("%1 · quorum %2 of %3")
                       .arg(text)
                       .arg(*group.quorum)
                       .arg(group.nodes.size());
        const QFontMetricsF metrics(m_painter.font());
        text = metrics.elidedText(text, Qt::ElideMiddle, box.width() - 8);
        // Edges pass here: the name stands on a ground of its own.
        const QRectF room(box.left() + 4,
                          box.top() - metrics.height() * 0.9,
                          metrics.horizontalAdvance(text) + 4,
                          metrics.height());
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(m_colors.lane);
        m_painter.drawRect(room);
        m_painter.setPen(m_colors.labelText);
        m_painter.drawText(room, Qt::AlignCenter, text);
    }

    void paintEdge(size_t index)
    {
        const std::vector<QPointF> &points = m_scene.layout.edges[index];
        if (points.size() < 2)
            return;
        const bool isTaken = m_scene.path.taken[index];
        const QColor color = isTaken ? m_colors.text : m_colors.fadedText;
        m_painter.setPen(isTaken ? QPen(color, 2) : QPen(color, 1.2, Qt::CustomDashLine));
        if (!isTaken) {
            QPen pen = m_painter.pen();
            pen.setDashPattern({4, 3});
            m_painter.setPen(pen);
        }
        m_painter.setBrush(Qt::NoBrush);
        QPainterPath path(points.front());
        const bool isAngular = isWayBack(points);
        for (size_t i = 1; i < points.size(); ++i) {
            const QPointF from = points[i - 1];
            const QPointF to = points[i];
            const double bend = (to.y() - from.y()) / 2;
            if (isAngular)
                path.lineTo(to);
            else
                path.cubicTo(from + QPointF(0, bend), to - QPointF(0, bend), to);
        }
        m_painter.drawPath(path);
        paintArrow(points.back(), color);
        paintRole(index, points, color);
    }

    /// It ends above where it begins, or beside it.
    [[nodiscard]] static bool isWayBack(const std::vector<QPointF> &points)
    {
        return points.back().y() <= points.front().y();
    }

    void paintArrow(QPointF tip, const QColor &color)
    {
        const QPointF base = tip - QPointF(0, kArrow * 1.4);
        const QPointF across(kArrow * 0.6, 0);
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(color);
        m_painter.drawPolygon(QPolygonF{tip, base + across, base - across});
    }

    void paintRole(size_t index, const std::vector<QPointF> &points, const QColor &color)
    {
        const GraphEdge &edge = m_scene.graph.edges[index];
        if (edge.role.isEmpty() || edge.role == QLatin1String("always"))
            return;
        const QString text = displayText(edge.role, 24);
        const QFontMetricsF metrics(m_painter.font());
        // Near the end: several edges may begin in one place.
        const QPointF end = points.back();
        QRectF box(0, 0, metrics.horizontalAdvance(text) + 6, metrics.height());
        if (isWayBack(points))
            box.moveCenter((points[2] + points[3]) / 2); // On its way up.
        else
            box.moveCenter(end - QPointF(0, kArrow * 1.4 + box.height() / 2 + 2));
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(m_colors.lane);
        m_painter.drawRoundedRect(box, 3, 3);
        m_painter.setPen(color);
        m_painter.drawText(box, Qt::AlignCenter, text);
    }

    void paintNode(size_t index, const GraphLook &look)
    {
        const GraphNode &node = m_scene.graph.nodes[index];
        const NodeRun &run = m_scene.path.nodes[index];
        const QRectF box = m_scene.layout.nodes[index];
        const std::optional<EventCategory> category = categoryOfNode(run);
        const QColor border = category ? m_colors.mark(*category) : m_colors.fadedText;
        m_painter.setBrush(m_colors.lane);
        m_painter.setPen(category ? QPen(border, 2) : QPen(border, 1.2, Qt::DashLine));
        m_painter.drawRoundedRect(box, kCorner, kCorner);
        if (look.selected == int(index)) {
            m_painter.setBrush(Qt::NoBrush);
            m_painter.setPen(QPen(m_colors.selection, 2));
            m_painter.drawRoundedRect(box.adjusted(-4, -4, 4, 4), kCorner + 3, kCorner + 3);
        }
        if (look.focused == int(index)) {
            m_painter.setBrush(Qt::NoBrush);
            m_painter.setPen(QPen(m_colors.text, 1, Qt::DotLine));
            m_painter.drawRoundedRect(box.adjusted(3, 3, -3, -3), kCorner - 2, kCorner - 2);
        }
        if (category) {
            const QPointF centre(box.left() + kMarkRoom / 2 + 1, box.center().y());
            paintMark(m_painter, centre, kMarkRadius, *category, m_colors);
        }
        if (run.isBreached && category != EventCategory::Breached) {
            const QPointF centre(box.right() - 10, box.top() + 10);
            paintMark(m_painter, centre, 6, EventCategory::Breached, m_colors);
        }
        paintTexts(node, int(index), box.adjusted(kMarkRoom, 3, -8, -3), category.has_value());
    }

    void paintTexts(const GraphNode &node, int index, const QRectF &room, bool isVisited)
    {
        const QFont plain = m_painter.font();
        QFont bold = plain;
        bold.setWeight(QFont::DemiBold);
        const QRectF upper(room.left(), room.top(), room.width(), room.height() / 2);
        const QRectF lower = upper.translated(0, room.height() / 2);
        const auto draw = [this](const QRectF &rect,
                                 const QFont &font,
                                 const QString &text,
                                 Qt::TextElideMode elide) {
            m_painter.setFont(font);
            m_painter.drawText(rect,
                               Qt::AlignLeft | Qt::AlignVCenter,
                               QFontMetricsF(font).elidedText(text, elide, rect.width()));
        };
        m_painter.setPen(isVisited ? m_colors.text : m_colors.labelText);
        draw(upper, bold, displayText(node.id, 120), Qt::ElideMiddle);
        m_painter.setPen(m_colors.labelText);
        const QString type = displayText(node.type, 40);
        const QString state = GraphText::state(m_scene, index);
        const QString whole = type.isEmpty() ? state : type + QStringLiteral(" · ") + state;
        // What came of it matters more than what it is.
        const bool fits = QFontMetricsF(plain).horizontalAdvance(whole) <= lower.width();
        draw(lower, plain, fits ? whole : state, Qt::ElideRight);
        m_painter.setFont(plain);
    }

    QPainter &m_painter;
    const GraphScene &m_scene;
    const TimelinePalette &m_colors;
};

} // namespace

void paintGraph(QPainter &painter,
                const GraphScene &scene,
                const GraphLook &look,
                const QPalette &palette)
{
    painter.save();
    const TimelinePalette colors = timelinePalette(isDark(palette));
    GraphPainter(painter, scene, colors).paint(look);
    painter.restore();
}

} // namespace Gapline
