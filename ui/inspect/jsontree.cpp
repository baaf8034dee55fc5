// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/jsontree.h"

#include "core/domain/displaytext.h"
#include "core/domain/jsonoutline.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>

#include <vector>

namespace Gapline {
namespace {

constexpr int kKey = 0;
constexpr int kValue = 1;
constexpr int kRawRole = Qt::UserRole; ///< What a copy takes.
constexpr int kLevelsOpen = 2;

QString keyText(const JsonItem &item)
{
    return item.index >= 0 ? QString::number(item.index) : displayText(item.key);
}

} // namespace

JsonTree::JsonTree(QWidget *parent)
    : QTreeWidget(parent)
{
    setColumnCount(2);
    setHeaderLabels({tr("Key"), tr("Value")});
    setAccessibleName(tr("JSON as a tree"));
    setFrameShape(QFrame::NoFrame);
    setUniformRowHeights(true);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setTextElideMode(Qt::ElideRight);
    header()->setStretchLastSection(true);
    connect(this, &QTreeWidget::itemExpanded, this, &JsonTree::rowsChanged);
    connect(this, &QTreeWidget::itemCollapsed, this, &JsonTree::rowsChanged);
}

bool JsonTree::setJson(const QByteArray &json)
{
    clear();
    if (json.size() > kMostBytes)
        return false;
    const std::optional<JsonOutline> outline = outlineOf(json, kMostItems);
    if (!outline)
        return false;
    std::vector<QTreeWidgetItem *> rows;
    for (const JsonItem &item : outline->items) {
        // The members of the whole stand at the top: "{4}" alone would say nothing.
        const bool isWhole = item.parent < 0 && item.isContainer();
        QTreeWidgetItem *parent = item.parent < 0 ? nullptr : rows[size_t(item.parent)];
        auto *row = isWhole ? nullptr : new QTreeWidgetItem;
        rows.push_back(row);
        if (!row)
            continue;
        const QString value = valueText(item);
        row->setText(kKey, keyText(item));
        row->setText(kValue, displayText(value));
        row->setToolTip(kValue, displayText(value, 2000).toHtmlEscaped());
        row->setData(kValue, kRawRole, item.isContainer() ? QString::fromUtf8(item.raw) : value);
        if (parent)
            parent->addChild(row);
        else
            addTopLevelItem(row);
    }
    if (outline->isCut)
        addTopLevelItem(
            new QTreeWidgetItem({QStringLiteral("…"), tr("More values: see the text")}));
    expandToDepth(kLevelsOpen - 1);
    resizeColumnToContents(kKey);
    return true;
}

void JsonTree::copyValue()
{
    if (const QTreeWidgetItem *row = currentItem())
        QGuiApplication::clipboard()->setText(row->data(kValue, kRawRole).toString());
}

void JsonTree::keyPressEvent(QKeyEvent *event)
{
    if (event == QKeySequence::Copy)
        copyValue();
    else
        QTreeWidget::keyPressEvent(event);
}

void JsonTree::contextMenuEvent(QContextMenuEvent *event)
{
    if (!currentItem())
        return;
    QMenu menu(this);
    menu.addAction(tr("Copy Value"), this, &JsonTree::copyValue);
    menu.addAction(tr("Expand All"), this, &QTreeWidget::expandAll);
    menu.exec(event->globalPos());
}

} // namespace Gapline
