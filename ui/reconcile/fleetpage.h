// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/ids.h"
#include "core/report/comparison.h"

#include <QWidget>

class QAbstractItemModel;
class QAction;
class QLabel;
class QListWidget;
class QMenu;
class QTableView;
class QTabWidget;

namespace Gapline {

class DeliveryModel;
class DetailSection;
class FindingModel;
class FleetSummary;
class OutageList;
class WhyPane;
class WrappedText;
class Workspace;

/// What a comparison found over all executions: totals with their coverage, outages over time, causes, executions by
/// missed webhooks, rows that match nothing. Whatever is selected answers "why?" at the right. Lives on the UI thread.
class FleetPage : public QWidget
{
    Q_OBJECT

public:
    /// `workspace` must outlive the page.
    explicit FleetPage(Workspace &workspace, QWidget *parent = nullptr);

    /// What the buttons of the header do; the actions and the menu are borrowed.
    void addCommands(QAction *import, QMenu *exports, QAction *replay);
    void focusExecutions();

    [[nodiscard]] QTableView *executions() const { return m_executions; }
    [[nodiscard]] QTableView *rows() const { return m_rows; }
    [[nodiscard]] QListWidget *outages() const;
    [[nodiscard]] QListWidget *causes() const { return m_causes; }
    [[nodiscard]] QTabWidget *tabs() const { return m_tabs; }
    [[nodiscard]] QLabel *totalsLabel() const;
    [[nodiscard]] WrappedText *coverageText() const;
    [[nodiscard]] DetailSection *why() const;
    [[nodiscard]] WhyPane *whyPane() const { return m_why; }

signals:
    void executionWanted(const Gapline::ExecutionId &executionId);
    /// What this execution missed is to be sent again.
    void replayWanted(const std::optional<Gapline::ExecutionId> &executionId);
    void noticed(const QString &message);

private:
    void makeTabs();
    void connectParts();
    void layOut();
    [[nodiscard]] QTableView *makeTable(QAbstractItemModel *model, const QString &name);
    void showComparison();
    void showOrigin();
    void showCounts();
    void showCauses();
    void explainExecution();
    void explainRow();
    void explainOutage(int outage);
    void explainCause(int cause);
    void openSelected();
    void fetchForeign();

    Workspace &m_workspace;
    ComparisonPtr m_comparison;
    FindingModel *m_findings;
    DeliveryModel *m_deliveries;
    FleetSummary *m_summary;
    OutageList *m_outages;
    QTabWidget *m_tabs;
    QTableView *m_executions;
    QListWidget *m_causes;
    QTableView *m_rows;
    WhyPane *m_why;
};

} // namespace Gapline
