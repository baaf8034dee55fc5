// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/exportdialog.h"

#include "core/domain/displaytext.h"
#include "ui/models/countedtext.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace Gapline {

QString suggestedFileName(const ExecutionId &executionId, ExportFormat format)
{
    const QString name = fileNameFrom(executionId.text());
    return (name.isEmpty() ? QStringLiteral("execution") : name)
        + (format == ExportFormat::Csv ? QLatin1String(".csv") : QLatin1String(".ndjson"));
}

ExportDialog::ExportDialog(ExportFormat format,
                           const StreamView &view,
                           const QString &folder,
                           QWidget *parent)
    : QDialog(parent)
    , m_format(format)
    , m_view(&view)
    , m_what(new QLabel(this))
    , m_file(new QLineEdit(this))
    , m_problem(new QLabel(this))
    , m_gaps(new QCheckBox(tr("Include a row for each &gap"), this))
    , m_byteOrderMark(new QCheckBox(tr("Begin with a byte-order &mark (for Excel)"), this))
    , m_rawCells(new QCheckBox(tr("Leave cells that look like &formulas as they are"), this))
{
    const bool isCsv = format == ExportFormat::Csv;
    setWindowTitle(isCsv ? tr("Export as CSV") : tr("Export as NDJSON"));
    m_what->setObjectName(QStringLiteral("what"));
    m_file->setText(QDir::toNativeSeparators(
        QDir(folder).filePath(suggestedFileName(view.executionId(), format))));
    m_file->setAccessibleName(tr("File to write"));
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setObjectName(QStringLiteral("problem"));
    m_problem->setWordWrap(true);
    auto *browseButton = new QPushButton(tr("&Browse…"), this);
    connect(browseButton, &QPushButton::clicked, this, &ExportDialog::browse);
    connect(m_file, &QLineEdit::textChanged, this, &ExportDialog::validate);
    m_gaps->setChecked(view.showsGapRows());
    m_rawCells->setToolTip(tr("Spreadsheets run cells that begin with = + - @ as formulas. Without "
                              "this they get a leading apostrophe."));
    for (QCheckBox *option : {m_gaps, m_byteOrderMark, m_rawCells})
        option->setVisible(isCsv);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_export = buttons->addButton(tr("&Export"), QDialogButtonBox::AcceptRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *fileRow = new QHBoxLayout;
    fileRow->addWidget(m_file, 1);
    fileRow->addWidget(browseButton);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    layout->addWidget(m_what);
    layout->addLayout(fileRow);
    layout->addWidget(m_problem);
    for (QCheckBox *option : {m_gaps, m_byteOrderMark, m_rawCells})
        layout->addWidget(option);
    layout->addWidget(buttons);
    setMinimumWidth(560);
    // The dialog can be open before the events are found that the filter shows, and a followed run grows behind it.
    connect(&view, &StreamView::rowsChanged, this, &ExportDialog::validate);
    connect(&view, &StreamView::filteringChanged, this, &ExportDialog::validate);
    connect(&view, &QObject::destroyed, this, &QDialog::reject);
    validate();
}

/// The rows at hand are those of an earlier filter while they are still being made.
QString ExportDialog::whatIsExported() const
{
    if (!m_view || m_view->isFiltering())
        return tr("The filter is still being applied…");
    return tr("%1 of %2: those that the filter shows.")
        .arg(QLocale().toString(qlonglong(m_view->rows()->eventCount())),
             CountedText::events(m_view->stream()->count()));
}

void ExportDialog::browse()
{
    auto *dialog = new QFileDialog(this, windowTitle(), m_file->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(m_file->text());
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
        m_file->setText(QDir::toNativeSeparators(file));
    });
    dialog->open();
}

void ExportDialog::validate()
{
    const QFileInfo file(m_file->text());
    QString problem;
    if (m_file->text().isEmpty() || file.isDir())
        problem = tr("Name a file.");
    else if (!file.dir().exists())
        problem = tr("The folder does not exist.");
    m_what->setText(whatIsExported());
    m_export->setEnabled(problem.isEmpty() && m_view && !m_view->isFiltering());
    if (problem.isEmpty() && file.exists())
        problem = tr("The file exists and will be replaced.");
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

void ExportDialog::accept()
{
    if (m_export->isEnabled())
        QDialog::accept();
}

ExportRequest ExportDialog::request() const
{
    ExportRequest request;
    request.format = m_format;
    request.file = QDir::fromNativeSeparators(m_file->text());
    request.includesGaps = m_gaps->isChecked();
    request.csv.hasByteOrderMark = m_byteOrderMark->isChecked();
    request.csv.safety = m_rawCells->isChecked() ? CellSafety::Raw : CellSafety::Neutralised;
    return request;
}

} // namespace Gapline
