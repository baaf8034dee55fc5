// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace Gapline {

class GraphPane;
class Workspace;

/// The graph of what is open in a window of its own, with room to look at. Goes with what is open.
class GraphWindow : public QDialog
{
    Q_OBJECT

public:
    /// `workspace` must outlive the window.
    explicit GraphWindow(Workspace &workspace, QWidget *parent = nullptr);

    [[nodiscard]] GraphPane *pane() const { return m_pane; }

signals:
    void noticed(const QString &message);

private:
    void follow();

    Workspace &m_workspace;
    GraphPane *m_pane;
};

} // namespace Gapline
