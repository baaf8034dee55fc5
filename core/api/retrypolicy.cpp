// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/retrypolicy.h"

#include <algorithm>
#include <cmath>

namespace Gapline {

std::optional<std::chrono::milliseconds> waitBeforeRetry(const RetryLimits &limits,
                                                         const Error &error,
                                                         int retry,
                                                         std::chrono::milliseconds spent,
                                                         double random)
{
    using std::chrono::milliseconds;
    if (!error.kind().isRetried || retry > limits.retries)
        return std::nullopt;
    const double doubled = double(limits.first.count()) * std::exp2(std::min(retry - 1, 30));
    const double capped = std::min(doubled, double(limits.longest.count()));
    // Half of the wait is certain, half is chance: clients that failed together come back apart.
    milliseconds wait(qint64(capped * (0.5 + 0.5 * random)));
    if (error.retryAfter)
        wait = std::max(wait, *error.retryAfter);
    if (spent + wait >= limits.total)
        return std::nullopt;
    return wait;
}

std::chrono::milliseconds timeForTry(const RetryLimits &limits, std::chrono::milliseconds spent)
{
    return std::max(limits.total - spent, limits.leastTry);
}

} // namespace Gapline
