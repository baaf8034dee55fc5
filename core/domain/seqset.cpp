// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/seqset.h"

#include <algorithm>

namespace Gapline {

SeqSet::SeqSet(std::initializer_list<SeqRange> ranges)
{
    for (const SeqRange range : ranges)
        add(range);
}

void SeqSet::add(SeqRange range)
{
    Q_ASSERT(range.first <= range.last);
    // Ranges that overlap or touch the new one melt into it.
    const auto begin =
        std::ranges::lower_bound(m_ranges, range.first.previous(), {}, &SeqRange::last);
    auto end = begin;
    while (end != m_ranges.end() && end->first <= range.last.next()) {
        range.first = std::min(range.first, end->first);
        range.last = std::max(range.last, end->last);
        ++end;
    }
    if (begin == end) {
        m_ranges.insert(begin, range);
    } else {
        *begin = range;
        m_ranges.erase(begin + 1, end);
    }
}

void SeqSet::unite(const SeqSet &other)
{
    for (const SeqRange range : other.m_ranges)
        add(range);
}

bool SeqSet::contains(Seq seq) const
{
    return contains(SeqRange{seq, seq});
}

bool SeqSet::contains(SeqRange range) const
{
    const auto found = std::ranges::lower_bound(m_ranges, range.first, {}, &SeqRange::last);
    return found != m_ranges.end() && found->first <= range.first && range.last <= found->last;
}

qint64 SeqSet::count() const
{
    qint64 sum = 0;
    for (const SeqRange range : m_ranges)
        sum += range.count();
    return sum;
}

Seq SeqSet::contiguousEnd() const
{
    const bool startsAtOne = !m_ranges.empty() && m_ranges.front().first <= Seq{1};
    return startsAtOne ? m_ranges.front().last : Seq{0};
}

Seq SeqSet::last() const
{
    return m_ranges.empty() ? Seq{0} : m_ranges.back().last;
}

std::vector<SeqRange> SeqSet::within(SeqRange range) const
{
    std::vector<SeqRange> parts;
    auto it = std::ranges::lower_bound(m_ranges, range.first, {}, &SeqRange::last);
    for (; it != m_ranges.end() && it->first <= range.last; ++it)
        parts.push_back({std::max(it->first, range.first), std::min(it->last, range.last)});
    return parts;
}

std::vector<SeqRange> SeqSet::missingWithin(SeqRange range) const
{
    std::vector<SeqRange> parts;
    Seq from = range.first;
    for (const SeqRange covered : within(range)) {
        if (from < covered.first)
            parts.push_back({from, covered.first.previous()});
        from = covered.last.next();
    }
    if (from <= range.last)
        parts.push_back({from, range.last});
    return parts;
}

} // namespace Gapline
