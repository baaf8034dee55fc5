// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stream/streamrows.h"
#include "core/timeline/laneentries.h"
#include "core/timeline/lanespans.h"
#include "core/timeline/seqranks.h"
#include "core/timeline/timelinescene.h"

#include <memory>
#include <span>
#include <vector>

namespace Gapline {

/// What the layout needs to find the events, spans and gaps of any stretch without walking the stream. What depends on
/// the stream alone (lanes, holes, all events and spans; 20 ms and about 12 bytes an event for 10^6) is built once, on
/// the pool, and shared by the indexes of every filter: those cost a few milliseconds. Immutable and shared.
class TimelineIndex
{
public:
    static constexpr quint32 kBlock = 64; ///< Events whose longest hole is kept.
    static constexpr quint32 kHoleBlocks = 64; ///< Blocks whose joint longest hole is kept.
    static constexpr quint32 kSpanBlock = LaneSpans::kBlock;
    static constexpr quint32 kSpanBlocks = LaneSpans::kBlocks;
    using Span = LaneSpans::Span;
    using SpanBlock = LaneSpans::Reach;

    TimelineIndex();
    /// Draws the events of `rows`; gaps and lanes are those of its whole stream. Pure; any thread.
    explicit TimelineIndex(const StreamRowsPtr &rows,
                           const std::optional<Execution> &execution = {},
                           const LaneOptions &lanes = {});
    /// Draws every event of the stream: nothing has to be filtered first.
    explicit TimelineIndex(const EventStreamPtr &stream,
                           const std::optional<Execution> &execution = {},
                           const LaneOptions &lanes = {});

    /// The same stream and lanes with the events of `rows`, which are rows of that stream; null: every event. Costs
    /// what is shown, not what there is. Pure; any thread.
    [[nodiscard]] TimelineIndex filtered(const StreamRowsPtr &rows) const;

    [[nodiscard]] const EventStream &stream() const { return *m_whole->stream; }
    [[nodiscard]] const TimelineLanes &lanes() const { return m_whole->lanes; }
    [[nodiscard]] bool isFiltered() const { return m_isFiltered; }
    /// [1, highest known seq + 1).
    [[nodiscard]] AxisRange wholeStream() const;
    /// The events at which a loop began anew, shown or not, ascending.
    [[nodiscard]] const std::vector<quint32> &loopTurns() const { return m_whole->loopTurns; }

    /// The shown events of a lane, ascending; positions in it are called entries.
    [[nodiscard]] std::span<const quint32> eventsOf(quint32 lane) const
    {
        return m_entries->of(lane);
    }
    /// How many events of the stream lie before each of `seqs`, which ascend.
    void countEventsBefore(std::span<const qint64> seqs, std::vector<quint32> &counts) const;
    [[nodiscard]] qint64 countEventsBefore(Seq seq) const
    {
        return m_whole->seqRanks.isEmpty() ? stream().lowerBound(seq)
                                           : m_whole->seqRanks.countBefore(seq.value);
    }
    /// Whether countEntriesBefore() has an answer.
    [[nodiscard]] bool countsEntries() const { return m_entries->areCounted(); }
    /// How many entries of each lane lie before each of `events`: lanes().count() numbers for each event.
    void countEntriesBefore(std::span<const quint32> events, std::vector<quint32> &counts) const
    {
        m_entries->countBefore(events, counts);
    }
    [[nodiscard]] EventCategory categoryAt(qsizetype event) const
    {
        return m_whole->categories[m_whole->stream->typeIndexAt(event)];
    }
    /// Highest rank of the lane's entries [from, to); 0 when there are none.
    [[nodiscard]] quint8 highestRank(quint32 lane, quint32 from, quint32 to) const
    {
        return m_entries->highestRank(lane, from, to);
    }
    /// The first of the lane's entries [from, to) that has the highest rank.
    [[nodiscard]] quint32 highestEntry(quint32 lane, quint32 from, quint32 to) const
    {
        return m_entries->highestEntry(lane, from, to);
    }

    /// Of the event that ended the span, or began it while it is open.
    [[nodiscard]] EventCategory categoryOfSpan(const Span &span) const
    {
        return categoryAt(span.tellingEvent());
    }
    /// Those that begin or end with a shown event.
    [[nodiscard]] std::span<const Span> spansOf(quint32 lane) const { return m_spans->of(lane); }
    [[nodiscard]] std::span<const SpanBlock> spanBlocksOf(quint32 lane) const
    {
        return m_spans->blocksOf(lane);
    }
    /// One per kSpanBlocks of spanBlocksOf().
    [[nodiscard]] std::span<const SpanBlock> spanRegionsOf(quint32 lane) const
    {
        return m_spans->regionsOf(lane);
    }
    [[nodiscard]] Seq startOf(const Span &span) const { return stream().seqAt(span.start); }
    /// The end's seq; for an open span the highest seq known.
    [[nodiscard]] Seq endOf(const Span &span) const;

    /// Longest run of seqs without an event before any event of the block [64 b, 64 b + 64).
    [[nodiscard]] std::span<const qint64> longestHoles() const { return m_whole->longestHoles; }
    /// The longest of each kHoleBlocks of longestHoles().
    [[nodiscard]] std::span<const qint64> longestHoleRegions() const
    {
        return m_whole->holeRegions;
    }
    /// The gap that holds seq, if no event does.
    [[nodiscard]] std::optional<Gap> gapAt(Seq seq) const;

private:
    /// What no filter changes.
    struct Whole
    {
        Whole();
        Whole(const EventStreamPtr &usedStream,
              const std::optional<Execution> &execution,
              const LaneOptions &options);
        void buildHoles();

        EventStreamPtr stream;
        TimelineLanes lanes;
        std::vector<EventCategory> categories; ///< By type index.
        std::vector<quint8> ranks; ///< By type index.
        std::vector<quint32> loopTurns;
        LaneEntries entries;
        LaneSpans spans;
        SeqRanks seqRanks;
        std::vector<qint64>
            blockSeqs; ///< The first of each kBlock events; where there are no ranks.
        std::vector<qint64> longestHoles;
        std::vector<qint64> holeRegions;
    };

    explicit TimelineIndex(std::shared_ptr<const Whole> whole);

    std::shared_ptr<const Whole> m_whole;
    // Those of m_whole where nothing is hidden.
    std::shared_ptr<const LaneEntries> m_entries;
    std::shared_ptr<const LaneSpans> m_spans;
    bool m_isFiltered = false;
};

using TimelineIndexPtr = std::shared_ptr<const TimelineIndex>;

} // namespace Gapline
