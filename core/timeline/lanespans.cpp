// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/lanespans.h"

#include "core/stream/largepages.h"
#include "core/timeline/lanebegins.h"
#include "core/timeline/spanruns.h"

#include <algorithm>
#include <limits>

namespace Gapline {
namespace {

struct LaneSpan
{
    quint32 lane = 0;
    LaneSpans::Span span;
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
        const StringTable &types = stream.types();
        for (quint32 type = 0; type < types.size(); ++type) {
            m_endsExecution.push_back(endsExecution(types.at(type)));
            m_effects.push_back(effectOf(categories[type]));
        }
        // Most spans take two events. Growing would copy.
        const auto events = size_t(stream.count());
        reserveLarge(m_found, std::min(events, events / 2 + kBlock) + 2);
        m_found.resize(kNone + 1, {kDropped, {}});
    }

    /// Ascending by start. Those of kDropped are none.
    std::vector<LaneSpan> find()
    {
        const std::span<const quint32> steps = m_stream.stepIndexes();
        const std::span<const quint16> types = m_stream.typeIndexes();
        for (size_t begin = 0; begin < steps.size(); begin += kBlock) {
            const size_t end = std::min(begin + kBlock, steps.size());
            // Room for a span of each event, so that one can be written before it is known whether there is one.
            m_next = quint32(m_found.size());
            m_found.resize(m_next + (end - begin) + 1);
            for (size_t event = begin; event < end; ++event)
                take(quint32(event), steps[event], types[event]);
            m_found.resize(m_next);
        }
        for (Pending &pending : m_pending) {
            if (pending.isOverdue)
                drop(pending);
        }
        return std::move(m_found);
    }

    static constexpr quint32 kDropped = std::numeric_limits<quint32>::max();

private:
    static constexpr size_t kBlock = 4096;
    /// Position in m_found of what is no span: there the end of a step is noted that nothing has begun.
    static constexpr quint32 kNone = 0;

    struct Pending
    {
        quint32 found = kNone; ///< Position in m_found.
        bool isOverdue = false; ///< Began with a breach: a span only if something ends it.

        [[nodiscard]] bool isNone() const { return found == kNone; }
    };

    /// What an event of a step does to its span.
    struct Effect
    {
        quint8 begins = 0; ///< Where none is pending.
        quint8 ends = 0;
        bool isRare = false; ///< More than that.
    };

    static Effect effectOf(EventCategory category)
    {
        switch (category) {
        case EventCategory::Awaiting:
            return {1, 0, false};
        case EventCategory::Completed:
        case EventCategory::Failed:
        case EventCategory::Cancelled:
            return {0, 1, false};
        case EventCategory::Breached:
            return {0, 1, true};
        default:
            return {};
        }
    }

    void take(quint32 event, quint32 step, quint16 type)
    {
        if (step == kNoStep)
            return takeExecutionEvent(event, type);
        Pending &pending = m_pending[step];
        const Effect effect = m_effects[type];
        if (effect.isRare || pending.isOverdue)
            return takeRare(pending, effect, step, event);
        // Without a branch: which event comes next is as good as random, and a wrong guess costs more than all of this.
        const quint32 found = pending.found;
        const quint32 begins = effect.begins & quint32(found == kNone);
        m_found[effect.ends != 0 ? found : kNone].span.end = event;
        m_found[m_next] = {m_lanes.laneOf(step), {event, kOpenEnd}};
        const quint32 kept = effect.ends != 0 ? kNone : found;
        pending.found = begins != 0 ? m_next : kept;
        m_next += begins;
    }

    void takeExecutionEvent(quint32 event, quint16 type)
    {
        Pending &pending = m_pending.back();
        if (m_endsExecution[type])
            close(pending, event);
        else if (m_categories[type] == EventCategory::Execution && pending.isNone())
            begin(pending, 0, event, false);
    }

    /// A breach, or what follows one.
    void takeRare(Pending &pending, Effect effect, quint32 step, quint32 event)
    {
        if (effect.begins != 0)
            drop(pending);
        if (effect.ends != 0)
            close(pending, event);
        if (effect.begins != 0 || effect.isRare)
            begin(pending, m_lanes.laneOf(step), event, effect.isRare);
    }

    void begin(Pending &pending, quint32 lane, quint32 event, bool isOverdue)
    {
        pending = {m_next, isOverdue};
        m_found[m_next++] = {lane, {event, kOpenEnd}};
    }

    void close(Pending &pending, quint32 end)
    {
        m_found[pending.found].span.end = end;
        pending = {};
    }

    void drop(Pending &pending)
    {
        m_found[pending.found].lane = kDropped;
        pending = {};
    }

