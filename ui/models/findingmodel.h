// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/comparison.h"

#include <QAbstractTableModel>

#include <vector>

namespace Gapline {

/// The executions of a comparison with their counts, those with the most missed webhooks first. Lives on the UI thread.
class FindingModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column
    {
        Execution,
        Definition,
        Missed,
        Rejected,
        Pending,
        Late,
        Delivered,
        NotSubscribed,
        NoEvidence,
        Duplicates,
        Scanned, ///< To which cursor, and whether that is the end.
        RecoverFrom, ///< sinceSeq.
    };
    static constexpr int kColumnCount = 12;

    enum Role
    {
        SortRole = Qt::UserRole, ///< qint64 for numbers, else text; invalid where there is none.
        IdRole, ///< The execution id as QString, unaltered.
        HasMissedRole,
    };

    explicit FindingModel(QObject *parent = nullptr);

    /// Null: empty.
    void setComparison(const ComparisonPtr &comparison);
    /// Index of the row's execution in the comparison.
    [[nodiscard]] std::optional<quint32> executionAt(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

private:
    [[nodiscard]] QVariant value(quint32 execution, Column column) const;
    void sortRows();

    ComparisonPtr m_comparison;
    std::vector<quint32> m_rows; ///< Into the comparison's executions.
    Column m_sortColumn = Column::Missed;
    Qt::SortOrder m_sortOrder = Qt::DescendingOrder;
};

} // namespace Gapline
