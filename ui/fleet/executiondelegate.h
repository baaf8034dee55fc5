// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace Gapline {

/// Draws one execution of the list on two lines: status mark, id; below it definition and start, and on the right
/// what the cache holds. Status is told by shape and word, colour only helps.
class ExecutionDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;
};

/// Definition and time ("doc-signoff · 2026-11-27 15:31:14Z") in `width` pixels. While enough is left of the definition to tell
/// one from another, the time loses its year first, then the seconds, then the day.
[[nodiscard]] QString elidedSummary(const QString &summary, const QFontMetrics &metrics, int width);

/// The mark of a status: disc completed, half disc running, ring pending, triangle failed, square cancelled,
/// dashed ring when only events are known, diamond for a status that is not documented.
void paintStatusMark(QPainter *painter, const QRectF &box, const QString &status, bool isDark);

} // namespace Gapline
