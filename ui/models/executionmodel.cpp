// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/executionmodel.h"

#include "core/domain/displaytext.h"
#include "ui/models/countedtext.h"

#include <QLocale>

#include <algorithm>

namespace Gapline {
namespace {

bool isCached(const CachedExecution &execution)
{
    // A stream that was read to its end may have no seq at all: that is known of it.
    return !execution.stream.coverage.isEmpty() || execution.stream.knownEnd;
}

QVariant rawValue(const CachedExecution &execution, ExecutionModel::Column column)
{
    using Column = ExecutionModel::Column;
    switch (column) {
    case Column::Status:
        return execution.execution.status;
    case Column::Execution:
        return execution.execution.executionId.text();
    case Column::Definition:
        return execution.execution.definitionId.text();
    case Column::Started:
        if (execution.execution.startedAt)
            return toEpochMs(*execution.execution.startedAt);
        return {};
    case Column::Events:
        return execution.eventCount;
    case Column::Internal:
        return execution.internalSeqs;
    case Column::Cached:
        return isCached(execution) ? 1 : 0;
    }
    return {};
}

QString grouped(qint64 number)
{
    return QLocale().toString(qlonglong(number));
}

bool isNumber(ExecutionModel::Column column)
{
    using Column = ExecutionModel::Column;
    return column == Column::Started || column == Column::Events || column == Column::Internal
        || column == Column::Cached;
}

} // namespace

ExecutionModel::ExecutionModel(QObject *parent)
    : QAbstractTableModel(parent)
{ }

void ExecutionModel::setExecutions(const QList<CachedExecution> &executions)
{
    beginResetModel();
    m_executions = executions;
    m_searchable.clear();
    m_searchable.reserve(size_t(executions.size()));
    for (const CachedExecution &cached : executions) {
        const Execution &execution = cached.execution;
        m_searchable.push_back((execution.executionId.text() + u'\n' + execution.correlationId
                                + u'\n' + execution.definitionId.text() + u'\n' + execution.status)
                                   .toCaseFolded());
    }
    rebuild();
    endResetModel();
}

void ExecutionModel::setSearch(const QString &text)
{
    if (text == m_search)
        return;
    beginResetModel();
    m_search = text;
    rebuild();
    endResetModel();
}

void ExecutionModel::setStatuses(const QSet<QString> &statuses)
{
    if (statuses == m_statuses)
        return;
    beginResetModel();
    m_statuses = statuses;
    rebuild();
    endResetModel();
}

void ExecutionModel::setTimeZone(TimeZoneChoice zone)
{
    if (zone == m_timeZone)
        return;
    m_timeZone = zone;
    const int column = int(Column::Started);
    emit headerDataChanged(Qt::Horizontal, column, column);
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, column));
}

QStringList ExecutionModel::knownStatuses() const
{
    QSet<QString> found;
    for (const CachedExecution &cached : m_executions) {
        if (!cached.execution.status.isEmpty())
            found.insert(cached.execution.status);
    }
    QStringList ordered;
    for (const char *status : {"pending", "running", "completed", "failed", "cancelled"}) {
        if (found.remove(QString::fromLatin1(status)))
            ordered << QString::fromLatin1(status);
    }
    QStringList others(found.cbegin(), found.cend());
    others.sort();
    return ordered + others;
}

std::optional<int> ExecutionModel::rowOf(const ExecutionId &id) const
{
    const auto row = std::ranges::find_if(m_rows, [this, &id](int execution) {
        return m_executions[execution].execution.executionId == id;
    });
    return row == m_rows.end() ? std::nullopt : std::optional<int>(int(row - m_rows.begin()));
}

const CachedExecution *ExecutionModel::executionAt(int row) const
{
    return row < 0 || row >= rowCount() ? nullptr : &m_executions[m_rows[size_t(row)]];
}

int ExecutionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ExecutionModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kColumnCount;
}

QVariant ExecutionModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const CachedExecution &execution = *executionAt(index.row());
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return cellText(execution, column);
    case Qt::ToolTipRole:
        return QStringLiteral("<p style='white-space:pre-wrap'>%1</p>")
            .arg(toolTip(execution, column).toHtmlEscaped());
    case Qt::TextAlignmentRole:
        return QVariant((column == Column::Events || column == Column::Internal ? Qt::AlignRight
                                                                                : Qt::AlignLeft)
                        | Qt::AlignVCenter);
    case SortRole:
        return rawValue(execution, column);
    case IdRole:
        return execution.execution.executionId.text();
    case StatusRole:
        return execution.execution.status;
    case IsCachedRole:
        return isCached(execution);
    case BadgeRole:
        return badge(execution);
    case IsBadgeBadRole: {
        const ReconcileTotals *totals = totalsOf(execution);
        if (!totals || totals->expected() == 0)
            return {};
        if (totals->of(Verdict::Missed) > 0 || totals->of(Verdict::Rejected) > 0)
            return true;
        const qint64 arrived = totals->of(Verdict::Delivered) + totals->of(Verdict::Late);
        return arrived == totals->expected() ? QVariant(false) : QVariant();
    }
    case StateTextRole:
    case Qt::AccessibleDescriptionRole:
        return stateText(execution.execution.executionId);
    case SummaryRole: {
        QStringList parts{displayText(execution.execution.definitionId.text())};
        parts << cellText(execution, Column::Started);
        parts.removeAll(QString());
        return parts.join(QStringLiteral(" · "));
    }
    default:
        return {};
    }
}

