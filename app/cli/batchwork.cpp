// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/batchwork.h"

#ifdef __linux__
#    include <sched.h>
#endif

namespace Gapline {

void workInBatch()
{
#if defined(__linux__) && defined(SCHED_BATCH)
    // One that is not allowed works as before. What somebody has chosen for the process stands.
    constexpr int kThisThread = 0;
    const sched_param parameters{};
    if (::sched_getscheduler(kThisThread) == SCHED_OTHER)
        static_cast<void>(::sched_setscheduler(kThisThread, SCHED_BATCH, &parameters));
#endif
}

} // namespace Gapline
