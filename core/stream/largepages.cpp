// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stream/largepages.h"

#include <memory>
#include <sys/mman.h>

namespace Gapline {

void preferLargePages(void *begin, std::size_t bytes)
{
#ifdef MADV_HUGEPAGE
    constexpr std::size_t kLargePage = std::size_t(2) << 20;
    // Only whole ones: what lies around would be taken, too, and never be used.
    std::size_t space = bytes;
    void *const first = std::align(kLargePage, kLargePage, begin, space);
    if (first)
        static_cast<void>(::madvise(first, space / kLargePage * kLargePage, MADV_HUGEPAGE));
#else
    static_cast<void>(begin);
    static_cast<void>(bytes);
#endif
}

} // namespace Gapline
