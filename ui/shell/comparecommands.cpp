// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/comparecommands.h"

#include "ui/compare/comparedialog.h"
#include "ui/compare/comparepage.h"
#include "ui/fleet/executionlist.h"
#include "ui/shell/actions.h"
#include "ui/workspace/compareview.h"
#include "ui/workspace/streamjumps.h"
#include "ui/workspace/viewrestore.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QMainWindow>
#include <QTableView>

namespace Gapline {

CompareCommands::CompareCommands(Workspace &workspace,
                                 Actions &actions,
                                 ExecutionList &executions,
                                 QMainWindow &window)
    : QObject(&window)
    , m_workspace(workspace)
    , m_actions(actions)
    , m_executions(executions)
    , m_window(window)
{
    connect(actions.compareWith, &QAction::triggered, this, &CompareCommands::choose);
    connect(actions.showCompared, &QAction::triggered, this, [this] {
        emit pageWanted(true);
        page().table()->setFocus(Qt::OtherFocusReason);
    });
    connect(&executions, &ExecutionList::compareWanted, this, &CompareCommands::compare);
    CompareView &view = workspace.comparing();
    connect(&view, &CompareView::chosenChanged, this, [this, &view, show = actions.showCompared] {
        show->setEnabled(view.isChosen());
        if (!view.isChosen())
            emit pageWanted(false);
    });
    actions.showCompared->setEnabled(view.isChosen());
}

ComparePage &CompareCommands::page()
{
    if (m_page)
        return *m_page;
    m_page = new ComparePage(m_workspace.comparing(), &m_window);
    m_page->hide();
    m_page->addCommand(m_actions.compareWith);
    connect(m_page, &ComparePage::noticed, this, &CompareCommands::noticed);
    connect(m_page, &ComparePage::closeWanted, this, [this] { emit pageWanted(false); });
    connect(m_page, &ComparePage::executionWanted, this, &CompareCommands::showExecution);
    connect(m_page, &ComparePage::stepWanted, this, &CompareCommands::showStep);
    return *m_page;
}

void CompareCommands::choose()
{
    const QList<ExecutionId> selected = m_executions.selectedIds();
    if (selected.size() == 2) {
        compare(selected.first(), selected.last());
        return;
    }
    const StreamView *view = m_workspace.currentView();
    if (!view || m_dialog)
        return;
    const ExecutionId subject = view->executionId();
    m_dialog = new CompareDialog(m_workspace, subject, &m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &QDialog::accepted, this, [this, subject] {
        if (const ExecutionId other = m_dialog->chosen(); !other.isEmpty())
            compare(subject, other);
    });
    m_dialog->open();
}

void CompareCommands::compare(const ExecutionId &a, const ExecutionId &b)
{
    m_workspace.compare(a, b);
    emit pageWanted(true);
    page().table()->setFocus(Qt::OtherFocusReason);
}

void CompareCommands::showExecution(const ExecutionId &executionId)
{
    const StreamView *view = m_workspace.currentView();
    if (!view || view->executionId() != executionId)
        m_workspace.open(executionId);
    emit pageWanted(false);
}

void CompareCommands::showStep(const ExecutionId &executionId, SeqRange seqs)
{
    StreamView *view = m_workspace.currentView();
    const bool isOpen = view && view->executionId() == executionId && view->isLoaded();
    showExecution(executionId);
    view = m_workspace.currentView();
    if (isOpen) {
        selectAndReveal(*view, seqs);
        return;
    }
    ViewState state;
    state.selection = seqs;
    new ViewRestore(*view, state);
}

} // namespace Gapline
