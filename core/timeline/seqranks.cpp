// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/seqranks.h"

namespace Gapline {

SeqRanks::SeqRanks(std::span<const qint64> seqs)
{
    constexpr auto kMostSeqs = kMostBytes * qint64(kBits / sizeof(Word));
    if (seqs.empty() || seqs.back() / kMostSeqs > qint64(seqs.size()))
        return;
    m_words.resize(size_t(seqs.back()) / kBits + 2);
    for (const qint64 seq : seqs)
        m_words[quint64(seq) / kBits].bits |= quint64(1) << (quint64(seq) % kBits);
    quint32 before = 0;
    for (Word &word : m_words) {
        word.before = before;
        before += quint32(std::popcount(word.bits));
    }
}

} // namespace Gapline
