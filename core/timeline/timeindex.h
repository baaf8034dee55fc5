// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/timeaxis.h"
#include "core/timeline/timelineindex.h"

#include <optional>
#include <utility>

namespace Gapline {

/// What a timeline with a time axis needs beside the index of its events: their order by time. The n-th event that has
/// a time stands at place n. Where seqs and times run the same way, as they do in most streams, places are event
/// indexes and nothing is copied; else about 35 bytes an event. Built on the pool; immutable and shared.
class TimeIndex
{
public:
    /// How many seqs of a stretch no event holds.
    struct Hidden
    {
        qint64 internal = 0;
        qint64 unknown = 0;

        [[nodiscard]] qint64 count() const { return internal + unknown; }
    };

    /// What some spans of a lane reach, in epoch ms, to pass over those that are not in sight.
    struct SpanReach
    {
        qint64 firstStart = 0;
        qint64 lastStart = 0;
        qint64 furthestEnd = 0;
        qint64 longest = 0;
        EventCategory category = EventCategory::Unknown; ///< Of all the spans, or kMixedSpans.
    };
    static constexpr size_t kSpanBlock = 64; ///< Spans whose reach is kept.

    TimeIndex(TimelineIndexPtr index, IdleTime idle);

    [[nodiscard]] const TimelineIndex &events() const { return *m_index; }
    [[nodiscard]] const TimeAxis &axis() const { return m_axis; }
    /// Events of the stream, shown or not, that no time was sent for: they have no place.
    [[nodiscard]] qint64 untimedCount() const { return m_untimedCount; }

    /// Epoch ms of all places, ascending.
    [[nodiscard]] std::span<const qint64> times() const;
    [[nodiscard]] quint32 eventAt(quint32 place) const
    {
        return m_isPlain ? place : m_order[place];
    }
    /// The first place at or after a moment.
    [[nodiscard]] quint32 placeAt(double epochMs) const;
    /// Position on the axis; nothing for an event without a time.
    [[nodiscard]] std::optional<double> positionOf(qsizetype event) const;

    /// The places of the lane's shown events, ascending; positions in it are called entries.
    [[nodiscard]] std::span<const quint32> placesOf(quint32 lane) const;
    [[nodiscard]] quint8 highestRank(quint32 lane, quint32 from, quint32 to) const;
    /// The first of the lane's entries [from, to) that has the highest rank.
    [[nodiscard]] quint32 highestEntry(quint32 lane, quint32 from, quint32 to) const;

    /// Seqs without an event that lie right before the events at places [from, to), in the order of seqs.
    [[nodiscard]] Hidden hiddenBefore(quint32 from, quint32 to) const;
    /// Behind the last event that has a time.
    [[nodiscard]] Hidden hiddenAfterAll() const { return m_hiddenAtEnd; }
    /// Times of the timed events nearest to a seq without one, on both sides in the order of seqs; nothing where the
    /// stream begins or ends.
    [[nodiscard]] std::pair<std::optional<qint64>, std::optional<qint64>>
    timesAround(SeqRange seqs) const;
    /// From the earliest to the latest time of the events in a range of seqs; where there is none, the times around it.
    [[nodiscard]] AxisRange positionsOf(SeqRange seqs) const;
    /// From the lowest to the highest seq of the events between two positions; nothing where there is none.
    [[nodiscard]] std::optional<SeqRange> seqsBetween(double from, double to) const;

    /// One per kSpanBlock of events().spansOf(lane).
    [[nodiscard]] std::span<const SpanReach> spanReachOf(quint32 lane) const;
    /// Start and end of a span in epoch ms; an open one ends with the axis. Nothing when either has no time.
    [[nodiscard]] std::optional<std::pair<qint64, qint64>>
    timesOf(const TimelineIndex::Span &span) const;

private:
    void sortEvents();
    void sortLanes();
    void countHidden();
    void buildSpanReach();
    [[nodiscard]] Hidden hiddenWithin(SeqRange seqs, qint64 events) const;

    TimelineIndexPtr m_index;
    TimeAxis m_axis;
    bool m_isPlain = true;
    qint64 m_untimedCount = 0;
    Hidden m_hiddenAtEnd;
    // Only where times and seqs do not run the same way:
    std::vector<quint32> m_order; ///< Event by place.
    std::vector<qint64> m_times; ///< By place.
    std::vector<quint32> m_firstEntries; ///< By lane, and one more for the end.
    std::vector<quint32> m_places; ///< Of all lanes, one after the other.
    std::vector<quint8> m_ranks; ///< Beside m_places.
    std::vector<Hidden>
        m_hiddenSums; ///< By place: before all places up to this one; one more for the end.
    // Always:
    std::vector<quint32> m_firstReaches; ///< By lane, and one more for the end.
    std::vector<SpanReach> m_reaches;
};

using TimeIndexPtr = std::shared_ptr<const TimeIndex>;

} // namespace Gapline
