// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/progressrow.h"

#include "ui/shell/elidedlabel.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>

namespace Gapline {
namespace {

constexpr std::chrono::milliseconds kAppearsAfter{250};

} // namespace

ProgressRow::ProgressRow(QWidget *parent)
    : QWidget(parent)
    , m_bar(new QProgressBar(this))
    , m_text(new ElidedLabel(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
{
    m_bar->setTextVisible(false);
    m_bar->setFixedSize(140, 8);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 4, 8, 4);
    layout->addWidget(m_bar);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_cancel);
    connect(m_cancel, &QPushButton::clicked, this, &ProgressRow::cancelWanted);
    m_appearance.setSingleShot(true);
    connect(&m_appearance, &QTimer::timeout, this, [this] {
        show();
        emit appeared();
    });
    hide();
    m_appearance.start(kAppearsAfter);
}

void ProgressRow::showTask(const RunningTask &task)
{
    m_bar->setRange(0, task.permille ? 1000 : 0);
    if (task.permille)
        m_bar->setValue(*task.permille);
    m_bar->setAccessibleName(task.text);
    m_text->setText(task.text);
    m_cancel->setAccessibleName(task.cancelName);
}

QString ProgressRow::text() const
{
    return m_text->text();
}

} // namespace Gapline
