// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/casecommands.h"

#include "core/domain/displaytext.h"
#include "ui/reconcile/casedialog.h"
#include "ui/shell/actions.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMainWindow>
#include <QStandardPaths>

namespace Gapline {

CaseCommands::CaseCommands(Workspace &workspace, Actions &actions, QMainWindow &window)
    : QObject(&window)
    , m_workspace(workspace)
    , m_actions(actions)
    , m_window(window)
    , m_folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
{
    if (!QDir(m_folder).exists())
        m_folder = QDir::homePath();
    ReconcileView &reconcile = workspace.reconcile();
    const auto refresh = [this] {
        m_actions.saveCase->setEnabled(m_workspace.reconcile().comparison() != nullptr);
    };
    connect(&reconcile, &ReconcileView::comparisonChanged, this, refresh);
    refresh();
    connect(actions.saveCase, &QAction::triggered, this, &CaseCommands::save);
    connect(actions.openCase, &QAction::triggered, this, &CaseCommands::choose);
    connect(&reconcile, &ReconcileView::caseSaved, this, &CaseCommands::tell);
}

void CaseCommands::save()
{
    if (!m_dialog) {
        m_dialog = new CaseDialog(m_workspace, m_folder, &m_window);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_dialog, &QDialog::accepted, this, [this] {
            const CaseExport request = m_dialog->request();
            m_folder = QFileInfo(request.file).absolutePath();
            m_workspace.reconcile().saveCase(request);
        });
        m_dialog->open();
    }
    m_dialog->raise();
}

void CaseCommands::choose()
{
    auto *dialog = new QFileDialog(
        &m_window, tr("Open a case file"), m_folder, tr("Case files (*.gaplinecase)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
        m_folder = QFileInfo(file).absolutePath();
        emit caseWanted(file);
    });
    dialog->open();
}

void CaseCommands::tell(const CaseExport &request, const Result<void> &done)
{
    if (!done)
        emit m_workspace.failed(done.error()); // To where all errors are shown.
    else
        emit noticed(tr("Case file written to %1")
                         .arg(displayText(QDir::toNativeSeparators(request.file), 200)));
}

} // namespace Gapline
