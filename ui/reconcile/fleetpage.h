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
class QPushButton;
class QTableView;
class QTabWidget;

namespace Gapline {

class DeliveryModel;
class DetailSection;
class FindingModel;
class OutageChart;
class WrappedText;
class Workspace;
struct Why;

/// What a comparison found over all executions: totals with their coverage, outages over time, causes, executions by
/// missed webhooks, rows that match nothing. Whatever is selected answers "why?" at the right. Lives on the UI thread.
class FleetPage : public QWidget
{
    Q_OBJECT

public:
    /// `workspace` must outlive the page.
    explicit FleetPage(Workspace &workspace, QWidget *parent = nullptr);

    /// What the buttons of the header do; the actions and the menu are borrowed.
    void addCommands(QAction *import, QMenu *exports);
    void focusExecutions();

    [[nodiscard]] QTableView *executions() const { return m_executions; }
    [[nodiscard]] QTableView *rows() const { return m_rows; }
    [[nodiscard]] QListWidget *outages() const { return m_outages; }
    [[nodiscard]] QListWidget *causes() const { return m_causes; }
    [[nodiscard]] QTabWidget *tabs() const { return m_tabs; }
    [[nodiscard]] QLabel *totalsLabel() const { return m_totals; }
    [[nodiscard]] WrappedText *coverageText() const { return m_coverage; }
    [[nodiscard]] DetailSection *why() const { return m_why; }

signals:
    void executionWanted(const Gapline::ExecutionId &executionId);
    void noticed(const QString &message);

private:
    QWidget *makeHeader();
    QWidget *makeOutages();
    void makeTabs();
    void layOut();
    [[nodiscard]] QTableView *makeTable(QAbstractItemModel *model, const QString &name);
    void showComparison();
    void showTotals();
    void showOutages();
    void showCauses();
    void explainExecution();
    void explainRow();
    void explainOutage(int outage);
    void explainCause(int cause);
    void openSelected();
    void fetchForeign();
    void explain(const Why &why);

    Workspace &m_workspace;
    ComparisonPtr m_comparison;
    FindingModel *m_findings;
    DeliveryModel *m_deliveries;
    QWidget *m_header;
    QLabel *m_totals;
    WrappedText *m_coverage;
    OutageChart *m_chart;
    QListWidget *m_outages;
    QTabWidget *m_tabs;
    QTableView *m_executions;
    QListWidget *m_causes;
    QTableView *m_rows;
    QPushButton *m_open;
    QPushButton *m_fetch;
    DetailSection *m_why;
};

} // namespace Gapline
