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
    /// All waits of one request together; a wait that would exceed it ends the request instead.
    std::chrono::milliseconds total{60000};
};

/// The wait before retry number `retry` (1, 2, ...) of a request that failed with `error` after having waited
/// `waited` in all: doubling from limits.first, with jitter, and no shorter than the server's Retry-After. Nothing
/// when it is to be given up. `random` lies in [0, 1). Pure.
[[nodiscard]] std::optional<std::chrono::milliseconds>
waitBeforeRetry(const RetryLimits &limits,
                const Error &error,
                int retry,
                std::chrono::milliseconds waited,
                double random);

} // namespace Gapline
