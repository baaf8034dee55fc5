// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinecanvas.h"

#include "ui/timeline/receiverlane.h"
#include "ui/timeline/timelineaccessible.h"
#include "ui/timeline/timelinecontent.h"
#include "ui/timeline/timelineruler.h"
#include "ui/timeline/timelinetext.h"
#include "ui/workspace/streamjumps.h"

#include <QApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <cmath>

namespace Gapline {
namespace {

/// A seq never takes more than this: wider cells would show nothing more.
constexpr double kMostPixelsPerSeq = 80;
constexpr double kWheelZoom = 0.8;
constexpr double kKeyZoom = 0.6;
constexpr double kWheelPan = 0.1; ///< Share of the visible range.

SeqRange oneSeq(Seq seq)
{
    return {seq, seq};
}

} // namespace

TimelineCanvas::TimelineCanvas(TimelineContent *content, QWidget *parent)
    : QWidget(parent)
    , m_content(content)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Timeline"));
    setMinimumHeight(LaneGeometry::kHeader + 2 * LaneGeometry::kLeastLane);
    connect(content, &TimelineContent::indexChanged, this, [this] {
        m_overlay.hoveredEvent.reset();
        update();
    });
    connect(content, &TimelineContent::rangeChanged, this, [this] {
        // Something else lies under the pointer now.
        m_overlay.hoveredEvent.reset();
        update();
    });
    connect(content, &TimelineContent::selectionChanged, this, [this] {
        update();
        announceSelection(this);
    });
    installTimelineAccessible();
}

void TimelineCanvas::setGeometryOfLanes(const LaneGeometry &lanes)
{
    if (m_lanes == lanes)
        return;
    m_lanes = lanes;
    update();
}

const TimelineScene &TimelineCanvas::scene() const
{
    const QFont font = TimelineRuler::labelFont(this->font());
    TimelineLayoutOptions options;
    options.firstLane = m_lanes.firstVisible();
    options.laneCount = m_lanes.visibleCount();
    options.devicePixelRatio = devicePixelRatioF();
    options.digitWidth = QFontMetricsF(font).horizontalAdvance(u'0');
    options.rulerLabelWidth = TimelineRuler::labelWidth(*m_content, font);
    return m_content->scene(width(), options);
}

std::optional<QPointF> TimelineCanvas::centreOf(Seq seq) const
{
    const TimelineIndex &index = *m_content->index();
    const double x = m_content->scale(width()).centreOf(seq);
    if (x < 0 || x > width())
        return std::nullopt;
    const std::optional<qsizetype> event = index.stream().indexOf(seq);
    if (!event)
        return QPointF(x, LaneGeometry::kHeader / 2.0);
    return QPointF(x, m_lanes.middleOf(index.lanes().laneOf(index.stream().stepIndexAt(*event))));
}

