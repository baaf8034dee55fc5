// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/timelineindex.h"

#include <algorithm>
#include <array>
#include <limits>

namespace Gapline {
namespace {

EventStreamPtr emptyStream()
{
    return std::make_shared<EventStream>();
}

/// Turns counts per lane into the positions where each lane begins, with the total at the end.
std::vector<quint32> beginsFrom(std::vector<quint32> counts)
{
    quint32 sum = 0;
    for (quint32 &count : counts) {
        const quint32 begin = sum;
        sum += count;
        count = begin;
    }
    counts.push_back(sum);
    return counts;
}

quint32 blocksFor(quint32 count, quint32 size = TimelineIndex::kBlock)
{
    return (count + size - 1) / size;
}

struct LaneSpan
{
    quint32 lane = 0;
    TimelineIndex::Span span;
};

/// Pairs each start with the end of the same step, in one pass. A span is noted where it starts and completed where
/// it ends, so that what is found ascends by start and nothing has to be sorted.
class SpanFinder
{
public:
    SpanFinder(const EventStream &stream,
               const TimelineLanes &lanes,
               const std::vector<EventCategory> &categories)
        : m_stream(stream)
        , m_lanes(lanes)
        , m_categories(categories)
        , m_pending(stream.steps().size() + 1)
    {
        for (const QByteArray &type : stream.types().texts())
            m_endsExecution.push_back(endsExecution(type));
        // Most spans take two events. Growing would copy.
        m_found.reserve(size_t(stream.count()) / 2 + 1);
    }

    /// Ascending by start. Those of kDropped are none.
    std::vector<LaneSpan> find()
    {
        const std::span<const quint32> steps = m_stream.stepIndexes();
        for (quint32 event = 0; event < steps.size(); ++event) {
            if (steps[event] == kNoStep)
                takeExecutionEvent(event);
            else
                takeStepEvent(steps[event], event);
        }
        for (Pending &pending : m_pending) {
            if (pending.isOverdue)
                drop(pending);
        }
        return std::move(m_found);
    }

    static constexpr quint32 kDropped = std::numeric_limits<quint32>::max();

private:
    struct Pending
    {
        quint32 found = kDropped; ///< Position in m_found.
        bool isOverdue = false; ///< Began with a breach: a span only if something ends it.

        [[nodiscard]] bool isNone() const { return found == kDropped; }
    };

    void takeExecutionEvent(quint32 event)
    {
        Pending &pending = m_pending.back();
        if (m_endsExecution[m_stream.typeIndexAt(event)])
            close(pending, event);
        else if (categoryAt(event) == EventCategory::Execution && pending.isNone())
            begin(pending, 0, event, false);
    }

    void takeStepEvent(quint32 step, quint32 event)
    {
        Pending &pending = m_pending[step];
        switch (categoryAt(event)) {
        case EventCategory::Awaiting:
            if (pending.isOverdue)
                drop(pending);
            if (pending.isNone())
                begin(pending, m_lanes.laneOf(step), event, false);
            break;
        case EventCategory::Completed:
        case EventCategory::Failed:
        case EventCategory::Cancelled:
            close(pending, event);
            break;
        case EventCategory::Breached:
            close(pending, event);
            begin(pending, m_lanes.laneOf(step), event, true);
            break;
        default:
            break;
        }
    }

    void begin(Pending &pending, quint32 lane, quint32 event, bool isOverdue)
    {
        pending = {quint32(m_found.size()), isOverdue};
        m_found.push_back({lane, {event, kOpenEnd}});
    }

    void close(Pending &pending, quint32 end)
    {
        if (!pending.isNone())
            m_found[pending.found].span.end = end;
        pending = {};
    }

    void drop(Pending &pending)
    {
        m_found[pending.found].lane = kDropped;
        pending = {};
    }

    [[nodiscard]] EventCategory categoryAt(quint32 event) const
    {
        return m_categories[m_stream.typeIndexAt(event)];
    }

