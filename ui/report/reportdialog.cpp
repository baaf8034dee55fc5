// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/reportdialog.h"

#include "core/domain/displaytext.h"
#include "ui/models/countedtext.h"
#include "ui/report/targetfield.h"
#include "ui/workspace/streamview.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace Gapline {

ReportDialog::ReportDialog(const StreamView &view, const QString &folder, QWidget *parent)
    : QDialog(parent)
    , m_target(new TargetField(
          QDir(folder).filePath(fileNameFrom(view.executionId().text()) + QStringLiteral(".html")),
          this))
    , m_most(new QSpinBox(this))
    , m_data(new QCheckBox(tr("Include the &data of events, secrets masked"), this))
{
    setWindowTitle(tr("Export Report"));
    auto *what = new QLabel(tr("The whole execution, whatever the filter shows: facts, coverage, "
                               "timeline, webhooks, steps, gaps and its %1, in one HTML file "
                               "without scripts.")
                                .arg(CountedText::events(view.stream()->count())),
                            this);
    what->setWordWrap(true);
    m_most->setRange(0, 1'000'000);
    m_most->setSingleStep(1000);
    m_most->setValue(10'000);
    m_most->setGroupSeparatorShown(true);
    m_most->setAccessibleName(tr("Events listed at most"));
    m_data->setChecked(true);
    auto *form = new QFormLayout;
    form->addRow(tr("Events listed at &most:"), m_most);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton *write = buttons->addButton(tr("&Export"), QDialogButtonBox::AcceptRole);
    write->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_target, &TargetField::usableChanged, write, &QWidget::setEnabled);
    write->setEnabled(m_target->isUsable());

    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    layout->addWidget(what);
    layout->addWidget(m_target);
    layout->addLayout(form);
    layout->addWidget(m_data);
    layout->addWidget(buttons);
    setMinimumWidth(560);
}

QString ReportDialog::file() const
{
    return m_target->file();
}

qint64 ReportDialog::mostEvents() const
{
    return m_most->value();
}

bool ReportDialog::includesData() const
{
    return m_data->isChecked();
}

} // namespace Gapline
