// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stream/streamrows.h"

#include <QAccessibleWidget>
#include <QHash>

namespace Gapline {

class TimelineCanvas;

/// The lanes for assistive technology: a list of the rows in sight (events and gaps, named such as "seq 40 to 42,
/// 3 internal-only"), whose focused item is the selection. Of very many rows, those around the selection.
class TimelineAccessible : public QAccessibleWidget
{
public:
    explicit TimelineAccessible(TimelineCanvas *canvas);
    ~TimelineAccessible() override;

    [[nodiscard]] int childCount() const override;
    [[nodiscard]] QAccessibleInterface *child(int index) const override;
    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override;
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override;
    [[nodiscard]] QAccessibleInterface *focusChild() const override;
    [[nodiscard]] QString text(QAccessible::Text text) const override;

    /// First and one past the last row of the view's rows that are children.
    struct RowRange
    {
        qsizetype from = 0;
        qsizetype to = 0;
    };
    [[nodiscard]] RowRange rowsInSight() const;
    [[nodiscard]] TimelineCanvas *canvas() const;

private:
    [[nodiscard]] QAccessibleInterface *itemAt(qsizetype row) const;
    void forgetItems() const;

    mutable StreamRowsPtr m_rows; ///< That the items were made for.
    mutable QHash<qsizetype, QAccessible::Id> m_items; ///< By row.
};

/// Makes Qt ask for a TimelineAccessible for each TimelineCanvas. Repeated calls do nothing.
void installTimelineAccessible();

/// Tells assistive technology of another selection; says nothing unless the canvas has the focus.
void announceSelection(TimelineCanvas *canvas);

} // namespace Gapline
