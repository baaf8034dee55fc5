// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/targetfield.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace Gapline {

TargetField::TargetField(const QString &file, QWidget *parent)
    : QWidget(parent)
    , m_file(new QLineEdit(QDir::toNativeSeparators(file), this))
    , m_problem(new QLabel(this))
{
    m_file->setAccessibleName(tr("File to write"));
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setObjectName(QStringLiteral("problem"));
    m_problem->setWordWrap(true);
    auto *browseButton = new QPushButton(tr("&Browse…"), this);
    connect(browseButton, &QPushButton::clicked, this, &TargetField::browse);
    connect(m_file, &QLineEdit::textChanged, this, &TargetField::validate);
    setFocusProxy(m_file);

    auto *row = new QHBoxLayout;
    row->addWidget(m_file, 1);
    row->addWidget(browseButton);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(row);
    layout->addWidget(m_problem);
    validate();
}

QString TargetField::file() const
{
    return QDir::fromNativeSeparators(m_file->text());
}

void TargetField::setEnding(const QString &ending, const QStringList &endings)
{
    QString text = m_file->text();
    for (const QString &known : endings) {
        if (text.endsWith(known, Qt::CaseInsensitive)) {
            text.chop(known.size());
            m_file->setText(text + ending);
            return;
        }
    }
}

void TargetField::browse()
{
    auto *dialog = new QFileDialog(this, window()->windowTitle(), m_file->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(m_file->text());
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
        m_file->setText(QDir::toNativeSeparators(file));
    });
    dialog->open();
}

void TargetField::validate()
{
    const QFileInfo file(m_file->text());
    QString problem;
    if (m_file->text().isEmpty() || file.isDir())
        problem = tr("Name a file.");
    else if (!file.dir().exists())
        problem = tr("The folder does not exist.");
    m_isUsable = problem.isEmpty();
    if (m_isUsable && file.exists())
        problem = tr("The file exists and will be replaced.");
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    emit usableChanged(m_isUsable);
}

} // namespace Gapline
