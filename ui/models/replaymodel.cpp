// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/replaymodel.h"

#include "core/domain/displaytext.h"

#include <algorithm>
#include <array>

namespace Gapline {

ReplayModel::ReplayModel(QObject *parent)
    : QAbstractTableModel(parent)
{ }

void ReplayModel::setPlan(const std::shared_ptr<const ReplayPlan> &plan,
                          const ComparisonPtr &comparison,
                          TimeZoneChoice zone)
{
    beginResetModel();
    m_plan = plan;
    m_comparison = comparison;
    m_zone = zone;
    endResetModel();
}

int ReplayModel::rowCount(const QModelIndex &parent) const
{
    constexpr size_t kMostRows = 1'000'000'000;
    return parent.isValid() || !m_plan ? 0 : int(std::min(m_plan->webhooks.size(), kMostRows));
}

int ReplayModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kColumnCount;
}

QString ReplayModel::text(const Webhook &webhook, Column column) const
{
    switch (column) {
    case Column::Execution:
        return webhook.executionId.text();
    case Column::Seq:
        return QString::number(webhook.seq.value);
    case Column::Event:
        return QString::fromLatin1(webhook.eventId);
    case Column::Type:
    case Column::Time:
        break;
    }
    const auto execution = m_comparison->indexOf(webhook.executionId);
    if (!execution)
        return {};
    const EventStream &stream = *m_comparison->input().executions[*execution].stream;
    const qsizetype event = stream.lowerBound(webhook.seq);
    if (event >= stream.count() || stream.seqAt(event) != webhook.seq)
        return {};
    if (column == Column::Type)
        return QString::fromUtf8(stream.typeAt(event));
    return shortDateTime(stream.timestampAt(event), m_zone);
}

QVariant ReplayModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto column = Column(index.column());
    const auto shown = [&] {
        return displayText(text(m_plan->webhooks[size_t(index.row())], column));
    };
    switch (role) {
    case Qt::DisplayRole:
        return shown();
    case Qt::ToolTipRole:
        return QStringLiteral("<p>%1</p>").arg(shown().toHtmlEscaped());
    case Qt::TextAlignmentRole:
        return QVariant((column == Column::Seq ? Qt::AlignRight : Qt::AlignLeft)
                        | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant ReplayModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= kColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((Column(section) == Column::Seq ? Qt::AlignRight : Qt::AlignLeft)
                        | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    static const std::array<const char *, kColumnCount> kNames{QT_TR_NOOP("Execution"),
                                                               QT_TR_NOOP("Seq"),
                                                               QT_TR_NOOP("Type"),
                                                               QT_TR_NOOP("Event time"),
                                                               QT_TR_NOOP("Event id")};
    return tr(kNames.at(size_t(section)));
}

} // namespace Gapline
