// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QObject>
#include <QPointer>

#include <memory>
#include <utility>
#include <vector>

namespace Gapline {

class Actions;
class StreamView;
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
    /// Of every view that is open, so that a tab that comes back brings its steps with it.
    std::vector<std::pair<QPointer<StreamView>, std::unique_ptr<ViewHistory>>> m_histories;
    ViewHistory *m_history = nullptr; ///< Of what is shown; null while nothing is open.
};

} // namespace Gapline
