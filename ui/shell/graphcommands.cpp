// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/graphcommands.h"

#include "ui/graph/graphwindow.h"
#include "ui/inspect/inspectpage.h"
#include "ui/shell/actions.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QMainWindow>

namespace Gapline {

GraphCommands::GraphCommands(Workspace &workspace,
                             Actions &actions,
                             InspectPage &page,
                             QMainWindow &window)
    : QObject(&window)
    , m_workspace(workspace)
    , m_window(window)
{
    connect(actions.showGraph, &QAction::triggered, this, &GraphCommands::show);
    connect(&page, &InspectPage::graphWindowWanted, this, &GraphCommands::show);
}

void GraphCommands::show()
{
    if (!m_workspace.currentView())
        return;
    if (!m_graph) {
        m_graph = new GraphWindow(m_workspace, &m_window);
        m_graph->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_graph, &GraphWindow::noticed, this, &GraphCommands::noticed);
        m_graph->show();
    }
    m_graph->raise();
    m_graph->activateWindow();
}

} // namespace Gapline