QString ExecutionModel::cellText(const CachedExecution &execution, Column column) const
{
    switch (column) {
    case Column::Status:
        return execution.execution.status.isEmpty() ? tr("unknown")
                                                    : displayText(execution.execution.status);
    case Column::Execution:
        return displayText(execution.execution.executionId.text());
    case Column::Definition:
        return displayText(execution.execution.definitionId.text());
    case Column::Started:
        return execution.execution.startedAt
            ? shortDateTime(*execution.execution.startedAt, m_timeZone)
            : QString();
    case Column::Events:
        // Nothing scanned is not "no events".
        return isCached(execution) ? grouped(execution.eventCount) : QString();
    case Column::Internal:
        return isCached(execution) ? grouped(execution.internalSeqs) : QString();
    case Column::Cached:
        return isCached(execution) ? tr("cached") : QString();
    }
    return {};
}

QString ExecutionModel::stateText(const ExecutionId &executionId) const
{
    const std::optional<FleetState> state = m_stateOf ? m_stateOf(executionId) : std::nullopt;
    if (!state)
        return {};
    switch (*state) {
    case FleetState::Waiting:
        return tr("waiting");
    case FleetState::Fetching:
        return tr("⟳ fetching");
    case FleetState::Failed:
        return tr("✕ not synced");
    case FleetState::NotNeeded:
    case FleetState::Done:
    case FleetState::Cancelled:
        break;
    }
    return {};
}

QString ExecutionModel::toolTip(const CachedExecution &execution, Column column) const
{
    switch (column) {
    case Column::Events:
    case Column::Internal:
    case Column::Cached:
        if (!isCached(execution))
            return tr("Nothing of this execution has been fetched yet");
        return execution.stream.fetchedAt
            ? tr("Fetched %1").arg(isoTime(*execution.stream.fetchedAt, m_timeZone))
            : tr("In the cache");
    case Column::Status:
        return execution.hasView
            ? cellText(execution, column)
            : tr("Only events are known: the execution itself has not been fetched");
    case Column::Execution:
        return isCached(execution)
            ? tr("%1\n%2 and %3 in the cache")
                  .arg(cellText(execution, column),
                       CountedText::events(execution.eventCount),
                       CountedText::internalSeqs(execution.internalSeqs))
            : tr("%1\nNothing of its stream has been fetched yet").arg(cellText(execution, column));
    default:
        return cellText(execution, column);
    }
}

QVariant ExecutionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= kColumnCount)
        return {};
    if (role == Qt::ToolTipRole && Column(section) == Column::Internal)
        return tr("Seqs that internal-only events took; nothing was lost");
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Column::Status:
        return tr("Status");
    case Column::Execution:
        return tr("Execution");
    case Column::Definition:
        return tr("Definition");
    case Column::Started:
        return m_timeZone == TimeZoneChoice::Utc ? tr("Started (UTC)") : tr("Started (local)");
    case Column::Events:
        return tr("Events");
    case Column::Internal:
        return tr("Internal");
    case Column::Cached:
        return tr("Cached");
    }
    return {};
}

void ExecutionModel::sort(int column, Qt::SortOrder order)
{
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<int> shown = m_rows;
    m_sortColumn =
        column >= 0 && column < kColumnCount ? std::optional<Column>(Column(column)) : std::nullopt;
    m_sortOrder = order;
    sortRows();
    QModelIndexList after;
    std::vector<int> rowOfExecution(size_t(m_executions.size()), -1);
    for (size_t row = 0; row < m_rows.size(); ++row)
        rowOfExecution[size_t(m_rows[row])] = int(row);
    for (const QModelIndex &old : before)
        after << index(rowOfExecution[size_t(shown[size_t(old.row())])], old.column());
    changePersistentIndexList(before, after);
    emit layoutChanged({}, VerticalSortHint);
}

void ExecutionModel::rebuild()
{
    const QStringList words = m_search.toCaseFolded().simplified().split(u' ', Qt::SkipEmptyParts);
    m_rows.clear();
    for (int i = 0; i < int(m_executions.size()); ++i) {
        if (passes(i, words))
            m_rows.push_back(i);
    }
    if (m_sortColumn)
        sortRows();
}

bool ExecutionModel::passes(int execution, const QStringList &words) const
{
    if (!m_statuses.isEmpty() && !m_statuses.contains(m_executions[execution].execution.status))
        return false;
    return std::ranges::all_of(
        words, [&](const QString &word) { return m_searchable[size_t(execution)].contains(word); });
}

void ExecutionModel::sortRows()
{
    std::ranges::sort(m_rows); // The order as given decides between equals.
    if (!m_sortColumn)
        return;
    const Column column = *m_sortColumn;
    std::vector<qint64> numbers;
    std::vector<QString> texts;
    for (const CachedExecution &execution : m_executions) {
        const QVariant value = rawValue(execution, column);
        if (isNumber(column))
            numbers.push_back(value.isValid() ? value.toLongLong() : -1);
        else
            texts.push_back(value.toString());
    }
    const auto comesFirst = [&](int a, int b) {
        return isNumber(column) ? numbers[size_t(a)] < numbers[size_t(b)]
                                : texts[size_t(a)] < texts[size_t(b)];
    };
    std::ranges::stable_sort(m_rows, [&](int a, int b) {
        return m_sortOrder == Qt::AscendingOrder ? comesFirst(a, b) : comesFirst(b, a);
    });
}

} // namespace Gapline
