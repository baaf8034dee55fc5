// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinecanvas.h"
#include "ui/timeline/timelinecontent.h"

#include <QApplication>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace Gapline {
namespace {

constexpr double kWheelZoom = 0.8;
constexpr double kWheelPan = 0.1; ///< Share of the visible range.

SeqRange oneSeq(Seq seq)
{
    return {seq, seq};
}

} // namespace

void TimelineCanvas::hover(QPointF point)
{
    const std::optional<quint32> event = hitAt(point).event;
    setCursor(event ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (event == m_hoveredEvent)
        return;
    m_hoveredEvent = event;
    update();
}

void TimelineCanvas::leaveEvent(QEvent *)
{
    m_hoveredEvent.reset();
    update();
}

void TimelineCanvas::wheelEvent(QWheelEvent *event)
{
    const QPoint angle = event->angleDelta();
    const double width = m_content->visibleRange().width();
    const bool isShift = event->modifiers().testFlag(Qt::ShiftModifier);
    if (std::abs(angle.x()) > std::abs(angle.y()) || isShift) {
        // Shift turns the wheel sideways on some platforms already.
        const int turned = angle.x() != 0 ? angle.x() : angle.y();
        m_content->panBy(-turned / 120.0 * kWheelPan * width);
    } else {
        const double position = m_content->scale(this->width()).positionAt(event->position().x());
        m_content->zoomAt(position, std::pow(kWheelZoom, angle.y() / 120.0));
    }
    hover(event->position());
    event->accept();
}

std::optional<SeqRange> TimelineCanvas::draggedRange(double x) const
{
    return m_content->seqsBetween(
        std::min(m_pressedAt.x(), x), std::max(m_pressedAt.x(), x), width());
}

void TimelineCanvas::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_pressedAt = event->position();
    m_lastPosition = m_pressedAt;
    m_pressedRange = m_content->visibleRange();
    const bool isShift = event->modifiers().testFlag(Qt::ShiftModifier);
    m_drag = isShift ? Drag::Range : Drag::Pressed;
}

void TimelineCanvas::mouseMoveEvent(QMouseEvent *event)
{
    const QPointF at = event->position();
    const QPointF moved = at - m_pressedAt;
    if (m_drag == Drag::Pressed && moved.manhattanLength() >= QApplication::startDragDistance()) {
        m_drag = Drag::Pan;
        m_hoveredEvent.reset();
        setCursor(Qt::ClosedHandCursor);
    }
    switch (m_drag) {
    case Drag::None:
        hover(at);
        break;
    case Drag::Pressed:
        break;
    case Drag::Pan: {
        const double distance = -moved.x() * m_pressedRange.width() / width();
        m_content->show(pannedBy(m_pressedRange, distance, m_content->wholeRange()));
        emit scrolled(int(at.y() - m_lastPosition.y()));
        break;
    }
    case Drag::Range:
        m_overlay.rubberBand = TimelineOverlay::Column{std::min(m_pressedAt.x(), at.x()),
                                                       std::max(m_pressedAt.x(), at.x())};
        if (const auto seqs = draggedRange(at.x()); seqs && !m_content->times()) {
            const PixelSpan column = m_content->columnOf(*seqs, width());
            m_overlay.rubberBand = TimelineOverlay::Column{column.left, column.right};
        }
        update();
        break;
    }
    m_lastPosition = at;
}

void TimelineCanvas::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const Drag drag = std::exchange(m_drag, Drag::None);
    m_overlay.rubberBand.reset();
    unsetCursor();
    if (drag == Drag::Range) {
        m_content->select(draggedRange(event->position().x()));
    } else if (drag == Drag::Pressed) {
        const TimelineHit hit = hitAt(event->position());
        if (hit.event)
            m_content->select(oneSeq(m_content->index()->stream().seqAt(*hit.event)));
        else if (hit.gap)
            m_content->select(hit.gap->range);
        else
            m_content->select(std::nullopt);
    }
    update();
}

void TimelineCanvas::mouseDoubleClickEvent(QMouseEvent *event)
{
    const TimelineHit hit = hitAt(event->position());
    if (hit.event)
        m_content->zoomTo(oneSeq(m_content->index()->stream().seqAt(*hit.event)));
    else if (hit.gap)
        m_content->zoomTo(hit.gap->range);
    m_drag = Drag::None;
}

} // namespace Gapline
