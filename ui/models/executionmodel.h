// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/timetext.h"
#include "core/report/comparison.h"
#include "core/stream/cachedexecution.h"
#include "core/sync/syncprogress.h"

#include <QAbstractTableModel>
#include <QSet>

#include <functional>
#include <optional>
#include <vector>

namespace Gapline {

/// The executions of a profile as a table, searched, filtered by status and sorted inside the model: 20,000 of
/// them answer each keystroke at once. Lives on the UI thread.
class ExecutionModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column
    {
        Status,
        Execution,
        Definition,
        Started,
        Events,
        Internal, ///< Seqs scanned that hold no event.
        Cached,
    };
    static constexpr int kColumnCount = 7;

    enum Role
    {
        SortRole =
            Qt::UserRole, ///< The raw value of the cell: qint64 for numbers and times, else text.
        IdRole, ///< The execution id as QString, unaltered.
        StatusRole, ///< The status as the API names it; empty while only events are known.
        IsCachedRole, ///< At least one page of its stream is stored.
        BadgeRole, ///< "4 missed", "all delivered", "not read"; empty without a comparison.
        IsBadgeBadRole, ///< bool: something was lost, or all arrived; invalid where neither can be said.
        StateTextRole, ///< "waiting", "fetching", "not synced": what a sync of all does about it; else empty.
        SummaryRole, ///< "marketing-copy-approval · 11:08", the second line of a list entry.
    };

    explicit ExecutionModel(QObject *parent = nullptr);

    /// Keeps search, statuses and sort order.
    void setExecutions(const QList<CachedExecution> &executions);
    /// Words, each of which must occur in id, correlation id, definition or status; case is ignored.
    void setSearch(const QString &text);
    /// Empty: every status.
    void setStatuses(const QSet<QString> &statuses);
    void setTimeZone(TimeZoneChoice zone);
    /// What the receiver's log says; null without one.
    void setComparison(const ComparisonPtr &comparison);
    /// Where the model learns what a sync of all executions does about one; asked whenever it is shown.
    using StateOf = std::function<std::optional<FleetState>(const ExecutionId &)>;
    void setStateOf(const StateOf &stateOf) { m_stateOf = stateOf; }

    [[nodiscard]] const QString &search() const { return m_search; }
    [[nodiscard]] const QSet<QString> &statuses() const { return m_statuses; }
    /// Every status that occurs, for the status filter: in the order of a run's life, others after them.
    [[nodiscard]] QStringList knownStatuses() const;
    [[nodiscard]] int totalCount() const { return int(m_executions.size()); }
    [[nodiscard]] std::optional<int> rowOf(const ExecutionId &id) const;
    /// Null when the row does not exist.
    [[nodiscard]] const CachedExecution *executionAt(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

private:
    void rebuild();
    void sortRows();
    [[nodiscard]] bool passes(int execution, const QStringList &words) const;
    [[nodiscard]] QString cellText(const CachedExecution &execution, Column column) const;
    [[nodiscard]] const ReconcileTotals *totalsOf(const CachedExecution &execution) const;
    [[nodiscard]] QString badge(const CachedExecution &execution) const;
    [[nodiscard]] QString stateText(const ExecutionId &executionId) const;
    [[nodiscard]] QString toolTip(const CachedExecution &execution, Column column) const;

    QList<CachedExecution> m_executions;
    std::vector<QString> m_searchable; ///< Case-folded, beside m_executions.
    ComparisonPtr m_comparison;
    std::vector<int> m_rows; ///< Into m_executions.
    QString m_search;
    QSet<QString> m_statuses;
    StateOf m_stateOf;
    TimeZoneChoice m_timeZone = TimeZoneChoice::Utc;
    std::optional<Column> m_sortColumn; ///< Nothing: as given, newest first.
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

} // namespace Gapline
