// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/viewhistory.h"

#include "ui/workspace/streamview.h"

#include <QScopedValueRollback>
#include <QTimer>

#include <utility>

namespace Gapline {
namespace {

// Changes of one kind that follow upon each other so quickly are one gesture.
constexpr std::chrono::milliseconds kGesture(1000);

enum class ChangeKind
{
    Text, ///< Only the words of the filter.
    Filter,
    Selection,
    Zoom,
};

ChangeKind kindOf(const ViewState &before, const ViewState &after)
{
    StreamFilter withText = before.filter;
    withText.events.text = after.filter.events.text;
    if (before.filter != after.filter)
        return withText == after.filter ? ChangeKind::Text : ChangeKind::Filter;
    if (before.showsGapRows != after.showsGapRows)
        return ChangeKind::Filter;
    return before.selection != after.selection ? ChangeKind::Selection : ChangeKind::Zoom;
}

} // namespace

ViewHistory::ViewHistory(StreamView &view, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_view(&view)
    , m_clock(clock)
    , m_now(viewStateOf(view))
    , m_isRecording(view.isLoaded())
{
    connect(&view, &StreamView::filterChanged, this, &ViewHistory::note);
    connect(&view, &StreamView::visibleSeqsChanged, this, &ViewHistory::note);
    connect(&view, &StreamView::selectionChanged, this, &ViewHistory::note);
    connect(&view, &QObject::destroyed, this, &ViewHistory::changed);
    // What is restored or pointed out when a stream arrives comes in the same turn.
    connect(&view, &StreamView::streamChanged, this, [this] {
        if (!m_isRecording && !m_view->stream()->isEmpty())
            QTimer::singleShot(0, this, [this] { m_isRecording = true; });
    });
}

void ViewHistory::note()
{
    if (m_isGoing || !m_view)
        return;
    const ViewState before = std::exchange(m_now, viewStateOf(*m_view));
    if (!m_isRecording || m_view->isTakingStream() || before == m_now)
        return;
    if (belongsToLast(m_now)) {
        m_steps.back().after = m_now;
        m_steps.back().at = m_clock.monotonic();
    } else {
        m_steps.resize(m_done);
        m_steps.push_back({before, m_now, m_clock.monotonic()});
        if (m_steps.size() > kMostSteps)
            m_steps.erase(m_steps.begin());
    }
    m_done = m_steps.size();
    if (!std::exchange(m_isSameTurn, true))
        QTimer::singleShot(0, this, [this] { m_isSameTurn = false; });
    emit changed();
}

bool ViewHistory::belongsToLast(const ViewState &now) const
{
    if (m_steps.empty() || m_done != m_steps.size())
        return false;
    if (m_isSameTurn)
        return true;
    const Step &last = m_steps.back();
    const ChangeKind kind = kindOf(last.after, now);
    return kind != ChangeKind::Filter && kind == kindOf(last.before, last.after)
        && m_clock.monotonic() - last.at < kGesture;
}

QString ViewHistory::undoText() const
{
    return canUndo() ? viewChangeText(m_steps[m_done - 1].before, m_steps[m_done - 1].after)
                     : QString();
}

QString ViewHistory::redoText() const
{
    return canRedo() ? viewChangeText(m_steps[m_done].before, m_steps[m_done].after) : QString();
}

void ViewHistory::undo()
{
    if (!canUndo())
        return;
    const Step &step = m_steps[--m_done];
    go(step.after, step.before);
}

void ViewHistory::redo()
{
    if (!canRedo())
        return;
    const Step &step = m_steps[m_done++];
    go(step.before, step.after);
}

/// Only what the step itself changed: a stream that grew meanwhile keeps its place under another filter.
void ViewHistory::go(const ViewState &from, const ViewState &to)
{
    {
        const QScopedValueRollback<bool> guard(m_isGoing, true);
        ViewState state = viewStateOf(*m_view);
        if (from.filter != to.filter)
            state.filter = to.filter;
        if (from.showsGapRows != to.showsGapRows)
            state.showsGapRows = to.showsGapRows;
        if (from.selection != to.selection)
            state.selection = to.selection;
        if (from.visible != to.visible)
            state.visible = to.visible;
        applyViewState(*m_view, state);
        m_now = viewStateOf(*m_view);
    }
    m_isSameTurn = false;
    emit changed();
}

} // namespace Gapline
