// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTabBar>

namespace Gapline {

class Actions;
class ExecutionList;
class TimelineWidget;
class Workspace;

/// A tab for each open execution, above what is shown of it; hidden while there is only one. Keeps for each tab how the
/// timeline looks in it. Lives on the UI thread.
class ExecutionTabs : public QTabBar
{
    Q_OBJECT

public:
    /// All must outlive it.
    ExecutionTabs(Workspace &workspace,
                  Actions &actions,
                  TimelineWidget &timeline,
                  ExecutionList &executions,
                  QWidget *parent);

signals:
    /// A tab was chosen, also the one that is shown already.
    void chosen();

protected:
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    void connectActions(Actions &actions);
    void showTabs();
    void takeLook();
    void step(int by);

    Workspace &m_workspace;
    TimelineWidget &m_timeline;
    ExecutionList &m_executions;
    bool m_isShowing = false; ///< What changes now was not changed by the user.
};

} // namespace Gapline
