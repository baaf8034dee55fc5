// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reconcile/fleetpage.h"

#include "core/domain/displaytext.h"
#include "core/report/evidence.h"
#include "ui/inspect/detailsection.h"
#include "ui/inspect/wrappedtext.h"
#include "ui/models/deliverymodel.h"
#include "ui/models/findingmodel.h"
#include "ui/reconcile/findingwhy.h"
#include "ui/reconcile/outagechart.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Gapline {
namespace {

QLabel *plainLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

} // namespace

FleetPage::FleetPage(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_findings(new FindingModel(this))
    , m_deliveries(new DeliveryModel(this))
    , m_chart(new OutageChart(this))
    , m_outages(new QListWidget(this))
    , m_causes(new QListWidget(this))
    , m_open(new QPushButton(tr("&Open This Execution"), this))
    , m_fetch(new QPushButton(tr("&Fetch This Execution"), this))
    , m_why(new DetailSection(this))
{
    makeTabs();
    layOut();
    connect(m_why, &DetailSection::noticed, this, &FleetPage::noticed);
    connect(m_open, &QPushButton::clicked, this, &FleetPage::openSelected);
    connect(m_fetch, &QPushButton::clicked, this, &FleetPage::fetchForeign);
    connect(&workspace.reconcile(),
            &ReconcileView::comparisonChanged,
            this,
            &FleetPage::showComparison);
    connect(&workspace, &Workspace::timeZoneChanged, this, &FleetPage::showComparison);
    showComparison();
}

QWidget *FleetPage::makeHeader()
{
    m_header = new QWidget(this);
    m_totals = plainLabel(m_header);
    QFont large = m_totals->font();
    large.setPointSizeF(large.pointSizeF() * 1.2);
    large.setWeight(QFont::DemiBold);
    m_totals->setFont(large);
    m_totals->setAccessibleName(tr("Totals"));
    m_coverage = new WrappedText(m_header);
    m_coverage->setColorRole(QPalette::PlaceholderText);
    auto *coverage = new QScrollArea(m_header);
    coverage->setWidget(m_coverage);
    coverage->setWidgetResizable(true);
    coverage->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    coverage->setFrameShape(QFrame::NoFrame);
    coverage->setFixedHeight(fontMetrics().lineSpacing() * 6);
    m_coverage->setAccessibleName(tr("Coverage: what was compared"));
    auto *row = new QHBoxLayout;
    row->setObjectName(QStringLiteral("commands"));
    row->addWidget(m_totals, 1);
    auto *layout = new QVBoxLayout(m_header);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->addLayout(row);
    layout->addWidget(coverage);
    return m_header;
}

void FleetPage::addCommands(QAction *import, QMenu *exports)
{
    auto *row = m_header->findChild<QHBoxLayout *>(QStringLiteral("commands"));
    auto *change = new QPushButton(tr("&Logs and Receiver…"), m_header);
    change->setToolTip(import->toolTip());
    connect(change, &QPushButton::clicked, import, &QAction::trigger);
    auto *out = new QToolButton(m_header);
    out->setText(tr("Export"));
    out->setMenu(exports);
    out->setPopupMode(QToolButton::InstantPopup);
    out->setAccessibleName(tr("Export what was found"));
    row->addWidget(change, 0, Qt::AlignTop);
    row->addWidget(out, 0, Qt::AlignTop);
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
    m_executions->setColumnWidth(int(FindingModel::Column::Execution), letter * 32);
    m_executions->setColumnWidth(int(FindingModel::Column::Definition), letter * 26);
    for (int column = int(FindingModel::Column::Missed); column < FindingModel::kColumnCount;
         ++column)
        m_executions->setColumnWidth(column, letter * 11);
    m_rows = makeTable(m_deliveries, tr("Log rows that match no event"));
    m_rows->setColumnWidth(int(DeliveryModel::Column::Execution), letter * 32);
    m_rows->setColumnWidth(int(DeliveryModel::Column::File), letter * 20);
    m_rows->setColumnWidth(int(DeliveryModel::Column::Type), letter * 24);
    m_rows->setColumnWidth(int(DeliveryModel::Column::Received), letter * 24);
    for (QListWidget *list : {m_outages, m_causes}) {
        list->setFrameShape(QFrame::NoFrame);
        list->setWordWrap(true);
        list->setSpacing(2);
    }
    m_outages->setAccessibleName(tr("Outages"));
    m_causes->setAccessibleName(tr("Causes"));
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
    connect(m_outages, &QListWidget::currentRowChanged, this, &FleetPage::explainOutage);
    connect(m_causes, &QListWidget::currentRowChanged, this, &FleetPage::explainCause);
    connect(m_chart, &OutageChart::outagePressed, m_outages, [this](int outage) {
        m_outages->setCurrentRow(outage);
    });
    m_tabs->addTab(m_executions, QString());
    m_tabs->addTab(m_causes, QString());
    m_tabs->addTab(m_rows, QString());
}

QWidget *FleetPage::makeOutages()
{
    auto *box = new QWidget(this);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_chart);
    layout->addWidget(m_outages);
    m_outages->setSizeAdjustPolicy(QAbstractScrollArea::AdjustToContents);
    m_outages->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    m_outages->setMaximumHeight(fontMetrics().height() * 8);
    return box;
}

