// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/timeindex.h"

#include "core/timeline/spanruns.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace Gapline {

TimeIndex::TimeIndex(TimelineIndexPtr index, IdleTime idle)
    : m_index(std::move(index))
{
    sortEvents();
    m_axis = TimeAxis(times(), idle);
    if (!m_isPlain) {
        sortLanes();
        countHidden();
    }
    const EventStream &stream = m_index->stream();
    const Seq highest = stream.highestKnownSeq();
    qsizetype event = stream.count() - 1;
    while (event >= 0 && !stream.timeAt(event))
        --event;
    const Seq last = event >= 0 ? stream.seqAt(event) : Seq{0};
    if (last < highest)
        m_hiddenAtEnd = hiddenWithin({last.next(), highest}, stream.count() - 1 - event);
    buildSpanReach();
}

void TimeIndex::sortEvents()
{
    const EventStream &stream = m_index->stream();
    const std::span<const qint64> given = stream.timestamps();
    for (size_t event = 0; event < given.size(); ++event) {
        if (stream.flagsAt(qsizetype(event)).testFlag(EventFlag::NoTimestamp))
            ++m_untimedCount;
    }
    m_isPlain = m_untimedCount == 0 && std::ranges::is_sorted(given);
    if (m_isPlain)
        return;
    m_order.reserve(given.size() - size_t(m_untimedCount));
    for (size_t event = 0; event < given.size(); ++event) {
        if (stream.timeAt(qsizetype(event)))
            m_order.push_back(quint32(event));
    }
    // Events of one moment stay in the order of their seqs.
    std::ranges::stable_sort(m_order, {}, [&](quint32 event) { return given[event]; });
    m_times.reserve(m_order.size());
    for (const quint32 event : m_order)
        m_times.push_back(given[event]);
}

void TimeIndex::sortLanes()
{
    constexpr auto kNoPlace = std::numeric_limits<quint32>::max();
    std::vector<quint32> placeOf(size_t(m_index->stream().count()), kNoPlace);
    for (quint32 place = 0; place < m_order.size(); ++place)
        placeOf[m_order[place]] = place;
    for (quint32 lane = 0; lane < m_index->lanes().count(); ++lane) {
        m_firstEntries.push_back(quint32(m_places.size()));
        for (const quint32 event : m_index->eventsOf(lane)) {
            if (placeOf[event] != kNoPlace)
                m_places.push_back(placeOf[event]);
        }
        std::sort(m_places.begin() + m_firstEntries.back(), m_places.end());
    }
    m_firstEntries.push_back(quint32(m_places.size()));
    m_ranks.reserve(m_places.size());
    for (const quint32 place : m_places)
        m_ranks.push_back(rankOf(m_index->categoryAt(m_order[place])));
}

void TimeIndex::countHidden()
{
    // What lies before an event without a time counts to the next one that has one.
    const EventStream &stream = m_index->stream();
    std::vector<Hidden> before(size_t(stream.count()));
    Seq from{1};
    qint64 events = 0;
    for (qsizetype event = 0; event < stream.count(); ++event, ++events) {
        if (!stream.timeAt(event))
            continue;
        const Seq seq = stream.seqAt(event);
        if (from < seq)
            before[size_t(event)] = hiddenWithin({from, seq.previous()}, events);
        from = seq.next();
        events = -1;
    }
    m_hiddenSums.reserve(m_order.size() + 1);
    Hidden sum;
    m_hiddenSums.push_back(sum);
    for (const quint32 event : m_order) {
        sum.internal += before[event].internal;
        sum.unknown += before[event].unknown;
        m_hiddenSums.push_back(sum);
    }
}

TimeIndex::Hidden TimeIndex::hiddenWithin(SeqRange seqs, qint64 events) const
{
    const std::vector<SeqRange> &coverage = m_index->stream().state().coverage.ranges();
    qint64 covered = 0;
    for (auto at = std::ranges::lower_bound(coverage, seqs.first, {}, &SeqRange::last);
         at != coverage.end() && at->first <= seqs.last;
         ++at)
        covered += SeqRange{std::max(at->first, seqs.first), std::min(at->last, seqs.last)}.count();
    const qint64 hidden = seqs.count() - events;
    const qint64 unknown = std::min(hidden, seqs.count() - covered);
    return {hidden - unknown, unknown};
}

void TimeIndex::buildSpanReach()
{
    for (quint32 lane = 0; lane < m_index->lanes().count(); ++lane) {
        m_firstReaches.push_back(quint32(m_reaches.size()));
        const std::span<const TimelineIndex::Span> spans = m_index->spansOf(lane);
        for (size_t i = 0; i < spans.size(); ++i) {
            if (i % kSpanBlock == 0) {
                m_reaches.push_back({std::numeric_limits<qint64>::max(),
                                     std::numeric_limits<qint64>::min(),
                                     std::numeric_limits<qint64>::min(),
                                     0,
                                     kMixedSpans});
            }
            const auto times = timesOf(spans[i]);
            if (!times)
                continue;
            SpanReach &reach = m_reaches.back();
            const bool isFirst = reach.firstStart > reach.lastStart;
            if (isFirst || reach.category != kMixedSpans) {
                const EventCategory category = m_index->categoryOfSpan(spans[i]);
                reach.category = isFirst ? category : jointCategory(reach.category, category);
            }
            reach.firstStart = std::min(reach.firstStart, times->first);
            reach.lastStart = std::max(reach.lastStart, times->first);
            reach.furthestEnd = std::max(reach.furthestEnd, times->second);
            reach.longest = std::max(reach.longest, times->second - times->first);
        }
    }
    m_firstReaches.push_back(quint32(m_reaches.size()));
}

