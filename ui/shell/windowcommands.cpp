// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/windowcommands.h"

#include "ui/shell/actions.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/paletteentries.h"
#include "ui/shell/shortcutpage.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QMainWindow>
#include <QMenuBar>

#include <array>
#include <utility>

namespace Gapline {

WindowCommands::WindowCommands(Workspace &workspace, Actions &actions, QMainWindow &window)
    : QObject(&window)
    , m_workspace(workspace)
    , m_window(window)
{
    connect(actions.commandPalette, &QAction::triggered, this, &WindowCommands::openPalette);
    const std::array<std::pair<QAction *, HelpTopic>, 6> topics{{
        {actions.shortcuts, HelpTopic::Shortcuts},
        {actions.helpGaps, HelpTopic::Gaps},
        {actions.helpCoverage, HelpTopic::Coverage},
        {actions.helpVerdicts, HelpTopic::Verdicts},
        {actions.helpFilters, HelpTopic::Filters},
        {actions.helpCommandLine, HelpTopic::CommandLine},
    }};
    for (const auto &[action, topic] : topics) {
        connect(action, &QAction::triggered, this, [this, shown = topic] { openHelp(shown); });
    }
    connect(actions.fullScreen, &QAction::triggered, this, [this](bool isFull) {
        m_window.setWindowState(isFull ? m_window.windowState() | Qt::WindowFullScreen
                                       : m_window.windowState() & ~Qt::WindowFullScreen);
    });
}

void WindowCommands::openPalette()
{
    if (m_palette)
        return;
    m_palette = new CommandPalette(paletteEntries(*m_window.menuBar(), m_workspace), &m_window);
    m_palette->setAttribute(Qt::WA_DeleteOnClose);
    m_palette->open();
}

void WindowCommands::openHelp(HelpTopic topic)
{
    if (!m_help) {
        m_help = new HelpWindow(shortcutPage(*m_window.menuBar()), &m_window);
        m_help->setAttribute(Qt::WA_DeleteOnClose);
        m_help->show();
    }
    m_help->showTopic(topic);
    m_help->raise();
    m_help->activateWindow();
}

} // namespace Gapline
