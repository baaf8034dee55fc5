// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/comparepage.h"

#include "core/domain/displaytext.h"
#include "ui/compare/comparemodel.h"
#include "ui/compare/comparetext.h"
#include "ui/compare/outcomedelegate.h"
#include "ui/inspect/wrappedtext.h"
#include "ui/workspace/compareview.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace Gapline {
namespace {

constexpr qsizetype kIdCharacters = 120;

} // namespace

ComparePage::ComparePage(CompareView &view, QWidget *parent)
    : QWidget(parent)
    , m_view(view)
    , m_model(new CompareModel(this))
    , m_commands(new QHBoxLayout)
    , m_sideA(new WrappedText(this))
    , m_sideB(new WrappedText(this))
    , m_summary(new WrappedText(this))
    , m_onlyDifferences(new QCheckBox(tr("&Only differences"), this))
    , m_tolerance(new QComboBox(this))
    , m_count(new QLabel(this))
    , m_table(new QTableView(this))
    , m_empty(new QLabel(this))
{
    makeTable();
    makeTableActions();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHeader());
    layout->addWidget(makeSides());
    layout->addWidget(makeFilters());
    layout->addWidget(m_table, 1);
    layout->addWidget(m_empty, 1);
    connect(&m_view, &CompareView::resultChanged, this, &ComparePage::showResult);
    connect(&m_view, &CompareView::chosenChanged, this, &ComparePage::showResult);
    showResult();
}

QWidget *ComparePage::makeHeader()
{
    auto *header = new QFrame(this);
    header->setObjectName(QStringLiteral("panelHeader"));
    auto *title = new QLabel(tr("Two executions compared"), header);
    QFont bold = title->font();
    bold.setWeight(QFont::DemiBold);
    title->setFont(bold);
    auto *swap = new QPushButton(tr("S&wap A and B"), header);
    connect(swap, &QPushButton::clicked, &m_view, &CompareView::swapSides);
    auto *close = new QPushButton(tr("&Back to the Execution"), header);
    connect(close, &QPushButton::clicked, this, &ComparePage::closeWanted);
    auto *layout = new QHBoxLayout(header);
    layout->setContentsMargins(12, 4, 8, 4);
    layout->addWidget(title);
    layout->addStretch();
    layout->addLayout(m_commands);
    layout->addWidget(swap);
    layout->addWidget(close);
    return header;
}

void ComparePage::addCommand(QAction *action)
{
    auto *button = new QPushButton(action->text(), this);
    button->setToolTip(action->toolTip());
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    const auto follow = [button, action] { button->setEnabled(action->isEnabled()); };
    connect(action, &QAction::changed, button, follow);
    follow();
    m_commands->addWidget(button);
}

QWidget *ComparePage::makeSides()
{
    auto *sides = new QWidget(this);
    auto *layout = new QGridLayout(sides);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->setVerticalSpacing(4);
    const auto add = [&](int row, const QString &name, WrappedText *text, auto id) {
        auto *label = new QLabel(name, sides);
        QFont bold = label->font();
        bold.setBold(true);
        label->setFont(bold);
        text->setAccessibleName(tr("Execution %1").arg(name));
        auto *open = new QPushButton(tr("Open %1").arg(name), sides);
        connect(open, &QPushButton::clicked, this, [this, id] {
            if (m_view.isChosen())
                emit executionWanted(id());
        });
        layout->addWidget(label, row, 0);
        layout->addWidget(text, row, 1);
        layout->addWidget(open, row, 2);
    };
    add(0, tr("A"), m_sideA, [this] { return m_view.a(); });
    add(1, tr("B"), m_sideB, [this] { return m_view.b(); });
    m_summary->setAccessibleName(tr("What differs, and what that covers"));
    auto *scroll = new QScrollArea(sides);
    scroll->setWidget(m_summary);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFixedHeight(fontMetrics().lineSpacing() * 8);
    layout->addWidget(scroll, 2, 0, 1, 3);
    layout->setColumnStretch(1, 1);
    return sides;
}

