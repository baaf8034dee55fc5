// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stream/rowkinds.h"

#include <bit>

namespace Gapline {

RowKinds::RowKinds(std::span<const qint64> eventSeqs, std::span<const Gap> gaps)
    : m_words((eventSeqs.size() + gaps.size()) / kBits + 1)
    , m_count(quint32(eventSeqs.size() + gaps.size()))
{
    quint32 row = 0;
    size_t next = 0;
    const auto takeGap = [&] {
        m_words[row / kBits].gaps |= quint64(1) << (row % kBits);
        ++row;
        ++next;
    };
    size_t event = 0;
    for (; event < eventSeqs.size() && next < gaps.size(); ++event) {
        // Without a branch: where the gaps are is as good as random.
        const auto isGap = quint32(gaps[next].range.last.value < eventSeqs[event]);
        m_words[row / kBits].gaps |= quint64(isGap) << (row % kBits);
        row += isGap;
        next += isGap;
        // More than one where a hole is scanned in part.
        while (next < gaps.size() && gaps[next].range.last.value < eventSeqs[event])
            takeGap();
        ++row;
    }
    row += quint32(eventSeqs.size() - event);
    while (next < gaps.size())
        takeGap();
    quint32 before = 0;
    for (Word &word : m_words) {
        word.before = before;
        before += quint32(std::popcount(word.gaps));
    }
}

quint32 RowKinds::gapsBefore(quint32 row) const
{
    const Word &word = m_words[row / kBits];
    const quint64 below = (quint64(1) << (row % kBits)) - 1;
    return word.before + quint32(std::popcount(word.gaps & below));
}

} // namespace Gapline
