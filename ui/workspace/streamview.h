// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/generation.h"
#include "core/cache/cache.h"
#include "core/domain/timetext.h"
#include "core/filter/streamfilter.h"
#include "core/report/streamdeliveries.h"
#include "core/stream/segmentbody.h"
#include "core/stream/streamtotals.h"
#include "ui/workspace/visibleseqs.h"

#include <QCache>
#include <QHash>
#include <QObject>
#include <QSet>

#include <memory>
#include <optional>
#include <vector>

namespace Gapline {

class Bookmarks;
class Iterations;
class TextSearch;
struct RowsWanted;

/// The state that all views of one open execution share: stream, rows under the filter, visible range and
/// selection, one signal each. Views never know each other. Lives on the UI thread; filtering runs on the pool
/// and late answers are dropped.
class StreamView : public QObject
{
    Q_OBJECT

public:
    /// `cache` must outlive the view.
    StreamView(const ExecutionId &executionId, Cache &cache, QObject *parent = nullptr);
    ~StreamView() override;

    [[nodiscard]] const ExecutionId &executionId() const { return m_executionId; }
    /// Never null; empty until something was loaded.
    [[nodiscard]] const EventStreamPtr &stream() const { return m_stream; }
    [[nodiscard]] const std::vector<Gap> &gaps() const { return *m_totals->gaps; } ///< All of them.
    [[nodiscard]] const StreamTotals &totals() const { return *m_totals; } ///< Of the whole stream.
    [[nodiscard]] const StreamRowsPtr &rows() const { return m_rows; } ///< Never null.
    [[nodiscard]] const EventFilter &filter() const { return m_filter; }
    [[nodiscard]] bool showsGapRows() const { return m_showsGapRows; }
    /// What the receiver's log says of this execution; null while none was compared.
    [[nodiscard]] const StreamDeliveriesPtr &deliveries() const { return m_deliveries; }
    /// Only events of these verdicts pass, beside what filter() asks; empty: all do.
    [[nodiscard]] const QSet<Verdict> &verdicts() const { return m_verdicts; }
    [[nodiscard]] StreamFilter streamFilter() const { return {m_filter, m_verdicts}; }
    /// The rows of an earlier filter or stream still stand; a text filter, say, is still being searched for.
    [[nodiscard]] bool isFiltering() const { return m_isFiltering; }
    [[nodiscard]] VisibleSeqs visibleSeqs() const { return m_visible; }
    /// [1, highest known seq + 1): what "fit" shows.
    [[nodiscard]] VisibleSeqs wholeStream() const;
    [[nodiscard]] std::optional<SeqRange> selection() const { return m_selection; }
    /// A new snapshot is being taken: what moves now was not moved by the user.
    [[nodiscard]] bool isTakingStream() const { return m_isTakingStream; }
    /// The cache has answered at least once; before that an empty stream says nothing.
    [[nodiscard]] bool isLoaded() const { return m_isLoaded; }
    /// The cache could not give the stream: an empty one says nothing, and none is on its way.
    [[nodiscard]] bool isUnreadable() const { return m_isUnreadable && !m_isLoaded; }
    /// The event at the selection's first seq, or nothing when that is a gap.
    [[nodiscard]] std::optional<qsizetype> selectedEvent() const;
    /// With steps once executions/get has answered.
    [[nodiscard]] const std::optional<Execution> &execution() const { return m_execution; }
    [[nodiscard]] const std::optional<Definition> &definition() const { return m_definition; }

    /// What was marked in this execution.
    [[nodiscard]] Bookmarks &bookmarks() const { return *m_bookmarks; }
    /// Of the loops that it ran through.
    [[nodiscard]] Iterations &iterations() const { return *m_iterations; }
    [[nodiscard]] EndChoice endChoice() const { return m_endChoice; }
    /// What else the API answered for a seq, oldest first; nothing while it is being loaded, then versionsLoaded()
    /// follows. Only conflicting and gone events have any.
    [[nodiscard]] std::optional<QList<EventVersion>> versionsOf(Seq seq);

