// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graphcanvas.h"

#include "ui/graph/graphaccessible.h"
#include "ui/graph/graphpainter.h"
#include "ui/graph/graphtext.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace Gapline {
namespace {

constexpr double kLeastZoom = 0.3;
constexpr double kMostZoom = 3;
constexpr double kLeastFit = 0.5;
constexpr double kZoomStep = 1.2;

} // namespace

GraphCanvas::GraphCanvas(QWidget *parent)
    : QWidget(parent)
{
    installGraphAccessible();
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(tr("Graph of the definition"));
}

void GraphCanvas::setScene(const GraphScenePtr &scene)
{
    const int count = scene ? int(scene->graph.nodes.size()) : 0;
    m_scene = scene;
    if (m_focused >= count)
        m_focused = -1;
    if (m_selected >= count)
        m_selected = -1;
    resize(sizeHint());
    update();
    if (count > 0 && hasFocus() && m_focused < 0)
        setFocusedNode(std::max(m_selected, 0));
}

void GraphCanvas::setSelectedNode(int node)
{
    if (node == m_selected)
        return;
    m_selected = node;
    update();
}

void GraphCanvas::setFocusedNode(int node)
{
    m_focused = node;
    update();
    if (node < 0)
        return;
    emit nodeFocused(rectOf(node));
    if (hasFocus()) {
        QAccessibleEvent event(this, QAccessible::Focus);
        event.setChild(node);
        QAccessible::updateAccessibility(&event);
    }
}

void GraphCanvas::choose(int node)
{
    if (!m_scene || node < 0 || node >= int(m_scene->graph.nodes.size()))
        return;
    m_focused = node;
    update();
    emit nodeChosen(node);
}

void GraphCanvas::setZoom(double zoom)
{
    const double clamped = std::clamp(zoom, kLeastZoom, kMostZoom);
    if (clamped == m_zoom)
        return;
    m_zoom = clamped;
    resize(sizeHint());
    update();
    emit zoomed();
}

void GraphCanvas::fitTo(QSizeF room, double most)
{
    if (!m_scene || m_scene->layout.size.isEmpty())
        return;
    const QSizeF &own = m_scene->layout.size;
    setZoom(std::clamp(
        std::min(room.width() / own.width(), room.height() / own.height()), kLeastFit, most));
}

QSize GraphCanvas::sizeHint() const
{
    if (!m_scene)
        return {0, 0};
    return (m_scene->layout.size * m_zoom).toSize();
}

QRect GraphCanvas::rectOf(int node) const
{
    const QRectF &box = m_scene->layout.nodes[size_t(node)];
    return QRectF(box.topLeft() * m_zoom, box.size() * m_zoom).toAlignedRect();
}

int GraphCanvas::nodeAt(QPoint position) const
{
    if (!m_scene)
        return -1;
    const auto &boxes = m_scene->layout.nodes;
    const auto found = std::ranges::find_if(
        boxes, [&](const QRectF &box) { return box.contains(QPointF(position) / m_zoom); });
    return found == boxes.end() ? -1 : int(found - boxes.begin());
}

void GraphCanvas::paintEvent(QPaintEvent *)
{
    if (!m_scene)
        return;
    QPainter painter(this);
    painter.scale(m_zoom, m_zoom);
    paintGraph(painter, *m_scene, {m_selected, hasFocus() ? m_focused : -1}, palette());
}

/// Left and right within a layer; up and down to the next one, to the node that is least aside.
void GraphCanvas::stepTo(Qt::Key key)
{
    if (m_focused < 0) {
        setFocusedNode(std::max(m_selected, 0));
        return;
    }
    const GraphLayout &layout = m_scene->layout;
    const QPointF from = layout.nodes[size_t(m_focused)].center();
    const int layer = layout.layers[size_t(m_focused)];
    const bool isBack = key == Qt::Key_Left || key == Qt::Key_Up;
    const bool isSideways = key == Qt::Key_Left || key == Qt::Key_Right;
    int best = -1;
    std::pair<double, double> nearest;
    for (size_t node = 0; node < layout.nodes.size(); ++node) {
        const double aside = layout.nodes[node].center().x() - from.x();
        const int layers = layout.layers[node] - layer;
        const double along = (isSideways ? aside : double(layers)) * (isBack ? -1 : 1);
        if (along <= 0 || (isSideways && layers != 0))
            continue;
        const std::pair<double, double> distance(along, std::abs(aside));
        if (best < 0 || distance < nearest) {
            best = int(node);
            nearest = distance;
        }
    }
    if (best >= 0)
        setFocusedNode(best);
}

void GraphCanvas::keyPressEvent(QKeyEvent *event)
{
    if (!m_scene || m_scene->graph.isEmpty()) {
        QWidget::keyPressEvent(event);
        return;
    }
    const int last = int(m_scene->graph.nodes.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        stepTo(Qt::Key(event->key()));
        return;
    case Qt::Key_Home:
        setFocusedNode(0);
        return;
    case Qt::Key_End:
        setFocusedNode(last);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        choose(m_focused);
        return;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        setZoom(m_zoom * kZoomStep);
        return;
    case Qt::Key_Minus:
        setZoom(m_zoom / kZoomStep);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void GraphCanvas::mouseReleaseEvent(QMouseEvent *event)
{
    const int node = nodeAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && node >= 0)
        choose(node);
    else
        QWidget::mouseReleaseEvent(event);
}

void GraphCanvas::wheelEvent(QWheelEvent *event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier)) {
        event->ignore(); // The scroll area's.
        return;
    }
    setZoom(m_zoom * std::pow(kZoomStep, event->angleDelta().y() / 120.0));
    event->accept();
}

void GraphCanvas::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    if (m_scene && !m_scene->graph.isEmpty() && event->reason() != Qt::MouseFocusReason)
        setFocusedNode(m_focused >= 0 ? m_focused : std::max(m_selected, 0));
    update();
}

void GraphCanvas::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

bool GraphCanvas::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int node = nodeAt(help->pos());
        if (node < 0) {
            QToolTip::hideText();
            event->ignore();
            return true;
        }
        QToolTip::showText(
            help->globalPos(),
            QStringLiteral("<p>%1</p>").arg(GraphText::spoken(*m_scene, node).toHtmlEscaped()),
            this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace Gapline
