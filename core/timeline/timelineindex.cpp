// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/timelineindex.h"

#include "core/timeline/gallop.h"

#include <algorithm>

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
    return {1, double(std::max(stream().highestKnownSeq().value, qint64(1)) + 1)};
}

void TimelineIndex::countEventsBefore(std::span<const qint64> seqs,
                                      std::vector<quint32> &counts) const
{
    const SeqRanks &ranks = m_whole->seqRanks;
    if (!ranks.isEmpty()) {
        counts.resize(seqs.size());
        for (size_t i = 0; i < seqs.size(); ++i)
            counts[i] = ranks.countBefore(seqs[i]);
        return;
    }
    const std::span<const qint64> all = stream().seqs();
    const std::span<const qint64> firsts = m_whole->blockSeqs;
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

Seq TimelineIndex::endOf(const Span &span) const
{
    return span.end == kOpenEnd ? stream().highestKnownSeq() : stream().seqAt(span.end);
}

std::optional<Gap> TimelineIndex::gapAt(Seq seq) const
{
    const EventStream &stream = *m_whole->stream;
    const Seq highest = stream.highestKnownSeq();
    const qsizetype after = stream.lowerBound(seq);
    const bool isEvent = after < stream.count() && stream.seqAt(after) == seq;
    if (seq < Seq{1} || seq > highest || isEvent)
        return std::nullopt;
    const Seq from = after > 0 ? stream.seqAt(after - 1).next() : Seq{1};
    const Seq to = after < stream.count() ? stream.seqAt(after).previous() : highest;
    Gap gap;
    gap.place = after == stream.count() ? GapPlace::Trailing
        : after == 0                    ? GapPlace::Leading
                                        : GapPlace::Inner;
    // A hole is one gap per scanned and per unscanned part of it.
    const std::vector<SeqRange> scanned = stream.state().coverage.within({from, to});
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
