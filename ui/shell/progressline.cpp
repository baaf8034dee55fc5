// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/progressline.h"

#include "core/domain/displaytext.h"
#include "ui/models/countedtext.h"
#include "ui/shell/budgettext.h"

#include <QFileInfo>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Gapline {
namespace {

QString number(qint64 value)
{
    return QLocale().toString(qlonglong(value));
}

QString mebibytes(qint64 bytes)
{
    return QLocale().toString(double(bytes) / (1024.0 * 1024.0), 'f', 1);
}

QString fetchText(const FetchState &fetch, bool isHeld)
{
    const bool isList = fetch.executionId.isEmpty();
    const QString what = isList
        ? ProgressLine::tr("Fetching the list of executions")
        : ProgressLine::tr("Fetching %1").arg(displayText(fetch.executionId.text(), 60));
    if (isHeld) {
        return ProgressLine::tr("%1 · held until the credentials are entered; goes on at the same "
                                "cursor")
            .arg(what);
    }
    const SyncProgress &progress = fetch.progress;
    if (isList)
        return what;
    // A cursor of 0 is no place in the stream, and no answer is no count of events.
    if (progress.received == 0 && progress.cursor == Seq{0})
        return ProgressLine::tr("%1 · waiting for the first answer").arg(what);
    return ProgressLine::tr("%1 · %2 · %3 · cursor %4")
        .arg(what,
             CountedText::requests(progress.requests),
             CountedText::events(progress.received),
             number(progress.cursor.value));
}

RunningTask fetchTask(const FetchState &fetch, bool isHeld)
{
    const QString text = fetchText(fetch, isHeld);
    if (fetch.executionId.isEmpty()) {
        return {QStringLiteral("list"),
                text,
                {},
                ProgressLine::tr("Cancel fetching the list of executions")};
    }
    const QString id = displayText(fetch.executionId.text(), 60);
    return {QStringLiteral("stream ") + fetch.executionId.text(),
            text,
            {},
            ProgressLine::tr("Cancel fetching %1").arg(id)};
}

} // namespace

ProgressLine::ProgressLine(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    connect(&workspace, &Workspace::fetchesChanged, this, &ProgressLine::refresh);
    connect(&workspace.reconcile(), &ReconcileView::progressChanged, this, &ProgressLine::refresh);
    connect(&workspace, &Workspace::connectionStateChanged, this, &ProgressLine::refresh);
    hide();
}

void ProgressLine::showExport(ExportJob *job)
{
    m_export = job;
    m_exportedRows = 0;
    connect(job, &ExportJob::progressed, this, [this](qint64 rows) {
        m_exportedRows = rows;
        refresh();
    });
    connect(job, &ExportJob::finished, this, [this] {
        m_export.clear();
        refresh();
    });
    refresh();
}

RunningTask ProgressLine::exportTask() const
{
    const qint64 total = std::max<qint64>(1, m_export->totalRows());
    return {QStringLiteral("export"),
            tr("Exporting · %1 of %2").arg(number(m_exportedRows), CountedText::rows(total)),
            int(m_exportedRows * 1000 / total),
            tr("Cancel the export")};
}

RunningTask ProgressLine::fleetTask(const FleetProgress &progress)
{
    RunningTask task{QStringLiteral("fleet"),
                     tr("Syncing all · %1").arg(fleetText(progress)),
                     {},
                     tr("Cancel syncing all executions")};
    if (!progress.isListing && progress.toFetch() > 0)
        task.permille = int(qint64(progress.ended()) * 1000 / progress.toFetch());
    return task;
}

RunningTask ProgressLine::reconcileTask() const
{
    const ReconcileProgress progress = m_workspace.reconcile().progress();
    RunningTask task{QStringLiteral("reconcile"), {}, {}, tr("Cancel comparing deliveries")};
    if (progress.total > 0)
        task.permille = int(progress.done * 1000 / progress.total);
    switch (progress.stage) {
    case ReconcileProgress::Stage::Idle:
        task.text = tr("Comparing deliveries");
        break;
    case ReconcileProgress::Stage::Reading:
        task.text = tr("Reading %1 · %2 of %3 MiB")
                        .arg(displayText(QFileInfo(progress.file).fileName(), 80),
                             mebibytes(progress.done),
                             mebibytes(progress.total));
        break;
    case ReconcileProgress::Stage::Loading:
        task.text = tr("Comparing deliveries · %1 of %2 read")
                        .arg(number(progress.done), CountedText::executions(progress.total));
        break;
    case ReconcileProgress::Stage::Comparing:
        task.text = tr("Comparing deliveries with the event streams");
        break;
    }
    return task;
}

QList<ProgressLine::CancellableTask> ProgressLine::running() const
{
    QList<CancellableTask> tasks;
    if (m_export)
        tasks.append({exportTask(), [this] {
                          if (m_export)
                              m_export->cancel();
                      }});
    if (m_workspace.reconcile().isRunning())
        tasks.append({reconcileTask(), [this] { m_workspace.reconcile().cancel(); }});
    if (const std::optional<FleetProgress> fleet = m_workspace.fleetProgress())
        tasks.append({fleetTask(*fleet), [this] { m_workspace.cancelFleet(); }});
    const bool isHeld = m_workspace.connectionState() == ConnectionState::NeedsCredentials;
    for (const FetchState &fetch : m_workspace.fetches()) {
        tasks.append({fetchTask(fetch, isHeld),
                      [this, id = fetch.executionId] { m_workspace.cancelFetch(id); }});
    }
    return tasks;
}

void ProgressLine::refresh()
{
    QMap<QString, ProgressRow *> ended = std::exchange(m_rows, {});
    for (const CancellableTask &running : running()) {
        ProgressRow *row = ended.take(running.task.key);
        if (!row) {
            row = new ProgressRow(this);
            layout()->addWidget(row);
            connect(row, &ProgressRow::appeared, this, &ProgressLine::showOrHide);
            connect(row, &ProgressRow::cancelWanted, this, running.cancel);
        }
        row->showTask(running.task);
        m_rows.insert(running.task.key, row);
    }
    for (ProgressRow *row : std::as_const(ended)) {
        row->hide();
        row->deleteLater(); // A cancel button may be what has ended it.
    }
    showOrHide();
}

void ProgressLine::showOrHide()
{
    setVisible(std::ranges::any_of(std::as_const(m_rows),
                                   [](const ProgressRow *row) { return !row->isHidden(); }));
}

} // namespace Gapline
