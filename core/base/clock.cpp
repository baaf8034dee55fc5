// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"

namespace Gapline {

using namespace std::chrono;

EpochMs SystemClock::now() const
{
    return time_point_cast<milliseconds>(system_clock::now());
}

milliseconds SystemClock::monotonic() const
{
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch());
}

} // namespace Gapline
