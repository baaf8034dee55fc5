// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/timetext.h"
#include "core/report/comparison.h"

#include <QWidget>

class QListWidget;

namespace Gapline {

class OutageChart;

/// The outages of a comparison, as bands over time and, for keyboards and screen readers, each in words with the
/// horizon's arithmetic; both select the same one. Hidden where there is none. Lives on the UI thread.
class OutageList : public QWidget
{
    Q_OBJECT

public:
    explicit OutageList(QWidget *parent = nullptr);

    void setComparison(const ComparisonPtr &comparison, TimeZoneChoice zone);
    [[nodiscard]] QListWidget *list() const { return m_list; }

signals:
    /// Index in the report's outages; -1 when none is selected.
    void currentChanged(int outage);

private:
    OutageChart *m_chart;
    QListWidget *m_list;
};

} // namespace Gapline
