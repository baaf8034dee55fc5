// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/progressline.h"

#include "core/domain/displaytext.h"
#include "ui/shell/elidedlabel.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>

namespace Gapline {
namespace {

constexpr std::chrono::milliseconds kAppearsAfter{250};

} // namespace

ProgressLine::ProgressLine(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_text(new ElidedLabel(this))
    , m_bar(new QProgressBar(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
{
    m_bar->setTextVisible(false);
    m_bar->setFixedSize(140, 8);
    m_cancel->setAccessibleName(tr("Cancel what is running"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 4, 8, 4);
    layout->addWidget(m_bar);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_cancel);
    m_appearance.setSingleShot(true);
    m_appearance.setInterval(kAppearsAfter);
    connect(&m_appearance, &QTimer::timeout, this, &QWidget::show);
    connect(m_cancel, &QPushButton::clicked, this, &ProgressLine::cancel);
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

void ProgressLine::cancel()
{
    if (m_export)
        m_export->cancel();
    else if (m_workspace.reconcile().isRunning())
        m_workspace.reconcile().cancel();
    else
        m_workspace.cancelAll();
}

QString ProgressLine::fetchText() const
{
    const QLocale locale;
    const QList<FetchState> fetches = m_workspace.fetches();
    if (m_workspace.connectionState() == ConnectionState::NeedsCredentials)
        return tr("Held until the credentials are entered; goes on at the same cursor");
    QStringList parts;
    for (const FetchState &fetch : fetches) {
        if (fetch.executionId.isEmpty()) {
            parts << tr("Fetching the list of executions");
            continue;
        }
        const SyncProgress &progress = fetch.progress;
        parts << tr("Fetching %1 · %2 requests · %3 events · cursor %4")
                     .arg(displayText(fetch.executionId.text(), 60),
                          locale.toString(progress.requests),
                          locale.toString(qlonglong(progress.received)),
                          locale.toString(qlonglong(progress.cursor.value)));
    }
    return parts.join(QStringLiteral("    "));
}

void ProgressLine::showReconcile()
{
    const QLocale locale;
    const ReconcileProgress progress = m_workspace.reconcile().progress();
    const auto mebibytes = [&locale](qint64 bytes) {
        return locale.toString(double(bytes) / (1024.0 * 1024.0), 'f', 1);
    };
    m_bar->setRange(0, progress.total > 0 ? 1000 : 0);
    if (progress.total > 0)
        m_bar->setValue(int(progress.done * 1000 / progress.total));
    switch (progress.stage) {
    case ReconcileProgress::Stage::Idle:
        m_text->setText(tr("Comparing deliveries"));
        return;
    case ReconcileProgress::Stage::Reading:
        m_text->setText(tr("Reading %1 · %2 of %3 MiB")
                            .arg(displayText(QFileInfo(progress.file).fileName(), 80),
                                 mebibytes(progress.done),
                                 mebibytes(progress.total)));
        return;
    case ReconcileProgress::Stage::Loading:
        m_text->setText(tr("Comparing deliveries · %1 of %2 executions read")
                            .arg(locale.toString(qlonglong(progress.done)),
                                 locale.toString(qlonglong(progress.total))));
        return;
    case ReconcileProgress::Stage::Comparing:
        m_text->setText(tr("Comparing deliveries with the event streams"));
        return;
    }
}

void ProgressLine::refresh()
{
    const bool isExporting = m_export != nullptr;
    const bool isReconciling = m_workspace.reconcile().isRunning();
    if (!isExporting && !isReconciling && m_workspace.fetches().isEmpty()) {
        m_appearance.stop();
        hide();
        return;
    }
    if (isExporting) {
        const QLocale locale;
        const qint64 total = std::max<qint64>(1, m_export->totalRows());
        m_bar->setRange(0, 1000);
        m_bar->setValue(int(m_exportedRows * 1000 / total));
        m_text->setText(tr("Exporting · %1 of %2 rows")
                            .arg(locale.toString(qlonglong(m_exportedRows)),
                                 locale.toString(qlonglong(total))));
    } else if (isReconciling) {
        showReconcile();
    } else {
        m_bar->setRange(0, 0); // How much there is to fetch is not known beforehand.
        m_text->setText(fetchText());
    }
    if (!isVisible() && !m_appearance.isActive())
        m_appearance.start();
}

} // namespace Gapline
