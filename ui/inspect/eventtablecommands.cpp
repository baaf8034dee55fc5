// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/displaytext.h"
#include "ui/inspect/eventtable.h"
#include "ui/inspect/filteredit.h"
#include "ui/inspect/rawclipboard.h"
#include "ui/inspect/rowcopy.h"

#include <QAction>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>

#include <memory>

// What EventTable offers for its rows: copies, filters made from a cell, the choice of columns.

namespace Gapline {

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

} // namespace Gapline
