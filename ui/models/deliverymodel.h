// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/timetext.h"
#include "core/report/comparison.h"

#include <QAbstractTableModel>

namespace Gapline {

/// Log rows that belong to no expected event: foreign, unexpected, conflict, forged, and after them the first ones
/// that could not be read. Lives on the UI thread.
class DeliveryModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column
    {
        Verdict,
        File,
        Line,
        Execution,
        Seq,
        Type,
        Received,
        Why,
    };
    static constexpr int kColumnCount = 8;

    enum Role
    {
        SortRole = Qt::UserRole,
        IdRole, ///< The execution id as the row names it; empty where it does not.
        IsForeignRole,
    };

    explicit DeliveryModel(QObject *parent = nullptr);

    void setComparison(const ComparisonPtr &comparison);
    void setTimeZone(TimeZoneChoice zone);
    /// Nothing for a row that could not be read.
    [[nodiscard]] std::optional<RowFinding> findingAt(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QVariant matchedValue(const RowFinding &finding, Column column) const;
    [[nodiscard]] QVariant unreadableValue(const UnreadableRow &row, Column column) const;

    ComparisonPtr m_comparison;
    TimeZoneChoice m_zone = TimeZoneChoice::Utc;
};

} // namespace Gapline
