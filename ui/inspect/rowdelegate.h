// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inspect/celltext.h"

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
    void paintEvent(QPainter &painter,
                    const QStyleOptionViewItem &option,
                    const QModelIndex &index) const;

    GapExpansion &m_gaps;
    mutable CellText m_texts;
};

} // namespace Gapline
