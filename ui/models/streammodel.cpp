// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/streammodel.h"

#include "core/domain/eventtype.h"
#include "ui/models/datasummary.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace Gapline {
namespace {

constexpr int kKeptSummaries = 4096;

class Text
{
    Q_DECLARE_TR_FUNCTIONS(StreamModel)
};

/// Cells are told to be plain text, tooltips cannot: so they are escaped.
QString escapedToolTip(const QString &plain)
{
    return plain.isEmpty() ? QString() : QStringLiteral("<p>%1</p>").arg(plain.toHtmlEscaped());
}

} // namespace

StreamModel::StreamModel(QObject *parent)
    : QAbstractTableModel(parent)
    , m_rows(std::make_shared<const StreamRows>())
    , m_summaries(kKeptSummaries)
{ }

void StreamModel::setRows(const StreamRowsPtr &rows)
{
    beginResetModel();
    // Event indexes keep their meaning under another filter of the same stream.
    if (!m_rows->stream() || !rows->stream() || m_rows->stream() != rows->stream())
        m_summaries.clear();
    m_rows = rows;
    endResetModel();
}

void StreamModel::setRawSource(const RawSource &source)
{
    m_rawSource = source;
    m_summaries.clear();
}

void StreamModel::setLookFrom(const StreamModel &other)
{
    setTimeZone(other.m_timeZone);
    setRawSource(other.m_rawSource);
    m_nodes = other.m_nodes;
    m_deliveries = other.m_deliveries;
}

void StreamModel::refreshData(int firstRow, int lastRow)
{
    firstRow = std::max(firstRow, 0);
    lastRow = std::min(lastRow, rowCount() - 1);
    if (firstRow <= lastRow) {
        emit dataChanged(index(firstRow, int(Column::Data)),
                         index(lastRow, int(Column::Data)),
                         {Qt::DisplayRole, Qt::ToolTipRole, SortRole});
    }
}

void StreamModel::setTimeZone(TimeZoneChoice zone)
{
    if (m_timeZone == zone)
        return;
    m_timeZone = zone;
    emit headerDataChanged(Qt::Horizontal, int(Column::Time), int(Column::Time));
    if (rowCount() > 0)
        emit dataChanged(index(0, int(Column::Time)), index(rowCount() - 1, int(Column::Time)));
}

void StreamModel::setSteps(const QList<StepView> &steps)
{
    m_nodes.clear();
    for (const StepView &step : steps) {
        if (!step.nodeId.isEmpty())
            m_nodes.insert(step.stepId.text().toUtf8(), step.nodeId.text());
    }
    if (rowCount() > 0)
        emit dataChanged(index(0, int(Column::Step)), index(rowCount() - 1, int(Column::Step)));
}

void StreamModel::setDeliveries(const StreamDeliveriesPtr &deliveries)
{
    if (m_deliveries == deliveries)
        return;
    m_deliveries = deliveries;
    // The verdict tints whole rows.
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, kColumnCount - 1));
}

void StreamModel::setIterations(const StepIterationsPtr &iterations)
{
    m_iterations = iterations;
    if (rowCount() > 0)
        emit dataChanged(index(0, int(Column::Step)), index(rowCount() - 1, int(Column::Step)));
}

std::optional<StepIteration> StreamModel::iterationOf(qsizetype event) const
{
    return m_iterations ? m_iterations->of(*m_rows->stream(), event) : std::nullopt;
}

void StreamModel::setBookmarks(const QList<Bookmark> &bookmarks)
{
    m_bookmarks = bookmarks;
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, kColumnCount - 1), {BookmarkRole});
}

/// The flag is drawn from its role in each row; its words belong to the seq.
QVariant StreamModel::bookmarkData(int row, Column column, int role) const
{
    const bool isWords = role == Qt::ToolTipRole || role == Qt::AccessibleDescriptionRole;
    if (m_bookmarks.isEmpty() || (role != BookmarkRole && !(isWords && column == Column::Seq)))
        return {};
    const SeqRange seqs = m_rows->seqsAt(row);
    const auto found = std::ranges::lower_bound(m_bookmarks, seqs.first, {}, &Bookmark::seq);
    if (found == m_bookmarks.end() || found->seq > seqs.last)
        return {};
    const QString words = bookmarkText(*found);
    return role == Qt::ToolTipRole ? escapedToolTip(words) : words;
}

std::optional<EventFinding> StreamModel::deliveryOf(qsizetype event) const
{
    return m_deliveries ? m_deliveries->findingOf(m_rows->stream()->seqAt(event)) : std::nullopt;
}

std::optional<int> StreamModel::rowOf(Seq seq) const
{
    const std::optional<qsizetype> row = m_rows->rowOf(seq);
    return row ? std::optional<int>(int(*row)) : std::nullopt;
}

std::optional<qsizetype> StreamModel::eventAt(int row) const
{
    if (row < 0 || row >= rowCount())
        return std::nullopt;
    const StreamRows::Row at = m_rows->at(row);
    return at.isGap ? std::nullopt : std::optional<qsizetype>(at.index);
}

