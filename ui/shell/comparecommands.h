// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/ids.h"

#include <QObject>
#include <QPointer>

class QMainWindow;

namespace Gapline {

class Actions;
class CompareDialog;
class ComparePage;
class ExecutionList;
class Workspace;

/// Everything that the window does about comparing two executions: the commands, the dialog that asks for the other one,
/// the way from a compared step to the step itself. Lives on the UI thread.
class CompareCommands : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it.
    CompareCommands(Workspace &workspace,
                    Actions &actions,
                    ExecutionList &executions,
                    QMainWindow &window);

    /// Made when it is asked for: a start does not wait for it.
    [[nodiscard]] ComparePage &page();

signals:
    /// The comparison's page is to be shown, or to be left for the open execution.
    void pageWanted(bool isWanted);
    void noticed(const QString &message);

private:
    void choose();
    void compare(const ExecutionId &a, const ExecutionId &b);
    void showExecution(const ExecutionId &executionId);
    void showStep(const ExecutionId &executionId, SeqRange seqs);

    Workspace &m_workspace;
    Actions &m_actions;
    ComparePage *m_page = nullptr;
    ExecutionList &m_executions;
    QMainWindow &m_window;
    QPointer<CompareDialog> m_dialog;
};

} // namespace Gapline
