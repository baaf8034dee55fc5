// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/eventtable.h"
#include "ui/inspect/gapexpansion.h"
#include "ui/inspect/rawclipboard.h"
#include "ui/inspect/rowcopy.h"

#include <QAction>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLocale>
#include <QMenu>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

// What EventTable offers for its rows: copies, filters made from a cell, the choice of columns.

namespace Gapline {
namespace {

/// Of settings; an enumerator may move, its name does not.
constexpr std::array<std::pair<QLatin1String, StreamModel::Column>, StreamModel::kColumnCount>
    kColumnNames{{
        {QLatin1String("seq"), StreamModel::Column::Seq},
        {QLatin1String("time"), StreamModel::Column::Time},
        {QLatin1String("delta"), StreamModel::Column::Delta},
        {QLatin1String("type"), StreamModel::Column::Type},
        {QLatin1String("step"), StreamModel::Column::Step},
        {QLatin1String("webhook"), StreamModel::Column::Webhook},
        {QLatin1String("data"), StreamModel::Column::Data},
    }};

} // namespace

void EventTable::addCommands()
{
    const auto add = [this](const QString &name, const QKeySequence &keys, auto slot) {
        auto *action = new QAction(name, this);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, this, slot);
        addAction(action);
    };
    const auto copyAs = [this](CopyFormat format) {
        return [this, format] { copyRowsAs(format); };
    };
    add(tr("&Copy Rows"), QKeySequence::Copy, &EventTable::copyRows);
    add(tr("Copy Rows &without Header"), {}, copyAs(CopyFormat::TsvWithoutHeader));
    add(tr("Copy Rows as CS&V"), {}, copyAs(CopyFormat::Csv));
    add(tr("Copy Rows as &Markdown"), {}, copyAs(CopyFormat::Markdown));
    add(tr("Copy Events as &NDJSON"), {}, copyAs(CopyFormat::Ndjson));
    add(tr("Copy Event as &JSON"),
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C),
        &EventTable::copyEventJson);
    m_copyCommands = actions();
    add(tr("Open or Close the &Gap"), Qt::Key_Return, [this] {
        if (!m_gaps->toggle(currentIndex().row()))
            emit noticed(tr("This row is no gap"));
    });
    add(tr("&Only This Value of the Cell"), Qt::Key_V, [this] { filterByCell(CellChoice::Only); });
    add(tr("&Hide This Value of the Cell"), QKeySequence(Qt::SHIFT | Qt::Key_V), [this] {
        filterByCell(CellChoice::Not);
    });
}

void EventTable::filterByCell(CellChoice choice)
{
    if (!m_view)
        return;
    const auto made = filterFromCell(*m_model, currentIndex(), m_view->streamFilter(), choice);
    if (made)
        m_view->setStreamFilter(made->filter);
    emit noticed(made ? made->text : tr("This cell has no value to filter by"));
}

void EventTable::copyRows()
{
    copyRowsAs(CopyFormat::Tsv);
}

void EventTable::copyRowsAs(CopyFormat format)
{
    const std::optional<RowRange> selected = selectedRows();
    if (!selected) {
        emit noticed(tr("No row is selected"));
        return;
    }
    delete m_copy;
    auto *copy =
        new RowCopy(*m_model, selected->first, selected->last, shownColumns(), format, this);
    m_copy = copy;
    const int wanted = selected->last - selected->first + 1;
    connect(copy, &RowCopy::finished, this, [this, copy, wanted](const QString &text, int rows) {
        QGuiApplication::clipboard()->setText(text);
        copy->deleteLater();
        emit noticed(wanted > RowCopy::kMostRows
                         ? tr("%1 of %2 rows copied: export them for all")
                               .arg(QLocale().toString(rows), QLocale().toString(wanted))
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
    const std::unique_ptr<QMenu> menu(
        menuForRow(index.row(), StreamModel::Column(std::max(index.column(), 0))));
    menu->exec(at);
}

QMenu *EventTable::menuForRow(int row, StreamModel::Column column)
{
    auto *menu = new QMenu(this);
    if (m_model->gapAt(row)) {
        menu->addAction(tr("Open or Close the &Gap"), this, [this, row] { m_gaps->toggle(row); });
        menu->addSeparator();
    }
    const QModelIndex cell = m_model->index(row, int(column));
    QList<StreamModel::Column> columns{column};
    for (const StreamModel::Column often : {StreamModel::Column::Type, StreamModel::Column::Step}) {
        if (often != column)
            columns << often;
    }
    for (const StreamModel::Column filtered : std::as_const(columns))
        addFilterActions(*menu, cell.siblingAtColumn(int(filtered)));
    const QModelIndex webhook = m_model->index(row, int(StreamModel::Column::Webhook));
    if (m_model->eventAt(row) && webhook.data(StreamModel::VerdictRole).isValid()) {
        menu->addAction(tr("Why \"%1\"?").arg(webhook.data(StreamModel::SortRole).toString()),
                        this,
                        &EventTable::whyWanted);
        menu->addSeparator();
    }
    QMenu *copies = menu->addMenu(tr("&Copy"));
    copies->addActions(m_copyCommands);
    copies->setEnabled(selectionModel()->hasSelection());
    addColumnActions(*menu->addMenu(tr("Columns")));
    return menu;
}

void EventTable::addFilterActions(QMenu &menu, const QModelIndex &cell)
{
    if (!m_view)
        return;
    bool hasAny = false;
    for (const CellChoice choice : {CellChoice::Only, CellChoice::Not}) {
        const auto made = filterFromCell(*m_model, cell, m_view->streamFilter(), choice);
        if (!made)
            continue;
        hasAny = true;
        // Menus read "&" as a mnemonic, and text from outside may hold one.
        QAction *action = menu.addAction(QString(made->text).replace(u'&', QLatin1String("&&")));
        connect(action, &QAction::triggered, this, [this, filter = made->filter] {
            if (m_view)
                m_view->setStreamFilter(filter);
        });
    }
    if (hasAny)
        menu.addSeparator();
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

QStringList EventTable::shownColumnNames() const
{
    QStringList names;
    for (const StreamModel::Column column : shownColumns()) {
        const auto known = std::ranges::find(
            kColumnNames, column, &std::pair<QLatin1String, StreamModel::Column>::second);
        names << known->first;
    }
    return names;
}

void EventTable::showColumns(const QStringList &names)
{
    QList<int> wanted;
    for (const QString &name : names) {
        const auto known = std::ranges::find_if(
            kColumnNames, [&name](const auto &column) { return column.first == name; });
        if (known != kColumnNames.end() && !wanted.contains(int(known->second)))
            wanted << int(known->second);
    }
    if (wanted.isEmpty())
        return;
    QHeaderView *header = horizontalHeader();
    for (int visual = 0; visual < wanted.size(); ++visual)
        header->moveSection(header->visualIndex(wanted.at(visual)), visual);
    for (int column = 0; column < StreamModel::kColumnCount; ++column)
        setColumnHidden(column, !wanted.contains(column));
    // Without a comparison it would be empty.
    if (!m_hasDeliveries)
        setColumnHidden(int(StreamModel::Column::Webhook), true);
}

} // namespace Gapline
