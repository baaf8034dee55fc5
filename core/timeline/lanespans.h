// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/eventtype.h"
#include "core/timeline/timelinelanes.h"
#include "core/timeline/timelinescene.h"

#include <span>
#include <vector>

namespace Gapline {

/// What each lane waited for: from the event that began a step, or the execution, to the one that ended it. Beside the
/// spans of a lane, the reach of each kBlock of them and of each kBlocks blocks, to pass over what is not in sight.
/// Immutable once built; made on any thread.
class LaneSpans
{
public:
    static constexpr quint32 kBlock = 16; ///< Spans whose reach is kept...
    static constexpr quint32 kBlocks = 16; ///< ... and blocks whose joint reach is kept.

    /// By event indexes. An end that a filter hides is still told: a span is never open only because its end is not
    /// shown.
    struct Span
    {
        quint32 start = 0;
        quint32 end = kOpenEnd;

        friend bool operator==(const Span &, const Span &) = default;

        /// The event that says what became of it.
        [[nodiscard]] quint32 tellingEvent() const { return end == kOpenEnd ? start : end; }
    };

    struct Reach
    {
        qint64 firstStart = 0;
        qint64 lastStart = 0;
        qint64 furthestEnd = 0;
        qint64 longest = 0; ///< In seqs.
        EventCategory category = EventCategory::Unknown; ///< Of all the spans, or kMixedSpans.

        friend bool operator==(const Reach &, const Reach &) = default;
    };

    /// One lane, and nothing in it.
    LaneSpans();
    /// All of a stream; `categories` are those of its types, by type index.
    LaneSpans(const EventStream &stream,
              const TimelineLanes &lanes,
              const std::vector<EventCategory> &categories);
    /// Those of `all`, which are the stream's, that begin or end with one of `shown`: event indexes that ascend.
    LaneSpans(const EventStream &stream,
              const std::vector<EventCategory> &categories,
              const LaneSpans &all,
              std::span<const quint32> shown);

    /// Ascending by start.
    [[nodiscard]] std::span<const Span> of(quint32 lane) const
    {
        return partOf<Span>(m_spans, m_firstSpans, lane);
    }
    [[nodiscard]] std::span<const Reach> blocksOf(quint32 lane) const
    {
        return partOf<Reach>(m_blocks, m_firstBlocks, lane);
    }
    /// One for each kBlocks of blocksOf().
    [[nodiscard]] std::span<const Reach> regionsOf(quint32 lane) const
    {
        return partOf<Reach>(m_regions, m_firstRegions, lane);
    }

private:
    template<typename T>
    static std::span<const T>
    partOf(const std::vector<T> &values, const std::vector<quint32> &firsts, quint32 lane)
    {
        return std::span(values).subspan(firsts[lane], firsts[lane + 1] - firsts[lane]);
    }
    void buildBlocks(const EventStream &stream, const std::vector<EventCategory> &categories);

    std::vector<quint32> m_firstSpans; ///< By lane, and one more for the end.
    std::vector<Span> m_spans; ///< Of all lanes, one after the other.
    std::vector<quint32> m_firstBlocks;
    std::vector<Reach> m_blocks;
    std::vector<quint32> m_firstRegions;
    std::vector<Reach> m_regions;
};

} // namespace Gapline
