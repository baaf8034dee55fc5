// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reconcile/logform.h"

#include "core/domain/displaytext.h"
#include "ui/models/recordedtext.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace Gapline {
namespace {

constexpr int kFilesShown = 3;

} // namespace

LogForm::LogForm(QWidget *parent)
    : QWidget(parent)
    , m_files(new QListWidget(this))
    , m_format(new QLabel(this))
    , m_table(new QTableWidget(this))
{
    m_files->setAccessibleName(tr("Logs of the receiver"));
    m_files->setMaximumHeight(fontMetrics().height() * (kFilesShown + 1));
    auto *add = new QPushButton(tr("&Add a Log…"), this);
    m_remove = new QPushButton(tr("&Remove"), this);
    connect(add, &QPushButton::clicked, this, &LogForm::addFiles);
    connect(m_remove, &QPushButton::clicked, this, &LogForm::removeFile);
    connect(m_files, &QListWidget::currentRowChanged, this, &LogForm::preview);
    m_format->setTextFormat(Qt::PlainText);
    m_format->setWordWrap(true);
    m_table->setAccessibleName(tr("First rows of the log"));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    auto *mapping = new QGroupBox(tr("Where each field is read from"), this);
    auto *grid = new QGridLayout(mapping);
    makeMapping(grid);

    auto *buttons = new QVBoxLayout;
    buttons->addWidget(add);
    buttons->addWidget(m_remove);
    buttons->addStretch();
    auto *top = new QHBoxLayout;
    top->addWidget(m_files, 1);
    top->addLayout(buttons);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(top);
    layout->addWidget(m_format);
    layout->addWidget(m_table, 1);
    layout->addWidget(mapping);
    connect(&m_previewer, &LogPreviewer::previewed, this, &LogForm::showPreview);
    preview(); // Says what to do.
}

void LogForm::makeMapping(QGridLayout *grid)
{
    constexpr int kColumns = 3;
    const QStringList fields = previewFields();
    for (int i = 0; i < fields.size(); ++i) {
        auto *box = new QComboBox(this);
        box->setEditable(true);
        box->setInsertPolicy(QComboBox::NoInsert);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(12);
        box->lineEdit()->setPlaceholderText(tr("not found"));
        box->setAccessibleName(tr("Column of %1").arg(fields.at(i)));
        box->setToolTip(
            tr("A column's name, or a path such as headers.x-velt-attempt. Empty: found "
               "by its name."));
        auto *label = new QLabel(fields.at(i), this);
        label->setBuddy(box);
        const int row = i / kColumns;
        const int column = i % kColumns * 2;
        grid->addWidget(label, row, column);
        grid->addWidget(box, row, column + 1);
        grid->setColumnStretch(column + 1, 1);
        m_boxes.insert(fields.at(i), box);
        const auto correct = [this, box] {
            box->setProperty("isCorrected", !box->currentText().trimmed().isEmpty());
            preview();
            emit changed();
        };
        connect(box, &QComboBox::activated, this, correct);
        connect(box->lineEdit(), &QLineEdit::editingFinished, this, [box, correct] {
            if (box->lineEdit()->isModified())
                correct();
            box->lineEdit()->setModified(false);
        });
    }
}

void LogForm::setFiles(const QStringList &files)
{
    {
        const QSignalBlocker blocker(m_files);
        m_files->clear();
        for (const QString &file : files) {
            auto *item =
                new QListWidgetItem(displayText(QDir::toNativeSeparators(file), 300), m_files);
            item->setData(Qt::UserRole, file);
        }
        m_files->setCurrentRow(files.isEmpty() ? -1 : 0);
    }
    preview();
    emit changed();
}

QStringList LogForm::files() const
{
    QStringList files;
    for (int row = 0; row < m_files->count(); ++row)
        files.append(m_files->item(row)->data(Qt::UserRole).toString());
    return files;
}

void LogForm::setMapping(const QMap<QString, QString> &corrections)
{
    for (auto it = m_boxes.cbegin(); it != m_boxes.cend(); ++it) {
        const QString column = corrections.value(it.key());
        it.value()->setProperty("isCorrected", !column.isEmpty());
        it.value()->setEditText(column);
    }
    preview();
}

