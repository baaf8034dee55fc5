// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <span>

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

} // namespace Gapline
