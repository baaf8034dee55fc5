// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stream/eventstream.h"
#include "core/timeline/timelinescale.h"

#include <span>
#include <vector>

namespace Gapline {

/// First position at or after `from` whose value is not below `value`, looking near `from` first: pixel columns
/// ask for ascending values, so the answer is rarely far.
template<typename T>
[[nodiscard]] size_t gallop(std::span<const T> values, size_t from, T value)
{
    size_t low = from;
    size_t step = 1;
    size_t high = from;
    while (high < values.size() && values[high] < value) {
        low = high + 1;
        high += step;
        step *= 2;
    }
    high = std::min(high, values.size());
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (values[middle] < value)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/// The device pixels of a scale as a partition of its seqs: a seq belongs to the column in which the centre of
/// its cell lies. Columns are numbered from 0 at the left edge; `margin` logical pixels on both sides are
/// included for marks that stand partly inside.
class PixelColumns
{
public:
    PixelColumns(const EventStream &stream,
                 const TimelineScale &scale,
                 double devicePixelRatio,
                 double margin = 0);

    [[nodiscard]] qint32 firstColumn() const { return m_firstColumn; }
    [[nodiscard]] qint32 count() const { return qint32(m_events.size()) - 1; }
    /// By position: seqs [seqs[i], seqs[i + 1]) and events [events[i], events[i + 1]) are in column
    /// firstColumn() + i. Both have count() + 1 entries, and lie within the known stream.
    [[nodiscard]] std::span<const qint64> seqs() const { return m_seqs; }
    [[nodiscard]] std::span<const quint32> events() const { return m_events; }

private:
    qint32 m_firstColumn = 0;
    std::vector<qint64> m_seqs;
    std::vector<quint32> m_events;
};

} // namespace Gapline
