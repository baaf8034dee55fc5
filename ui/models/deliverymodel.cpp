// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/deliverymodel.h"

#include "core/domain/displaytext.h"
#include "core/report/evidence.h"
#include "ui/models/recordedtext.h"

#include <QFileInfo>

#include <algorithm>
#include <array>

namespace Gapline {
namespace {

bool isNumber(DeliveryModel::Column column)
{
    return column == DeliveryModel::Column::Line || column == DeliveryModel::Column::Seq;
}

} // namespace

DeliveryModel::DeliveryModel(QObject *parent)
    : QAbstractTableModel(parent)
{ }

void DeliveryModel::setComparison(const ComparisonPtr &comparison)
{
    beginResetModel();
    m_comparison = comparison;
    endResetModel();
}

void DeliveryModel::setTimeZone(TimeZoneChoice zone)
{
    m_zone = zone;
    if (rowCount() > 0)
        emit dataChanged(index(0, int(Column::Received)),
                         index(rowCount() - 1, int(Column::Received)));
}

std::optional<RowFinding> DeliveryModel::findingAt(int row) const
{
    if (row < 0 || !m_comparison || size_t(row) >= m_comparison->result().rows.size())
        return std::nullopt;
    return m_comparison->result().rows[size_t(row)];
}

int DeliveryModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid() || !m_comparison)
        return 0;
    constexpr size_t kMostRows = 1'000'000'000;
    return int(std::min(
        m_comparison->result().rows.size() + m_comparison->report().unreadable.size(), kMostRows));
}

int DeliveryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kColumnCount;
}

QVariant DeliveryModel::matchedValue(const RowFinding &finding, Column column) const
{
    const DeliveryTable &rows = *m_comparison->input().deliveries;
    switch (column) {
    case Column::Verdict:
        return QString(rowVerdictName(finding.verdict));
    case Column::File:
        return QFileInfo(rows.files().at(size_t(rows.fileAt(finding.row))).name).fileName();
    case Column::Line:
        return rows.lineAt(finding.row);
    case Column::Execution:
        return QString::fromUtf8(rows.executions().at(rows.executionIndexAt(finding.row)));
    case Column::Seq:
        if (const auto seq = rows.seqAt(finding.row))
            return seq->value;
        return {};
    case Column::Type:
        return QString::fromUtf8(rows.typeAt(finding.row));
    case Column::Received:
        if (const auto at = rows.receivedAt(finding.row))
            return toEpochMs(*at);
        return {};
    case Column::Why:
        return rowVerdictInWords(*m_comparison, finding);
    }
    return {};
}

QVariant DeliveryModel::unreadableValue(const UnreadableRow &row, Column column) const
{
    switch (column) {
    case Column::Verdict:
        return tr("unreadable");
    case Column::File:
        return QFileInfo(row.file).fileName();
    case Column::Line:
        return row.line;
    case Column::Why:
        return recordedText(row.reason);
    default:
        return {};
    }
}

QVariant DeliveryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto column = Column(index.column());
    const auto finding = findingAt(index.row());
    const auto valueOf = [&](Column wanted) {
        if (finding)
            return matchedValue(*finding, wanted);
        const size_t unread = size_t(index.row()) - m_comparison->result().rows.size();
        return unreadableValue(m_comparison->report().unreadable[unread], wanted);
    };
    const QVariant raw = valueOf(column);
    switch (role) {
    case Qt::DisplayRole:
        if (column == Column::Received && raw.isValid())
            return shortDateTime(fromEpochMs(raw.toLongLong()), m_zone);
        return raw.isValid() ? displayText(raw.toString()) : QString();
    case Qt::ToolTipRole:
        return raw.isValid()
            ? QStringLiteral("<p>%1</p>").arg(displayText(raw.toString()).toHtmlEscaped())
            : QString();
    case Qt::TextAlignmentRole:
        return QVariant((isNumber(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case SortRole:
        return raw;
    case IdRole:
        return valueOf(Column::Execution).toString();
    case IsForeignRole:
        return finding && finding->verdict == RowVerdict::Foreign
            && !valueOf(Column::Execution).toString().isEmpty();
    default:
        return {};
    }
}

QVariant DeliveryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= kColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((isNumber(Column(section)) ? Qt::AlignRight : Qt::AlignLeft)
                        | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    static const std::array<const char *, kColumnCount> kNames{QT_TR_NOOP("Verdict"),
                                                               QT_TR_NOOP("File"),
                                                               QT_TR_NOOP("Line"),
                                                               QT_TR_NOOP("Execution"),
                                                               QT_TR_NOOP("Seq"),
                                                               QT_TR_NOOP("Type"),
                                                               QT_TR_NOOP("Received"),
                                                               QT_TR_NOOP("Why")};
    return tr(kNames.at(size_t(section)));
}

} // namespace Gapline
