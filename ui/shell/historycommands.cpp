// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/historycommands.h"

#include "ui/shell/actions.h"
#include "ui/workspace/viewhistory.h"
#include "ui/workspace/workspace.h"

#include <QAction>

namespace Gapline {
namespace {

/// Menus read "&" as a mnemonic, and types and texts may hold one.
QString named(const QString &verb, QString step)
{
    return step.isEmpty() ? verb : verb + u' ' + step.replace(u'&', QLatin1String("&&"));
}

} // namespace

HistoryCommands::HistoryCommands(Workspace &workspace, Actions &actions, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_actions(actions)
{
    connect(&workspace, &Workspace::currentViewChanged, this, &HistoryCommands::takeView);
    connect(actions.undo, &QAction::triggered, this, [this] {
        if (m_history)
            m_history->undo();
    });
    connect(actions.redo, &QAction::triggered, this, [this] {
        if (m_history)
            m_history->redo();
    });
    takeView();
}

HistoryCommands::~HistoryCommands() = default;

void HistoryCommands::takeView()
{
    m_history.reset();
    if (StreamView *view = m_workspace.currentView()) {
        m_history = std::make_unique<ViewHistory>(*view, m_clock);
        connect(m_history.get(), &ViewHistory::changed, this, &HistoryCommands::showSteps);
    }
    showSteps();
}

void HistoryCommands::showSteps()
{
    m_actions.undo->setEnabled(m_history && m_history->canUndo());
    m_actions.redo->setEnabled(m_history && m_history->canRedo());
    m_actions.undo->setText(named(tr("&Undo"), m_history ? m_history->undoText() : QString()));
    m_actions.redo->setText(named(tr("&Redo"), m_history ? m_history->redoText() : QString()));
}

} // namespace Gapline
