// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/gap.h"

#include <span>
#include <vector>

namespace Gapline {

/// Which rows are gaps, where every event and every gap of a stream has its row: then the rest can be counted, and a row costs
/// a fifth of a byte. Immutable once made; any thread.
class RowKinds
{
public:
    RowKinds() = default;
    /// A row for each event and each gap, in the order of their seqs; both ascend, and no gap holds an event.
    RowKinds(std::span<const qint64> eventSeqs, std::span<const Gap> gaps);

    [[nodiscard]] quint32 count() const { return m_count; }
    [[nodiscard]] bool isGap(quint32 row) const
    {
        return (m_words[row / kBits].gaps >> (row % kBits) & 1) != 0;
    }
    /// How many of the rows before this one are gaps.
    [[nodiscard]] quint32 gapsBefore(quint32 row) const;

private:
    static constexpr quint32 kBits = 64;

    struct Word
    {
        quint64 gaps = 0; ///< Lowest bit: the first row.
        quint32 before = 0; ///< Gaps before its first row.
    };

    std::vector<Word> m_words;
    quint32 m_count = 0;
};

} // namespace Gapline
