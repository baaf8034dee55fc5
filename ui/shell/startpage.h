// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace Gapline {

class Actions;
class WindowSettings;
class Workspace;

/// What stands in the middle while no execution is open: why, and what to do next.
class StartPage : public QWidget
{
    Q_OBJECT

public:
    StartPage(Workspace &workspace,
              const WindowSettings &settings,
              const Actions &actions,
              QWidget *parent = nullptr);

private:
    void refresh();
    void showRecent();

    Workspace &m_workspace;
    const WindowSettings &m_settings;
    const Actions &m_actions;
    QLabel *m_title = nullptr;
    QLabel *m_text = nullptr;
    QWidget *m_sandbox = nullptr;
    QWidget *m_connect = nullptr;
    QVBoxLayout *m_recent = nullptr;
};

} // namespace Gapline
