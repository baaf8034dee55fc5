// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <chrono>
#include <optional>

namespace Gapline {

/// How often and how long a request is tried again.
struct RetryLimits
{
    int retries = 6;
    std::chrono::milliseconds first{500};
    std::chrono::milliseconds longest{16000};
    /// All tries of one request and the waits between them: none begins after it. The first try has the deadlines of
    /// trust.md, whatever this says.
    std::chrono::milliseconds total{60000};
    /// A try that begins late is given so long for an answer to begin; with less it would be made in vain.
    std::chrono::milliseconds leastTry{2000};
};

/// The wait before retry number `retry` (1, 2, ...) of a request that failed with `error` and has taken `spent` so far,
/// its tries and the waits before them: doubling from limits.first, with jitter, and no shorter than the server's
/// Retry-After. Nothing when it is to be given up. `random` lies in [0, 1). Pure.
[[nodiscard]] std::optional<std::chrono::milliseconds>
waitBeforeRetry(const RetryLimits &limits,
                const Error &error,
                int retry,
                std::chrono::milliseconds spent,
                double random);

/// How long a try may wait for its answer to begin when the request has taken `spent` so far. An answer that has begun is
/// read on by its own deadlines: it is no silence, and to break it off would never let a slow line through. Pure.
[[nodiscard]] std::chrono::milliseconds timeForTry(const RetryLimits &limits,
                                                   std::chrono::milliseconds spent);

} // namespace Gapline
