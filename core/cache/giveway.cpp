// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/giveway.h"

#ifdef __linux__
#    include <sys/resource.h>
#    include <unistd.h>
#endif

namespace Gapline {

void giveWay()
{
#ifdef __linux__
    // A tenth of the weight: what waits for a window goes first, and what stores still gets on.
    constexpr int kNice = 10;
    thread_local bool hasGivenWay = false;
    if (hasGivenWay)
        return;
    hasGivenWay = true;
    ::setpriority(PRIO_PROCESS, id_t(::gettid()), kNice);
#endif
}

} // namespace Gapline
