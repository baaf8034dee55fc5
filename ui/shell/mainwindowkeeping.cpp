// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fleet/executionlist.h"
#include "ui/inspect/inspectpage.h"
#include "ui/settings/windowsettings.h"
#include "ui/shell/actions.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/sessionkeeper.h"

#include <QAction>
#include <QCloseEvent>
#include <QSplitter>

// The part of MainWindow that keeps its layout for the next start.

namespace Gapline {

void MainWindow::restoreLayout()
{
    restoreGeometry(m_settings.layout(QStringLiteral("window")));
    m_splitter->restoreState(m_settings.layout(QStringLiteral("columns")));
    m_page->restoreState(m_settings.layout(QStringLiteral("page")));
    restoreState(m_settings.layout(QStringLiteral("docks")));
    m_actions->fullScreen->setChecked(isFullScreen());
    m_actions->showExecutions->setChecked(m_settings.layout(QStringLiteral("list")) != "hidden");
    m_executions->setVisible(m_actions->showExecutions->isChecked());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_settings.setLayout(QStringLiteral("window"), saveGeometry());
    m_settings.setLayout(QStringLiteral("columns"), m_splitter->saveState());
    m_settings.setLayout(QStringLiteral("page"), m_page->saveState());
    m_settings.setLayout(QStringLiteral("docks"), saveState());
    m_settings.setLayout(QStringLiteral("list"),
                         m_actions->showExecutions->isChecked() ? "shown" : "hidden");
    m_session->save();
    QMainWindow::closeEvent(event);
}

} // namespace Gapline
