// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/progressline.h"

#include "core/domain/displaytext.h"
#include "ui/shell/elidedlabel.h"

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
    else
        m_workspace.cancelAll();
}

QString ProgressLine::fetchText() const
{
    const QLocale locale;
    const QList<FetchState> fetches = m_workspace.fetches();
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

void ProgressLine::refresh()
{
    const bool isExporting = m_export != nullptr;
    if (!isExporting && m_workspace.fetches().isEmpty()) {
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
    } else {
        m_bar->setRange(0, 0); // How much there is to fetch is not known beforehand.
        m_text->setText(fetchText());
    }
    if (!isVisible() && !m_appearance.isActive())
        m_appearance.start();
}

} // namespace Gapline
