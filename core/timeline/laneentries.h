// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/timelinelanes.h"

#include <array>
#include <span>
#include <vector>

namespace Gapline {

/// The shown events of each lane, ascending; positions in them are called entries. Beside them, how many entries of
/// each lane come before each kCountBlock events, and the highest rank of each kBlock entries. About 5 bytes a shown
/// event, and one for each event of the stream. Immutable once built; made on any thread.
class LaneEntries
{
public:
    static constexpr quint32 kBlock = 64; ///< Entries whose highest rank is kept.
    static constexpr quint32 kCountBlock = 64; ///< Events before which the entries are counted.
    static constexpr quint32 kMostCounted = 64; ///< Lanes; of more, entries are not counted.

    /// One lane, and nothing in it.
    LaneEntries();
    /// Every event of the stream. `ranks` are those of its types, by type index.
    LaneEntries(const EventStream &stream,
                const TimelineLanes &lanes,
                std::span<const quint8> ranks);
    /// Only `shown`: event indexes that ascend. Costs about what is shown, not what there is.
    LaneEntries(const EventStream &stream,
                const TimelineLanes &lanes,
                std::span<const quint8> ranks,
                std::span<const quint32> shown);

    [[nodiscard]] std::span<const quint32> of(quint32 lane) const
    {
        return std::span(m_events).subspan(m_firsts[lane], m_firsts[lane + 1] - m_firsts[lane]);
    }
    /// Whether countBefore() has an answer.
    [[nodiscard]] bool areCounted() const { return m_laneCount <= kMostCounted; }
    /// How many entries of each lane lie before each of `events`: a number for each lane, for each event.
    void countBefore(std::span<const quint32> events, std::vector<quint32> &counts) const;
    /// Highest rank of the lane's entries [from, to); 0 when there are none.
    [[nodiscard]] quint8 highestRank(quint32 lane, quint32 from, quint32 to) const;
    /// The first of the lane's entries [from, to) that has the highest rank.
    [[nodiscard]] quint32 highestEntry(quint32 lane, quint32 from, quint32 to) const;

private:
    class LaneOf;
    static constexpr size_t kRankBits = 4;
    /// The ranks of kBlock entries: one bit of each of them to a number.
    using RankBits = std::array<quint64, kRankBits>;

    template<typename EventAt>
    void build(const EventStream &stream,
               const LaneOf &laneOf,
               std::span<const quint8> ranks,
               size_t count,
               EventAt eventAt);
    template<typename EventAt>
    std::vector<quint32>
    countAll(const EventStream &stream, const LaneOf &laneOf, size_t count, EventAt eventAt);
    void buildRankBlocks(const std::vector<quint8> &ranks);

    size_t m_laneCount = 1;
    std::vector<quint32> m_firsts; ///< By lane, and one more for the end.
    std::vector<quint32> m_events; ///< Of all lanes, one after the other.
    std::vector<quint8> m_laneOfEvent; ///< kMostCounted for those that are hidden.
    std::vector<quint32> m_counts; ///< Of each lane, before each kCountBlock events.
    std::vector<quint32> m_firstRankBlocks; ///< By lane.
    std::vector<RankBits> m_rankBits; ///< By block.
    std::vector<quint8> m_rankBlocks; ///< The highest of each; some zeros at the end.
    std::vector<quint8> m_laneRanks; ///< The highest of each lane.
};

} // namespace Gapline
