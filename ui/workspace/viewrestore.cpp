// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/viewrestore.h"

#include "ui/workspace/streamview.h"

namespace Gapline {

ViewRestore::ViewRestore(StreamView &view, const ViewState &state)
    : QObject(&view)
    , m_view(view)
    , m_wanted(state)
    , m_applied(viewStateOf(view))
{
    // Once the view has moved by itself to what is new.
    connect(&view, &StreamView::reloaded, this, &ViewRestore::advance);
    connect(&view, &StreamView::deliveriesChanged, this, &ViewRestore::advance);
    advance();
}

void ViewRestore::advance()
{
    if (m_view.stream()->isEmpty())
        return;
    const ViewState now = viewStateOf(m_view);
    // The stream itself moves what is visible; filter and selection are the user's.
    const bool isUntouched = now.filter == m_applied.filter && now.selection == m_applied.selection;
    if (isUntouched) {
        applyViewState(m_view, m_wanted);
        m_applied = viewStateOf(m_view);
    }
    if (!isUntouched || isDone())
        deleteLater();
}

bool ViewRestore::isDone() const
{
    const Seq known = m_view.stream()->highestKnownSeq();
    const bool hasPlaces = (!m_wanted.visible || m_wanted.visible->to <= double(known.value) + 1)
        && (!m_wanted.selection || m_wanted.selection->last <= known);
    return (hasPlaces || m_view.stream()->state().isComplete)
        && m_applied.filter == m_wanted.filter;
}

} // namespace Gapline
