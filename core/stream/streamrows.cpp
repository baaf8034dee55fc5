// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stream/streamrows.h"

#include "core/stream/gapfinder.h"

#include <algorithm>
#include <numeric>
#include <span>

namespace Gapline {
namespace {

constexpr quint32 kGapBit = 0x80000000U;

SeqRange clipOf(const EventFilter &filter)
{
    return {filter.sinceSeq ? filter.sinceSeq->next() : Seq{1},
            filter.untilSeq.value_or(Seq{kMaxSafeInteger})};
}

bool isUnclipped(SeqRange clip)
{
    return clip.first == Seq{1} && clip.last == Seq{kMaxSafeInteger};
}

const GapsPtr &noGaps()
{
    static const GapsPtr kNone = std::make_shared<const std::vector<Gap>>();
    return kNone;
}

GapsPtr gapsFor(const EventStream &stream, GapRows gapRows)
{
    return gapRows == GapRows::None ? noGaps()
                                    : std::make_shared<const std::vector<Gap>>(findGaps(stream));
}

} // namespace

StreamRows::StreamRows()
    : m_gaps(noGaps())
{ }

StreamRows::StreamRows(EventStreamPtr stream,
                       const EventIndexes &indexes,
                       const EventFilter &filter,
                       GapRows gapRows)
    : StreamRows(stream, gapsFor(*stream, gapRows), indexes, filter, gapRows)
{ }

StreamRows::StreamRows(EventStreamPtr stream, GapRows gapRows)
    : StreamRows(stream, gapsFor(*stream, gapRows), gapRows)
{ }

StreamRows::StreamRows(EventStreamPtr stream, const GapsPtr &gapsOfStream, GapRows gapRows)
    : m_stream(std::move(stream))
    , m_gaps(gapRows == GapRows::None ? noGaps() : gapsOfStream)
    , m_whole(m_stream->seqs(), *m_gaps)
    , m_eventCount(m_stream->count())
{ }

StreamRows::StreamRows(EventStreamPtr stream,
                       const GapsPtr &gapsOfStream,
                       const EventIndexes &indexes,
                       const EventFilter &filter,
                       GapRows gapRows)
    : m_stream(std::move(stream))
    , m_gaps(noGaps())
    , m_eventCount(qsizetype(indexes.size()))
{
    const std::vector<Gap> &gaps = gapRows == GapRows::None ? *noGaps() : *gapsOfStream;
    const bool isEveryEvent = m_eventCount == m_stream->count();
    const bool wantsAll = gapRows == GapRows::All || isEveryEvent;
    const SeqRange clip = clipOf(filter);
    if (wantsAll && isUnclipped(clip) && !gaps.empty())
        m_gaps = gapsOfStream;
    if (isEveryEvent && isUnclipped(clip)) {
        m_whole = RowKinds(m_stream->seqs(), gaps);
        return;
    }
    m_rows.reserve(indexes.size()
                   + std::min(gaps.size(), wantsAll ? gaps.size() : 2 * indexes.size()));
    const auto takeEvent = [this](quint32 index) { m_rows.push_back(index); };
    if (wantsAll && isUnclipped(clip)) {
        merge(gaps, indexes, true, takeEvent, [this](size_t gap) {
            m_rows.push_back(kGapBit | quint32(gap));
        });
        return;
    }
    std::vector<Gap> shownGaps;
    merge(gaps, indexes, wantsAll, takeEvent, [&](size_t gap) {
        const SeqRange shown{std::max(gaps[gap].range.first, clip.first),
                             std::min(gaps[gap].range.last, clip.last)};
        if (shown.first > shown.last)
            return;
        m_rows.push_back(kGapBit | quint32(shownGaps.size()));
        shownGaps.push_back({shown, gaps[gap].kind, gaps[gap].place});
    });
    shownGaps.shrink_to_fit();
    m_gaps = std::make_shared<const std::vector<Gap>>(std::move(shownGaps));
}

template<typename TakeEvent, typename TakeGap>
void StreamRows::merge(const std::vector<Gap> &gaps,
                       const EventIndexes &indexes,
                       bool wantsAll,
                       TakeEvent takeEvent,
                       TakeGap takeGap)
{
    // An event is adjacent to all gaps up to the next event, shown or not: gaps of two kinds may touch.
    size_t nextGap = 0;
    Seq reach{0};
    const std::span<const qint64> seqs = m_stream->seqs();
    for (const quint32 index : indexes) {
        const qint64 seq = seqs[index];
        const qint64 previous = index > 0 ? seqs[index - 1] : 0;
        for (; nextGap < gaps.size() && gaps[nextGap].range.last.value < seq; ++nextGap) {
            const Seq first = gaps[nextGap].range.first;
            if (wantsAll || first < reach || first.value > previous)
                takeGap(nextGap);
        }
        takeEvent(index);
        reach = index + 1 < seqs.size() ? Seq{seqs[index + 1]} : Seq{kMaxSafeInteger + 1};
    }
    for (; nextGap < gaps.size() && (wantsAll || gaps[nextGap].range.first < reach); ++nextGap)
        takeGap(nextGap);
}

StreamRows::Row StreamRows::at(qsizetype row) const
{
    if (isWhole()) {
        if (m_gaps->empty())
            return {false, quint32(row)};
        const quint32 gaps = m_whole.gapsBefore(quint32(row));
        const bool isGap = m_whole.isGap(quint32(row));
        return {isGap, isGap ? gaps : quint32(row) - gaps};
    }
    const quint32 packed = m_rows[size_t(row)];
    return {(packed & kGapBit) != 0, packed & ~kGapBit};
}

EventIndexes StreamRows::eventIndexes() const
{
    if (isWhole()) {
        EventIndexes all(static_cast<size_t>(m_eventCount));
        std::iota(all.begin(), all.end(), 0U);
        return all;
    }
    // Written first and counted after: where the gaps are is as good as random, and a branch would guess.
    EventIndexes events(size_t(m_eventCount) + 1);
    size_t count = 0;
    for (const quint32 row : m_rows) {
        events[count] = row;
        count += (row & kGapBit) == 0 ? 1 : 0;
    }
    events.pop_back();
    return events;
}

SeqRange StreamRows::seqsAt(qsizetype row) const
{
    const Row at = this->at(row);
    if (at.isGap)
        return (*m_gaps)[at.index].range;
    const Seq seq = m_stream->seqAt(at.index);
    return {seq, seq};
}

std::optional<qsizetype> StreamRows::rowAtOrAfter(Seq seq) const
{
    qsizetype low = 0;
    qsizetype high = count();
    while (low < high) {
        const qsizetype middle = low + (high - low) / 2;
        if (seqsAt(middle).last < seq)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == count())
        return std::nullopt;
    return low;
}

std::optional<qsizetype> StreamRows::rowOf(Seq seq) const
{
    const std::optional<qsizetype> row = rowAtOrAfter(seq);
    return row && seqsAt(*row).contains(seq) ? row : std::nullopt;
}

} // namespace Gapline
