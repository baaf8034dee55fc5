// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stream/beside.h"
#include "core/timeline/lanebegins.h"
#include "core/timeline/loopturns.h"
#include "core/timeline/timelineindex.h"

#include <algorithm>

namespace Gapline {
namespace {

EventStreamPtr streamOf(const StreamRowsPtr &rows)
{
    return rows ? rows->stream() : nullptr;
}

} // namespace

TimelineIndex::Whole::Whole()
    : stream(std::make_shared<EventStream>())
{ }

TimelineIndex::Whole::Whole(const EventStreamPtr &usedStream,
                            const std::optional<Execution> &execution,
                            const LaneOptions &options)
    : stream(usedStream ? usedStream : std::make_shared<EventStream>())
    , lanes(*stream, execution, options)
{
    for (const QByteArray &type : stream->types().texts()) {
        categories.push_back(categoryOf(type));
        ranks.push_back(rankOf(categories.back()));
    }
    const auto buildSpans = [this] { spans = LaneSpans(*stream, lanes, categories); };
    const auto buildOthers = [this] {
        entries = LaneEntries(*stream, lanes, ranks);
        loopTurns = findLoopTurns(*stream);
        seqRanks = SeqRanks(stream->seqs());
        buildHoles();
    };
    // About as long as each other; of a short stream, each is done before a thread has woken.
    constexpr qsizetype kWorthSharing = 50'000;
    if (stream->count() >= kWorthSharing) {
        runBeside(buildOthers, buildSpans);
    } else {
        buildSpans();
        buildOthers();
    }
}

void TimelineIndex::Whole::buildHoles()
{
    const std::span<const qint64> seqs = stream->seqs();
    longestHoles.assign(laneBlocksFor(seqs.size(), kBlock), 0);
    holeRegions.assign(laneBlocksFor(longestHoles.size(), kHoleBlocks), 0);
    if (seqRanks.isEmpty())
        blockSeqs.reserve(longestHoles.size());
    qint64 previous = 0;
    for (size_t block = 0; block < longestHoles.size(); ++block) {
        const auto events = seqs.subspan(block * kBlock)
                                .first(std::min<size_t>(kBlock, seqs.size() - block * kBlock));
        qint64 longest = 0;
        for (const qint64 seq : events) {
            longest = std::max(longest, seq - previous - 1);
            previous = seq;
        }
        longestHoles[block] = longest;
        if (seqRanks.isEmpty())
            blockSeqs.push_back(events.front());
        qint64 &ofRegion = holeRegions[block / kHoleBlocks];
        ofRegion = std::max(ofRegion, longest);
    }
}

TimelineIndex::TimelineIndex(std::shared_ptr<const Whole> whole)
    : m_whole(std::move(whole))
    , m_entries(m_whole, &m_whole->entries)
    , m_spans(m_whole, &m_whole->spans)
{ }

TimelineIndex::TimelineIndex()
    : TimelineIndex(std::make_shared<const Whole>())
{ }

TimelineIndex::TimelineIndex(const EventStreamPtr &stream,
                             const std::optional<Execution> &execution,
                             const LaneOptions &lanes)
    : TimelineIndex(std::make_shared<const Whole>(stream, execution, lanes))
{ }

TimelineIndex::TimelineIndex(const StreamRowsPtr &rows,
                             const std::optional<Execution> &execution,
                             const LaneOptions &lanes)
    : TimelineIndex(TimelineIndex(streamOf(rows), execution, lanes).filtered(rows))
{ }

TimelineIndex TimelineIndex::filtered(const StreamRowsPtr &rows) const
{
    TimelineIndex index(m_whole);
    if (!rows || rows->eventCount() == stream().count())
        return index;
    const EventIndexes shown = rows->eventIndexes();
    index.m_isFiltered = true;
    index.m_entries = std::make_shared<const LaneEntries>(stream(), lanes(), m_whole->ranks, shown);
    index.m_spans =
        std::make_shared<const LaneSpans>(stream(), m_whole->categories, m_whole->spans, shown);
    return index;
}

} // namespace Gapline
