// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/exportcommands.h"

#include "core/domain/displaytext.h"
#include "ui/models/countedtext.h"
#include "ui/shell/actions.h"
#include "ui/shell/exportdialog.h"
#include "ui/shell/progressline.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace Gapline {

ExportCommands::ExportCommands(Workspace &workspace,
                               Actions &actions,
                               ProgressLine &progress,
                               QWidget &window)
    : QObject(&window)
    , m_workspace(workspace)
    , m_progress(progress)
    , m_window(window)
    , m_exportFolder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
{
    if (!QDir(m_exportFolder).exists())
        m_exportFolder = QDir::homePath();
    connect(
        actions.exportCsv, &QAction::triggered, this, [this] { exportRows(ExportFormat::Csv); });
    connect(actions.exportNdjson, &QAction::triggered, this, [this] {
        exportRows(ExportFormat::Ndjson);
    });
}

void ExportCommands::exportRows(ExportFormat format)
{
    const StreamView *view = m_workspace.currentView();
    if (!view)
        return;
    auto *dialog = new ExportDialog(format, *view, m_exportFolder, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const ExportRequest request = dialog->request();
        m_exportFolder = QFileInfo(request.file).absolutePath();
        ExportJob *job = m_workspace.startExport(request);
        if (!job)
            return;
        m_progress.showExport(job);
        connect(job, &ExportJob::finished, this, [this, request](const Result<qint64> &rows) {
            reportExport(request, rows);
        });
    });
    dialog->open();
}

void ExportCommands::reportExport(const ExportRequest &request, const Result<qint64> &rows)
{
    if (rows) {
        emit noticed(tr("%1 written to %2")
                         .arg(CountedText::rows(*rows),
                              displayText(QDir::toNativeSeparators(request.file), 200)));
    } else if (rows.error().isCancelled()) {
        emit noticed(tr("Export cancelled: no file was written"));
    } else {
        emit failed(rows.error());
    }
}

} // namespace Gapline
