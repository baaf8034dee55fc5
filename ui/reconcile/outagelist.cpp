// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reconcile/outagelist.h"

#include "ui/reconcile/outagechart.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QStyle>
#include <QVBoxLayout>

namespace Gapline {

OutageList::OutageList(QWidget *parent)
    : QWidget(parent)
    , m_chart(new OutageChart(this))
    , m_list(new QListWidget(this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setWordWrap(true);
    m_list->setSpacing(2);
    m_list->setAccessibleName(tr("Outages"));
    m_list->setSizeAdjustPolicy(QAbstractScrollArea::AdjustToContents);
    m_list->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    m_list->setMaximumHeight(fontMetrics().height() * 8);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_chart);
    // Its words begin where those above it do.
    auto *listLayout = new QHBoxLayout;
    const int own =
        m_list->spacing() + style()->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, m_list) + 1;
    listLayout->setSpacing(0);
    listLayout->addSpacing(OutageChart::kMargin - own);
    listLayout->addWidget(m_list);
    layout->addLayout(listLayout);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int outage) {
        m_chart->setCurrent(outage);
        emit currentChanged(outage);
    });
    connect(m_chart, &OutageChart::outagePressed, m_list, [this](int outage) {
        m_list->setCurrentRow(outage);
    });
}

void OutageList::setComparison(const ComparisonPtr &comparison, TimeZoneChoice zone)
{
    m_chart->setTimeZone(zone);
    m_chart->setComparison(comparison);
    m_list->clear();
    setVisible(comparison && !comparison->report().outages.empty());
    if (!comparison)
        return;
    for (const Outage &outage : comparison->report().outages) {
        m_list->addItem(
            tr("Outage %1")
                .arg(outageInWords(outage, comparison->result().schedule, zone, Wording::Window)));
    }
}

} // namespace Gapline
