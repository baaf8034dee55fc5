// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reconcile/fleetpage.h"

#include "core/report/evidence.h"
#include "ui/inspect/detailsection.h"
#include "ui/models/deliverymodel.h"
#include "ui/models/findingmodel.h"
#include "ui/reconcile/findingwhy.h"
#include "ui/reconcile/fleetsummary.h"
#include "ui/reconcile/outagelist.h"
#include "ui/reconcile/whypane.h"
#include "ui/workspace/workspace.h"

#include <QHeaderView>
#include <QListWidget>
#include <QLocale>
#include <QSplitter>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace Gapline {

FleetPage::FleetPage(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_findings(new FindingModel(this))
    , m_deliveries(new DeliveryModel(this))
    , m_summary(new FleetSummary(this))
    , m_outages(new OutageList(this))
    , m_causes(new QListWidget(this))
    , m_why(new WhyPane(this))
{
    makeTabs();
    layOut();
    connectParts();
    showComparison();
}

void FleetPage::connectParts()
{
    connect(m_why->section(), &DetailSection::noticed, this, &FleetPage::noticed);
    connect(m_why, &WhyPane::executionWanted, this, &FleetPage::executionWanted);
    connect(m_why, &WhyPane::replayWanted, this, [this](const ExecutionId &id) {
        emit replayWanted(id);
    });
    connect(m_executions->selectionModel(),
            &QItemSelectionModel::currentRowChanged,
            this,
            &FleetPage::explainExecution);
    connect(m_rows->selectionModel(),
            &QItemSelectionModel::currentRowChanged,
            this,
            &FleetPage::explainRow);
    connect(m_executions, &QTableView::activated, this, &FleetPage::openSelected);
    connect(m_rows, &QTableView::activated, this, &FleetPage::fetchForeign);
    connect(m_outages, &OutageList::currentChanged, this, &FleetPage::explainOutage);
    connect(m_causes, &QListWidget::currentRowChanged, this, &FleetPage::explainCause);
    connect(&m_workspace.reconcile(),
            &ReconcileView::comparisonChanged,
            this,
            &FleetPage::showComparison);
    connect(&m_workspace.reconcile(), &ReconcileView::originChanged, this, &FleetPage::showOrigin);
    connect(&m_workspace, &Workspace::timeZoneChanged, this, &FleetPage::showComparison);
}

void FleetPage::addCommands(QAction *import, QMenu *exports, QAction *replay)
{
    m_summary->addCommands(import, exports, replay);
}

QTableView *FleetPage::makeTable(QAbstractItemModel *model, const QString &name)
{
    auto *table = new QTableView(this);
    table->setModel(model);
    table->setAccessibleName(name);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setTabKeyNavigation(false);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setFrameShape(QFrame::NoFrame);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 3 / 2);
    table->horizontalHeader()->setProperty("look", QStringLiteral("roomy")); // See app/look.
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setStretchLastSection(true);
    return table;
}

void FleetPage::makeTabs()
{
    m_tabs = new QTabWidget(this);
    m_tabs->setDocumentMode(true);
    m_executions = makeTable(m_findings, tr("Executions by missed webhooks"));
    m_executions->setSortingEnabled(true);
    m_executions->sortByColumn(int(FindingModel::Column::Missed), Qt::DescendingOrder);
    const int letter = fontMetrics().averageCharWidth();
    const auto *header = m_executions->horizontalHeader();
    m_executions->setColumnWidth(int(FindingModel::Column::Execution), letter * 28);
    m_executions->setColumnWidth(int(FindingModel::Column::Definition), letter * 22);
    for (int column = int(FindingModel::Column::Missed); column < FindingModel::kColumnCount;
         ++column)
        m_executions->setColumnWidth(column, std::max(letter * 8, header->sectionSizeHint(column)));
    m_rows = makeTable(m_deliveries, tr("Log rows that match no event"));
    m_rows->setColumnWidth(int(DeliveryModel::Column::Execution), letter * 32);
    m_rows->setColumnWidth(int(DeliveryModel::Column::File), letter * 20);
    m_rows->setColumnWidth(int(DeliveryModel::Column::Type), letter * 24);
    m_rows->setColumnWidth(int(DeliveryModel::Column::Received), letter * 24);
    m_causes->setFrameShape(QFrame::NoFrame);
    m_causes->setWordWrap(true);
    m_causes->setSpacing(2);
    m_causes->setAccessibleName(tr("Causes"));
    m_tabs->addTab(m_executions, QString());
    m_tabs->addTab(m_causes, QString());
    m_tabs->addTab(m_rows, QString());
}

void FleetPage::layOut()
{
    auto *left = new QWidget(this);
    auto *leftLayout = new QVBoxLayout(left);
    leftLayout->setContentsMargins(0, 0, 0, 0);
    leftLayout->setSpacing(0);
    leftLayout->addWidget(m_summary);
    leftLayout->addWidget(m_outages);
    leftLayout->addWidget(m_tabs, 1);
    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->addWidget(left);
    splitter->addWidget(m_why);
    splitter->setChildrenCollapsible(false);
    const int letter = fontMetrics().averageCharWidth();
    m_why->setMinimumWidth(letter * 30);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 0);
    splitter->setSizes({letter * 120, letter * 50});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
}

QListWidget *FleetPage::outages() const
{
    return m_outages->list();
}

QLabel *FleetPage::totalsLabel() const
{
    return m_summary->totalsLabel();
}

