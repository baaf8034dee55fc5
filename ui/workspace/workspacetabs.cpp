// SPDX-License-Identifier: GPL-3.0-or-later
// Which executions are open side by side, and which of them is shown.
#include "ui/workspace/viewrestore.h"
#include "ui/workspace/workspace.h"
#include "ui/workspace/workspace_p.h"

#include <utility>

namespace Gapline {

QList<ExecutionId> Workspace::tabs() const
{
    QList<ExecutionId> ids;
    for (int i = 0; i < d->tabs.count(); ++i)
        ids << d->tabs.at(i).executionId;
    return ids;
}

int Workspace::currentTab() const
{
    return d->tabs.current();
}

ViewState Workspace::stateOfTab(int index) const
{
    const OpenTabs::Tab &tab = d->tabs.at(index);
    const StreamView *view = index == d->tabs.current() ? d->view.get() : tab.parked.get();
    if (view && (view->isLoaded() || !tab.state))
        return viewStateOf(*view);
    return tab.state.value_or(ViewState());
}

QByteArray Workspace::lookOfTab(int index) const
{
    return d->tabs.at(index).look;
}

void Workspace::setLookOfTab(int index, const QByteArray &look)
{
    d->tabs.at(index).look = look;
}

void Workspace::open(const ExecutionId &executionId)
{
    if (d->view && d->view->executionId() == executionId) {
        refresh();
        return;
    }
    if (const std::optional<int> tab = d->tabs.indexOf(executionId)) {
        showTab(*tab);
        if (d->connection)
            fetchView();
        return;
    }
    const int place = std::max(d->tabs.current(), 0);
    std::unique_ptr<StreamView> left;
    if (d->tabs.current() >= 0) {
        left = std::exchange(d->view, nullptr);
        d->tabs.remove(place);
    }
    d->tabs.insert(place, executionId);
    d->tabs.setCurrent(place);
    showNewView();
    if (left)
        left.release()->deleteLater();
}

void Workspace::openInNewTab(const ExecutionId &executionId)
{
    if (!d->view || d->tabs.indexOf(executionId)) {
        open(executionId);
        return;
    }
    const int place = d->tabs.current() + 1;
    d->tabs.insert(place, executionId);
    showTab(place);
}

void Workspace::addTab(int index, const ExecutionId &executionId, const ViewState &state)
{
    if (d->tabs.indexOf(executionId))
        return;
    const int place = std::clamp(index, 0, d->tabs.count());
    d->tabs.insert(place, executionId);
    d->tabs.at(place).state = state;
    emit tabsChanged();
}

void Workspace::showTab(int index)
{
    if (index < 0 || index >= d->tabs.count() || index == d->tabs.current())
        return;
    parkView();
    d->tabs.setCurrent(index);
    OpenTabs::Tab &tab = d->tabs.at(index);
    if (!tab.parked) {
        showNewView();
    } else {
        d->view = std::move(tab.parked);
        watchView();
        emit tabsChanged();
        emit currentViewChanged();
        d->viewPacer.request();
    }
    for (std::unique_ptr<StreamView> &dropped : d->tabs.makeRoom())
        dropped.release()->deleteLater();
}

void Workspace::closeTab(int index)
{
    if (index < 0 || index >= d->tabs.count())
        return;
    if (d->tabs.count() == 1) {
        closeView();
        return;
    }
    if (index == d->tabs.current())
        showTab(index + 1 < d->tabs.count() ? index + 1 : index - 1);
    if (std::unique_ptr<StreamView> left = d->tabs.remove(index))
        left.release()->deleteLater();
    emit tabsChanged();
}

void Workspace::moveTab(int from, int to)
{
    const int count = d->tabs.count();
    if (from == to || from < 0 || to < 0 || from >= count || to >= count)
        return;
    d->tabs.move(from, to);
    emit tabsChanged();
}

/// A view of the current tab's execution, which is asleep or new.
void Workspace::showNewView()
{
    const OpenTabs::Tab &tab = d->tabs.at(d->tabs.current());
    d->view = std::make_unique<StreamView>(tab.executionId, d->cache);
    if (tab.state)
        new ViewRestore(*d->view, *tab.state);
    watchView();
    emit tabsChanged();
    emit currentViewChanged();
    // The cache reads while the window is still being made.
    d->viewPacer.requestAtOnce();
    if (d->connection)
        fetchView();
}

void Workspace::watchView()
{
    StreamView *view = d->view.get();
    d->viewPacer.reset();
    view->showComparison(d->reconcile.comparison());
    connect(view, &StreamView::failed, this, &Workspace::fail);
    connect(view, &StreamView::reloaded, this, [this] { d->viewPacer.finished(); });
}

void Workspace::parkView()
{
    if (!d->view)
        return;
    disconnect(d->view.get(), nullptr, this, nullptr);
    OpenTabs::Tab &tab = d->tabs.at(d->tabs.current());
    tab.parked = std::move(d->view);
    if (tab.parked->isLoaded())
        tab.state.reset();
}

void Workspace::closeView()
{
    d->viewPacer.reset();
    d->tabs.clear();
    emit tabsChanged();
    if (!d->view)
        return;
    std::unique_ptr<StreamView> left = std::move(d->view);
    emit currentViewChanged();
    left.release()->deleteLater();
}

} // namespace Gapline
