// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stream/gapfinder.h"

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

} // namespace

std::vector<Gap> findGaps(const EventStream &stream)
{
    std::vector<Gap> gaps;
    HoleSplitter splitter(stream.state().coverage, gaps);
    qint64 expected = 1;
    for (const qint64 seq : stream.seqs()) {
        if (seq > expected) {
            const GapPlace place = expected == 1 ? GapPlace::Leading : GapPlace::Inner;
            splitter.split({{expected}, {seq - 1}}, place);
        }
        expected = seq + 1;
    }
    const Seq highest = stream.highestKnownSeq();
    if (highest.value >= expected)
        splitter.split({{expected}, highest}, GapPlace::Trailing);
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
