// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/eventtable.h"

#include "core/domain/displaytext.h"
#include "ui/inspect/filteredit.h"
#include "ui/inspect/rawclipboard.h"
#include "ui/inspect/rowcopy.h"
#include "ui/inspect/rowdelegate.h"

#include <QAction>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>
#include <utility>

namespace Gapline {

EventTable::EventTable(QWidget *parent)
    : QTableView(parent)
    , m_model(new StreamModel(this))
{
    setModel(m_model);
    setColumnHidden(int(StreamModel::Column::Webhook), true);
    setItemDelegate(new RowDelegate(this));
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

void EventTable::addCommands()
{
    const auto add = [this](const QString &name, const QKeySequence &keys, auto slot) {
        auto *action = new QAction(name, this);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, this, slot);
        addAction(action);
    };
    add(tr("&Copy rows"), QKeySequence::Copy, &EventTable::copyRows);
    add(tr("Copy event as &JSON"),
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C),
        &EventTable::copyEventJson);
}

void EventTable::setView(StreamView *view)
{
    if (m_view)
        disconnect(m_view, nullptr, this, nullptr);
    m_view = view;
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
    connect(view, &StreamView::payloadsLoaded, this, &EventTable::refreshVisibleData);
    connect(view, &StreamView::deliveriesChanged, this, &EventTable::showDeliveries);
    const auto showSteps = [this] {
        m_model->setSteps(m_view->execution() ? m_view->execution()->steps : QList<StepView>());
    };
    connect(view, &StreamView::executionChanged, this, showSteps);
    showSteps();
    m_model->setRows(view->rows());
    showDeliveries();
    showSelection();
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

void EventTable::copyRows()
{
    const std::optional<RowRange> selected = selectedRows();
    if (!selected) {
        emit noticed(tr("No row is selected"));
        return;
    }
    delete m_copy;
    auto *copy = new RowCopy(*m_model, selected->first, selected->last, shownColumns(), this);
    m_copy = copy;
    const int wanted = selected->last - selected->first + 1;
    connect(copy, &RowCopy::finished, this, [this, copy, wanted](const QString &tsv, int rows) {
        QGuiApplication::clipboard()->setText(tsv);
        copy->deleteLater();
        emit noticed(rows < wanted
                         ? tr("%1 of %2 rows copied: export them for all").arg(rows).arg(wanted)
                         : tr("%n row(s) copied", nullptr, rows));
    });
    if (m_view) {
        connect(m_view, &StreamView::payloadsLoaded, copy, &RowCopy::advance);
        connect(m_view, &StreamView::failed, copy, &RowCopy::finishWithoutData);
    }
    copy->advance();
}

void EventTable::copyEventJson()
{
    const std::optional<qsizetype> event = m_model->eventAt(currentIndex().row());
    if (!event || !m_view) {
        emit noticed(tr("No event is selected"));
        return;
    }
    m_jsonToCopy = m_model->rows()->stream()->rawLocationAt(*event);
    copyPendingJson();
}

void EventTable::copyPendingJson()
{
    if (!m_jsonToCopy)
        return;
    const std::optional<QByteArray> raw = m_view->rawAt(*m_jsonToCopy);
    if (!raw)
        return; // Asked for: comes back with payloadsLoaded().
    m_jsonToCopy.reset();
    copyRawJson(*raw);
    emit noticed(tr("Event copied as JSON"));
}

void EventTable::contextMenuEvent(QContextMenuEvent *event)
{
    const QModelIndex index =
        event->reason() == QContextMenuEvent::Keyboard ? currentIndex() : indexAt(event->pos());
    const QPoint at = event->reason() == QContextMenuEvent::Keyboard
        ? viewport()->mapToGlobal(visualRect(index).center())
        : event->globalPos();
    const std::unique_ptr<QMenu> menu(menuForRow(index.row()));
    menu->exec(at);
}

QMenu *EventTable::menuForRow(int row)
{
    auto *menu = new QMenu(this);
    menu->addActions(actions());
    menu->actions().at(0)->setEnabled(selectionModel()->hasSelection());
    const std::optional<qsizetype> event = m_model->eventAt(row);
    const QModelIndex index = m_model->index(row, int(StreamModel::Column::Webhook));
    if (event && index.data(StreamModel::VerdictRole).isValid()) {
        menu->addSeparator();
        menu->addAction(tr("Why \"%1\"?").arg(index.data(StreamModel::SortRole).toString()),
                        this,
                        &EventTable::whyWanted);
    }
    if (event && m_view)
        addFilterActions(*menu, *event);
    menu->addSeparator();
    addColumnActions(*menu->addMenu(tr("Columns")));
    return menu;
}

void EventTable::addFilterActions(QMenu &menu, qsizetype event)
{
    const EventStream &stream = *m_model->rows()->stream();
    const QByteArray type = stream.typeAt(event);
    const auto add = [this, &menu](const QString &name, const EventFilter &filter) {
        // Menus read "&" as a mnemonic, and text from outside may hold one.
        QAction *action = menu.addAction(QString(name).replace(u'&', QStringLiteral("&&")));
        connect(action, &QAction::triggered, this, [this, filter] {
            if (m_view)
                m_view->setFilter(filter);
        });
    };
    constexpr qsizetype kMenuCharacters = 60;
    const EventFilter &now = m_view->filter();
    const QString typeText = displayText(QString::fromUtf8(type), kMenuCharacters);
    QByteArrayList all;
    for (const TypeCount &count : countTypes(stream))
        all << count.name;
    menu.addSeparator();
    add(tr("Only type %1").arg(typeText), withOnlyTypes(now, {type}));
    add(tr("Hide type %1").arg(typeText), withTypesShown(now, {type}, false, all));
    const std::optional<QByteArray> step = stream.stepIdAt(event);
    if (!step)
        return;
    const QString stepText = displayText(
        m_model->index(int(*m_model->rowOf(stream.seqAt(event))), int(StreamModel::Column::Step))
            .data()
            .toString(),
        kMenuCharacters);
    menu.addSeparator();
    add(tr("Only step %1").arg(stepText), withOnlyStep(now, *step));
    add(tr("Hide step %1").arg(stepText), withStepChoice(now, *step, StepChoice::Hidden, false));
}

void EventTable::addColumnActions(QMenu &menu)
{
    for (int column = 0; column < StreamModel::kColumnCount; ++column) {
        QAction *action = menu.addAction(m_model->headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        // The last shown column stays: without one there is no header to bring the others back.
        action->setEnabled(isColumnHidden(column) || shownColumns().size() > 1);
        if (StreamModel::Column(column) == StreamModel::Column::Webhook && !m_hasDeliveries)
            action->setEnabled(false);
        connect(action, &QAction::toggled, this, [this, column](bool isShown) {
            setColumnHidden(column, !isShown);
        });
    }
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

void EventTable::applyFontSizes()
{
    const QFontMetrics metrics = fontMetrics();
    verticalHeader()->setMinimumSectionSize(metrics.height());
    verticalHeader()->setDefaultSectionSize(metrics.height() + metrics.height() / 2);
    horizontalHeader()->setStyleSheet(
        QStringLiteral(
            "QHeaderView { background: palette(alternate-base); }"
            "QHeaderView::section { background: palette(alternate-base); border: 0;"
            " border-bottom: 1px solid palette(mid); padding: %1px %2px; font-weight: 600; }")
            .arg(metrics.height() / 4)
            .arg(metrics.height() / 2));
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
    fit(StreamModel::Column::Step, "parallel-review-00");
    fit(StreamModel::Column::Webhook, "MM late 10 m 42 s");
}

} // namespace Gapline
