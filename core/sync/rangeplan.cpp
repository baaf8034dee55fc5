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
constexpr double kProbeGrowth = 8;
/// Two probes reach ever further, one beyond the other; any more would rather divide what lies between them.
constexpr int kProbesFurtherOn = 2;
constexpr double kFirstRatio = kProbeGrowth + 1;
constexpr double kLaterRatio = 1.5;
/// Of the lanes, so many may go to places where perhaps nothing is.
constexpr int kProbeShare = 8;
constexpr int kLeastProbes = 2;
/// With so many lanes a request more costs little: a probe asks for so few events that its answer comes in the first
/// flight of a new connection, round trips before a whole page.
constexpr int kLanesForShortProbes = 16;
/// One, and one for so many of the pages that are known to be there, may be in vain.
constexpr qint64 kPagesPerProbe = 2;
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
    if (page.hasMore && !page.events.empty() && !ask.isShort) {
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
        ++m_vainProbes;
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

int RangePlan::foreseen(int lanes) const
{
    if (m_isComplete || m_isSequential)
        return 0;
    if (isLong())
        return lanes;
    return m_fullPages > 0 ? std::min(lanes, 1 + kLeastProbes) : 0;
}

/// By a request there, or by one from a little before that will most likely reach beyond it.
bool RangePlan::isFrontAsked() const
{
    return std::ranges::any_of(m_underWay, [this](const Ask &known) {
        return known.since <= m_front && m_front < Seq{known.since.value + seqsOf(known)};
    });
}

std::optional<RangePlan::Ask> RangePlan::next(int lanes)
{
    if (m_isComplete || underWay() >= std::max(1, lanes))
        return std::nullopt;
    if (!isFrontAsked())
        return ask(m_front, lanes);
    if (lanes < 2 || m_isSequential || !isLong())
        return std::nullopt;

    const std::vector<Place> all = places();
    const int probes = probesUnderWay();
    const int most = mostProbes(lanes);
    // With lanes enough, the end comes first: nothing can be asked for beyond what is known to be there.
    if (probes < std::min(most, lanes / kProbeShare)) {
        if (const std::optional<Seq> probe = widestProbe(all))
            return ask(*probe, lanes);
    }
    // To read on where a page has ended costs nothing extra; a split costs what its two readers both get.
    for (const Place &place : all) {
        if (!place.isTaken && (!m_nothingAfter || place.since < *m_nothingAfter))
            return ask(place.since, lanes);
    }
    if (probes < most) {
        if (const std::optional<Seq> probe = widestProbe(all))
            return ask(*probe, lanes);
    }
    if (const std::optional<Seq> middle = longestSplit(all))
        return ask(*middle, lanes);
    return std::nullopt;
}

/// More where more is known to gain, less where they have been in vain.
int RangePlan::mostProbes(int lanes) const
{
    const qint64 pages = (m_reach.value - m_start.value) / m_pageSeqs;
    const qint64 mayBeInVain = 1 + pages / kPagesPerProbe - m_vainProbes;
    return int(std::clamp<qint64>(mayBeInVain, 0, std::max(kLeastProbes, lanes / kProbeShare)));
}

/// Where to look for the end next: nothing is known about how far it is, so that distances count by their ratios.
std::optional<Seq> RangePlan::widestProbe(const std::vector<Place> &all) const
{
    const int probes = probesUnderWay();
    double widest = 1;
    std::optional<Seq> probe;
    for (const Place &place : all) {
        std::optional<Seq> upTo = place.upTo;
        if (m_nothingAfter && (!upTo || *upTo > *m_nothingAfter))
            upTo = m_nothingAfter;
        if (upTo && (*upTo <= m_reach || pagesBetween(place.since, *upTo) < 2))
            continue;
        const auto known = double(std::max(place.since.value - m_start.value, m_pageSeqs));
        double ratio = probes < kProbesFurtherOn ? kFirstRatio : kLaterRatio;
        double distance = known * kProbeGrowth;
        if (upTo) {
            ratio = double(upTo->value - m_start.value) / known;
            distance = known * std::sqrt(ratio);
        }
        const double at = double(m_start.value) + distance;
        const auto end = double(upTo ? upTo->value : kMaxSafeInteger - 1);
        const auto begin = double(std::max(place.since, m_reach).value);
        if (ratio > widest && at >= begin + 1 && at < end) {
            widest = ratio;
            probe = Seq{qint64(at)};
        }
    }
    return probe;
}

std::optional<Seq> RangePlan::longestSplit(const std::vector<Place> &all) const
{
    const Place *longest = nullptr;
    std::optional<Seq> middle;
    for (const Place &place : all) {
        if (longest && lengthOf(place) <= lengthOf(*longest))
            continue;
        if (const std::optional<Seq> split = splitOf(place)) {
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
        const bool reachesBeyond = range.last.value - known.since.value < seqsOf(known);
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

double RangePlan::pagesBetween(Seq since, Seq upTo) const
{
    return std::ceil(double(upTo.value - since.value) * (1 + kOverlap) / double(m_pageSeqs));
}

std::optional<Seq> RangePlan::splitOf(const Place &place) const
{
    std::optional<Seq> upTo = place.upTo;
    if (m_nothingAfter && (!upTo || *upTo > *m_nothingAfter))
        upTo = m_nothingAfter;
    if (!upTo || *upTo <= place.since)
        return std::nullopt;
    // Both parts get whole pages; the first one of the first part is on its way.
    const double pages = pagesBetween(place.since, *upTo);
    if (pages < 2)
        return std::nullopt;
    const auto length = double(upTo->value - place.since.value);
    const Seq middle{place.since.value + qint64(length * std::ceil(pages / 2) / pages)};
    return middle > m_reach ? std::nullopt : std::optional(middle);
}

int RangePlan::probesUnderWay() const
{
    return int(
        std::ranges::count_if(m_underWay, [this](const Ask &a) { return a.since > m_reach; }));
}

/// How many seqs its answer is likely to scan, at least.
qint64 RangePlan::seqsOf(const Ask &ask) const
{
    return ask.isShort ? 1 : m_pageSeqs;
}

RangePlan::Ask RangePlan::ask(Seq since, int lanes)
{
    const bool isProbe = since > m_reach;
    const Ask made{++m_lastId,
                   since,
                   since == m_front,
                   isProbe,
                   isProbe && m_limits.hasShortProbes && lanes >= kLanesForShortProbes};
    m_underWay.push_back(made);
    return made;
}

} // namespace Gapline
