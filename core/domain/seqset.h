// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/ids.h"

#include <initializer_list>
#include <vector>

namespace Gapline {

/// A set of seqs as ascending, disjoint, non-adjacent ranges. Coverage (which seqs have been scanned) is one
/// of these. Value type; cost grows with the number of ranges, never with the number of seqs.
class SeqSet
{
public:
    SeqSet() = default;
    SeqSet(std::initializer_list<SeqRange> ranges);

    void add(SeqRange range);
    void unite(const SeqSet &other);
    [[nodiscard]] bool isEmpty() const { return m_ranges.empty(); }
    [[nodiscard]] bool contains(Seq seq) const;
    [[nodiscard]] bool contains(SeqRange range) const;
    [[nodiscard]] qint64 count() const;
    [[nodiscard]] const std::vector<SeqRange> &ranges() const { return m_ranges; }
    /// The last seq of the run that begins at seq 1; Seq{0} when seq 1 is not in the set.
    /// This is the sinceSeq from which a sync resumes.
    [[nodiscard]] Seq contiguousEnd() const;
    [[nodiscard]] Seq last() const; ///< Seq{0} when empty.
    /// The parts of range that are in the set, ascending.
    [[nodiscard]] std::vector<SeqRange> within(SeqRange range) const;
    /// The parts of range that are not in the set, ascending.
    [[nodiscard]] std::vector<SeqRange> missingWithin(SeqRange range) const;

    friend bool operator==(const SeqSet &, const SeqSet &) = default;

private:
    std::vector<SeqRange> m_ranges;
};

} // namespace Gapline

Q_DECLARE_METATYPE(Gapline::SeqSet)
