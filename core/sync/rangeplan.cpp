// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/rangeplan.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace Gapline {
namespace {

/// Pages differ in length: a range is divided as if they were shorter by this part than the average. That little comes
/// twice, which costs less than requests for what would be left between them.
constexpr double kOverlap = 1.0 / 24;
/// How much further than the last place known each probe lies.
constexpr qint64 kProbeGrowth = 8;
/// Of the lanes, so many may go to places where perhaps nothing is.
constexpr int kProbeShare = 8;
constexpr int kLeastProbes = 2;
/// A stream with long runs of internal seqs gains nothing from being read at several places.
constexpr size_t kMostDeadEnds = 8;

} // namespace

RangePlan::RangePlan(Seq start, const SeqSet &covered, const RangeLimits &limits)
    : m_limits(limits)
    , m_covered(covered)
    , m_start(start)
{
    if (start > Seq{0})
        m_covered.add({Seq{1}, start});
    m_front = m_covered.contiguousEnd();
    m_reach = m_covered.last();
}

void RangePlan::scanned(Seq since, Seq upTo)
{
    if (since < upTo)
        m_covered.add({since.next(), upTo});
    m_front = m_covered.contiguousEnd();
}

void RangePlan::reached(Seq seq)
{
    m_reach = std::max(m_reach, seq);
    // Events have come to where there were none.
    if (m_nothingAfter && *m_nothingAfter < m_reach)
        m_nothingAfter.reset();
}

RangePlan::Scan RangePlan::take(const Ask &ask, const EventPage &page)
{
    const auto known = std::ranges::find(m_underWay, ask.id, &Ask::id);
    if (known == m_underWay.end() || m_isComplete)
        return {};
    m_underWay.erase(known);
    ++m_pages;
    m_events += qint64(page.events.size());
    if (page.hasMore && !page.events.empty()) {
        m_seqsRead += page.nextCursor.value - ask.since.value;
        m_pageSeqs = std::max<qint64>(1, m_seqsRead / ++m_fullPages);
    }
    return ask.isAtFront ? takeAtFront(page) : takeBeyond(ask, page);
}

RangePlan::Scan RangePlan::takeAtFront(const EventPage &page)
{
    scanned(page.sinceSeq, page.nextCursor);
    if (page.hasMore) {
        reached(page.nextCursor);
    } else if (m_covered.last() <= page.nextCursor || m_wasContradicted) {
        m_isComplete = true;
        m_isContradicted = m_covered.last() > page.nextCursor;
    } else {
        // Events may have come meanwhile: those that are known beyond the front were answered later.
        m_wasContradicted = true;
    }
    return {true, page.nextCursor, page.hasMore};
}

RangePlan::Scan RangePlan::takeBeyond(const Ask &ask, const EventPage &page)
{
    if (page.events.empty()) {
        if (page.hasMore)
            m_deadEnds.push_back(ask.since);
        else
            m_nothingAfter = std::min(m_nothingAfter.value_or(ask.since), ask.since);
        m_isSequential |= m_deadEnds.size() > kMostDeadEnds;
        return {};
    }
    const Seq last = page.hasMore ? page.nextCursor : page.events.back().seq;
    scanned(ask.since, last);
    reached(last);
    if (!page.hasMore && last == m_reach)
        m_nothingAfter = last;
    return {true, last, true};
}

void RangePlan::drop(const Ask &ask)
{
    if (std::erase_if(m_underWay, [&ask](const Ask &known) { return known.id == ask.id; }) == 0)
        return;
    m_isSequential |= !ask.isAtFront;
}

bool RangePlan::isLong() const
{
    return m_pages >= m_limits.afterPages && m_events >= m_limits.afterEvents;
}

/// By a request there, or by one from a little before that will most likely reach beyond it.
bool RangePlan::isFrontAsked() const
{
    return std::ranges::any_of(m_underWay, [this](const Ask &known) {
        return known.since <= m_front && m_front < Seq{known.since.value + m_pageSeqs};
    });
}

std::optional<RangePlan::Ask> RangePlan::next(int lanes)
{
    if (m_isComplete || underWay() >= std::max(1, lanes))
        return std::nullopt;
    if (!isFrontAsked())
        return ask(m_front);
    if (lanes < 2 || m_isSequential || !isLong())
        return std::nullopt;

    const std::vector<Place> all = places();
    // To read on where a page has ended costs nothing extra; a split costs what its two readers both get.
    for (const Place &place : all) {
        if (!place.isTaken && (!m_nothingAfter || place.since < *m_nothingAfter))
            return ask(place.since);
    }
    // A few probes look for the end all the time; more only where nothing else is left to ask for.
    const int mostProbes = std::max(kLeastProbes, std::min(m_pages, lanes / kProbeShare));
    std::optional<Seq> middle = longestSplit(all, probesUnderWay() < kLeastProbes);
    if (!middle)
        middle = longestSplit(all, probesUnderWay() < mostProbes);
    if (!middle)
        return std::nullopt;
    return ask(*middle);
}

