// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <bit>
#include <span>
#include <vector>

namespace Gapline {

/// How many events lie before a seq, without a search: one bit for each seq, and before each 64 of them how many are
/// set. A quarter of a byte a seq; streams whose seqs lie so far apart that it would be more than kMostBytes an event
/// have none. Immutable once built.
class SeqRanks
{
public:
    static constexpr qint64 kMostBytes = 4;

    SeqRanks() = default;
    /// Of seqs that ascend, from 1 on.
    explicit SeqRanks(std::span<const qint64> seqs);

    [[nodiscard]] bool isEmpty() const { return m_words.empty(); }
    /// Any seq from 0 on; not while it isEmpty().
    [[nodiscard]] quint32 countBefore(qint64 seq) const
    {
        const auto bit = quint64(seq);
        const Word &word = m_words[std::min<quint64>(bit / kBits, m_words.size() - 1)];
        return word.before
            + quint32(std::popcount(word.bits & ((quint64(1) << (bit % kBits)) - 1)));
    }

private:
    static constexpr quint64 kBits = 64;
    struct Word
    {
        quint64 bits = 0;
        quint32 before = 0;
    };
    std::vector<Word> m_words; ///< And an empty one, for whatever lies behind the last.
};

} // namespace Gapline