QWidget *ComparePage::makeFilters()
{
    auto *row = new QWidget(this);
    m_onlyDifferences->setToolTip(
        tr("Hides steps that are the same, and those of which nothing is proved"));
    connect(m_onlyDifferences, &QCheckBox::toggled, this, [this](bool isChecked) {
        m_model->setShowsOnlyDifferences(isChecked);
        showCount();
    });
    auto *label = new QLabel(tr("Waits count as &different from"), row);
    label->setBuddy(m_tolerance);
    m_tolerance->setAccessibleName(tr("Waits count as different from"));
    const std::pair<QString, int> choices[] = {{tr("1 ms"), 1},
                                               {tr("1 s"), 1000},
                                               {tr("10 s"), 10'000},
                                               {tr("1 min"), 60'000},
                                               {tr("10 min"), 600'000},
                                               {tr("1 h"), 3'600'000}};
    for (const auto &[text, ms] : choices)
        m_tolerance->addItem(text, ms);
    m_tolerance->setCurrentIndex(m_tolerance->findData(int(m_view.tolerance().count())));
    connect(m_tolerance, &QComboBox::currentIndexChanged, this, [this] {
        m_view.setTolerance(std::chrono::milliseconds(m_tolerance->currentData().toInt()));
    });
    m_count->setTextFormat(Qt::PlainText);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(12, 4, 12, 8);
    layout->addWidget(m_onlyDifferences);
    layout->addSpacing(16);
    layout->addWidget(label);
    layout->addWidget(m_tolerance);
    layout->addStretch();
    layout->addWidget(m_count);
    return row;
}

void ComparePage::makeTable()
{
    m_table->setModel(m_model);
    m_table->setItemDelegate(new OutcomeDelegate(m_table));
    m_table->setAccessibleName(tr("Steps of both executions"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 3 / 2);
    m_table->horizontalHeader()->setProperty("look", QStringLiteral("roomy")); // See app/look.
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setSectionsMovable(true);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(int(CompareModel::Column::Step), Qt::AscendingOrder);
    const int letter = fontMetrics().averageCharWidth();
    const int widths[CompareModel::kColumnCount] = {34, 6, 28, 12, 28, 12, 11, 20};
    for (int column = 0; column < CompareModel::kColumnCount; ++column)
        m_table->setColumnWidth(column,
                                std::max(letter * widths[column],
                                         m_table->horizontalHeader()->sectionSizeHint(column)));
    m_table->setTextElideMode(Qt::ElideMiddle); // The paths of siblings differ at their ends.
    connect(m_table, &QTableView::activated, this, &ComparePage::showStep);
    m_empty->setTextFormat(Qt::PlainText);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_empty->setMargin(20);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
}

void ComparePage::makeTableActions()
{
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_table->installEventFilter(this);
    const auto add = [this](const QString &text, const QKeySequence &keys, auto slot) {
        auto *action = new QAction(text, this);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, this, slot);
        m_table->addAction(action);
    };
    add(tr("Show the Step in &A"), QKeySequence(Qt::CTRL | Qt::Key_1), [this] {
        showStepOf(m_table->currentIndex().row(), true);
    });
    add(tr("Show the Step in &B"), QKeySequence(Qt::CTRL | Qt::Key_2), [this] {
        showStepOf(m_table->currentIndex().row(), false);
    });
    add(tr("&Copy Rows"), {}, [this] { copyRows(false); });
    add(tr("Copy Rows as CS&V"), {}, [this] { copyRows(true); });
}

/// The table's own copy takes one cell.
bool ComparePage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy)) {
        copyRows(false);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void ComparePage::showStepOf(int row, bool inA)
{
    const ComparedStep *step = m_model->stepAt(row);
    const std::optional<StepVisit> visit = !step ? std::nullopt : inA ? step->a : step->b;
    if (visit && visit->seqs)
        emit stepWanted(inA ? m_view.a() : m_view.b(),
                        SeqRange{visit->seqs->first, visit->seqs->first});
    else
        emit noticed(inA ? tr("A has no event of this step") : tr("B has no event of this step"));
}

void ComparePage::showStep(const QModelIndex &index)
{
    const ComparedStep *step = m_model->stepAt(index.row());
    if (!step)
        return;
    const auto column = CompareModel::Column(index.column());
    const bool wantsB =
        column == CompareModel::Column::InB || column == CompareModel::Column::WaitedInB;
    const bool hasA = step->a && step->a->seqs;
    const bool hasB = step->b && step->b->seqs;
    showStepOf(index.row(), wantsB ? !hasB : hasA);
}

void ComparePage::copyRows(bool asCsv)
{
    QList<int> rows;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        rows << index.row();
    std::ranges::sort(rows);
    if (rows.isEmpty()) {
        emit noticed(tr("No row is selected"));
        return;
    }
    QGuiApplication::clipboard()->setText(m_model->textOf(rows, asCsv));
    emit noticed(tr("%n row(s) copied", nullptr, int(rows.size())));
}

void ComparePage::showResult()
{
    // A comparison made again keeps the place, and the filter.
    const int current = m_table->currentIndex().row();
    const ExecutionComparisonPtr &result = m_view.result();
    m_model->setComparison(result);
    const auto side = [&](const ExecutionId &id, const ComparedRun *run) {
        const QString shown = displayText(id.text(), kIdCharacters);
        return run && !shown.isEmpty()
            ? shown + QChar(QChar::LineSeparator) + CompareText::run(*run)
            : shown;
    };
    m_sideA->setText(side(m_view.a(), result ? &result->a : nullptr));
    m_sideB->setText(side(m_view.b(), result ? &result->b : nullptr));
    m_summary->setText(result ? CompareText::summary(*result).join(QChar(QChar::LineSeparator))
                              : QString());
    if (current >= 0 && m_model->rowCount() > 0)
        m_table->setCurrentIndex(m_model->index(std::min(current, m_model->rowCount() - 1), 0));
    showCount();
}

void ComparePage::showCount()
{
    const QString why = whyEmpty();
    m_empty->setText(why);
    m_empty->setVisible(!why.isEmpty());
    m_table->setVisible(why.isEmpty());
    m_count->clear();
    if (!m_view.result())
        return;
    const QLocale locale;
    const qint64 steps = qint64(m_view.result()->steps.size());
    m_count->setText(
        (steps == 1 ? tr("%1 of %2 step shown") : tr("%1 of %2 steps shown"))
            .arg(locale.toString(m_model->rowCount()), locale.toString(qlonglong(steps))));
}

QString ComparePage::whyEmpty() const
{
    if (m_model->rowCount() > 0)
        return {};
    if (!m_view.isChosen())
        return tr("No executions are chosen. Open one, then choose Execution › Compare With…");
    const ExecutionComparisonPtr &result = m_view.result();
    if (!result)
        return m_view.isComparing() ? tr("Reading both executions from the cache …")
                                    : tr("The executions could not be read.");
    if (result->steps.empty())
        return tr("Neither execution has a step that is known yet.");
    return result->counts.unproved > 0
        ? tr(
            "No difference is proved. %n step(s) could not be compared: see what is covered above.",
            nullptr,
            int(result->counts.unproved))
        : tr("No differences: every step of one is in the other, ended with the same type of event "
             "and waited as long.");
}

} // namespace Gapline