std::optional<Seq> RangePlan::longestSplit(const std::vector<Place> &all, bool mayProbe) const
{
    const Place *longest = nullptr;
    std::optional<Seq> middle;
    for (const Place &place : all) {
        if (longest && lengthOf(place) <= lengthOf(*longest))
            continue;
        if (const std::optional<Seq> split = splitOf(place, mayProbe)) {
            longest = &place;
            middle = split;
        }
    }
    return middle;
}

/// From where on an answer brings something new: where it was asked for, or, when a page has ended a little beyond that
/// meanwhile, that page's end. Nothing when all that it brings has most likely been read.
std::optional<Seq> RangePlan::beginOf(const Ask &known) const
{
    for (const SeqRange &range : m_covered.ranges()) {
        if (!range.contains(known.since.next()))
            continue;
        const bool reachesBeyond = range.last.value - known.since.value < m_pageSeqs;
        return reachesBeyond ? std::optional(range.last) : std::nullopt;
    }
    return known.since;
}

/// The front, the ends of what has been read beyond it, and where something is being asked for; ascending.
std::vector<RangePlan::Place> RangePlan::places() const
{
    std::vector<Place> all;
    for (const Ask &known : m_underWay) {
        if (const std::optional<Seq> readFrom = beginOf(known); readFrom && *readFrom >= m_front)
            all.push_back({*readFrom, true});
    }
    for (const Seq deadEnd : m_deadEnds) {
        if (deadEnd >= m_front && !m_covered.contains(deadEnd.next()))
            all.push_back({deadEnd, true});
    }
    all.push_back({m_front, true});
    for (const SeqRange &range : m_covered.ranges()) {
        if (range.last > m_front)
            all.push_back({range.last, false});
    }
    std::ranges::sort(all, [](const Place &a, const Place &b) {
        return a.since == b.since ? a.isTaken > b.isTaken : a.since < b.since;
    });
    const auto same = std::ranges::unique(all, {}, &Place::since);
    all.erase(same.begin(), same.end());

    size_t next = 1;
    auto range = m_covered.ranges().begin();
    for (Place &place : all) {
        while (range != m_covered.ranges().end() && range->first <= place.since)
            ++range;
        if (next < all.size())
            place.upTo = all[next].since;
        if (range != m_covered.ranges().end())
            place.upTo = std::min(place.upTo.value_or(range->first), range->first.previous());
        ++next;
    }
    return all;
}

qint64 RangePlan::lengthOf(const Place &place) const
{
    const std::optional<Seq> upTo = place.upTo ? place.upTo : m_nothingAfter;
    return upTo ? upTo->value - place.since.value : std::numeric_limits<qint64>::max();
}

std::optional<Seq> RangePlan::splitOf(const Place &place, bool mayProbe) const
{
    if (m_nothingAfter && place.since >= *m_nothingAfter)
        return std::nullopt;
    std::optional<Seq> upTo = place.upTo;
    if (m_nothingAfter && (!upTo || *upTo > *m_nothingAfter))
        upTo = m_nothingAfter;
    Seq middle;
    if (upTo) {
        // Both parts get whole pages; the first one of the first part is on its way.
        const auto length = double(upTo->value - place.since.value);
        const double pages = std::ceil(length * (1 + kOverlap) / double(m_pageSeqs));
        if (pages < 2)
            return std::nullopt;
        middle = Seq{place.since.value + qint64(length * std::ceil(pages / 2) / pages)};
    } else {
        const qint64 known = std::max(place.since.value - m_start.value, m_pageSeqs);
        if (known > kMaxSafeInteger / (2 * kProbeGrowth))
            return std::nullopt;
        middle = Seq{m_start.value + known * kProbeGrowth};
    }
    if (middle > Seq{kMaxSafeInteger - 1} || (middle > m_reach && !mayProbe))
        return std::nullopt;
    return middle;
}

int RangePlan::probesUnderWay() const
{
    return int(
        std::ranges::count_if(m_underWay, [this](const Ask &a) { return a.since > m_reach; }));
}

RangePlan::Ask RangePlan::ask(Seq since)
{
    const Ask made{++m_lastId, since, since == m_front, since > m_reach};
    m_underWay.push_back(made);
    return made;
}

} // namespace Gapline
