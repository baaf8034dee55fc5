// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/execution.h"
#include "core/domain/timetext.h"
#include "core/stream/streamrows.h"

#include <QAbstractTableModel>
#include <QCache>
#include <QHash>

#include <functional>
#include <optional>

namespace Gapline {

/// The rows of one stream under its filter, as a table: events, and gaps in place. Holds no data of its own per
/// row; a change of the rows is a model reset. Lives on the UI thread.
class StreamModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column
    {
        Seq,
        Time,
        Delta, ///< Time since the previous event of the stream, shown or not.
        Type,
        Step,
        Data,
    };
    static constexpr int kColumnCount = 6;

    enum Role
    {
        SortRole =
            Qt::UserRole, ///< The raw value of the cell: qint64 for numbers and times, else text.
        FirstSeqRole, ///< qint64; of an event both are its seq.
        LastSeqRole,
        IsGapRole,
        GapTextRole, ///< Of a gap row, in every column; else invalid.
        IsUnknownGapRole,
        CategoryRole, ///< int of EventCategory.
        RemarksRole, ///< "appeared late · clock ran backwards"; empty for most events.
        EventIndexRole, ///< Into the stream.
    };

    /// The raw JSON of an event, or nothing while it is being loaded (StreamView::rawAt).
    using PayloadSource = std::function<std::optional<QByteArray>(qsizetype eventIndex)>;

    explicit StreamModel(QObject *parent = nullptr);

    void setRows(const StreamRowsPtr &rows);
    [[nodiscard]] const StreamRowsPtr &rows() const { return m_rows; } ///< Never null.
    void setPayloadSource(const PayloadSource &source);
    /// Bodies have arrived: the data cells of these rows, the visible ones, are read again.
    void refreshData(int firstRow, int lastRow);
    void setTimeZone(TimeZoneChoice zone);
    [[nodiscard]] TimeZoneChoice timeZone() const { return m_timeZone; }
    /// Step ids that executions/get has named the nodes of; the others are told by their form.
    void setSteps(const QList<StepView> &steps);

    /// The row that covers seq.
    [[nodiscard]] std::optional<int> rowOf(Seq seq) const;
    /// Nothing for a gap row.
    [[nodiscard]] std::optional<qsizetype> eventAt(int row) const;
    [[nodiscard]] const Gap *gapAt(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QVariant gapData(const Gap &gap, Column column, int role) const;
    [[nodiscard]] QVariant eventData(qsizetype event, Column column, int role) const;
    [[nodiscard]] QVariant rawValue(qsizetype event, Column column) const;
    [[nodiscard]] QString eventText(qsizetype event, Column column) const;
    [[nodiscard]] QString eventToolTip(qsizetype event, Column column) const;
    [[nodiscard]] QString nodeText(qsizetype event) const;
    [[nodiscard]] QString summary(qsizetype event) const;

    StreamRowsPtr m_rows;
    PayloadSource m_payloadSource;
    TimeZoneChoice m_timeZone = TimeZoneChoice::Utc;
    QHash<QByteArray, QString> m_nodes; ///< Step id → node, as executions/get says.
    mutable QCache<qsizetype, QString> m_summaries;
};

/// "seq 20–23 · 4 internal-only", "seq 8–12 · 5 unknown: not scanned yet".
[[nodiscard]] QString gapText(const Gap &gap);
/// What the audit has to say about the event, one short phrase each; empty for most.
[[nodiscard]] QStringList eventRemarks(const EventStream &stream, qsizetype event);
/// Time since the previous event of the stream; nothing for the first.
[[nodiscard]] std::optional<std::chrono::milliseconds> sincePrevious(const EventStream &stream,
                                                                     qsizetype event);

} // namespace Gapline
