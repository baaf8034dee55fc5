// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reconcile/casedialog.h"

#include "core/domain/displaytext.h"
#include "ui/models/countedtext.h"
#include "ui/workspace/workspace.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace Gapline {
namespace {

const QString kSuffix = QStringLiteral(".gaplinecase");

QString suggestedName(const ReceiverProfile &receiver)
{
    const QString name = fileNameFrom(receiver.name);
    return (name.isEmpty() ? QStringLiteral("receiver") : name) + kSuffix;
}

} // namespace

CaseDialog::CaseDialog(Workspace &workspace, const QString &folder, QWidget *parent)
    : QDialog(parent)
    , m_file(new QLineEdit(this))
    , m_notes(new QPlainTextEdit(this))
    , m_mask(new QCheckBox(tr("&Mask payload values that may be secrets"), this))
    , m_problem(new QLabel(this))
{
    setWindowTitle(tr("Save Case File"));
    const Comparison &comparison = *workspace.reconcile().comparison();
    auto *what = new QLabel(this);
    what->setTextFormat(Qt::PlainText);
    what->setWordWrap(true);
    what->setText(tr("What was compared (%1) with its events, the receiver's log rows, the "
                     "verdicts and what was assumed of the receiver: in one file that opens "
                     "elsewhere without account or network, with the same numbers. It never holds "
                     "credentials or webhook secrets.")
                      .arg(CountedText::executions(qint64(comparison.input().executions.size()))));
    m_file->setText(QDir::toNativeSeparators(
        QDir(folder).filePath(suggestedName(workspace.reconcile().receiver()))));
    m_file->setAccessibleName(tr("File to write"));
    m_notes->setAccessibleName(tr("Notes"));
    m_notes->setPlaceholderText(tr("notes for whoever opens it, one a line"));
    m_notes->setTabChangesFocus(true);
    m_notes->setMaximumHeight(fontMetrics().height() * 5);
    m_mask->setChecked(true);
    m_mask->setToolTip(tr("resumeKey, tokens and signatures in payloads. A masked case makes no "
                          "recovery pack and no replay."));
    if (workspace.reconcile().isMasked())
        m_mask->setEnabled(false);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setObjectName(QStringLiteral("problem"));
    m_problem->setWordWrap(true);
    auto *browseButton = new QPushButton(tr("&Browse…"), this);
    connect(browseButton, &QPushButton::clicked, this, &CaseDialog::browse);
    connect(m_file, &QLineEdit::textChanged, this, &CaseDialog::validate);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_save = buttons->addButton(tr("&Save"), QDialogButtonBox::AcceptRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *fileRow = new QHBoxLayout;
    fileRow->addWidget(m_file, 1);
    fileRow->addWidget(browseButton);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    layout->addWidget(what);
    layout->addLayout(fileRow);
    layout->addWidget(m_problem);
    layout->addWidget(m_notes);
    layout->addWidget(m_mask);
    layout->addWidget(buttons);
    setMinimumWidth(560);
    validate();
}

void CaseDialog::browse()
{
    auto *dialog = new QFileDialog(this, windowTitle(), m_file->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(kSuffix.mid(1));
    dialog->selectFile(m_file->text());
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
        m_file->setText(QDir::toNativeSeparators(file));
    });
    dialog->open();
}

void CaseDialog::validate()
{
    const QFileInfo file(m_file->text());
    QString problem;
    if (m_file->text().isEmpty() || file.isDir())
        problem = tr("Name a file.");
    else if (!m_file->text().endsWith(kSuffix))
        problem = tr("A case file's name ends in %1, by which it is known.").arg(kSuffix);
    else if (!file.dir().exists())
        problem = tr("The folder does not exist.");
    m_save->setEnabled(problem.isEmpty());
    if (problem.isEmpty() && file.exists())
        problem = tr("The file exists and will be replaced, if it is a case file.");
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

CaseExport CaseDialog::request() const
{
    CaseExport request;
    request.file = QDir::fromNativeSeparators(m_file->text());
    for (const QString &note : m_notes->toPlainText().split(u'\n', Qt::SkipEmptyParts)) {
        if (!note.trimmed().isEmpty())
            request.notes.append(note.trimmed());
    }
    request.isMasked = m_mask->isChecked();
    return request;
}

} // namespace Gapline