void TimelineCanvas::paintEvent(QPaintEvent *)
{
    const TimelinePalette colors = timelinePalette(isDark(palette()));
    QPainter painter(this);
    const TimelineIndex &index = *m_content->index();
    if (index.stream().highestKnownSeq() == Seq{0}) {
        painter.fillRect(rect(), colors.lane);
        painter.setPen(colors.labelText);
        // A long stream takes a moment; until then nothing may be said of it.
        const bool isReading = m_content->view() && !m_content->view()->isLoaded();
        painter.drawText(rect(),
                         Qt::AlignCenter,
                         isReading                     ? tr("Reading from the cache …")
                             : m_content->isBuilding() ? tr("Drawing …")
                                                       : tr("No events scanned yet"));
        return;
    }
    m_overlay.selection = m_content->selection();
    m_overlay.selectedEvent.reset();
    if (m_overlay.selection && m_overlay.selection->count() == 1) {
        if (const auto event = index.stream().indexOf(m_overlay.selection->first))
            m_overlay.selectedEvent = quint32(*event);
    }
    const TimelineScene &scene = this->scene();
    m_painter.paint(painter, size(), index, scene, m_lanes, colors, m_overlay);
    if (const StreamView *view = m_content->view(); view && view->deliveries()) {
        const QRectF lanes = QRectF(rect()).adjusted(0, LaneGeometry::kHeader, 0, 0);
        const TimelineScale scale = m_content->scale(width());
        paintOutageBands(painter, lanes, *view->deliveries(), scale, colors.isDark);
    }
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(QPen(colors.mark(EventCategory::Execution), 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void TimelineCanvas::resizeEvent(QResizeEvent *)
{
    m_content->setMinimumRange(width() / kMostPixelsPerSeq);
}

TimelineHit TimelineCanvas::hitAt(QPointF point) const
{
    return hitTest(*m_content->index(), scene(), point.x(), m_lanes.laneAt(int(point.y())));
}

bool TimelineCanvas::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        showToolTip(help->globalPos(), help->pos());
        return true;
    }
    return QWidget::event(event);
}

void TimelineCanvas::showToolTip(QPoint globalPosition, QPointF point)
{
    const QString said = TimelineText::hit(*m_content->index(), hitAt(point), m_zone);
    if (said.isEmpty()) {
        QToolTip::hideText();
        return;
    }
    // Escaped, as tooltips guess at rich text; the outer element keeps the line breaks.
    const QString text =
        QStringLiteral("<p style='white-space:pre'>%1</p>").arg(said.toHtmlEscaped());
    QToolTip::showText(globalPosition, text, this);
}

void TimelineCanvas::hover(QPointF point)
{
    const std::optional<quint32> event = hitAt(point).event;
    setCursor(event ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (event == m_overlay.hoveredEvent)
        return;
    m_overlay.hoveredEvent = event;
    update();
}

void TimelineCanvas::leaveEvent(QEvent *)
{
    m_overlay.hoveredEvent.reset();
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

SeqRange TimelineCanvas::draggedRange(double x) const
{
    const TimelineScale scale = m_content->scale(width());
    const auto whole = m_content->wholeRange();
    const Seq first{qint64(whole.from)};
    const Seq last{qint64(whole.to) - 1};
    const Seq from = std::clamp(scale.seqAt(std::min(m_pressedAt.x(), x)), first, last);
    const Seq to = std::clamp(scale.seqAt(std::max(m_pressedAt.x(), x)), first, last);
    return {from, to};
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
        m_overlay.hoveredEvent.reset();
        setCursor(Qt::ClosedHandCursor);
    }
    switch (m_drag) {
    case Drag::None:
        hover(at);
        break;
    case Drag::Pressed:
        break;
    case Drag::Pan: {
        const double seqs = -moved.x() * m_pressedRange.width() / width();
        m_content->show(pannedBy(m_pressedRange, seqs, m_content->wholeRange()));
        emit scrolled(int(at.y() - m_lastPosition.y()));
        break;
    }
    case Drag::Range:
        m_overlay.rubberBand = draggedRange(at.x());
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

void TimelineCanvas::keyPressEvent(QKeyEvent *event)
{
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    const bool isShift = modifiers == Qt::ShiftModifier;
    const bool isPlain = modifiers == Qt::NoModifier || isShift;
    if (isPlain && (pressZoomKey(event->key()) || pressJumpKey(event->key(), isShift)))
        return;
    QWidget::keyPressEvent(event);
}

bool TimelineCanvas::pressZoomKey(int key)
{
    const AxisRange visible = m_content->visibleRange();
    const std::optional<SeqRange> selection = m_content->selection();
    // What is selected stays in sight; without it the middle does.
    double anchor = (visible.from + visible.to) / 2;
    if (selection) {
        const double middle = double(selection->first.value + selection->last.value + 1) / 2;
        if (middle >= visible.from && middle <= visible.to)
            anchor = middle;
    }
    switch (key) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        m_content->zoomAt(anchor, kKeyZoom);
        return true;
    case Qt::Key_Minus:
    case Qt::Key_Underscore:
        m_content->zoomAt(anchor, 1 / kKeyZoom);
        return true;
    case Qt::Key_0:
        m_content->zoomToWhole();
        return true;
    case Qt::Key_PageUp:
        m_content->panBy(-visible.width() * 0.9);
        return true;
    case Qt::Key_PageDown:
        m_content->panBy(visible.width() * 0.9);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (selection)
            m_content->zoomTo(*selection);
        return selection.has_value();
    default:
        return false;
    }
}

bool TimelineCanvas::pressJumpKey(int key, bool isShift)
{
    StreamView *view = m_content->view();
    if (!view)
        return false;
    const StreamRows &rows = *view->rows();
    const Direction direction = isShift ? Direction::Back : Direction::Forward;
    switch (key) {
    case Qt::Key_Left:
        jumpTo(*view, JumpTarget::Event, Direction::Back);
        return true;
    case Qt::Key_Right:
        jumpTo(*view, JumpTarget::Event, Direction::Forward);
        return true;
    case Qt::Key_Up:
        moveToLane(-1);
        return true;
    case Qt::Key_Down:
        moveToLane(1);
        return true;
    case Qt::Key_Home:
        selectSeq(nextEvent(rows, {0}, Direction::Forward));
        return true;
    case Qt::Key_End:
        selectSeq(nextEvent(rows, {kMaxSafeInteger + 1}, Direction::Back));
        return true;
    case Qt::Key_G:
        jumpTo(*view, JumpTarget::Gap, direction);
        return true;
    case Qt::Key_F:
        jumpTo(*view, JumpTarget::FailedEvent, direction);
        return true;
    case Qt::Key_S:
        jumpTo(*view, JumpTarget::SameStep, direction);
        return true;
    case Qt::Key_Escape:
        m_content->select(std::nullopt);
        return true;
    default:
        return false;
    }
}

void TimelineCanvas::selectSeq(std::optional<Seq> seq)
{
    if (seq)
        m_content->selectAndReveal(oneSeq(*seq));
}

void TimelineCanvas::moveToLane(int step)
{
    const TimelineIndex &index = *m_content->index();
    const AxisRange visible = m_content->visibleRange();
    const Seq middle{qint64((visible.from + visible.to) / 2)};
    const Seq here = m_content->selection() ? m_content->selection()->first : middle;
    const std::optional<qsizetype> event = index.stream().indexOf(here);
    qint64 lane = event ? index.lanes().laneOf(index.stream().stepIndexAt(*event)) : -1;
    // Lanes whose events are all hidden by the filter are passed over.
    for (lane += step; lane >= 0 && lane < index.lanes().count(); lane += step) {
        if (const std::optional<Seq> seq = nearestInLane(index, quint32(lane), here)) {
            selectSeq(seq);
            return;
        }
    }
}

} // namespace Gapline