std::span<const qint64> TimeIndex::times() const
{
    return m_isPlain ? m_index->stream().timestamps() : std::span<const qint64>(m_times);
}

quint32 TimeIndex::placeAt(double epochMs) const
{
    const std::span<const qint64> all = times();
    return quint32(std::ranges::lower_bound(all, qint64(std::ceil(epochMs))) - all.begin());
}

std::optional<double> TimeIndex::positionOf(qsizetype event) const
{
    const std::optional<EpochMs> time = m_index->stream().timeAt(event);
    return time ? std::optional(m_axis.positionOf(toEpochMs(*time))) : std::nullopt;
}

std::span<const quint32> TimeIndex::placesOf(quint32 lane) const
{
    if (m_isPlain)
        return m_index->eventsOf(lane);
    return std::span(m_places).subspan(m_firstEntries[lane],
                                       m_firstEntries[lane + 1] - m_firstEntries[lane]);
}

quint8 TimeIndex::highestRank(quint32 lane, quint32 from, quint32 to) const
{
    if (m_isPlain)
        return m_index->highestRank(lane, from, to);
    const auto ranks = m_ranks.cbegin() + m_firstEntries[lane];
    return from < to ? *std::max_element(ranks + from, ranks + to) : quint8(0);
}

quint32 TimeIndex::highestEntry(quint32 lane, quint32 from, quint32 to) const
{
    if (m_isPlain)
        return m_index->highestEntry(lane, from, to);
    const auto ranks = m_ranks.cbegin() + m_firstEntries[lane];
    return quint32(std::max_element(ranks + from, ranks + to) - ranks);
}

TimeIndex::Hidden TimeIndex::hiddenBefore(quint32 from, quint32 to) const
{
    if (from >= to)
        return {};
    if (!m_isPlain) {
        return {m_hiddenSums[to].internal - m_hiddenSums[from].internal,
                m_hiddenSums[to].unknown - m_hiddenSums[from].unknown};
    }
    const EventStream &stream = m_index->stream();
    const Seq first = from > 0 ? stream.seqAt(from - 1).next() : Seq{1};
    return hiddenWithin({first, stream.seqAt(to - 1)}, to - from);
}

std::pair<std::optional<qint64>, std::optional<qint64>> TimeIndex::timesAround(SeqRange seqs) const
{
    const EventStream &stream = m_index->stream();
    std::pair<std::optional<qint64>, std::optional<qint64>> around;
    for (qsizetype event = stream.lowerBound(seqs.first) - 1; event >= 0 && !around.first;
         --event) {
        if (const std::optional<EpochMs> time = stream.timeAt(event))
            around.first = toEpochMs(*time);
    }
    for (qsizetype event = stream.lowerBound(seqs.last.next());
         event < stream.count() && !around.second;
         ++event) {
        if (const std::optional<EpochMs> time = stream.timeAt(event))
            around.second = toEpochMs(*time);
    }
    return around;
}

AxisRange TimeIndex::positionsOf(SeqRange seqs) const
{
    const EventStream &stream = m_index->stream();
    const qsizetype first = stream.lowerBound(seqs.first);
    const qsizetype end = stream.lowerBound(seqs.last.next());
    if (m_isPlain && first < end) {
        return {m_axis.positionOf(toEpochMs(stream.timestampAt(first))),
                m_axis.positionOf(toEpochMs(stream.timestampAt(end - 1)))};
    }
    std::optional<qint64> earliest;
    std::optional<qint64> latest;
    for (qsizetype event = first; event < end; ++event) {
        if (const std::optional<EpochMs> time = stream.timeAt(event)) {
            earliest = std::min(earliest.value_or(toEpochMs(*time)), toEpochMs(*time));
            latest = std::max(latest.value_or(toEpochMs(*time)), toEpochMs(*time));
        }
    }
    if (earliest)
        return {m_axis.positionOf(*earliest), m_axis.positionOf(*latest)};
    const auto around = timesAround(seqs);
    const AxisRange whole = m_axis.whole();
    const double before = around.first ? m_axis.positionOf(*around.first) : whole.from;
    const double after = around.second ? m_axis.positionOf(*around.second) : whole.to;
    // The clock may run backwards from one neighbour to the other.
    return {std::min(before, after), std::max(before, after)};
}

std::optional<SeqRange> TimeIndex::seqsBetween(double from, double to) const
{
    const quint32 first = placeAt(m_axis.timeAt(from));
    const quint32 end = placeAt(std::nextafter(m_axis.timeAt(to), 1e300));
    if (first >= end)
        return std::nullopt;
    const EventStream &stream = m_index->stream();
    if (m_isPlain)
        return SeqRange{stream.seqAt(first), stream.seqAt(end - 1)};
    const auto [lowest, highest] =
        std::minmax_element(m_order.begin() + first, m_order.begin() + end);
    return SeqRange{stream.seqAt(*lowest), stream.seqAt(*highest)};
}

std::span<const TimeIndex::SpanReach> TimeIndex::spanReachOf(quint32 lane) const
{
    return std::span(m_reaches).subspan(m_firstReaches[lane],
                                        m_firstReaches[lane + 1] - m_firstReaches[lane]);
}

std::optional<std::pair<qint64, qint64>> TimeIndex::timesOf(const TimelineIndex::Span &span) const
{
    const EventStream &stream = m_index->stream();
    const std::optional<EpochMs> start = stream.timeAt(span.start);
    const std::optional<EpochMs> end =
        span.end == kOpenEnd ? fromEpochMs(m_axis.lastTime()) : stream.timeAt(span.end);
    if (!start || !end)
        return std::nullopt;
    return std::pair(std::min(toEpochMs(*start), toEpochMs(*end)),
                     std::max(toEpochMs(*start), toEpochMs(*end)));
}

} // namespace Gapline
