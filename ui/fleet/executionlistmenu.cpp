// SPDX-License-Identifier: GPL-3.0-or-later
// What the list of executions offers for the executions that are selected in it.
#include "ui/fleet/executionlist.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMouseEvent>

#include <algorithm>

namespace Gapline {

QList<ExecutionId> ExecutionList::selectedIds() const
{
    // Not selectedRows(): the list shows, and selects, one column of several.
    QModelIndexList indexes = m_list->selectionModel()->selectedIndexes();
    std::ranges::sort(indexes, {}, &QModelIndex::row);
    QList<ExecutionId> ids;
    for (const QModelIndex &index : indexes) {
        if (const CachedExecution *execution = m_model->executionAt(index.row()))
            ids << execution->execution.executionId;
    }
    return ids;
}

void ExecutionList::selectAgain(const QList<ExecutionId> &ids)
{
    for (const ExecutionId &id : ids) {
        if (const std::optional<int> row = m_model->rowOf(id))
            m_list->selectionModel()->select(m_model->index(*row, m_list->modelColumn()),
                                             QItemSelectionModel::Select);
    }
}

bool ExecutionList::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list->viewport() && event->type() == QEvent::MouseButtonRelease) {
        const auto *mouse = static_cast<const QMouseEvent *>(event);
        const QModelIndex index = m_list->indexAt(mouse->position().toPoint());
        if (mouse->button() == Qt::MiddleButton && index.isValid()) {
            if (const CachedExecution *execution = m_model->executionAt(index.row()))
                m_workspace.openInNewTab(execution->execution.executionId);
            return true;
        }
    }
    if (watched == m_search && event->type() == QEvent::KeyPress
        && static_cast<const QKeyEvent *>(event)->key() == Qt::Key_Down
        && m_model->rowCount() > 0) {
        if (!m_list->currentIndex().isValid())
            m_list->setCurrentIndex(m_model->index(0, m_list->modelColumn()));
        m_list->setFocus(Qt::OtherFocusReason);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void ExecutionList::showMenu(const QPoint &position)
{
    const QList<ExecutionId> ids = selectedIds();
    if (ids.isEmpty())
        return;
    auto *menu = new QMenu(m_list);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString &text, auto act) {
        QAction *action = menu->addAction(text);
        connect(action, &QAction::triggered, this, act);
        return action;
    };
    const StreamView *view = m_workspace.currentView();
    if (ids.size() == 1) {
        const ExecutionId id = ids.first();
        add(tr("&Open"), [this, id] { m_workspace.open(id); });
        add(tr("Open in New &Tab"), [this, id] { m_workspace.openInNewTab(id); });
        QAction *compare = add(tr("Compare with the Open &Execution"), [this, id] {
            if (const StreamView *open = m_workspace.currentView())
                emit compareWanted(open->executionId(), id);
        });
        compare->setEnabled(view && view->executionId() != id);
        add(tr("&Copy Execution Id"), [id] { QGuiApplication::clipboard()->setText(id.text()); });
    } else {
        QAction *compare = add(tr("&Compare These Two"),
                               [this, ids] { emit compareWanted(ids.first(), ids.last()); });
        compare->setEnabled(ids.size() == 2);
        if (ids.size() != 2)
            compare->setText(tr("&Compare: select two executions"));
        add(tr("Open in New &Tabs"), [this, ids] {
            for (const ExecutionId &id : ids)
                m_workspace.openInNewTab(id);
        });
        add(tr("Copy Execution &Ids"), [ids] {
            QStringList texts;
            for (const ExecutionId &id : ids)
                texts << id.text();
            QGuiApplication::clipboard()->setText(texts.join(u'\n'));
        });
    }
    menu->popup(m_list->viewport()->mapToGlobal(position));
}

} // namespace Gapline
