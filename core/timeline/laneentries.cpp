// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/laneentries.h"

#include "core/domain/eventtype.h"
#include "core/stream/largepages.h"
#include "core/timeline/lanebegins.h"

#include <algorithm>
#include <array>
#include <limits>

namespace Gapline {
namespace {

constexpr quint32 kFew = 16;
static_assert(kEventCategoryCount <= 16, "ranks are kept in four bits");

/// Of some of kFew; the others are read too. No condition on what is read: ranks are as good as random.
quint8 highestOfFew(const quint8 *ranks, quint32 count)
{
    quint8 highest = 0;
    for (quint32 i = 0; i < kFew; ++i)
        highest = std::max(highest, i < count ? ranks[i] : quint8(0));
    return highest;
}

/// Of more than kFew.
quint8 highestOfMany(const quint8 *ranks, quint32 count)
{
    std::array<quint8, kFew> most{};
    const auto include = [&most](const quint8 *from) {
        for (size_t i = 0; i < most.size(); ++i)
            most[i] = std::max(most[i], from[i]);
    };
    for (quint32 from = 0; from + kFew < count; from += kFew)
        include(ranks + from);
    // What is left, and some that were seen before.
    include(ranks + count - kFew);
    return highestOfFew(most.data(), kFew);
}

/// One bit of each of eight ranks, the first lowest.
quint64 bitsOf(quint64 eightRanks, size_t bit)
{
    constexpr quint64 kLowest = 0x0101010101010101;
    constexpr quint64 kGather = 0x0102040810204080;
    return (((eightRanks >> bit) & kLowest) * kGather) >> 56;
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
    , m_rankBlocks(kFew)
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
    reserveLarge(m_events, m_firsts.back());
    m_events.resize(m_firsts.back());
    std::vector<quint8> rankOf(m_firsts.back());
    const std::span<const quint16> types = stream.typeIndexes();
    std::vector<quint32> next = m_firsts;
    for (size_t i = 0; i < count; ++i) {
        const quint32 event = eventAt(i);
        const quint32 at = next[areCounted() ? m_laneOfEvent[event] : laneOf(event)]++;
        m_events[at] = event;
        rankOf[at] = ranks[types[event]];
    }
    buildRankBlocks(rankOf);
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

void LaneEntries::buildRankBlocks(const std::vector<quint8> &ranks)
{
    const size_t most = m_events.size() / kBlock + m_laneCount;
    m_rankBits.reserve(most);
    m_rankBlocks.reserve(most + kFew);
    for (quint32 lane = 0; lane < m_laneCount; ++lane) {
        m_firstRankBlocks.push_back(quint32(m_rankBits.size()));
        quint8 highest = 0;
        for (quint32 from = m_firsts[lane]; from < m_firsts[lane + 1]; from += kBlock) {
            const quint32 count = std::min(kBlock, m_firsts[lane + 1] - from);
            std::array<quint8, kBlock> block{};
            std::copy_n(ranks.begin() + from, count, block.begin());
            RankBits bits{};
            for (quint32 i = 0; i < kBlock; i += 8) {
                quint64 eight = 0;
                for (quint32 k = 0; k < 8; ++k)
                    eight |= quint64(block[i + k]) << (8 * k);
                for (size_t bit = 0; bit < kRankBits; ++bit)
                    bits[bit] |= bitsOf(eight, bit) << i;
            }
            m_rankBits.push_back(bits);
            m_rankBlocks.push_back(*std::ranges::max_element(block));
            highest = std::max(highest, m_rankBlocks.back());
        }
        m_laneRanks.push_back(highest);
    }
    m_firstRankBlocks.push_back(quint32(m_rankBits.size()));
    // Whatever block some are looked at from, there are kFew.
    m_rankBlocks.resize(m_rankBlocks.size() + kFew);
}

void LaneEntries::countBefore(std::span<const quint32> events, std::vector<quint32> &counts) const
{
    const size_t lanes = m_laneCount;
    counts.resize(events.size() * lanes);
    const size_t blocks = m_counts.size() / lanes;
    // Columns lie far apart: the memory is asked for some of them ahead.
    constexpr size_t kAhead = 8;
    std::array<quint32, kMostCounted + 1> before{};
    size_t counted = std::numeric_limits<size_t>::max(); // `before` tells of no event yet.
    for (size_t i = 0; i < events.size(); ++i) {
        if (i + kAhead < events.size()) {
            const size_t next = events[i + kAhead] / kCountBlock;
            __builtin_prefetch(m_counts.data() + next * lanes);
            __builtin_prefetch(m_laneOfEvent.data() + next * kCountBlock);
        }
        const size_t block = std::min<size_t>(events[i] / kCountBlock, blocks - 1);
        // Of neighbours what lies between them is less than what their block holds before them.
        if (counted < block * kCountBlock || counted > events[i]) {
            std::copy_n(m_counts.begin() + qsizetype(block * lanes), lanes, before.begin());
            counted = block * kCountBlock;
        }
        for (; counted < events[i]; ++counted)
            ++before[m_laneOfEvent[counted]];
        std::copy_n(before.begin(), lanes, counts.begin() + qsizetype(i * lanes));
    }
}

quint8 LaneEntries::highestRank(quint32 lane, quint32 from, quint32 to) const
{
    if (from >= to)
        return 0;
    const quint32 first = from / kBlock;
    const quint32 last = (to - 1) / kBlock;
    const quint32 between = std::max(last, first + 1) - first - 1;
    const quint8 *blocks = m_rankBlocks.data() + m_firstRankBlocks[lane] + first + 1;
    const quint8 highest =
        between > kFew ? highestOfMany(blocks, between) : highestOfFew(blocks, between);
    // Higher than the highest of the lane there is none: of many, most often no single event is read.
    constexpr quint32 kMany = 3;
    if (between >= kMany && highest == m_laneRanks[lane])
        return highest;
    // The blocks at both ends, bit by bit from the highest: which of the entries can still be the highest.
    const RankBits *bits = m_rankBits.data() + m_firstRankBlocks[lane];
    constexpr quint64 kAll = ~quint64(0);
    const quint64 untilEnd = kAll >> (kBlock - 1 - (to - 1) % kBlock);
    quint64 inFirst = (kAll << (from % kBlock)) & (first == last ? untilEnd : kAll);
    quint64 inLast = first == last ? inFirst : untilEnd;
    quint32 atEnds = 0;
    for (size_t bit = kRankBits; bit-- > 0;) {
        const quint64 ofFirst = inFirst & bits[first][bit];
        const quint64 ofLast = inLast & bits[last][bit];
        const bool hasAny = (ofFirst | ofLast) != 0;
        inFirst = hasAny ? ofFirst : inFirst;
        inLast = hasAny ? ofLast : inLast;
        atEnds |= quint32(hasAny) << bit;
    }
    return std::max(highest, quint8(atEnds));
}

quint32 LaneEntries::highestEntry(quint32 lane, quint32 from, quint32 to) const
{
    const RankBits *bits = m_rankBits.data() + m_firstRankBlocks[lane];
    const auto rankAt = [bits](quint32 entry) {
        quint32 rank = 0;
        for (size_t bit = 0; bit < kRankBits; ++bit)
            rank |= quint32(bits[entry / kBlock][bit] >> (entry % kBlock) & 1) << bit;
        return rank;
    };
    quint32 highest = from;
    for (quint32 entry = from; entry < to; ++entry) {
        if (rankAt(entry) > rankAt(highest))
            highest = entry;
    }
    return highest;
}

} // namespace Gapline
