// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stream/streamrows.h"

#include "core/stream/gapfinder.h"

#include <algorithm>

namespace Gapline {
namespace {

constexpr quint32 kGapBit = 0x80000000U;

std::vector<Gap> clippedGaps(const EventStream &stream, const EventFilter &filter)
{
    std::vector<Gap> gaps = findGaps(stream);
    const Seq first = filter.sinceSeq ? filter.sinceSeq->next() : Seq{1};
    const Seq last = filter.untilSeq.value_or(Seq{kMaxSafeInteger});
    std::erase_if(gaps, [first, last](Gap &gap) {
        if (gap.range.last < first || gap.range.first > last)
            return true;
        gap.range.first = std::max(gap.range.first, first);
        gap.range.last = std::min(gap.range.last, last);
        return false;
    });
    return gaps;
}

} // namespace

StreamRows::StreamRows(EventStreamPtr stream,
                       const EventIndexes &indexes,
                       const EventFilter &filter,
                       GapRows gapRows)
    : m_stream(std::move(stream))
    , m_eventCount(qsizetype(indexes.size()))
{
    std::vector<Gap> gaps;
    if (gapRows != GapRows::None)
        gaps = clippedGaps(*m_stream, filter);
    m_rows.reserve(indexes.size() + gaps.size());

    // Two gaps of different kinds may touch each other; "adjacent" reaches over the whole run between events.
    size_t nextGap = 0;
    bool previousShown = false;
    const auto takeGapsBefore = [&](Seq seq, bool seqShown) {
        const size_t begin = nextGap;
        while (nextGap < gaps.size() && gaps[nextGap].range.last < seq)
            ++nextGap;
        for (size_t i = begin; i < nextGap; ++i) {
            const bool isWanted = gapRows == GapRows::All || seqShown || previousShown;
            if (!isWanted)
                continue;
            m_rows.push_back(kGapBit | quint32(m_gaps.size()));
            m_gaps.push_back(gaps[i]);
        }
    };

    const EventStream &events = *m_stream;
    if (gapRows == GapRows::Adjacent && m_eventCount < events.count()) {
        // Hidden events separate gaps, so walk all events.
        size_t nextShown = 0;
        for (qsizetype i = 0; i < events.count(); ++i) {
            const bool isShown = nextShown < indexes.size() && indexes[nextShown] == quint32(i);
            takeGapsBefore(events.seqAt(i), isShown);
            if (isShown) {
                m_rows.push_back(quint32(i));
                ++nextShown;
            }
            previousShown = isShown;
        }
    } else {
        for (const quint32 index : indexes) {
            takeGapsBefore(events.seqAt(index), true);
            m_rows.push_back(index);
            previousShown = true;
        }
        previousShown = previousShown || indexes.empty();
    }
    takeGapsBefore(Seq{kMaxSafeInteger + 1}, false);
}

StreamRows::Row StreamRows::at(qsizetype row) const
{
    const quint32 packed = m_rows[size_t(row)];
    return {(packed & kGapBit) != 0, packed & ~kGapBit};
}

SeqRange StreamRows::seqsAt(qsizetype row) const
{
    const Row at = this->at(row);
    if (at.isGap)
        return m_gaps[at.index].range;
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
