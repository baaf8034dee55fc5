// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <vector>

namespace Gapline {

/// Turns counts per lane into the positions where each lane begins, with the total at the end.
[[nodiscard]] inline std::vector<quint32> laneBegins(std::vector<quint32> counts)
{
    quint32 sum = 0;
    for (quint32 &count : counts) {
        const quint32 begin = sum;
        sum += count;
        count = begin;
    }
    counts.push_back(sum);
    return counts;
}

/// How many blocks of `size` it takes to hold `count`.
[[nodiscard]] inline size_t laneBlocksFor(size_t count, size_t size)
{
    return (count + size - 1) / size;
}

} // namespace Gapline
