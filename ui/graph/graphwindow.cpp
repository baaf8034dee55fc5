// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graphwindow.h"

#include "core/domain/displaytext.h"
#include "ui/graph/graphcanvas.h"
#include "ui/graph/graphpane.h"
#include "ui/workspace/workspace.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace Gapline {

GraphWindow::GraphWindow(Workspace &workspace, QWidget *parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_pane(new GraphPane(GraphPane::Room::Window, this))
{
    auto *hint = new QLabel(
        tr("Arrow keys go from node to node, Enter shows its events, + and − zoom."), this);
    hint->setTextFormat(Qt::PlainText);
    hint->setWordWrap(true);
    const auto button = [this](const QString &text, auto slot) {
        auto *made = new QPushButton(text, this);
        made->setAutoDefault(false); // Enter is the graph's.
        connect(made, &QPushButton::clicked, m_pane, slot);
        return made;
    };
    auto *row = new QHBoxLayout;
    row->addWidget(hint, 1);
    row->addWidget(button(tr("Zoom &Out"), &GraphPane::zoomOut));
    row->addWidget(button(tr("Zoom &In"), &GraphPane::zoomIn));
    row->addWidget(button(tr("&Fit"), &GraphPane::zoomToFit));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_pane, 1);
    layout->addLayout(row);
    connect(m_pane, &GraphPane::noticed, this, &GraphWindow::noticed);
    connect(&workspace, &Workspace::currentViewChanged, this, &GraphWindow::follow);
    const int letter = fontMetrics().averageCharWidth();
    resize(letter * 120, fontMetrics().height() * 44);
    follow();
    m_pane->canvas()->setFocus(Qt::OtherFocusReason);
}

void GraphWindow::follow()
{
    StreamView *view = m_workspace.currentView();
    m_pane->setView(view);
    setWindowTitle(view ? tr("Graph of %1").arg(displayText(view->executionId().text(), 80))
                        : tr("Graph"));
    if (!view)
        close();
}

} // namespace Gapline
