// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compare/executioncomparison.h"

#include <QAbstractTableModel>

#include <vector>

namespace Gapline {

/// The steps of a comparison, in the order of the graph at first. Lives on the UI thread.
class CompareModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column
    {
        Step,
        Turn,
        InA, ///< How it came out.
        WaitedInA,
        InB,
        WaitedInB,
        Longer, ///< B's wait less A's.
        Difference,
    };
    static constexpr int kColumnCount = 8;

    enum Role
    {
        SortRole = Qt::UserRole, ///< qint64 for numbers, else text; invalid where there is none.
        CategoryRole, ///< EventCategory as int, of the columns that show how a visit came out.
    };

    explicit CompareModel(QObject *parent = nullptr);

    /// Null: empty.
    void setComparison(const ExecutionComparisonPtr &comparison);
    void setShowsOnlyDifferences(bool shows);
    [[nodiscard]] bool showsOnlyDifferences() const { return m_showsOnlyDifferences; }
    /// Null for a row that is not there.
    [[nodiscard]] const ComparedStep *stepAt(int row) const;
    /// Of all columns, as shown; the first line names them. `rows` ascending.
    [[nodiscard]] QString textOf(const QList<int> &rows, bool isCsv) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

private:
    [[nodiscard]] QString shown(const ComparedStep &step, Column column) const;
    [[nodiscard]] QVariant sortValue(const ComparedStep &step, Column column) const;
    void fillRows();

    ExecutionComparisonPtr m_comparison;
    std::vector<quint32> m_rows; ///< Into the comparison's steps.
    bool m_showsOnlyDifferences = false;
    Column m_sortColumn = Column::Step;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

} // namespace Gapline
