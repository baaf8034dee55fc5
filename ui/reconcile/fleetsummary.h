// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/timetext.h"
#include "core/report/comparison.h"
#include "ui/workspace/reconcileview.h"

#include <QWidget>

class QAction;
class QHBoxLayout;
class QLabel;
class QMenu;

namespace Gapline {

class WrappedText;

/// The head of the comparison's page: totals, what they cover, and what can be done with all of it. Totals are never
/// shown without their coverage. Lives on the UI thread.
class FleetSummary : public QWidget
{
    Q_OBJECT

public:
    explicit FleetSummary(QWidget *parent = nullptr);

    /// What the buttons do; the actions and the menu are borrowed.
    void addCommands(QAction *import, QMenu *exports, QAction *replay);
    /// Null: nothing is compared yet.
    void setComparison(const ComparisonPtr &comparison, TimeZoneChoice zone);

    /// From which files the rows came and when, and how those files stand now.
    void setOrigin(const std::optional<LogOrigin> &origin, TimeZoneChoice zone);

    [[nodiscard]] WrappedText *originText() const { return m_origin; }
    [[nodiscard]] QLabel *totalsLabel() const { return m_totals; }
    [[nodiscard]] WrappedText *coverageText() const { return m_coverage; }

private:
    QHBoxLayout *m_commands;
    QLabel *m_totals;
    WrappedText *m_origin;
    WrappedText *m_coverage;
};

} // namespace Gapline
