// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/laneentries.h"

#include "core/timeline/lanebegins.h"

#include <algorithm>
#include <array>

namespace Gapline {
namespace {

/// 0 when there are none. Without a condition on what is read: ranks are as good as random, and many are looked at.
quint8 highestOf(const quint8 *begin, const quint8 *end)
{
    constexpr ptrdiff_t kAtOnce = 16;
    quint8 highest = 0;
    if (end - begin < kAtOnce) {
        for (; begin < end; ++begin)
            highest = std::max(highest, *begin);
        return highest;
    }
    std::array<quint8, kAtOnce> most{};
    const auto include = [&most](const quint8 *from) {
        for (size_t i = 0; i < most.size(); ++i)
            most[i] = std::max(most[i], from[i]);
    };
    for (; end - begin > kAtOnce; begin += kAtOnce)
        include(begin);
    // What is left, and some that were seen before.
    include(end - kAtOnce);
    for (const quint8 rank : most)
        highest = std::max(highest, rank);
    return highest;
}

} // namespace

/// A look-up without a condition: which step an event has is as good as random.
class LaneEntries::LaneOf
{
public:
    LaneOf(const EventStream &stream, const TimelineLanes &lanes)
        : m_steps(stream.stepIndexes())
        , m_last(stream.steps().size())
    {
        m_lanes.reserve(m_last + 1);
        for (quint32 step = 0; step < m_last; ++step)
            m_lanes.push_back(lanes.laneOf(step));
        m_lanes.push_back(lanes.laneOf(kNoStep));
    }
    quint32 operator()(size_t event) const { return m_lanes[std::min(m_steps[event], m_last)]; }

private:
    std::span<const quint32> m_steps;
    quint32 m_last; ///< Stands for all that are no step.
    std::vector<quint32> m_lanes;
};

LaneEntries::LaneEntries()
    : m_firsts{0, 0}
    , m_counts{0}
    , m_firstRankBlocks{0, 0}
    , m_laneRanks{0}
{ }

LaneEntries::LaneEntries(const EventStream &stream,
                         const TimelineLanes &lanes,
                         std::span<const quint8> ranks)
    : m_laneCount(lanes.count())
{
    build(stream, LaneOf(stream, lanes), ranks, size_t(stream.count()), [](size_t i) {
        return quint32(i);
    });
}

LaneEntries::LaneEntries(const EventStream &stream,
                         const TimelineLanes &lanes,
                         std::span<const quint8> ranks,
                         std::span<const quint32> shown)
    : m_laneCount(lanes.count())
{
    build(
        stream, LaneOf(stream, lanes), ranks, shown.size(), [shown](size_t i) { return shown[i]; });
}

template<typename EventAt>
void LaneEntries::build(const EventStream &stream,
                        const LaneOf &laneOf,
                        std::span<const quint8> ranks,
                        size_t count,
                        EventAt eventAt)
{
    std::vector<quint32> counts;
    if (areCounted()) {
        counts = countAll(stream, laneOf, count, eventAt);
    } else {
        counts.resize(m_laneCount);
        for (size_t i = 0; i < count; ++i)
            ++counts[laneOf(eventAt(i))];
    }
    m_firsts = laneBegins(std::move(counts));
    m_events.resize(m_firsts.back());
    m_ranks.resize(m_firsts.back());
    const std::span<const quint16> types = stream.typeIndexes();
    std::vector<quint32> next = m_firsts;
    for (size_t i = 0; i < count; ++i) {
        const quint32 event = eventAt(i);
        const quint32 at = next[areCounted() ? m_laneOfEvent[event] : laneOf(event)]++;
        m_events[at] = event;
        m_ranks[at] = ranks[types[event]];
    }
    buildRankBlocks();
}

/// Fills what countBefore() reads; returns how many there are of each lane.
template<typename EventAt>
std::vector<quint32> LaneEntries::countAll(const EventStream &stream,
                                           const LaneOf &laneOf,
                                           size_t count,
                                           EventAt eventAt)
{
    const auto events = size_t(stream.count());
    std::array<quint32, kMostCounted + 1> counts{};
    m_laneOfEvent.assign(events, quint8(kMostCounted));
    m_counts.resize(std::max<size_t>(1, laneBlocksFor(events, kCountBlock)) * m_laneCount);
    auto block = m_counts.begin();
    size_t next = 0;
    for (size_t begin = 0; begin < events; begin += kCountBlock) {
        block = std::copy_n(counts.begin(), m_laneCount, block);
        for (; next < count && eventAt(next) < begin + kCountBlock; ++next) {
            const quint32 event = eventAt(next);
            const quint32 lane = laneOf(event);
            m_laneOfEvent[event] = quint8(lane);
            ++counts[lane];
        }
    }
    return {counts.begin(), counts.begin() + qsizetype(m_laneCount)};
}

void LaneEntries::buildRankBlocks()
{
    m_rankBlocks.reserve(m_events.size() / kBlock + m_laneCount);
    for (quint32 lane = 0; lane < m_laneCount; ++lane) {
        m_firstRankBlocks.push_back(quint32(m_rankBlocks.size()));
        const quint8 *ranks = m_ranks.data() + m_firsts[lane];
        const quint32 count = m_firsts[lane + 1] - m_firsts[lane];
        quint8 highest = 0;
        for (quint32 from = 0; from < count; from += kBlock) {
            const quint32 to = std::min(from + kBlock, count);
            quint8 ofBlock = 0;
            for (quint32 entry = from; entry < to; ++entry)
                ofBlock = std::max(ofBlock, ranks[entry]);
            m_rankBlocks.push_back(ofBlock);
            highest = std::max(highest, ofBlock);
        }
        m_laneRanks.push_back(highest);
    }
    m_firstRankBlocks.push_back(quint32(m_rankBlocks.size()));
}

void LaneEntries::countBefore(std::span<const quint32> events, std::vector<quint32> &counts) const
{
    const size_t lanes = m_laneCount;
    counts.resize(events.size() * lanes);
    const size_t blocks = m_counts.size() / lanes;
    // Columns lie far apart: the memory is asked for some of them ahead.
    constexpr size_t kAhead = 8;
    std::array<quint32, kMostCounted + 1> before{};
    for (size_t i = 0; i < events.size(); ++i) {
        if (i + kAhead < events.size()) {
            const size_t next = events[i + kAhead] / kCountBlock;
            __builtin_prefetch(m_counts.data() + next * lanes);
            __builtin_prefetch(m_laneOfEvent.data() + next * kCountBlock);
        }
        const size_t block = std::min<size_t>(events[i] / kCountBlock, blocks - 1);
        std::copy_n(m_counts.begin() + qsizetype(block * lanes), lanes, before.begin());
        for (size_t event = block * kCountBlock; event < events[i]; ++event)
            ++before[m_laneOfEvent[event]];
        std::copy_n(before.begin(), lanes, counts.begin() + qsizetype(i * lanes));
    }
}

quint8 LaneEntries::highestRank(quint32 lane, quint32 from, quint32 to) const
{
    const quint8 *ranks = m_ranks.data() + m_firsts[lane];
    const quint8 *blocks = m_rankBlocks.data() + m_firstRankBlocks[lane];
    const quint32 firstWhole = (from + kBlock - 1) / kBlock;
    const quint32 lastWhole = to / kBlock;
    if (firstWhole >= lastWhole)
        return highestOf(ranks + from, ranks + to);
    // Higher than the highest of the lane there is none: most often no single event is read.
    const quint8 highest = highestOf(blocks + firstWhole, blocks + lastWhole);
    if (highest == m_laneRanks[lane])
        return highest;
    return std::max({highest,
                     highestOf(ranks + from, ranks + firstWhole * kBlock),
                     highestOf(ranks + lastWhole * kBlock, ranks + to)});
}

quint32 LaneEntries::highestEntry(quint32 lane, quint32 from, quint32 to) const
{
    const auto ranks = m_ranks.cbegin() + m_firsts[lane];
    return quint32(std::max_element(ranks + from, ranks + to) - ranks);
}

} // namespace Gapline
