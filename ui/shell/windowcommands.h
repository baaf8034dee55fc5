// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/helpwindow.h"

#include <QObject>
#include <QPointer>

class QMainWindow;

namespace Gapline {

class Actions;
class CommandPalette;
class Workspace;

/// What the window does about itself: command palette, help, full screen. Lives on the UI thread.
class WindowCommands : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it.
    WindowCommands(Workspace &workspace, Actions &actions, QMainWindow &window);

private:
    void openPalette();
    void openHelp(HelpTopic topic);

    Workspace &m_workspace;
    QMainWindow &m_window;
    QPointer<CommandPalette> m_palette;
    QPointer<HelpWindow> m_help;
};

} // namespace Gapline
