// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/replaycommands.h"

#include "ui/inspect/deliverysection.h"
#include "ui/inspect/eventdetail.h"
#include "ui/inspect/inspectpage.h"
#include "ui/reconcile/fleetpage.h"
#include "ui/reconcile/replaydialog.h"
#include "ui/shell/actions.h"

#include <QAction>
#include <QLocale>
#include <QMainWindow>

namespace Gapline {

ReplayCommands::ReplayCommands(Workspace &workspace,
                               Actions &actions,
                               FleetPage &fleet,
                               InspectPage &inspect,
                               QMainWindow &window)
    : QObject(&window)
    , m_workspace(workspace)
    , m_actions(actions)
    , m_inspect(inspect)
    , m_window(window)
{
    connect(actions.replayMissed, &QAction::triggered, this, [this] { open({}); });
    connect(&fleet, &FleetPage::replayWanted, this, &ReplayCommands::open);
    connect(&inspect, &InspectPage::replayWanted, this, [this] {
        if (const StreamView *view = m_workspace.currentView())
            open(view->executionId());
    });
    connect(
        &workspace.reconcile(), &ReconcileView::comparisonChanged, this, &ReplayCommands::refresh);
    connect(&workspace.replay(), &ReplayView::finished, this, &ReplayCommands::tell);
    refresh();
}

void ReplayCommands::refresh()
{
    const ReconcileView &reconcile = m_workspace.reconcile();
    const ComparisonPtr &comparison = reconcile.comparison();
    const bool hasMissed = comparison && comparison->result().totals.of(Verdict::Missed) > 0;
    m_inspect.detail()->delivery()->setReplayable(!reconcile.isMasked());
    m_actions.replayMissed->setEnabled(hasMissed && !reconcile.isMasked());
    m_actions.replayMissed->setToolTip(
        reconcile.isMasked()
            ? tr("The payloads of this case file are masked: replay where the cache is")
            : tr("Send the missed webhooks to the receiver again: first a dry run"));
}

void ReplayCommands::open(const std::optional<ExecutionId> &only)
{
    if (!m_actions.replayMissed->isEnabled())
        return;
    if (!m_dialog) {
        m_dialog = new ReplayDialog(m_workspace, only, &m_window);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
        m_dialog->open();
    }
    m_dialog->raise();
}

void ReplayCommands::tell(const ReplayOutcome &outcome)
{
    const QLocale locale;
    emit noticed(tr("Replay: %1 taken, %2 failed, %3 not sent")
                     .arg(locale.toString(qlonglong(outcome.acknowledged)),
                          locale.toString(qlonglong(outcome.failed)),
                          locale.toString(qlonglong(outcome.left))));
}

} // namespace Gapline
