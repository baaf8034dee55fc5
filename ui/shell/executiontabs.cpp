// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/executiontabs.h"

#include "core/domain/displaytext.h"
#include "ui/fleet/executionlist.h"
#include "ui/shell/actions.h"
#include "ui/timeline/timelinewidget.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QMouseEvent>
#include <QScopedValueRollback>

namespace Gapline {
namespace {

// Ids begin alike and differ at their ends.
constexpr qsizetype kShownCharacters = 24;
constexpr qsizetype kSpokenCharacters = 120;

QString shortId(const QString &id)
{
    const QString whole = displayText(id, kSpokenCharacters);
    if (whole.size() <= kShownCharacters)
        return whole;
    return whole.left(8) + u'…' + whole.right(kShownCharacters - 9);
}

} // namespace

ExecutionTabs::ExecutionTabs(Workspace &workspace,
                             Actions &actions,
                             TimelineWidget &timeline,
                             ExecutionList &executions,
                             QWidget *parent)
    : QTabBar(parent)
    , m_workspace(workspace)
    , m_timeline(timeline)
    , m_executions(executions)
{
    setAccessibleName(tr("Open executions"));
    setDocumentMode(true);
    setExpanding(false);
    setMovable(true);
    setTabsClosable(true);
    setUsesScrollButtons(true);
    setElideMode(Qt::ElideNone);
    connect(this, &QTabBar::currentChanged, this, [this](int index) {
        if (!m_isShowing)
            m_workspace.showTab(index);
    });
    connect(this, &QTabBar::tabBarClicked, this, [this](int index) {
        if (index >= 0)
            emit chosen();
    });
    connect(this, &QTabBar::tabCloseRequested, &workspace, &Workspace::closeTab);
    connect(this, &QTabBar::tabMoved, this, [this](int from, int to) {
        if (!m_isShowing)
            m_workspace.moveTab(from, to);
    });
    connect(&workspace, &Workspace::tabsChanged, this, &ExecutionTabs::showTabs);
    connect(&workspace, &Workspace::currentViewChanged, this, &ExecutionTabs::takeLook);
    connect(&timeline, &TimelineWidget::stateChanged, this, [this] {
        if (!m_isShowing && m_workspace.currentTab() >= 0)
            m_workspace.setLookOfTab(m_workspace.currentTab(), m_timeline.saveState());
    });
    connectActions(actions);
    showTabs();
    takeLook(); // Something may be open before the window is made.
}

void ExecutionTabs::connectActions(Actions &actions)
{
    const auto on = [this](QAction *action, auto slot) {
        connect(action, &QAction::triggered, this, slot);
    };
    on(actions.nextTab, [this] { step(1); });
    on(actions.previousTab, [this] { step(-1); });
    on(actions.closeTab, [this] { m_workspace.closeTab(m_workspace.currentTab()); });
    on(actions.openInNewTab, [this] {
        for (const ExecutionId &id : m_executions.selectedIds())
            m_workspace.openInNewTab(id);
    });
    const auto allow = [this, next = actions.nextTab, previous = actions.previousTab] {
        next->setEnabled(m_workspace.tabs().size() > 1);
        previous->setEnabled(m_workspace.tabs().size() > 1);
    };
    connect(&m_workspace, &Workspace::tabsChanged, this, allow);
    allow();
}

void ExecutionTabs::step(int by)
{
    const int count = int(m_workspace.tabs().size());
    if (count > 1)
        m_workspace.showTab((m_workspace.currentTab() + by + count) % count);
    emit chosen();
}

void ExecutionTabs::showTabs()
{
    const QScopedValueRollback<bool> guard(m_isShowing, true);
    const QList<ExecutionId> ids = m_workspace.tabs();
    while (count() > ids.size())
        removeTab(count() - 1);
    while (count() < ids.size())
        addTab(QString());
    for (int i = 0; i < count(); ++i) {
        const QString id = ids[i].text();
        QString text = shortId(id);
        setTabText(i, text.replace(u'&', QLatin1String("&&")));
        setTabToolTip(i, QStringLiteral("<p>%1</p>").arg(displayText(id).toHtmlEscaped()));
        setAccessibleTabName(i, displayText(id, kSpokenCharacters));
    }
    setCurrentIndex(m_workspace.currentTab());
    setVisible(count() > 1);
}

/// The tab that is shown now brings its axis and its folding with it; a new one takes over what there is.
void ExecutionTabs::takeLook()
{
    const int tab = m_workspace.currentTab();
    if (tab < 0)
        return;
    const QScopedValueRollback<bool> guard(m_isShowing, true);
    const QByteArray look = m_workspace.lookOfTab(tab);
    if (look.isEmpty())
        m_workspace.setLookOfTab(tab, m_timeline.saveState());
    else
        m_timeline.restoreState(look);
}

void ExecutionTabs::mouseReleaseEvent(QMouseEvent *event)
{
    const int tab = tabAt(event->position().toPoint());
    if (event->button() == Qt::MiddleButton && tab >= 0)
        m_workspace.closeTab(tab);
    else
        QTabBar::mouseReleaseEvent(event);
}

} // namespace Gapline
