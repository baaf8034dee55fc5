// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

namespace Gapline {

/// Tells the system that `bytes` from here on will all be written soon: where it can, it then gives them as large pages,
/// one interruption for 2 MiB instead of 512. Changes nothing else, and does nothing for less or where there are none.
void preferLargePages(void *begin, std::size_t bytes);

/// Room for `count` values, nearly all of which will be used.
template<typename T>
void reserveLarge(std::vector<T> &values, std::size_t count)
{
    values.reserve(count);
    preferLargePages(values.data(), values.capacity() * sizeof(T));
}

} // namespace Gapline