void FleetPage::layOut()
{
    auto *side = new QWidget(this);
    auto *sideLayout = new QVBoxLayout(side);
    sideLayout->setContentsMargins(0, 0, 0, 0);
    auto *scroll = new QScrollArea(side);
    auto *content = new QWidget(scroll);
    content->setBackgroundRole(QPalette::Base);
    content->setAutoFillBackground(true);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_why);
    column->addStretch();
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *buttons = new QVBoxLayout;
    buttons->setContentsMargins(12, 0, 12, 8);
    buttons->addWidget(m_open);
    buttons->addWidget(m_fetch);
    sideLayout->addWidget(scroll, 1);
    sideLayout->addLayout(buttons);

    auto *left = new QWidget(this);
    auto *leftLayout = new QVBoxLayout(left);
    leftLayout->setContentsMargins(0, 0, 0, 0);
    leftLayout->setSpacing(0);
    leftLayout->addWidget(makeHeader());
    leftLayout->addWidget(makeOutages());
    leftLayout->addWidget(m_tabs, 1);
    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->addWidget(left);
    splitter->addWidget(side);
    splitter->setChildrenCollapsible(false);
    const int letter = fontMetrics().averageCharWidth();
    side->setMinimumWidth(letter * 30);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 0);
    splitter->setSizes({letter * 120, letter * 50});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
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
    m_chart->setTimeZone(m_workspace.timeZone());
    m_chart->setComparison(m_comparison);
    showTotals();
    showOutages();
    showCauses();
    m_open->hide();
    m_fetch->hide();
    explain({tr("Why?"), {}});
    m_why->setSentences({m_comparison
                             ? tr("Select an execution, an outage, a cause or a log row to see "
                                  "what it rests on.")
                             : tr("No receiver's log has been compared yet.")});
    // A comparison made again keeps the place.
    for (int row = 0; !open.isEmpty() && row < m_findings->rowCount(); ++row) {
        if (m_findings->index(row, 0).data(FindingModel::IdRole).toString() == open) {
            m_executions->selectRow(row);
            break;
        }
    }
}

void FleetPage::showTotals()
{
    m_tabs->setTabText(0, tr("Executions"));
    m_tabs->setTabText(2, tr("Other log rows"));
    if (!m_comparison) {
        m_totals->setText(tr("Nothing is compared yet"));
        m_coverage->setText(tr("Import a receiver's log to see which webhooks it missed."));
        return;
    }
    const ReconcileTotals &totals = m_comparison->result().totals;
    const QLocale locale;
    m_totals->setText(totalsInWords(totals));
    QStringList lines = coverageStatement(m_comparison->report(), m_workspace.timeZone());
    for (QString &line : lines)
        line = displayText(line, line.size());
    m_coverage->setText(lines.join(QChar(QChar::LineSeparator)));
    m_tabs->setTabText(0, tr("Executions (%1)").arg(locale.toString(m_findings->rowCount())));
    const qint64 rows = qint64(m_comparison->result().rows.size()) + totals.unreadableRows;
    m_tabs->setTabText(2, tr("Other log rows (%1)").arg(locale.toString(qlonglong(rows))));
}

void FleetPage::showOutages()
{
    m_outages->clear();
    const bool hasAny = m_comparison && !m_comparison->report().outages.empty();
    m_chart->setVisible(hasAny);
    m_outages->setVisible(hasAny);
    if (!hasAny)
        return;
    for (const Outage &outage : m_comparison->report().outages) {
        m_outages->addItem(tr("Outage %1")
                               .arg(outageInWords(outage,
                                                  m_comparison->result().schedule,
                                                  m_workspace.timeZone())));
    }
}

void FleetPage::showCauses()
{
    m_causes->clear();
    qsizetype count = 0;
    if (m_comparison) {
        for (const Cause &cause : m_comparison->report().causes) {
            m_causes->addItem(tr("%1 · %2").arg(causeTitle(cause)).arg(cause.count));
            ++count;
        }
        for (const SubscriptionProblem &problem : m_comparison->report().subscriptionProblems) {
            m_causes->addItem(tr("Subscription: %1").arg(problemInWords(problem)));
            ++count;
        }
    }
    m_tabs->setTabText(1, tr("Causes (%1)").arg(count));
}

void FleetPage::explain(const Why &why)
{
    QList<Fact> shown;
    for (const auto &[label, text] : why.facts)
        shown.append({label, text, text, false});
    m_why->setTitle(why.title);
    m_why->setFacts(shown);
    m_why->setSentences({});
}

void FleetPage::explainExecution()
{
    const auto execution = m_findings->executionAt(m_executions->currentIndex().row());
    m_open->setVisible(execution.has_value());
    m_fetch->hide();
    if (execution)
        explain(whyExecution(*m_comparison, *execution, m_workspace.timeZone()));
}

void FleetPage::explainRow()
{
    const QModelIndex index = m_rows->currentIndex();
    m_open->hide();
    m_fetch->setVisible(index.isValid() && index.data(DeliveryModel::IsForeignRole).toBool());
    m_fetch->setEnabled(m_workspace.hasConnection());
    m_fetch->setToolTip(m_workspace.hasConnection()
                            ? tr("Fetch it and compare it too")
                            : tr("There is no connection to fetch it with"));
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
    explain(why);
}

void FleetPage::explainOutage(int outage)
{
    m_chart->setCurrent(outage);
    if (outage < 0 || !m_comparison)
        return;
    m_open->hide();
    m_fetch->hide();
    explain(whyOutage(*m_comparison, size_t(outage), m_workspace.timeZone()));
}

void FleetPage::explainCause(int row)
{
    if (row < 0 || !m_comparison)
        return;
    m_open->hide();
    m_fetch->hide();
    const size_t causes = m_comparison->report().causes.size();
    explain(size_t(row) < causes ? whyCause(*m_comparison, size_t(row), m_workspace.timeZone())
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
