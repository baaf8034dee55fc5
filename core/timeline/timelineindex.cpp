// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/timelineindex.h"

#include "core/timeline/gallop.h"

#include <algorithm>
#include <array>

namespace Gapline {
namespace {

/// The first of `values`, which ascend, that is not below `value`. Without a branch: the processor goes on to the next
/// search while the memory answers this one.
template<typename T>
quint32 lowerBoundIn(std::span<const T> values, T value)
{
    const T *first = values.data();
    size_t count = values.size();
    while (count > 1) {
        const size_t half = count / 2;
        first += first[half - 1] < value ? half : 0;
        count -= half;
    }
    return quint32(first - values.data()) + (count == 1 && *first < value ? 1 : 0);
}

} // namespace

AxisRange TimelineIndex::wholeStream() const
{
    return {1, double(std::max(m_stream->highestKnownSeq().value, qint64(1)) + 1)};
}

std::span<const quint32> TimelineIndex::eventsOf(quint32 lane) const
{
    return std::span(m_events).subspan(m_firstEntries[lane],
                                       m_firstEntries[lane + 1] - m_firstEntries[lane]);
}

void TimelineIndex::countEventsBefore(std::span<const qint64> seqs,
                                      std::vector<quint32> &counts) const
{
    const std::span<const qint64> all = m_stream->seqs();
    const std::span<const qint64> firsts = m_blockSeqs;
    counts.resize(seqs.size());
    size_t block = 0; ///< The first one that begins at or after the seq.
    size_t step = 0;
    // First the blocks, which nearby caches hold, then what lies in them: those look-ups wait for memory all at once.
    for (size_t i = 0; i < seqs.size(); ++i) {
        const size_t next = gallop(firsts, block, seqs[i], block + step);
        step = i == 0 ? 0 : next - block;
        block = next;
        counts[i] = quint32(block);
        // Where the search in the block begins: the memory is asked for all of them at once.
        if (block > 0)
            __builtin_prefetch(all.data() + std::min(block * kBlock - kBlock / 2, all.size() - 1));
    }
    for (size_t i = 0; i < seqs.size(); ++i) {
        if (counts[i] == 0)
            continue;
        const size_t begin = size_t(counts[i] - 1) * kBlock;
        const auto inBlock = all.subspan(begin, std::min<size_t>(kBlock, all.size() - begin));
        counts[i] = quint32(begin) + lowerBoundIn(inBlock, seqs[i]);
    }
}

void TimelineIndex::countEntriesBefore(std::span<const quint32> events,
                                       std::vector<quint32> &counts) const
{
    const size_t lanes = m_lanes.count();
    counts.resize(events.size() * lanes);
    std::array<quint32, kMostCounted + 1> before{};
    for (size_t i = 0; i < events.size(); ++i) {
        const size_t block =
            std::min<size_t>(events[i] / kCountBlock, m_entryCounts.size() / lanes - 1);
        std::copy_n(m_entryCounts.begin() + qsizetype(block * lanes), lanes, before.begin());
        for (size_t event = block * kCountBlock; event < events[i]; ++event)
            ++before[m_laneOfEvent[event]];
        std::copy_n(before.begin(), lanes, counts.begin() + qsizetype(i * lanes));
    }
}

quint8 TimelineIndex::highestRank(quint32 lane, quint32 from, quint32 to) const
{
    const quint8 *ranks = m_ranks.data() + m_firstEntries[lane];
    const quint8 *blocks = m_rankBlocks.data() + m_firstRankBlocks[lane];
    const quint32 firstWhole = (from + kBlock - 1) / kBlock;
    const quint32 lastWhole = to / kBlock;
    quint8 highest = 0;
    const auto include = [&highest](const quint8 *begin, const quint8 *end) {
        const auto count = size_t(end - begin);
        for (size_t i = 0; i < count; ++i)
            highest = std::max(highest, begin[i]);
    };
    if (firstWhole >= lastWhole) {
        include(ranks + from, ranks + to);
        return highest;
    }
    include(blocks + firstWhole, blocks + lastWhole);
    // Higher than the highest of the lane there is none: most often the ranks of single events are not even read.
    if (highest == m_laneRanks[lane])
        return highest;
    include(ranks + from, ranks + firstWhole * kBlock);
    include(ranks + lastWhole * kBlock, ranks + to);
    return highest;
}

quint32 TimelineIndex::highestEntry(quint32 lane, quint32 from, quint32 to) const
{
    const auto ranks = m_ranks.cbegin() + m_firstEntries[lane];
    return quint32(std::max_element(ranks + from, ranks + to) - ranks);
}

std::span<const TimelineIndex::Span> TimelineIndex::spansOf(quint32 lane) const
{
    return std::span(m_spans).subspan(m_firstSpans[lane],
                                      m_firstSpans[lane + 1] - m_firstSpans[lane]);
}

std::span<const TimelineIndex::SpanBlock> TimelineIndex::spanBlocksOf(quint32 lane) const
{
    return std::span(m_spanBlocks)
        .subspan(m_firstSpanBlocks[lane], m_firstSpanBlocks[lane + 1] - m_firstSpanBlocks[lane]);
}

std::span<const TimelineIndex::SpanBlock> TimelineIndex::spanRegionsOf(quint32 lane) const
{
    return std::span(m_spanRegions)
        .subspan(m_firstSpanRegions[lane], m_firstSpanRegions[lane + 1] - m_firstSpanRegions[lane]);
}

Seq TimelineIndex::endOf(const Span &span) const
{
    return span.end == kOpenEnd ? m_stream->highestKnownSeq() : m_stream->seqAt(span.end);
}

std::optional<Gap> TimelineIndex::gapAt(Seq seq) const
{
    const Seq highest = m_stream->highestKnownSeq();
    const qsizetype after = m_stream->lowerBound(seq);
    const bool isEvent = after < m_stream->count() && m_stream->seqAt(after) == seq;
    if (seq < Seq{1} || seq > highest || isEvent)
        return std::nullopt;
    const Seq from = after > 0 ? m_stream->seqAt(after - 1).next() : Seq{1};
    const Seq to = after < m_stream->count() ? m_stream->seqAt(after).previous() : highest;
    Gap gap;
    gap.place = after == m_stream->count() ? GapPlace::Trailing
        : after == 0                       ? GapPlace::Leading
                                           : GapPlace::Inner;
    // A hole is one gap per scanned and per unscanned part of it.
    const std::vector<SeqRange> scanned = m_stream->state().coverage.within({from, to});
    gap.range = {from, to};
    for (const SeqRange &part : scanned) {
        if (part.contains(seq)) {
            gap.kind = GapKind::InternalOnly;
            gap.range = part;
            return gap;
        }
        if (part.last < seq)
            gap.range.first = part.last.next();
        else
            gap.range.last = std::min(gap.range.last, part.first.previous());
    }
    return gap;
}

} // namespace Gapline
