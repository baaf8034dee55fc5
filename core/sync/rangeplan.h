// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/page.h"
#include "core/domain/seqset.h"

#include <optional>
#include <vector>

namespace Gapline {

/// From when on a stream is long enough to be fetched as several ranges at once.
struct RangeLimits
{
    int afterPages = 2;
    qint64 afterEvents = 800;
    bool hasShortProbes = true; ///< Where lanes are many.
};

/// Which page of one execution to ask for next. `sinceSeq` is free (api-contract.md), so a long stream is read at
/// several places at once: probes ever further away find its end, ranges that lie between are split in the middle
/// while there are lanes to spare, and each place is read on until it meets what has been read already.
///
/// The outcome is that of one cursor loop. The *front* is where the loop would stand: the end of what has been scanned
/// without a hole. Only an answer that was asked for at the front may say that nothing follows. Whatever was asked
/// for beyond it proves no more than this: the seqs up to its last event, or up to its cursor when more follows, have
/// been scanned. An answer without events from beyond the front proves nothing at all: its place may lie beyond the
/// end, where events can still appear.
///
/// Pure; single-threaded.
class RangePlan
{
public:
    struct Ask
    {
        quint64 id = 0;
        Seq since;
        bool isAtFront = false; ///< Asked for as the cursor loop would have.
        bool isProbe = false; ///< Nothing is known to lie beyond `since`.
        bool isShort = false; ///< A few events will do: what counts is how soon the answer comes.
    };

    /// What an answer has scanned: what to store it as.
    struct Scan
    {
        bool isKept = false; ///< False: it proves nothing and is not to be stored.
        Seq nextCursor;
        bool hasMore = true;
    };

    /// Begins after `start`; what lies in `covered` beyond it is not asked for again.
    RangePlan(Seq start, const SeqSet &covered, const RangeLimits &limits = {});

    /// Nothing when as much as is useful, or `lanes` requests, are under way. With one lane, the cursor loop.
    [[nodiscard]] std::optional<Ask> next(int lanes);
    /// How many requests, of `lanes` at most, next() is likely to want at once before long; none while nothing tells.
    [[nodiscard]] int foreseen(int lanes) const;
    /// An answer that has passed the page rules.
    Scan take(const Ask &ask, const EventPage &page);
    /// No answer that can be used came. At the front it is asked for again; elsewhere it ends all speculation.
    void drop(const Ask &ask);

    /// An answer at the front has said that nothing follows.
    [[nodiscard]] bool isComplete() const { return m_isComplete; }
    /// The cursor of the loop.
    [[nodiscard]] Seq front() const { return m_front; }
    [[nodiscard]] qsizetype underWay() const { return qsizetype(m_underWay.size()); }
    /// The end was said to lie before events that are known, and said so again.
    [[nodiscard]] bool isContradicted() const { return m_isContradicted; }

private:
    /// A place from which a range is or could be read on, up to the next one.
    struct Place
    {
        Seq since;
        bool isTaken = false; ///< Being asked for, or found to lead nowhere.
        std::optional<Seq> upTo{}; ///< What is known to be read or asked for beyond it begins here.
    };

    Scan takeAtFront(const EventPage &page);
    Scan takeBeyond(const Ask &ask, const EventPage &page);
    void scanned(Seq since, Seq upTo);
    void reached(Seq seq);
    [[nodiscard]] bool isLong() const;
    [[nodiscard]] bool isFrontAsked() const;
    [[nodiscard]] std::optional<Seq> beginOf(const Ask &known) const;
    [[nodiscard]] std::vector<Place> places() const;
    [[nodiscard]] int mostProbes(int lanes) const;
    [[nodiscard]] std::optional<Seq> widestProbe(const std::vector<Place> &all) const;
    [[nodiscard]] std::optional<Seq> longestSplit(const std::vector<Place> &all) const;
    [[nodiscard]] std::optional<Seq> splitOf(const Place &place) const;
    [[nodiscard]] double pagesBetween(Seq since, Seq upTo) const;
    [[nodiscard]] qint64 lengthOf(const Place &place) const;
    [[nodiscard]] int probesUnderWay() const;
    [[nodiscard]] qint64 seqsOf(const Ask &ask) const;
    Ask ask(Seq since, int lanes);

    RangeLimits m_limits;
    SeqSet m_covered;
    std::vector<Ask> m_underWay;
    std::vector<Seq>
        m_deadEnds; ///< Asked beyond the front without finding an event, though more was to follow.
    Seq m_start;
    Seq m_front;
    Seq m_reach; ///< More is known to follow this seq, or it is an event's.
    std::optional<Seq> m_nothingAfter; ///< The lowest place beyond which nothing was found.
    quint64 m_lastId = 0;
    int m_pages = 0;
    qint64 m_events = 0;
    qint64 m_pageSeqs = 1; ///< How many seqs a page spans, on average.
    qint64 m_seqsRead = 0;
    int m_fullPages = 0;
    int m_vainProbes = 0; ///< Answers from beyond the front that brought no event.
    bool m_isSequential = false;
    bool m_isComplete = false;
    bool m_wasContradicted = false;
    bool m_isContradicted = false;
};

} // namespace Gapline
