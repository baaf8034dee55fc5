// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"
#include "ui/workspace/workspace.h"

#include <QStatusBar>

// The part of MainWindow that reads again what it shows, and says from where.

namespace Gapline {

void MainWindow::refresh()
{
    m_workspace.refresh();
    tellFromWhere();
}

void MainWindow::refreshExecutions()
{
    m_workspace.refreshExecutions();
    tellFromWhere();
}

void MainWindow::tryAgain()
{
    // Without a connection nothing can be asked again: it is the cache that is read, and that is said.
    if (m_workspace.isOffline() || !m_workspace.hasConnection())
        refresh();
    else
        m_workspace.retryNow();
}

void MainWindow::tellFromWhere()
{
    if (m_workspace.isOffline())
        statusBar()->showMessage(
            tr("Working offline: read again from the cache, nothing was fetched"), kRemarkMs);
    else if (!m_workspace.hasConnection())
        statusBar()->showMessage(
            tr("Not connected: read again from the cache, nothing was fetched"), kRemarkMs);
}

} // namespace Gapline