    /// The raw JSON of an event of stream() when its body is at hand; otherwise asks the cache for it, and
    /// payloadsLoaded() follows. Rows may belong to an earlier snapshot while isFiltering(): give rawAt() the
    /// location then. Empty when the cache no longer holds the bytes.
    [[nodiscard]] std::optional<QByteArray> rawAt(qsizetype eventIndex);
    [[nodiscard]] std::optional<QByteArray> rawAt(const RawLocation &location);
    /// A search for the text of `filter` among the events that are shown; not started yet.
    [[nodiscard]] std::unique_ptr<TextSearch> makeSearch(const EventFilter &filter) const;

public slots:
    /// Reads what the cache holds now; views keep their place.
    void reload();
    /// Takes a snapshot instead of asking the cache for one. Keeps visible range and selection; a view of the
    /// whole stream stays one.
    /// `totals` are those of the stream, where they are at hand.
    void showStream(const Gapline::EventStreamPtr &stream,
                    const Gapline::StreamTotalsPtr &totals = {});
    void showExecution(const std::optional<Gapline::Execution> &execution,
                       const std::optional<Gapline::Definition> &definition);
    void setFilter(const Gapline::EventFilter &filter);
    void setShowsGapRows(bool shows);
    /// Null: there is none any more. Takes the verdict filter away with it.
    void showComparison(const Gapline::ComparisonPtr &comparison);
    void setVerdicts(const QSet<Gapline::Verdict> &verdicts);
    /// Both at once: one change. Without a comparison no verdict is asked for, whatever `filter` says.
    void setStreamFilter(const Gapline::StreamFilter &filter);
    /// Filter and verdicts.
    void clearFilter();
    void setEndChoice(Gapline::EndChoice choice);
    /// Clamped to the whole stream; at least one seq wide.
    void setVisibleSeqs(Gapline::VisibleSeqs seqs);
    void zoomToWhole();
    /// Scrolls the visible range by the least that shows `range`.
    void reveal(Gapline::SeqRange range);
    void select(std::optional<Gapline::SeqRange> range);

signals:
    /// reload() has ended, with or without anything new.
    void reloaded();
    void streamChanged();
    void rowsChanged();
    void filterChanged(); ///< Filter, verdicts or gap rows.
    void deliveriesChanged();
    void visibleSeqsChanged();
    void selectionChanged();
    void executionChanged();
    void payloadsLoaded();
    void versionsLoaded();
    void filteringChanged();
    void failed(const Gapline::Error &error);

private:
    [[nodiscard]] GapRows gapRows() const;
    [[nodiscard]] RowsWanted rowsWanted() const;
    void loadExecution();
    void noteUnreadable(const Error &why);
    void takeLoaded(const EventStreamPtr &stream, Generation::Ticket ticket);
    void finishLoad();
    void showLoaded(const EventStreamPtr &stream,
                    const StreamTotalsPtr &totals,
                    const StreamRowsPtr &rows);
    [[nodiscard]] bool showsSameEvents(const EventStream &stream) const;
    void requestBody(qint64 bodyId);
    /// `ready`: the rows that rowsWanted() gives of the stream, where they are at hand.
    void rebuildRows(const StreamRowsPtr &ready = {});
    void restartRows();
    void searchText(const EventIndexes &candidates);
    void showRows(const StreamRowsPtr &rows);
    void setFiltering(bool isFiltering);

    ExecutionId m_executionId;
    Cache &m_cache;
    Bookmarks *m_bookmarks;
    Iterations *m_iterations = nullptr;
    EventStreamPtr m_stream;
    StreamTotalsPtr m_totals;
    StreamRowsPtr m_rows;
    EventFilter m_filter;
    StreamDeliveriesPtr m_deliveries;
    QSet<Verdict> m_verdicts;
    bool m_showsGapRows = true;
    EndChoice m_endChoice = EndChoice::FollowIfShown;
    bool m_isFiltering = false;
    bool m_isLoaded = false;
    bool m_isUnreadable = false; ///< The last answer of the cache was an error.
    bool m_isLoading = false;
    bool m_isTakingStream = false;
    bool m_reloadsAgain = false;
    VisibleSeqs m_visible;
    std::optional<SeqRange> m_selection;
    std::optional<Execution> m_execution;
    std::optional<Definition> m_definition;
    QCache<qint64, SegmentBodyPtr> m_bodies;
    QSet<qint64> m_requestedBodies; ///< Under way, or failed since the last reload.
    QHash<qint64, std::optional<QList<EventVersion>>> m_versions; ///< By seq; empty: under way.
    std::unique_ptr<TextSearch> m_textSearch;
    bool m_searchesAgain = false; ///< The stream grew while the text search ran.
    Generation m_loads;
    Generation m_filters;
};

} // namespace Gapline
