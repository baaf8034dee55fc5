// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workspace/workspace.h"

#include <QObject>
#include <QPointer>

class QMainWindow;

namespace Gapline {

class Actions;
class FleetPage;
class InspectPage;
class ReplayDialog;

/// The ways to a replay: Reconcile menu, page of the comparison, detail of an execution. Lives on the UI thread.
class ReplayCommands : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it.
    ReplayCommands(Workspace &workspace,
                   Actions &actions,
                   FleetPage &fleet,
                   InspectPage &inspect,
                   QMainWindow &window);

signals:
    void noticed(const QString &message);

private:
    void refresh();
    void open(const std::optional<ExecutionId> &only);
    void tell(const ReplayOutcome &outcome);

    Workspace &m_workspace;
    Actions &m_actions;
    InspectPage &m_inspect;
    QMainWindow &m_window;
    QPointer<ReplayDialog> m_dialog;
};

} // namespace Gapline
