// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/ids.h"
#include "ui/models/streammodel.h"

#include <QTableView>

#include <functional>
#include <set>

namespace Gapline {

/// Which gap rows of a table stand open, and what is known about them. A row is remembered by its gap's first seq: it
/// stays open when the filter moves it. The open rows alone are higher than the others. Lives on the UI thread.
class GapExpansion : public QObject
{
    Q_OBJECT

public:
    /// The lines of one gap, plain text.
    using Lines = std::function<QStringList(const Gap &gap)>;

    /// Belongs to `table`, whose model `model` is.
    GapExpansion(QTableView &table, const StreamModel &model, Lines lines);

    /// False for the row of an event.
    bool toggle(int row);
    [[nodiscard]] bool isOpen(int row) const;
    /// None while the row is closed.
    [[nodiscard]] QStringList linesOf(int row) const;
    [[nodiscard]] QStringList linesOf(const Gap &gap) const;
    /// Gives the open rows their heights: a new model, rows or font has taken them away.
    void apply();
    /// Another stream.
    void clear();
    /// Where a click opens or closes the row: at the left of its first line.
    [[nodiscard]] static QRect triangleOf(const QRect &line, const QFontMetrics &metrics);

private:
    [[nodiscard]] bool isOpen(const Gap &gap) const { return m_open.contains(gap.range.first); }
    void fit(int row);
    void tell(int row) const;

    QTableView &m_table;
    const StreamModel &m_model;
    Lines m_lines;
    std::set<Seq> m_open;
    std::set<int> m_tall; ///< Rows that are higher than the others now.
};

} // namespace Gapline
