// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/reportcommands.h"

#include "core/base/whenfinished.h"
#include "core/domain/displaytext.h"
#include "ui/inspect/inspectpage.h"
#include "ui/models/countedtext.h"
#include "ui/report/picturedialog.h"
#include "ui/report/picturewriter.h"
#include "ui/report/reportdialog.h"
#include "ui/shell/actions.h"
#include "ui/shell/progressline.h"
#include "ui/timeline/timelinecanvas.h"
#include "ui/timeline/timelinecontent.h"
#include "ui/timeline/timelinewidget.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QDir>
#include <QFileInfo>
#include <QPageLayout>
#include <QPrintPreviewDialog>
#include <QPrinter>
#include <QStandardPaths>
#include <QtConcurrent>

namespace Gapline {
namespace {

constexpr int kReportWidth = 1240; ///< Of the timeline in a report, logical pixels.

QString shownFile(const QString &file)
{
    return displayText(QDir::toNativeSeparators(file), 200);
}

} // namespace

ReportCommands::ReportCommands(Workspace &workspace,
                               Actions &actions,
                               InspectPage &page,
                               ProgressLine &progress,
                               QWidget &window)
    : QObject(&window)
    , m_workspace(workspace)
    , m_page(page)
    , m_progress(progress)
    , m_window(window)
    , m_folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
{
    if (!QDir(m_folder).exists())
        m_folder = QDir::homePath();
    const auto on = [this](QAction *action, void (ReportCommands::*act)()) {
        connect(action, &QAction::triggered, this, [this, act] {
            if (hasSomething())
                (this->*act)();
        });
    };
    on(actions.exportTimeline, &ReportCommands::exportTimeline);
    on(actions.exportReport, &ReportCommands::exportReport);
    on(actions.print, &ReportCommands::print);
}

bool ReportCommands::hasSomething()
{
    const StreamView *view = m_workspace.currentView();
    if (view && view->stream()->highestKnownSeq() > Seq{0})
        return true;
    emit noticed(view && view->stream()->state().isComplete
                     ? tr("The API has no event of this execution to show")
                     : tr("Nothing of this execution has been scanned yet"));
    return false;
}

void ReportCommands::withPicture(PictureRange range,
                                 const std::function<void(const TimelinePicture &)> &use)
{
    TimelineContent *content = m_page.timeline()->canvas()->content();
    const StreamView *view = m_workspace.currentView();
    if (!view || content->view() != view)
        return;
    if (content->isCurrent() && !view->isFiltering()) {
        if (const auto picture = takePicture(*content, range, m_workspace.timeZone()))
            use(*picture);
        return;
    }
    // A long stream or a new filter takes a moment; whoever goes elsewhere meanwhile wants no picture of it.
    connect(
        content,
        &TimelineContent::indexChanged,
        this,
        [this, range, use, id = view->executionId()] {
            const StreamView *now = m_workspace.currentView();
            if (now && now->executionId() == id)
                withPicture(range, use);
        },
        Qt::ConnectionType(Qt::QueuedConnection | Qt::SingleShotConnection));
}

void ReportCommands::exportTimeline()
{
    auto *dialog = new PictureDialog(*m_workspace.currentView(), m_folder, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const PictureRequest request = dialog->request();
        m_folder = QFileInfo(request.file).absolutePath();
        withPicture(request.range, [this, request](const TimelinePicture &picture) {
            writeTimeline(picture, request);
        });
    });
    dialog->open();
}

void ReportCommands::writeTimeline(const TimelinePicture &picture, const PictureRequest &request)
{
    const auto write = [picture, request, font = m_window.font()] {
        return writePicture(picture, request, font);
    };
    whenFinished(QtConcurrent::run(write)).then(this, [this, request](const Result<void> &written) {
        if (written)
            emit noticed(tr("Timeline written to %1").arg(shownFile(request.file)));
        else
            emit failed(written.error());
    });
}

void ReportCommands::print()
{
    withPicture(PictureRange::Visible, [this](const TimelinePicture &picture) {
        auto *dialog = new QPrintPreviewDialog(&m_window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setWindowTitle(tr("Print the Timeline"));
        dialog->printer()->setPageOrientation(QPageLayout::Landscape);
        dialog->printer()->setDocName(picture.title);
        connect(
            dialog, &QPrintPreviewDialog::paintRequested, this, [this, picture](QPrinter *printer) {
                if (!printPicture(picture, *printer, m_window.font()))
                    emit noticed(tr("The printer could not be painted on"));
            });
        dialog->open();
    });
}

void ReportCommands::exportReport()
{
    auto *dialog = new ReportDialog(*m_workspace.currentView(), m_folder, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_folder = QFileInfo(dialog->file()).absolutePath();
        ExecutionReport report;
        report.mostEvents = dialog->mostEvents();
        report.includesData = dialog->includesData();
        withPicture(PictureRange::Whole,
                    [this, report, file = dialog->file()](const TimelinePicture &picture) {
                        writeReport(picture, report, file);
                    });
    });
    dialog->open();
}

void ReportCommands::writeReport(const TimelinePicture &picture,
                                 const ExecutionReport &report,
                                 const QString &file)
{
    const StreamView *view = m_workspace.currentView();
    ExportRequest request;
    request.format = ExportFormat::Html;
    request.file = file;
    request.report = report;
    request.report->stream = view->stream();
    request.report->execution = view->execution();
    request.report->definition = view->definition();
    request.report->deliveries = view->deliveries();
    request.report->zone = m_workspace.timeZone();
    const auto draw = [picture, font = m_window.font()] {
        return inlineSvg(picture, kReportWidth, font);
    };
    whenFinished(QtConcurrent::run(draw))
        .then(this, [this, request](const QByteArray &svg) mutable {
            const StreamView *now = m_workspace.currentView();
            if (!now || now->executionId() != request.report->stream->executionId()) {
                emit noticed(tr("Export cancelled: no file was written"));
                return;
            }
            request.report->timeline = svg;
            ExportJob *job = m_workspace.startExport(request);
            if (!job)
                return;
            m_progress.showExport(job);
            connect(job, &ExportJob::finished, this, [this, request](const Result<qint64> &events) {
                if (events)
                    emit noticed(tr("Report with %1 written to %2")
                                     .arg(CountedText::events(*events), shownFile(request.file)));
                else if (events.error().isCancelled())
                    emit noticed(tr("Export cancelled: no file was written"));
                else
                    emit failed(events.error());
            });
        });
}

} // namespace Gapline
