// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinecanvas.h"
#include "ui/timeline/timelinecontent.h"
#include "ui/workspace/streamjumps.h"

#include <QKeyEvent>
#include <QToolTip>

namespace Gapline {
namespace {

constexpr double kKeyZoom = 0.6;

} // namespace

void TimelineCanvas::keyPressEvent(QKeyEvent *event)
{
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    const bool isShift = modifiers == Qt::ShiftModifier;
    const bool isPlain = modifiers == Qt::NoModifier || isShift;
    QToolTip::hideText();
    m_cardTimer.stop();
    if (isPlain && pressZoomKey(event->key()))
        return;
    if (isPlain && pressJumpKey(event->key(), isShift)) {
        m_cardTimer.start();
        return;
    }
    QWidget::keyPressEvent(event);
}

bool TimelineCanvas::pressZoomKey(int key)
{
    const AxisRange visible = m_content->visibleRange();
    const std::optional<SeqRange> selection = m_content->selection();
    // What is selected stays in sight; without it the middle does.
    double anchor = (visible.from + visible.to) / 2;
    if (selection) {
        const PixelSpan column = m_content->columnOf(*selection, width());
        const double middle = (column.left + column.right) / 2;
        if (middle >= 0 && middle <= width())
            anchor = m_content->scale(width()).positionAt(middle);
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
        m_content->selectAndReveal(SeqRange{*seq, *seq});
}

void TimelineCanvas::moveToLane(int step)
{
    const TimelineIndex &index = *m_content->index();
    const VisibleSeqs visible = m_content->view()->visibleSeqs();
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