    const EventStream &m_stream;
    const TimelineLanes &m_lanes;
    const std::vector<EventCategory> &m_categories;
    std::vector<bool> m_endsExecution; ///< By type index.
    std::vector<Effect> m_effects; ///< By type index.
    std::vector<Pending> m_pending; ///< By step; the last one is the execution's own.
    std::vector<LaneSpan> m_found;
    quint32 m_next = 0; ///< Where the next span goes.
};

LaneSpans::Reach reachOf(const EventStream &stream,
                         const std::vector<EventCategory> &categories,
                         std::span<const LaneSpans::Span> spans,
                         qint64 highest)
{
    const auto startOf = [&stream](const LaneSpans::Span &span) {
        return stream.seqAt(span.start).value;
    };
    const auto categoryOf = [&](const LaneSpans::Span &span) {
        return categories[stream.typeIndexAt(span.tellingEvent())];
    };
    LaneSpans::Reach reach{
        startOf(spans.front()), startOf(spans.back()), 0, 0, categoryOf(spans.front())};
    for (const LaneSpans::Span &span : spans) {
        const qint64 end = span.end == kOpenEnd ? highest : stream.seqAt(span.end).value;
        reach.furthestEnd = std::max(reach.furthestEnd, end);
        reach.longest = std::max(reach.longest, end - startOf(span));
        // Once two differ, the others need not be looked up.
        if (reach.category != kMixedSpans)
            reach.category = jointCategory(reach.category, categoryOf(span));
    }
    return reach;
}

/// One bit for each event, and one more that is never set.
class EventBits
{
public:
    EventBits(size_t events, std::span<const quint32> shown)
        : m_none(quint32(events))
        , m_words(events / kWordBits + 1)
    {
        for (const quint32 event : shown)
            m_words[event / kWordBits] |= quint64(1) << (event % kWordBits);
    }
    /// kOpenEnd is none.
    [[nodiscard]] quint64 at(quint32 event) const
    {
        const quint32 known = std::min(event, m_none);
        return m_words[known / kWordBits] >> (known % kWordBits) & 1;
    }

private:
    static constexpr quint32 kWordBits = 64;
    quint32 m_none;
    std::vector<quint64> m_words;
};

} // namespace

LaneSpans::LaneSpans()
    : m_firstSpans{0, 0}
    , m_firstBlocks{0, 0}
    , m_firstRegions{0, 0}
{ }

LaneSpans::LaneSpans(const EventStream &stream,
                     const TimelineLanes &lanes,
                     const std::vector<EventCategory> &categories)
{
    const std::vector<LaneSpan> found = SpanFinder(stream, lanes, categories).find();
    std::vector<quint32> counts(lanes.count(), 0);
    for (const LaneSpan &at : found) {
        if (at.lane != SpanFinder::kDropped)
            ++counts[at.lane];
    }
    m_firstSpans = laneBegins(std::move(counts));
    reserveLarge(m_spans, m_firstSpans.back());
    m_spans.resize(m_firstSpans.back());
    std::vector<quint32> next = m_firstSpans;
    for (const LaneSpan &at : found) {
        if (at.lane != SpanFinder::kDropped)
            m_spans[next[at.lane]++] = at.span;
    }
    buildBlocks(stream, categories);
}

LaneSpans::LaneSpans(const EventStream &stream,
                     const std::vector<EventCategory> &categories,
                     const LaneSpans &all,
                     std::span<const quint32> shown)
{
    const EventBits isShown(size_t(stream.count()), shown);
    // Written first and counted after: which ones stay is as good as random, and a branch would guess.
    std::vector<Span> kept(all.m_spans.size() + 1);
    quint32 count = 0;
    const auto lanes = quint32(all.m_firstSpans.size()) - 1;
    for (quint32 lane = 0; lane < lanes; ++lane) {
        m_firstSpans.push_back(count);
        for (const Span &span : all.of(lane)) {
            kept[count] = span;
            count += quint32(isShown.at(span.start) | isShown.at(span.end));
        }
    }
    m_firstSpans.push_back(count);
    m_spans.assign(kept.begin(), kept.begin() + count);
    buildBlocks(stream, categories);
}

void LaneSpans::buildBlocks(const EventStream &stream, const std::vector<EventCategory> &categories)
{
    const qint64 highest = stream.highestKnownSeq().value;
    const auto lanes = quint32(m_firstSpans.size()) - 1;
    m_blocks.reserve(m_spans.size() / kBlock + lanes);
    for (quint32 lane = 0; lane < lanes; ++lane) {
        const std::span<const Span> spans = of(lane);
        m_firstBlocks.push_back(quint32(m_blocks.size()));
        m_firstRegions.push_back(quint32(m_regions.size()));
        for (quint32 from = 0; from < spans.size(); from += kBlock) {
            const size_t count = std::min<size_t>(kBlock, spans.size() - from);
            const Reach block = reachOf(stream, categories, spans.subspan(from, count), highest);
            m_blocks.push_back(block);
            if (from % (kBlock * kBlocks) == 0) {
                m_regions.push_back(block);
                continue;
            }
            Reach &region = m_regions.back();
            region.lastStart = block.lastStart;
            region.furthestEnd = std::max(region.furthestEnd, block.furthestEnd);
            region.longest = std::max(region.longest, block.longest);
            region.category = jointCategory(region.category, block.category);
        }
    }
    m_firstBlocks.push_back(quint32(m_blocks.size()));
    m_firstRegions.push_back(quint32(m_regions.size()));
}

} // namespace Gapline