const Gap *StreamModel::gapAt(int row) const
{
    if (row < 0 || row >= rowCount())
        return nullptr;
    const StreamRows::Row at = m_rows->at(row);
    return at.isGap ? &m_rows->gaps()[at.index] : nullptr;
}

int StreamModel::rowCount(const QModelIndex &parent) const
{
    constexpr qsizetype kMostRows = std::numeric_limits<int>::max();
    return parent.isValid() ? 0 : int(std::min(m_rows->count(), kMostRows));
}

int StreamModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kColumnCount;
}

QVariant StreamModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto column = Column(index.column());
    if (const QVariant bookmark = bookmarkData(index.row(), column, role); bookmark.isValid())
        return bookmark;
    if (const Gap *gap = gapAt(index.row()))
        return gapData(*gap, column, role);
    return eventData(*eventAt(index.row()), column, role);
}

QVariant StreamModel::gapData(const Gap &gap, Column column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return column == Column::Seq ? QVariant(gapText(gap)) : QVariant();
    case GapTextRole:
        return gapText(gap);
    case Qt::AccessibleTextRole:
        return (QStringList{gapText(gap)} + (m_gapLines ? m_gapLines(gap) : QStringList()))
            .join(u'\n');
    case Qt::ToolTipRole:
        return escapedToolTip(
            gap.kind == GapKind::InternalOnly
                ? Text::tr(
                    "Internal events took these seqs. The API filters them out: nothing was lost.")
                : Text::tr(
                    "These seqs have not been scanned yet, so nothing can be said about them."));
    case SortRole:
        return column == Column::Seq ? QVariant(gap.range.first.value) : QVariant();
    case FirstSeqRole:
        return gap.range.first.value;
    case LastSeqRole:
        return gap.range.last.value;
    case IsGapRole:
        return true;
    case IsUnknownGapRole:
        return gap.kind == GapKind::Unknown;
    default:
        return {};
    }
}

QVariant StreamModel::eventData(qsizetype event, Column column, int role) const
{
    const EventStream &stream = *m_rows->stream();
    switch (role) {
    case Qt::DisplayRole:
        return eventText(event, column);
    case Qt::ToolTipRole:
        return escapedToolTip(eventToolTip(event, column));
    case Qt::TextAlignmentRole:
        return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    case SortRole:
        return rawValue(event, column);
    case FirstSeqRole:
    case LastSeqRole:
        return stream.seqAt(event).value;
    case IsGapRole:
    case IsUnknownGapRole:
        return false;
    case CategoryRole:
        return int(categoryOf(stream.typeAt(event)));
    case RemarksRole:
        return eventRemarks(stream, event).join(QStringLiteral(" · "));
    case EventIndexRole:
        return qint64(event);
    case IterationRole:
        if (const auto iteration = iterationOf(event))
            return iterationMark(iteration->number);
        return {};
    case Qt::AccessibleTextRole:
        if (const auto iteration = column == Column::Step ? iterationOf(event) : std::nullopt)
            return QStringLiteral("%1, %2").arg(nodeText(event), iterationText(*iteration));
        return {};
    case VerdictRole:
        if (const auto found = deliveryOf(event))
            return int(found->verdict);
        return {};
    case DuplicatesRole:
        if (const auto found = deliveryOf(event))
            return found->duplicates;
        return {};
    default:
        return {};
    }
}

std::optional<QString> StreamModel::loadedSummary(int row) const
{
    const std::optional<qsizetype> event = eventAt(row);
    return event ? summary(*event) : std::nullopt;
}

std::optional<QByteArray> StreamModel::loadedRaw(int row) const
{
    const std::optional<qsizetype> event = eventAt(row);
    if (!event || !m_rawSource)
        return QByteArray();
    return m_rawSource(m_rows->stream()->rawLocationAt(*event));
}

std::optional<QString> StreamModel::summary(qsizetype event) const
{
    if (const QString *known = m_summaries.object(event))
        return *known;
    const EventStream &stream = *m_rows->stream();
    const std::optional<QByteArray> raw =
        m_rawSource ? m_rawSource(stream.rawLocationAt(event)) : std::nullopt;
    if (!raw)
        return std::nullopt;
    auto *summary = new QString(raw->isEmpty() ? Text::tr("(no longer in the cache)")
                                               : eventSummary(stream.typeAt(event), *raw));
    m_summaries.insert(event, summary);
    return *summary;
}

QVariant StreamModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= kColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && Column(section) == Column::Delta)
        return Text::tr("Time since the previous event of the stream");
    if (role == Qt::ToolTipRole && Column(section) == Column::Webhook)
        return Text::tr("What the receiver's log says of the event's webhook");
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Column::Seq:
        return Text::tr("Seq");
    case Column::Time:
        return m_timeZone == TimeZoneChoice::Utc ? Text::tr("Time (UTC)")
                                                 : Text::tr("Time (local)");
    case Column::Delta:
        return Text::tr("Δ prev");
    case Column::Type:
        return Text::tr("Type");
    case Column::Step:
        return Text::tr("Step");
    case Column::Webhook:
        return Text::tr("Webhook");
    case Column::Data:
        return Text::tr("Data");
    }
    return {};
}

} // namespace Gapline
