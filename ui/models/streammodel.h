// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/bookmark.h"
#include "core/domain/execution.h"
#include "core/domain/timetext.h"
#include "core/report/streamdeliveries.h"
#include "core/stream/streamrows.h"
#include "ui/models/rowtext.h"

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
        Webhook, ///< What the receiver's log says; empty without a comparison.
        Data,
    };
    static constexpr int kColumnCount = 7;

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
        VerdictRole, ///< int of Verdict; invalid where there is none.
        DuplicatesRole, ///< qint64.
        IterationRole, ///< "↻2" where a loop came back to the step's node; else invalid.
        BookmarkRole, ///< "Bookmark of seq 19: ask legal" in every column of the row; invalid where there is none.
    };

    /// The raw JSON of an event: nothing while it is being loaded, empty when the cache no longer holds it
    /// (StreamView::rawAt).
    using RawSource = std::function<std::optional<QByteArray>(const RawLocation &location)>;

    /// What an open gap row says below its first line; nothing of a closed one.
    using GapLines = std::function<QStringList(const Gap &gap)>;

    explicit StreamModel(QObject *parent = nullptr);

    void setRows(const StreamRowsPtr &rows);
    [[nodiscard]] const StreamRowsPtr &rows() const { return m_rows; } ///< Never null.
    /// Time zone, steps and payloads as the other shows them.
    void setLookFrom(const StreamModel &other);
    void setRawSource(const RawSource &source);
    /// What a screen reader is told of an open gap row, too.
    void setGapLines(const GapLines &lines) { m_gapLines = lines; }
    /// Bodies have arrived: the data cells of these rows, the visible ones, are read again.
    void refreshData(int firstRow, int lastRow);
    void setTimeZone(TimeZoneChoice zone);
    [[nodiscard]] TimeZoneChoice timeZone() const { return m_timeZone; }
    /// Step ids that executions/get has named the nodes of; the others are told by their form.
    void setSteps(const QList<StepView> &steps);

    /// Null: no log was compared.
    void setDeliveries(const StreamDeliveriesPtr &deliveries);

    /// Never null: which iteration of a loop a step's event is of.
    void setIterations(const StepIterationsPtr &iterations);

    /// Ascending by seq.
    void setBookmarks(const QList<Bookmark> &bookmarks);

    /// The row that covers seq.
    [[nodiscard]] std::optional<int> rowOf(Seq seq) const;
    /// Nothing for a gap row.
    [[nodiscard]] std::optional<qsizetype> eventAt(int row) const;
    [[nodiscard]] const Gap *gapAt(int row) const;
    /// The data summary of an event row once its body is at hand; asks for the body otherwise. For copies.
    [[nodiscard]] std::optional<QString> loadedSummary(int row) const;
    /// The JSON of an event row, likewise; empty when the cache no longer holds it, or the row is a gap.
    [[nodiscard]] std::optional<QByteArray> loadedRaw(int row) const;

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
    [[nodiscard]] std::optional<StepIteration> iterationOf(qsizetype event) const;
    [[nodiscard]] std::optional<EventFinding> deliveryOf(qsizetype event) const;
    [[nodiscard]] std::optional<QString> summary(qsizetype event) const;

    [[nodiscard]] QVariant bookmarkData(int row, Column column, int role) const;

    StreamRowsPtr m_rows;
    QList<Bookmark> m_bookmarks;
    StreamDeliveriesPtr m_deliveries;
    StepIterationsPtr m_iterations;
    RawSource m_rawSource;
    GapLines m_gapLines;
    TimeZoneChoice m_timeZone = TimeZoneChoice::Utc;
    QHash<QByteArray, QString> m_nodes; ///< Step id → node, as executions/get says.
    mutable QCache<qsizetype, QString> m_summaries;
};

} // namespace Gapline
