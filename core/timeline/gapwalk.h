// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/timelineindex.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace Gapline {

/// The seqs in sight that are known of; none when `first` lies behind `last`.
inline SeqRange visibleSeqs(const TimelineIndex &index, const TimelineScale &scale)
{
    const Seq highest = index.stream().highestKnownSeq();
    return {std::max(scale.seqAt(0), Seq{1}), std::min(scale.seqAt(scale.width()), highest)};
}

/// Calls take(Gap) for each gap that touches `seqs`, ascending, in full length.
template<typename Take>
void forEachGap(const TimelineIndex &index, SeqRange seqs, Take take)
{
    const EventStream &stream = index.stream();
    const Seq highest = stream.highestKnownSeq();
    Seq at = seqs.first;
    qsizetype event = stream.lowerBound(at);
    while (at <= seqs.last && at <= highest) {
        if (event < stream.count() && stream.seqAt(event) == at) {
            at = at.next();
            ++event;
            continue;
        }
        const std::optional<Gap> gap = index.gapAt(at);
        if (!gap)
            return;
        take(*gap);
        at = gap->range.last.next();
    }
}

/// How many of `seqs` are covered. `next` is kept between calls with ascending seqs, 0 at first.
inline qint64 coveredSeqs(const std::vector<SeqRange> &coverage, size_t &next, SeqRange seqs)
{
    while (next < coverage.size() && coverage[next].last < seqs.first)
        ++next;
    qint64 covered = 0;
    for (size_t i = next; i < coverage.size() && coverage[i].first <= seqs.last; ++i) {
        const Seq from = std::max(coverage[i].first, seqs.first);
        const Seq to = std::min(coverage[i].last, seqs.last);
        covered += SeqRange{from, to}.count();
    }
    return covered;
}

} // namespace Gapline
