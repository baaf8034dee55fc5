// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/findingmodel.h"

#include "core/domain/displaytext.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <numeric>

namespace Gapline {
namespace {

using Column = FindingModel::Column;

bool isNumber(Column column)
{
    return column != Column::Execution && column != Column::Definition;
}

std::optional<Verdict> verdictOf(Column column)
{
    switch (column) {
    case Column::Missed:
        return Verdict::Missed;
    case Column::Rejected:
        return Verdict::Rejected;
    case Column::Pending:
        return Verdict::Pending;
    case Column::Late:
        return Verdict::Late;
    case Column::Delivered:
        return Verdict::Delivered;
    case Column::NotSubscribed:
        return Verdict::NotSubscribed;
    case Column::NoEvidence:
        return Verdict::NoEvidence;
    case Column::Execution:
    case Column::Definition:
    case Column::Duplicates:
    case Column::Scanned:
    case Column::RecoverFrom:
        break;
    }
    return std::nullopt;
}

QVariant recoverFrom(const EventStream &stream, const ExecutionFinding &finding)
{
    const auto first = std::ranges::find(finding.events, Verdict::Missed, &EventVerdict::verdict);
    if (first == finding.events.end())
        return {};
    return stream.seqAt(first - finding.events.begin()).previous().value;
}

} // namespace

FindingModel::FindingModel(QObject *parent)
    : QAbstractTableModel(parent)
{ }

void FindingModel::setComparison(const ComparisonPtr &comparison)
{
    beginResetModel();
    m_comparison = comparison;
    m_rows.resize(comparison ? comparison->input().executions.size() : 0);
    std::iota(m_rows.begin(), m_rows.end(), 0U);
    sortRows();
    endResetModel();
}

std::optional<quint32> FindingModel::executionAt(int row) const
{
    return row < 0 || row >= rowCount() ? std::nullopt : std::optional(m_rows[size_t(row)]);
}

int FindingModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int FindingModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kColumnCount;
}

QVariant FindingModel::value(quint32 execution, Column column) const
{
    const ReconcileExecution &input = m_comparison->input().executions[execution];
    const ExecutionFinding &finding = m_comparison->result().executions[execution];
    if (const auto verdict = verdictOf(column))
        return finding.totals.of(*verdict);
    switch (column) {
    case Column::Execution:
        return input.stream->executionId().text();
    case Column::Definition:
        return input.definitionId.text();
    case Column::Duplicates:
        return finding.totals.duplicate;
    case Column::Scanned:
        return input.stream->state().cursor.value;
    case Column::RecoverFrom:
        return recoverFrom(*input.stream, finding);
    default:
        return {};
    }
}

QVariant FindingModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const quint32 execution = m_rows[size_t(index.row())];
    const auto column = Column(index.column());
    const EventStream &stream = *m_comparison->input().executions[execution].stream;
    const qint64 missed = m_comparison->result().executions[execution].totals.of(Verdict::Missed);
    switch (role) {
    case Qt::DisplayRole: {
        const QVariant shown = value(execution, column);
        if (!isNumber(column))
            return displayText(shown.toString());
        if (!shown.isValid())
            return QString();
        const QString number = QLocale().toString(shown.toLongLong());
        if (column == Column::Missed && missed > 0)
            return QStringLiteral("✕ ") + number;
        if (column == Column::Scanned && !stream.state().isComplete)
            return tr("%1, not the end").arg(number);
        return number;
    }
    case Qt::ToolTipRole:
        if (column == Column::Execution || column == Column::Definition)
            return QStringLiteral("<p>%1</p>")
                .arg(displayText(value(execution, column).toString()).toHtmlEscaped());
        return {};
    case Qt::TextAlignmentRole:
        return QVariant((isNumber(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case SortRole:
        return value(execution, column);
    case IdRole:
        return stream.executionId().text();
    case HasMissedRole:
        return missed > 0;
    default:
        return {};
    }
}

QVariant FindingModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= kColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((isNumber(Column(section)) ? Qt::AlignRight : Qt::AlignLeft)
                        | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && Column(section) == Column::RecoverFrom)
        return tr("sinceSeq: getEvents from here on returns every missed event");
    if (role == Qt::ToolTipRole && Column(section) == Column::Scanned)
        return tr("The cursor up to which the execution was read and compared");
    if (role != Qt::DisplayRole)
        return {};
    static const std::array<const char *, kColumnCount> kNames{QT_TR_NOOP("Execution"),
                                                               QT_TR_NOOP("Definition"),
                                                               QT_TR_NOOP("Missed"),
                                                               QT_TR_NOOP("Rejected"),
                                                               QT_TR_NOOP("Pending"),
                                                               QT_TR_NOOP("Late"),
                                                               QT_TR_NOOP("Delivered"),
                                                               QT_TR_NOOP("Not subscribed"),
                                                               QT_TR_NOOP("No evidence"),
                                                               QT_TR_NOOP("Duplicates"),
                                                               QT_TR_NOOP("Read to"),
                                                               QT_TR_NOOP("Recover from")};
    return tr(kNames.at(size_t(section)));
}

void FindingModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= kColumnCount)
        return;
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    const std::vector<quint32> shown = m_rows;
    m_sortColumn = Column(column);
    m_sortOrder = order;
    sortRows();
    std::vector<int> rowOf(m_rows.size());
    for (size_t row = 0; row < m_rows.size(); ++row)
        rowOf[m_rows[row]] = int(row);
    QModelIndexList after;
    for (const QModelIndex &old : before)
        after << index(rowOf[shown[size_t(old.row())]], old.column());
    changePersistentIndexList(before, after);
    emit layoutChanged({}, VerticalSortHint);
}

void FindingModel::sortRows()
{
    std::ranges::sort(m_rows);
    std::vector<qint64> numbers;
    std::vector<QString> texts;
    for (quint32 execution = 0; execution < m_rows.size(); ++execution) {
        const QVariant raw = value(execution, m_sortColumn);
        numbers.push_back(raw.isValid() ? raw.toLongLong() : -1);
        texts.push_back(isNumber(m_sortColumn) ? QString() : raw.toString());
    }
    const auto comesFirst = [&](quint32 a, quint32 b) {
        return isNumber(m_sortColumn) ? numbers[a] < numbers[b] : texts[a] < texts[b];
    };
    std::ranges::stable_sort(m_rows, [&](quint32 a, quint32 b) {
        return m_sortOrder == Qt::AscendingOrder ? comesFirst(a, b) : comesFirst(b, a);
    });
}

} // namespace Gapline