    const EventStream &m_stream;
    const TimelineLanes &m_lanes;
    const std::vector<EventCategory> &m_categories;
    std::vector<bool> m_endsExecution; ///< By type index.
    std::vector<Pending> m_pending; ///< By step; the last one is the execution's own.
    std::vector<LaneSpan> m_found;
};

} // namespace

TimelineIndex::TimelineIndex()
    : m_stream(emptyStream())
    , m_firstEntries{0, 0}
    , m_firstRankBlocks{0, 0}
    , m_laneRanks{0}
    , m_firstSpans{0, 0}
    , m_firstSpanBlocks{0, 0}
    , m_firstSpanRegions{0, 0}
{ }

TimelineIndex::TimelineIndex(const StreamRowsPtr &rows,
                             const std::optional<Execution> &execution,
                             const LaneOptions &lanes)
    : TimelineIndex(rows && rows->stream() ? rows->stream() : emptyStream(), rows, execution, lanes)
{ }

TimelineIndex::TimelineIndex(const EventStreamPtr &stream,
                             const std::optional<Execution> &execution,
                             const LaneOptions &lanes)
    : TimelineIndex(stream ? stream : emptyStream(), StreamRowsPtr(), execution, lanes)
{ }

TimelineIndex::TimelineIndex(const EventStreamPtr &stream,
                             const StreamRowsPtr &filtered,
                             const std::optional<Execution> &execution,
                             const LaneOptions &lanes)
    : m_stream(stream)
    , m_lanes(*m_stream, execution, lanes)
    , m_isFiltered(filtered && filtered->eventCount() < m_stream->count())
{
    for (const QByteArray &type : m_stream->types().texts())
        m_categories.push_back(categoryOf(type));
    std::vector<bool> isShown;
    if (m_isFiltered) {
        isShown.resize(size_t(m_stream->count()));
        for (qsizetype row = 0; row < filtered->count(); ++row) {
            if (const StreamRows::Row at = filtered->at(row); !at.isGap)
                isShown[at.index] = true;
        }
    }
    buildEntries(isShown);
    buildSpans(isShown);
    buildHoles();
}

void TimelineIndex::buildEntries(const std::vector<bool> &isShown)
{
    const std::span<const quint32> steps = m_stream->stepIndexes();
    const std::span<const quint16> types = m_stream->typeIndexes();
    std::vector<quint8> rankOfType;
    for (const EventCategory category : m_categories)
        rankOfType.push_back(rankOf(category));

    std::vector<quint32> counts(m_lanes.count(), 0);
    for (size_t event = 0; event < steps.size(); ++event) {
        if (!m_isFiltered || isShown[event])
            ++counts[m_lanes.laneOf(steps[event])];
    }
    m_firstEntries = beginsFrom(std::move(counts));
    m_events.resize(m_firstEntries.back());
    m_ranks.resize(m_firstEntries.back());
    std::vector<quint32> next = m_firstEntries;
    for (size_t event = 0; event < steps.size(); ++event) {
        if (m_isFiltered && !isShown[event])
            continue;
        const quint32 at = next[m_lanes.laneOf(steps[event])]++;
        m_events[at] = quint32(event);
        m_ranks[at] = rankOfType[types[event]];
    }
    buildRankBlocks();
    if (countsEntries())
        countEntries(isShown);
}

void TimelineIndex::countEntries(const std::vector<bool> &isShown)
{
    const std::span<const quint32> steps = m_stream->stepIndexes();
    const size_t lanes = m_lanes.count();
    std::array<quint32, kMostCounted + 1> counts{};
    m_laneOfEvent.resize(steps.size());
    m_entryCounts.reserve(blocksFor(quint32(steps.size()), kCountBlock) * lanes);
    for (size_t event = 0; event < steps.size(); ++event) {
        if (event % kCountBlock == 0)
            m_entryCounts.insert(m_entryCounts.end(), counts.begin(), counts.begin() + lanes);
        const bool isHidden = m_isFiltered && !isShown[event];
        const quint32 lane = isHidden ? kMostCounted : m_lanes.laneOf(steps[event]);
        m_laneOfEvent[event] = quint8(lane);
        ++counts[lane];
    }
}

void TimelineIndex::buildRankBlocks()
{
    for (quint32 lane = 0; lane < m_lanes.count(); ++lane) {
        const std::span<const quint32> events = eventsOf(lane);
        m_firstRankBlocks.push_back(quint32(m_rankBlocks.size()));
        const auto begin = m_ranks.cbegin() + m_firstEntries[lane];
        const auto count = quint32(events.size());
        quint8 highest = 0;
        for (quint32 from = 0; from < count; from += kBlock) {
            m_rankBlocks.push_back(
                *std::max_element(begin + from, begin + std::min(from + kBlock, count)));
            highest = std::max(highest, m_rankBlocks.back());
        }
        m_laneRanks.push_back(highest);
    }
    m_firstRankBlocks.push_back(quint32(m_rankBlocks.size()));
}

void TimelineIndex::buildSpans(const std::vector<bool> &isShown)
{
    std::vector<LaneSpan> found = SpanFinder(*m_stream, m_lanes, m_categories).find();
    std::vector<quint32> counts(m_lanes.count(), 0);
    for (LaneSpan &at : found) {
        const bool isSeen = !m_isFiltered || isShown[at.span.start]
            || (at.span.end != kOpenEnd && isShown[at.span.end]);
        if (!isSeen)
            at.lane = SpanFinder::kDropped;
        if (at.lane != SpanFinder::kDropped)
            ++counts[at.lane];
    }
    m_firstSpans = beginsFrom(std::move(counts));
    m_spans.resize(m_firstSpans.back());
    std::vector<quint32> next = m_firstSpans;
    for (const LaneSpan &at : found) {
        if (at.lane != SpanFinder::kDropped)
            m_spans[next[at.lane]++] = at.span;
    }

    for (quint32 lane = 0; lane < m_lanes.count(); ++lane) {
        const std::span<const Span> spans = spansOf(lane);
        m_firstSpanBlocks.push_back(quint32(m_spanBlocks.size()));
        m_firstSpanRegions.push_back(quint32(m_spanRegions.size()));
        for (quint32 from = 0; from < spans.size(); from += kSpanBlock) {
            const SpanBlock block =
                reachOf(spans.subspan(from, std::min<size_t>(kSpanBlock, spans.size() - from)));
            m_spanBlocks.push_back(block);
            if (from % (kSpanBlock * kSpanBlocks) == 0) {
                m_spanRegions.push_back(block);
                continue;
            }
            SpanBlock &region = m_spanRegions.back();
            region.lastStart = block.lastStart;
            region.furthestEnd = std::max(region.furthestEnd, block.furthestEnd);
            region.longest = std::max(region.longest, block.longest);
        }
    }
    m_firstSpanBlocks.push_back(quint32(m_spanBlocks.size()));
    m_firstSpanRegions.push_back(quint32(m_spanRegions.size()));
}

TimelineIndex::SpanBlock TimelineIndex::reachOf(std::span<const Span> spans) const
{
    SpanBlock reach{startOf(spans.front()).value, startOf(spans.back()).value, 0, 0};
    for (const Span &span : spans) {
        const qint64 end = endOf(span).value;
        reach.furthestEnd = std::max(reach.furthestEnd, end);
        reach.longest = std::max(reach.longest, end - startOf(span).value);
    }
    return reach;
}

void TimelineIndex::buildHoles()
{
    const std::span<const qint64> seqs = m_stream->seqs();
    m_longestHoles.assign(blocksFor(quint32(seqs.size())), 0);
    m_holeRegions.assign(blocksFor(quint32(m_longestHoles.size()), kHoleBlocks), 0);
    m_blockSeqs.reserve(m_longestHoles.size());
    qint64 previous = 0;
    for (size_t block = 0; block < m_longestHoles.size(); ++block) {
        const auto events = seqs.subspan(block * kBlock)
                                .first(std::min<size_t>(kBlock, seqs.size() - block * kBlock));
        qint64 longest = 0;
        for (const qint64 seq : events) {
            longest = std::max(longest, seq - previous - 1);
            previous = seq;
        }
        m_longestHoles[block] = longest;
        m_blockSeqs.push_back(events.front());
        qint64 &ofRegion = m_holeRegions[block / kHoleBlocks];
        ofRegion = std::max(ofRegion, longest);
    }
}

} // namespace Gapline
