// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/eventtable.h"

#include "ui/inspect/gapcontents.h"
#include "ui/inspect/gapexpansion.h"
#include "ui/inspect/rowcopy.h"
#include "ui/inspect/rowdelegate.h"
#include "ui/inspect/showntext.h"
#include "ui/workspace/bookmarks.h"
#include "ui/workspace/iterations.h"

#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QPainter>
#include <QResizeEvent>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>
#include <utility>

namespace Gapline {

EventTable::EventTable(QWidget *parent)
    : QTableView(parent)
    , m_model(new StreamModel(this))
    , m_gaps(new GapExpansion(*this, *m_model, [this](const Gap &gap) { return knownOf(gap); }))
{
    setModel(m_model);
    setColumnHidden(int(StreamModel::Column::Webhook), true);
    setItemDelegate(new RowDelegate(*m_gaps, this));
    m_model->setGapLines([this](const Gap &gap) { return m_gaps->linesOf(gap); });
    setAccessibleName(tr("Events and gaps"));
    setAccessibleDescription(tr("One row per event; runs of hidden seqs are rows of their own."));
    setSelectionBehavior(QAbstractItemView::SelectRows);
    // A selection is one range of seqs, the same for the timeline.
    setSelectionMode(QAbstractItemView::ContiguousSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setWordWrap(false);
    setFrameShape(QFrame::NoFrame);
    setCornerButtonEnabled(false);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);

    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView *header = horizontalHeader();
    header->setProperty("look", QStringLiteral("roomy")); // See app/look.
    header->setSectionsMovable(true);
    header->setStretchLastSection(true);
    header->setHighlightSections(false);
    header->setAccessibleName(tr("Columns of the event table"));
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this, [this, header](const QPoint &at) {
        QMenu menu(this);
        addColumnActions(menu);
        menu.exec(header->mapToGlobal(at));
    });
    addCommands();
    applyFontSizes();
    applyTint();
}

EventTable::~EventTable() = default;

void EventTable::setView(StreamView *view)
{
    if (m_view) {
        disconnect(m_view, nullptr, this, nullptr);
        disconnect(&m_view->bookmarks(), nullptr, m_model, nullptr);
        disconnect(&m_view->iterations(), nullptr, m_model, nullptr);
    }
    m_view = view;
    m_gaps->clear();
    delete m_copy;
    m_jsonToCopy.reset();
    if (!view) {
        m_model->setRows(std::make_shared<const StreamRows>());
        showDeliveries();
        return;
    }
    m_model->setRawSource([source = QPointer<StreamView>(view)](const RawLocation &location) {
        return source ? source->rawAt(location) : std::nullopt;
    });
    connect(view, &QObject::destroyed, this, [this] { setView(nullptr); });
    connect(view, &StreamView::rowsChanged, this, &EventTable::showRows);
    connect(view, &StreamView::selectionChanged, this, &EventTable::showSelection);
    connect(view,
            &StreamView::filteringChanged,
            viewport(),
            qOverload<>(&QWidget::update)); // The reason why it is empty.
    connect(view, &StreamView::payloadsLoaded, this, &EventTable::refreshVisibleData);
    connect(view, &StreamView::deliveriesChanged, this, &EventTable::showDeliveries);
    const auto showSteps = [this] {
        m_model->setSteps(m_view->execution() ? m_view->execution()->steps : QList<StepView>());
    };
    connect(view, &StreamView::executionChanged, this, showSteps);
    const auto showBookmarks = [this] { m_model->setBookmarks(m_view->bookmarks().all()); };
    connect(&view->bookmarks(), &Bookmarks::changed, m_model, showBookmarks);
    const auto showIterations = [this] { m_model->setIterations(m_view->iterations().all()); };
    connect(&view->iterations(), &Iterations::changed, m_model, showIterations);
    showBookmarks();
    showIterations();
    showSteps();
    m_model->setRows(view->rows());
    showDeliveries();
    showSelection();
}

QStringList EventTable::knownOf(const Gap &gap) const
{
    if (!m_view)
        return {};
    if (gap.kind == GapKind::Unknown)
        return {gapMeaning(gap)};
    QStringList lines;
    const std::optional<Execution> &execution = m_view->execution();
    for (const Fact &fact :
         gapContents(*m_model->rows()->stream(), gap, execution, m_model->timeZone()))
        lines << QStringLiteral("%1: %2").arg(fact.label, fact.text);
    lines << gapContentsMeaning(gap, execution && !execution->steps.isEmpty());
    return lines;
}

