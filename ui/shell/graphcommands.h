// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

class QMainWindow;

namespace Gapline {

class Actions;
class GraphWindow;
class InspectPage;
class Workspace;

/// Shows the definition's graph in a window of its own. Lives on the UI thread.
class GraphCommands : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it.
    GraphCommands(Workspace &workspace, Actions &actions, InspectPage &page, QMainWindow &window);

signals:
    void noticed(const QString &message);

private:
    void show();

    Workspace &m_workspace;
    QMainWindow &m_window;
    QPointer<GraphWindow> m_graph;
};

} // namespace Gapline
