// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stream/rowkinds.h"

#include <bit>

namespace Gapline {

quint32 RowKinds::gapsBefore(quint32 row) const
{
    const Word &word = m_words[row / kBits];
    const quint64 below = (quint64(1) << (row % kBits)) - 1;
    return word.before + quint32(std::popcount(word.gaps & below));
}

void RowKinds::append(bool isGap)
{
    if (m_count % kBits == 0)
        m_words.push_back({0, m_gaps});
    m_words.back().gaps |= quint64(isGap) << (m_count % kBits);
    ++m_count;
    m_gaps += isGap ? 1 : 0;
}

} // namespace Gapline
