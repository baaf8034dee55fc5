// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/sessionkeeper.h"

#include "ui/fleet/executionlist.h"
#include "ui/settings/windowsettings.h"
#include "ui/shell/actions.h"
#include "ui/workspace/viewlink.h"
#include "ui/workspace/viewrestore.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>

namespace Gapline {
namespace {

const QString kLink = QStringLiteral("session");
const QString kProfile = QStringLiteral("sessionProfile");
const QString kTabs = QStringLiteral("sessionTabs");
const QString kEnds = QStringLiteral("whenEventsArrive");
const QString kOrder = QStringLiteral("executionOrder");

} // namespace

SessionKeeper::SessionKeeper(Workspace &workspace,
                             WindowSettings &settings,
                             Actions &actions,
                             ExecutionList &executions,
                             QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_settings(settings)
    , m_actions(actions)
    , m_executions(executions)
{
    connect(actions.copyLink, &QAction::triggered, this, &SessionKeeper::copyLink);
    const QByteArray ends = settings.layout(kEnds);
    if (ends == "always")
        actions.followEndAlways->trigger();
    else if (ends == "keep")
        actions.keepPlace->trigger();
    executions.setOrder(QString::fromLatin1(settings.layout(kOrder)));
}

void SessionKeeper::copyLink()
{
    const StreamView *view = m_workspace.currentView();
    if (!view)
        return;
    QGuiApplication::clipboard()->setText(viewLinkText({view->executionId(), viewStateOf(*view)}));
    emit noticed(tr("Link to this view copied"));
}

void SessionKeeper::open(Workspace &workspace, const ViewLink &link)
{
    workspace.open(link.executionId);
    if (StreamView *view = workspace.currentView())
        new ViewRestore(*view, link.state);
}

std::optional<ViewLink> SessionKeeper::last(const WindowSettings &settings,
                                            const QString &profileName)
{
    const QString text = QString::fromUtf8(settings.layout(kLink));
    if (text.isEmpty() || settings.layout(kProfile) != profileName.toUtf8())
        return std::nullopt;
    const Result<ViewLink> link = parseViewLink(text);
    return link ? std::optional(*link) : std::nullopt;
}

void SessionKeeper::restoreTabs(Workspace &workspace, const WindowSettings &settings)
{
    // A line for each tab: its link and what the page keeps of it; that of the open one names only its place.
    const QList<QByteArray> lines = settings.layout(kTabs).split('\n');
    for (int i = 0; i < lines.size(); ++i) {
        const QList<QByteArray> parts = lines[i].split('\t');
        const Result<ViewLink> link = parseViewLink(QString::fromUtf8(parts.first()));
        if (!link)
            continue;
        workspace.addTab(i, link->executionId, link->state);
        const int tab = int(workspace.tabs().indexOf(link->executionId));
        if (tab >= 0 && parts.size() > 1)
            workspace.setLookOfTab(tab, QByteArray::fromBase64(parts[1]));
    }
}

void SessionKeeper::saveTabs()
{
    QByteArrayList lines;
    const QList<ExecutionId> tabs = m_workspace.tabs();
    for (int i = 0; i < tabs.size(); ++i)
        lines << viewLinkText({tabs[i], m_workspace.stateOfTab(i)}).toUtf8() + '\t'
                + m_workspace.lookOfTab(i).toBase64();
    m_settings.setLayout(kTabs, lines.size() > 1 ? lines.join('\n') : QByteArray());
}

void SessionKeeper::save()
{
    m_settings.setLayout(kEnds,
                         m_actions.followEndAlways->isChecked() ? QByteArray("always")
                             : m_actions.keepPlace->isChecked() ? QByteArray("keep")
                                                                : QByteArray());
    m_settings.setLayout(kOrder, m_executions.order().toLatin1());
    // The sandbox ends with the program: what was open before it stays what was open last.
    if (m_workspace.isSandbox())
        return;
    saveTabs();
    const StreamView *view = m_workspace.currentView();
    m_settings.setLayout(kLink,
                         view ? viewLinkText({view->executionId(), viewStateOf(*view)}).toUtf8()
                              : QByteArray());
    m_settings.setLayout(kProfile, m_workspace.profile().name.toUtf8());
}

} // namespace Gapline