QMap<QString, QString> LogForm::mapping() const
{
    QMap<QString, QString> corrections;
    for (auto it = m_boxes.cbegin(); it != m_boxes.cend(); ++it) {
        const QString column = it.value()->currentText().trimmed();
        if (it.value()->property("isCorrected").toBool() && !column.isEmpty())
            corrections.insert(it.key(), column);
    }
    return corrections;
}

void LogForm::addFiles()
{
    auto *dialog = new QFileDialog(this, tr("Logs of the receiver"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    if (!files().isEmpty())
        dialog->setDirectory(QFileInfo(files().constLast()).absolutePath());
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList &added) {
        QStringList all = files() + added;
        all.removeDuplicates();
        setFiles(all);
    });
    dialog->open();
}

void LogForm::removeFile()
{
    QStringList left = files();
    const int row = m_files->currentRow();
    if (row < 0)
        return;
    left.removeAt(row);
    setFiles(left);
}

void LogForm::preview()
{
    m_hasProblem = false;
    const QListWidgetItem *item = m_files->currentItem();
    m_remove->setEnabled(item);
    if (!item) {
        m_format->setText(tr("Add the receiver's log: NDJSON, JSON, CSV or TSV, gzip'd or not."));
        m_table->setRowCount(0);
        m_isReadable = false;
        return;
    }
    m_previewer.request(item->data(Qt::UserRole).toString(), mapping());
}

void LogForm::showPreview(const PreviewTable &table)
{
    m_isReadable = table.problem.isEmpty();
    m_hasProblem = !m_isReadable;
    const auto unread = std::ranges::count_if(
        table.rows, [](const PreviewTable::Row &row) { return !row.problem.isEmpty(); });
    QString text = m_isReadable ? table.rows.size() == 1
            ? tr("%1 · the first row").arg(table.format)
            : tr("%1 · the first %2 rows").arg(table.format).arg(table.rows.size())
                                : table.problem;
    if (unread > 0)
        text += tr(" · %1 of them cannot be read, for the reasons given").arg(unread);
    m_format->setText(text);
    const QStringList fields = previewFields();
    m_table->clear();
    m_table->clearSpans();
    m_table->setColumnCount(int(fields.size()) + 1);
    m_table->setHorizontalHeaderLabels(QStringList(tr("line")) + fields);
    m_table->setRowCount(int(table.rows.size()));
    for (int row = 0; row < table.rows.size(); ++row) {
        const PreviewTable::Row &shown = table.rows.at(row);
        m_table->setItem(row, 0, new QTableWidgetItem(QString::number(shown.line)));
        if (!shown.problem.isEmpty()) {
            m_table->setSpan(row, 1, 1, int(fields.size()));
            m_table->setItem(
                row, 1, new QTableWidgetItem(QStringLiteral("⚠ ") + recordedText(shown.problem)));
            continue;
        }
        for (int column = 0; column < shown.cells.size(); ++column)
            m_table->setItem(row, column + 1, new QTableWidgetItem(shown.cells.at(column)));
    }
    m_table->resizeColumnsToContents();
    for (int column = 0; column < m_table->columnCount(); ++column)
        m_table->setColumnWidth(column, std::min(m_table->columnWidth(column), 220));
    for (auto it = m_boxes.cbegin(); it != m_boxes.cend(); ++it) {
        QComboBox *box = it.value();
        const QSignalBlocker blocker(box);
        const QString column = box->property("isCorrected").toBool() ? box->currentText()
                                                                     : table.found.value(it.key());
        box->clear();
        box->addItems(table.columns);
        box->setEditText(column);
        const qsizetype field = fields.indexOf(it.key());
        const bool isInBody =
            std::ranges::any_of(table.rows, [field](const PreviewTable::Row &shown) {
                return !shown.cells.value(field).isEmpty();
            });
        box->lineEdit()->setPlaceholderText(isInBody ? tr("in the body") : tr("not found"));
    }
    emit changed();
}

} // namespace Gapline
