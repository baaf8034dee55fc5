// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QObject>

#include <memory>

namespace Gapline {

class Actions;
class ViewHistory;
class Workspace;

/// Lets Undo and Redo act on the history of the open execution, and names what they would undo. Lives on the UI
/// thread.
class HistoryCommands : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive it.
    HistoryCommands(Workspace &workspace, Actions &actions, QObject *parent);
    ~HistoryCommands() override;

private:
    void takeView();
    void showSteps();

    Workspace &m_workspace;
    Actions &m_actions;
    SystemClock m_clock;
    std::unique_ptr<ViewHistory> m_history; ///< Null while nothing is open.
};

} // namespace Gapline
