// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stream/eventstream.h"
#include "core/timeline/timelinescale.h"

#include <algorithm>
#include <span>
#include <vector>

namespace Gapline {

/// First position at or after `from` whose value is not below `value`, looking around `guess` first: pixel columns
/// ask for ascending values at even distances, so that the answer is rarely far from where the last step leads,
/// and few cache lines are touched.
template<typename T>
[[nodiscard]] size_t gallop(std::span<const T> values, size_t from, T value, size_t guess)
{
    const size_t size = values.size();
    size_t at = std::clamp(guess, from, size);
    size_t low = from;
    size_t high = size;
    size_t step = 8;
    if (at < size && values[at] < value) {
        low = at + 1;
        while (low + step < size && values[low + step] < value) {
            low += step + 1;
            step *= 2;
        }
        high = std::min(low + step, size);
    } else {
        high = at;
        while (high >= from + step && !(values[high - step] < value)) {
            high -= step;
            step *= 2;
        }
        low = high >= from + step ? high - step : from;
    }
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
