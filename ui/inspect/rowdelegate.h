// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace Gapline {

/// Paints the rows of a StreamModel in a table view. A gap's text runs across all cells of its row without any
/// span: each cell paints its part of it.
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    static void
    paintGap(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index);
    static void
    paintEvent(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index);
};

} // namespace Gapline
