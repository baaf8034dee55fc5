// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace Gapline {

class GapExpansion;

/// Paints the rows of a StreamModel in a table view. A gap's text runs across all cells of its row without any
/// span: each cell paints its part of it. Below it stands what is known of the gap while it is open.
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// `gaps` must outlive the delegate.
    RowDelegate(GapExpansion &gaps, QObject *parent);

    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

    /// A click on a gap's triangle opens and closes it.
    bool editorEvent(QEvent *event,
                     QAbstractItemModel *model,
                     const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

private:
    void
    paintGap(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    static void
    paintEvent(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index);

    GapExpansion &m_gaps;
};

} // namespace Gapline
