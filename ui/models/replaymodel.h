// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/comparison.h"
#include "core/report/replayplan.h"

#include <QAbstractTableModel>

#include <memory>

namespace Gapline {

/// The webhooks that a replay would send, in the order in which it would. Lives on the UI thread.
class ReplayModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column
    {
        Execution,
        Seq,
        Type,
        Time, ///< The event's own.
        Event, ///< Its id.
    };
    static constexpr int kColumnCount = 5;

    explicit ReplayModel(QObject *parent = nullptr);

    /// Null: empty.
    void setPlan(const std::shared_ptr<const ReplayPlan> &plan,
                 const ComparisonPtr &comparison,
                 TimeZoneChoice zone);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QString text(const Webhook &webhook, Column column) const;

    std::shared_ptr<const ReplayPlan> m_plan;
    ComparisonPtr m_comparison;
    TimeZoneChoice m_zone = TimeZoneChoice::Utc;
};

} // namespace Gapline
