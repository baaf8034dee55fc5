// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/outcomedelegate.h"

#include "ui/compare/comparemodel.h"
#include "ui/inspect/categorymark.h"

namespace Gapline {

void OutcomeDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const QVariant category = index.data(CompareModel::CategoryRole);
    if (!category.isValid())
        return;
    const int size = option->fontMetrics.height(); // Smaller marks have no glyph.
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->decorationSize = QSize(size, size);
    option->icon = categoryIcon(EventCategory(category.toInt()), option->palette, size);
}

} // namespace Gapline
