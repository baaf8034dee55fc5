// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stream/streamrows.h"
#include "core/timeline/timelinelanes.h"
#include "core/timeline/timelinescene.h"

#include <memory>
#include <span>
#include <vector>

namespace Gapline {

/// What the layout needs to find the events, spans and gaps of any stretch without walking the stream: the
/// shown events of each lane, how many of them come before each 128 events, the highest rank of each 64, the spans
/// with the reach of each 16, and the longest hole of each 64 events. About 12 bytes an event. Built once per stream
/// and filter, on the pool (20 ms for 10^6 events); immutable and shared.
class TimelineIndex
{
public:
    static constexpr quint32 kBlock = 64; ///< Events whose highest rank and longest hole are kept.
    static constexpr quint32 kCountBlock = 128; ///< Events before which the entries are counted.
    static constexpr quint32 kMostCounted = 64; ///< Lanes; of more, entries are not counted.
    static constexpr quint32 kHoleBlocks = 64; ///< Blocks whose joint longest hole is kept.
    static constexpr quint32 kSpanBlock = 16; ///< Spans whose reach is kept...
    static constexpr quint32 kSpanBlocks =
        16; ///< ... and blocks of spans whose joint reach is kept.

    /// One span, by event indexes. Ends of events that a filter hides are still told: a span is never open only
    /// because its end is not shown.
    struct Span
    {
        quint32 start = 0;
        quint32 end = kOpenEnd;
    };

    /// What some spans of a lane reach, to pass over those that are not in sight.
    struct SpanBlock
    {
        qint64 firstStart = 0;
        qint64 lastStart = 0;
        qint64 furthestEnd = 0;
        qint64 longest = 0; ///< In seqs.
    };

    TimelineIndex();
    /// Draws the events of `rows`; gaps and lanes are those of its whole stream. Pure; any thread.
    explicit TimelineIndex(const StreamRowsPtr &rows,
                           const std::optional<Execution> &execution = {},
                           const LaneOptions &lanes = {});
    /// Draws every event of the stream: nothing has to be filtered first.
    explicit TimelineIndex(const EventStreamPtr &stream,
                           const std::optional<Execution> &execution = {},
                           const LaneOptions &lanes = {});

    [[nodiscard]] const EventStream &stream() const { return *m_stream; }
    [[nodiscard]] const TimelineLanes &lanes() const { return m_lanes; }
    [[nodiscard]] bool isFiltered() const { return m_isFiltered; }
    /// [1, highest known seq + 1).
    [[nodiscard]] AxisRange wholeStream() const;

    /// The shown events of a lane, ascending; positions in it are called entries.
    [[nodiscard]] std::span<const quint32> eventsOf(quint32 lane) const;
    /// How many events of the stream lie before each of `seqs`, which ascend.
    void countEventsBefore(std::span<const qint64> seqs, std::vector<quint32> &counts) const;
    /// Whether countEntriesBefore() has an answer.
    [[nodiscard]] bool countsEntries() const { return m_lanes.count() <= kMostCounted; }
    /// How many entries of each lane lie before each of `events`: lanes().count() numbers for each event.
    void countEntriesBefore(std::span<const quint32> events, std::vector<quint32> &counts) const;
    [[nodiscard]] EventCategory categoryAt(qsizetype event) const
    {
        return m_categories[m_stream->typeIndexAt(event)];
    }
    /// Highest rank of the lane's entries [from, to); 0 when there are none.
    [[nodiscard]] quint8 highestRank(quint32 lane, quint32 from, quint32 to) const;
    /// The first of the lane's entries [from, to) that has the highest rank.
    [[nodiscard]] quint32 highestEntry(quint32 lane, quint32 from, quint32 to) const;

    [[nodiscard]] std::span<const Span> spansOf(quint32 lane) const;
    [[nodiscard]] std::span<const SpanBlock> spanBlocksOf(quint32 lane) const;
    /// One per kSpanBlocks of spanBlocksOf().
    [[nodiscard]] std::span<const SpanBlock> spanRegionsOf(quint32 lane) const;
    [[nodiscard]] Seq startOf(const Span &span) const { return m_stream->seqAt(span.start); }
    /// The end's seq; for an open span the highest seq known.
    [[nodiscard]] Seq endOf(const Span &span) const;

    /// Longest run of seqs without an event before any event of the block [64 b, 64 b + 64).
    [[nodiscard]] std::span<const qint64> longestHoles() const { return m_longestHoles; }
    /// The longest of each kHoleBlocks of longestHoles().
    [[nodiscard]] std::span<const qint64> longestHoleRegions() const { return m_holeRegions; }
    /// The gap that holds seq, if no event does.
    [[nodiscard]] std::optional<Gap> gapAt(Seq seq) const;

private:
    TimelineIndex(const EventStreamPtr &stream,
                  const StreamRowsPtr &filtered,
                  const std::optional<Execution> &execution,
                  const LaneOptions &lanes);
    void buildEntries(const std::vector<bool> &isShown);
    void countEntries(const std::vector<bool> &isShown);
    void buildRankBlocks();
    void buildSpans(const std::vector<bool> &isShown);
    void buildHoles();
    [[nodiscard]] SpanBlock reachOf(std::span<const Span> spans) const;

    EventStreamPtr m_stream;
    TimelineLanes m_lanes;
    bool m_isFiltered = false;
    std::vector<EventCategory> m_categories; ///< By type index.
    std::vector<quint32> m_firstEntries; ///< By lane, and one more for the end.
    std::vector<quint32> m_events; ///< Of all lanes, one after the other.
    std::vector<quint8> m_ranks; ///< Beside m_events.
    std::vector<quint8> m_laneOfEvent; ///< kMostCounted for those that are hidden.
    std::vector<quint32> m_entryCounts; ///< Of each lane, before each kCountBlock events.
    std::vector<quint32> m_firstRankBlocks; ///< By lane.
    std::vector<quint8> m_rankBlocks;
    std::vector<quint8> m_laneRanks; ///< The highest of each lane.
    std::vector<quint32> m_firstSpans;
    std::vector<Span> m_spans;
    std::vector<quint32> m_firstSpanBlocks;
    std::vector<SpanBlock> m_spanBlocks;
    std::vector<quint32> m_firstSpanRegions;
    std::vector<SpanBlock> m_spanRegions;
    std::vector<qint64> m_blockSeqs; ///< The first of each kBlock events.
    std::vector<qint64> m_longestHoles;
    std::vector<qint64> m_holeRegions;
};

using TimelineIndexPtr = std::shared_ptr<const TimelineIndex>;

} // namespace Gapline