void EventTable::showDeliveries()
{
    const StreamDeliveriesPtr deliveries = m_view ? m_view->deliveries() : nullptr;
    m_model->setDeliveries(deliveries);
    // Without a log the column would only be empty.
    const bool hadDeliveries = std::exchange(m_hasDeliveries, deliveries != nullptr);
    if (hadDeliveries != m_hasDeliveries)
        setColumnHidden(int(StreamModel::Column::Webhook), !m_hasDeliveries);
}

void EventTable::setTimeZone(TimeZoneChoice zone)
{
    m_model->setTimeZone(zone);
}

void EventTable::showRows()
{
    // The place is a seq, not a row: rows move when the filter changes or the stream grows.
    const int top = rowAt(0);
    const std::optional<Seq> topSeq =
        top > 0 ? std::optional<Seq>(m_model->rows()->seqsAt(top).first) : std::nullopt;
    const bool isGrowth =
        m_model->rowCount() > 0 && m_model->rows()->stream() != m_view->rows()->stream();
    const bool showsEnd = verticalScrollBar()->value() == verticalScrollBar()->maximum();
    {
        const QScopedValueRollback<bool> guard(m_isShowingSelection, true);
        m_model->setRows(m_view->rows());
    }
    m_gaps->apply();
    // Before the place is restored: a view scrolls to what becomes its current row.
    if (isGrowth)
        markSelection();
    const EndChoice choice = m_view->endChoice();
    if (isGrowth
        && (choice == EndChoice::AlwaysFollow
            || (choice == EndChoice::FollowIfShown && showsEnd))) {
        scrollToBottom();
        return;
    }
    const auto row = m_model->rows()->rowAtOrAfter(topSeq.value_or(Seq{1}));
    if (row)
        scrollTo(m_model->index(int(*row), 0), QAbstractItemView::PositionAtTop);
    if (!isGrowth)
        showSelection();
}

void EventTable::showSelection()
{
    markSelection();
    if (selectionModel()->hasSelection())
        scrollTo(currentIndex().siblingAtColumn(horizontalHeader()->logicalIndexAt(0)));
}

void EventTable::markSelection()
{
    const QScopedValueRollback<bool> guard(m_isShowingSelection, true);
    const std::optional<SeqRange> range = m_view ? m_view->selection() : std::nullopt;
    const StreamRows &rows = *m_model->rows();
    const auto first = range ? rows.rowAtOrAfter(range->first) : std::nullopt;
    if (!first || rows.seqsAt(*first).first > range->last) {
        selectionModel()->clear();
        return;
    }
    qsizetype last = rows.rowAtOrAfter(range->last).value_or(rows.count() - 1);
    if (rows.seqsAt(last).first > range->last)
        --last;
    const QModelIndex begin = m_model->index(int(*first), 0);
    const QModelIndex end = m_model->index(int(last), StreamModel::kColumnCount - 1);
    // The cursor stays where the keyboard put it, as long as it lies inside.
    const int current = currentIndex().row();
    if (current < *first || current > last)
        selectionModel()->setCurrentIndex(begin, QItemSelectionModel::NoUpdate);
    selectionModel()->select(QItemSelection(begin, end), QItemSelectionModel::ClearAndSelect);
}

void EventTable::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    if (m_isShowingSelection || !m_view)
        return;
    const std::optional<RowRange> selection = selectedRows();
    if (!selection)
        return; // Clicking below the rows does not empty the detail.
    const StreamRows &rows = *m_model->rows();
    const SeqRange range{rows.seqsAt(selection->first).first, rows.seqsAt(selection->last).last};
    const QScopedValueRollback<bool> guard(m_isShowingSelection, true);
    m_view->select(range);
    m_view->reveal(range);
}

std::optional<EventTable::RowRange> EventTable::selectedRows() const
{
    std::optional<RowRange> rows;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        if (!rows)
            rows = RowRange{range.top(), range.bottom()};
        rows->first = std::min(rows->first, range.top());
        rows->last = std::max(rows->last, range.bottom());
    }
    return rows;
}

