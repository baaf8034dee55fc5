// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stream/gapfinder.h"

#include "core/stream/largepages.h"

#include <algorithm>

namespace Gapline {
namespace {

/// Splits one hole along the coverage.
class HoleSplitter
{
public:
    HoleSplitter(const SeqSet &coverage, std::vector<Gap> &gaps)
        : m_ranges(coverage.ranges())
        , m_gaps(gaps)
    { }

    /// Holes must come in ascending order: the position in the coverage only moves forward.
    void split(SeqRange hole, GapPlace place)
    {
        while (m_next < m_ranges.size() && m_ranges[m_next].last < hole.first)
            ++m_next;
        if (m_next < m_ranges.size() && m_ranges[m_next].first <= hole.first
            && hole.last <= m_ranges[m_next].last) {
            m_gaps.push_back({hole, GapKind::InternalOnly, place});
            return;
        }
        Seq from = hole.first;
        for (std::size_t i = m_next; i < m_ranges.size() && m_ranges[i].first <= hole.last; ++i) {
            const SeqRange scanned{std::max(m_ranges[i].first, hole.first),
                                   std::min(m_ranges[i].last, hole.last)};
            if (from < scanned.first)
                m_gaps.push_back({{from, scanned.first.previous()}, GapKind::Unknown, place});
            m_gaps.push_back({scanned, GapKind::InternalOnly, place});
            from = scanned.last.next();
        }
        if (from <= hole.last)
            m_gaps.push_back({{from, hole.last}, GapKind::Unknown, place});
    }

private:
    const std::vector<SeqRange> &m_ranges;
    std::vector<Gap> &m_gaps;
    std::size_t m_next = 0;
};

/// Appends the holes between neighbours of `seqs`, all of which lie in one scanned range. Without a branch: where
/// the holes are is as good as random, and a wrong guess costs more than a write in vain.
void addScannedHoles(std::span<const qint64> seqs, std::vector<Gap> &gaps)
{
    constexpr std::size_t kBlock = 4096;
    for (std::size_t begin = 1; begin < seqs.size(); begin += kBlock) {
        const std::size_t end = std::min(begin + kBlock, seqs.size());
        std::size_t found = gaps.size();
        gaps.resize(found + (end - begin));
        for (std::size_t i = begin; i < end; ++i) {
            gaps[found] = {
                {{seqs[i - 1] + 1}, {seqs[i] - 1}}, GapKind::InternalOnly, GapPlace::Inner};
            found += seqs[i] != seqs[i - 1] + 1;
        }
        gaps.resize(found);
    }
}

} // namespace

std::vector<Gap> findGaps(const EventStream &stream)
{
    const std::span<const qint64> seqs = stream.seqs();
    std::vector<Gap> gaps;
    // Growing would copy: most streams have fewer holes than half their events.
    reserveLarge(gaps, seqs.size() / 2 + 4096);
    HoleSplitter splitter(stream.state().coverage, gaps);
    const auto splitHole = [&splitter](qint64 after, qint64 before) {
        if (after + 1 < before)
            splitter.split({{after + 1}, {before - 1}},
                           after == 0 ? GapPlace::Leading : GapPlace::Inner);
    };

    qint64 last = 0;
    std::size_t next = 0;
    for (const SeqRange scanned : stream.state().coverage.ranges()) {
        const auto end = std::size_t(stream.lowerBound(scanned.last.next()));
        for (; next < end && seqs[next] < scanned.first.value; last = seqs[next++])
            splitHole(last, seqs[next]);
        if (next == end)
            continue;
        splitHole(last, seqs[next]);
        addScannedHoles(seqs.subspan(next, end - next), gaps);
        last = seqs[end - 1];
        next = end;
    }
    for (; next < seqs.size(); last = seqs[next++])
        splitHole(last, seqs[next]);

    const Seq highest = stream.highestKnownSeq();
    if (last < highest.value)
        splitter.split({{last + 1}, highest}, GapPlace::Trailing);
    return gaps;
}

qint64 countSeqs(const std::vector<Gap> &gaps, GapKind kind)
{
    qint64 sum = 0;
    for (const Gap &gap : gaps) {
        if (gap.kind == kind)
            sum += gap.range.count();
    }
    return sum;
}

const Gap *gapBefore(const std::vector<Gap> &gaps, Seq seq)
{
    return gapAt(gaps, seq.previous());
}

const Gap *gapAfter(const std::vector<Gap> &gaps, Seq seq)
{
    return gapAt(gaps, seq.next());
}

const Gap *gapAt(const std::vector<Gap> &gaps, Seq seq)
{
    const auto lastSeq = [](const Gap &gap) { return gap.range.last; };
    const auto found = std::ranges::lower_bound(gaps, seq, {}, lastSeq);
    return found != gaps.end() && found->range.contains(seq) ? &*found : nullptr;
}

} // namespace Gapline