WrappedText *FleetPage::coverageText() const
{
    return m_summary->coverageText();
}

DetailSection *FleetPage::why() const
{
    return m_why->section();
}

void FleetPage::focusExecutions()
{
    m_tabs->setCurrentWidget(m_executions);
    m_executions->setFocus(Qt::OtherFocusReason);
    if (!m_executions->currentIndex().isValid() && m_findings->rowCount() > 0)
        m_executions->selectRow(0);
}

void FleetPage::showComparison()
{
    const auto current = m_findings->executionAt(m_executions->currentIndex().row());
    const QString open = current
        ? m_comparison->input().executions[*current].stream->executionId().text()
        : QString();
    m_comparison = m_workspace.reconcile().comparison();
    m_findings->setComparison(m_comparison);
    m_deliveries->setComparison(m_comparison);
    m_deliveries->setTimeZone(m_workspace.timeZone());
    m_summary->setComparison(m_comparison, m_workspace.timeZone());
    m_outages->setComparison(m_comparison, m_workspace.timeZone());
    showOrigin();
    showCounts();
    showCauses();
    m_why->showHint(m_comparison
                        ? tr("Select an execution, an outage, a cause or a log row to see what it "
                             "rests on.")
                        : tr("No receiver's log has been compared yet."));
    // A comparison made again keeps the place.
    for (int row = 0; !open.isEmpty() && row < m_findings->rowCount(); ++row) {
        if (m_findings->index(row, 0).data(FindingModel::IdRole).toString() == open) {
            m_executions->selectRow(row);
            break;
        }
    }
}

void FleetPage::showOrigin()
{
    m_summary->setOrigin(m_workspace.reconcile().origin(), m_workspace.timeZone());
}

void FleetPage::showCounts()
{
    m_tabs->setTabText(0, tr("Executions"));
    m_tabs->setTabText(2, tr("Other log rows"));
    if (!m_comparison)
        return;
    const QLocale locale;
    m_tabs->setTabText(0, tr("Executions (%1)").arg(locale.toString(m_findings->rowCount())));
    const qint64 rows =
        qint64(m_comparison->result().rows.size()) + m_comparison->result().totals.unreadableRows;
    m_tabs->setTabText(2, tr("Other log rows (%1)").arg(locale.toString(qlonglong(rows))));
}

void FleetPage::showCauses()
{
    m_causes->clear();
    qsizetype count = 0;
    if (m_comparison) {
        for (const Cause &cause : m_comparison->report().causes) {
            m_causes->addItem(
                tr("%1 · %2").arg(causeTitle(cause), QLocale().toString(qlonglong(cause.count))));
            ++count;
        }
        for (const SubscriptionProblem &problem : m_comparison->report().subscriptionProblems) {
            m_causes->addItem(tr("Subscription: %1").arg(problemInWords(problem, Wording::Window)));
            ++count;
        }
    }
    m_tabs->setTabText(1, tr("Causes (%1)").arg(count));
}

void FleetPage::explainExecution()
{
    const auto execution = m_findings->executionAt(m_executions->currentIndex().row());
    if (!execution)
        return;
    m_why->showExecution(whyExecution(*m_comparison, *execution, m_workspace.timeZone()),
                         m_comparison->input().executions[*execution].stream->executionId(),
                         m_comparison->result().executions[*execution].totals.of(Verdict::Missed),
                         !m_workspace.reconcile().isMasked());
}

void FleetPage::explainRow()
{
    const QModelIndex index = m_rows->currentIndex();
    if (!index.isValid())
        return;
    Why why{
        tr("Why this row?"),
        {{tr("Verdict"),
          index.siblingAtColumn(int(DeliveryModel::Column::Verdict)).data().toString()},
         {tr("Why"), index.siblingAtColumn(int(DeliveryModel::Column::Why)).data().toString()}}};
    if (const auto finding = m_deliveries->findingAt(index.row())) {
        for (const Evidence &evidence : evidenceOf(*m_comparison, *finding, m_workspace.timeZone()))
            why.facts.append({evidence.label, evidence.text});
    }
    if (index.data(DeliveryModel::IsForeignRole).toBool())
        m_why->showForeign(why,
                           ExecutionId(index.data(DeliveryModel::IdRole).toString()),
                           m_workspace.hasConnection());
    else
        m_why->showWhy(why);
}

void FleetPage::explainOutage(int outage)
{
    if (outage >= 0 && m_comparison)
        m_why->showWhy(whyOutage(*m_comparison, size_t(outage), m_workspace.timeZone()));
}

void FleetPage::explainCause(int row)
{
    if (row < 0 || !m_comparison)
        return;
    const size_t causes = m_comparison->report().causes.size();
    m_why->showWhy(size_t(row) < causes
                       ? whyCause(*m_comparison, size_t(row), m_workspace.timeZone())
                       : whySubscription(*m_comparison, qsizetype(size_t(row) - causes)));
}

void FleetPage::openSelected()
{
    const QModelIndex index = m_executions->currentIndex();
    if (index.isValid())
        emit executionWanted(ExecutionId(index.data(FindingModel::IdRole).toString()));
}

void FleetPage::fetchForeign()
{
    const QModelIndex index = m_rows->currentIndex();
    if (index.isValid() && index.data(DeliveryModel::IsForeignRole).toBool()
        && m_workspace.hasConnection())
        emit executionWanted(ExecutionId(index.data(DeliveryModel::IdRole).toString()));
}

} // namespace Gapline
