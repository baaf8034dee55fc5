// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/historycommands.h"

#include "ui/shell/actions.h"
#include "ui/workspace/streamview.h"
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
    m_history = nullptr;
    std::erase_if(m_histories, [](const auto &known) { return known.first.isNull(); });
    StreamView *view = m_workspace.currentView();
    for (const auto &[known, history] : m_histories) {
        disconnect(history.get(), nullptr, this, nullptr);
        if (known == view)
            m_history = history.get();
    }
    if (view && !m_history) {
        m_histories.emplace_back(view, std::make_unique<ViewHistory>(*view, m_clock));
        m_history = m_histories.back().second.get();
    }
    if (m_history)
        connect(m_history, &ViewHistory::changed, this, &HistoryCommands::showSteps);
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