void EventTable::refreshVisibleData()
{
    copyPendingJson();
    const int first = rowAt(0);
    int last = rowAt(viewport()->height() - 1);
    if (last < 0)
        last = m_model->rowCount() - 1;
    if (first >= 0)
        m_model->refreshData(first, last);
}

QList<StreamModel::Column> EventTable::shownColumns() const
{
    QList<StreamModel::Column> columns;
    for (int visual = 0; visual < StreamModel::kColumnCount; ++visual) {
        const int logical = horizontalHeader()->logicalIndex(visual);
        if (!isColumnHidden(logical))
            columns.append(StreamModel::Column(logical));
    }
    return columns;
}

QByteArray EventTable::saveState() const
{
    return horizontalHeader()->saveState();
}

bool EventTable::restoreState(const QByteArray &state)
{
    if (state.isEmpty() || !horizontalHeader()->restoreState(state))
        return false;
    m_hasOwnWidths = true;
    setColumnHidden(int(StreamModel::Column::Webhook), !m_hasDeliveries);
    return true;
}

void EventTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        applyFontSizes();
    if (event->type() == QEvent::ApplicationPaletteChange || event->type() == QEvent::ParentChange)
        applyTint();
}

void EventTable::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (m_model->rowCount() > 0 || !m_view)
        return;
    QPainter painter(viewport());
    painter.setPen(palette().color(QPalette::PlaceholderText));
    const int inset = fontMetrics().height();
    painter.drawText(viewport()->rect().adjusted(inset, inset, -inset, -inset),
                     int(Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap),
                     whyNoRows(*m_view, m_model->timeZone()));
}

void EventTable::applyTint()
{
    // A selected row is tinted, not filled: its marks, remarks and hatching stay readable.
    const QPalette theme = QGuiApplication::palette();
    QPalette own;
    for (const QPalette::ColorGroup group : {QPalette::Active, QPalette::Inactive}) {
        constexpr float kTint = 0.24F;
        const QColor base = theme.color(group, QPalette::Base);
        const QColor accent = theme.color(group, QPalette::Highlight);
        const auto mixed = [](float from, float to) { return from + (to - from) * kTint; };
        own.setColor(group,
                     QPalette::Highlight,
                     QColor::fromRgbF(mixed(base.redF(), accent.redF()),
                                      mixed(base.greenF(), accent.greenF()),
                                      mixed(base.blueF(), accent.blueF())));
        own.setColor(group, QPalette::HighlightedText, theme.color(group, QPalette::Text));
    }
    setPalette(own);
}

void EventTable::resizeEvent(QResizeEvent *event)
{
    const QRect row = visualRect(currentIndex());
    const bool wasInSight =
        row.isValid() && row.top() >= 0 && row.bottom() <= event->oldSize().height();
    QTableView::resizeEvent(event);
    if (!wasInSight || row.bottom() <= viewport()->height())
        return;
    const int column = horizontalScrollBar()->value(); // It is about the row.
    scrollTo(currentIndex());
    horizontalScrollBar()->setValue(column);
}

int EventTable::heightOf(int rows) const
{
    return horizontalHeader()->sizeHint().height() + rows * verticalHeader()->defaultSectionSize()
        + horizontalScrollBar()->sizeHint().height() + 2 * frameWidth();
}

void EventTable::applyFontSizes()
{
    const QFontMetrics metrics = fontMetrics();
    verticalHeader()->setMinimumSectionSize(metrics.height());
    verticalHeader()->setDefaultSectionSize(metrics.height() + metrics.height() / 2);
    m_gaps->apply();
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    horizontalHeader()->setFont(bold);
    if (m_hasOwnWidths)
        return;
    const int inset = metrics.height();
    const auto fit = [this, &metrics, inset](StreamModel::Column column, const char *sample) {
        setColumnWidth(int(column), metrics.horizontalAdvance(QLatin1String(sample)) + inset);
    };
    // Samples as wide as what is usual; M stands for the wider letters of the fixed font.
    fit(StreamModel::Column::Seq, "0000000");
    fit(StreamModel::Column::Time, "00:00:00.000ZMM");
    fit(StreamModel::Column::Delta, "+00 m 00 s");
    fit(StreamModel::Column::Type, "MM step.awaiting-approval");
    fit(StreamModel::Column::Step, "parallel-review-00 \u21BB2");
    fit(StreamModel::Column::Webhook, "MM late 10 m 42 s");
}

} // namespace Gapline
