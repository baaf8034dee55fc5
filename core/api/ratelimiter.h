// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <optional>

namespace Gapline {

/// Requests per second, and how they adapt.
struct RateLimits
{
    std::optional<double> start = 2.0; ///< Absent: unlimited until the server limits.
    double most = 50.0;
    double least = 0.1;
    double burst = 2.0;
};

/// A token bucket that learns: its rate grows with good answers and halves when the server limits. Decides only;
/// the caller waits. Thread: the owner's.
class RateLimiter
{
public:
    /// `clock` must outlive it.
    RateLimiter(const Clock &clock, const RateLimits &limits);

    /// How long until a request may start; zero: now.
    [[nodiscard]] std::chrono::milliseconds wait() const;
    /// A request starts. Only when wait() is zero.
    void take();
    void answered();
    /// RESOURCE_EXHAUSTED or 429: nothing starts before `retryAfter` has passed.
    void limited(std::optional<std::chrono::milliseconds> retryAfter);

    [[nodiscard]] bool isUnlimited() const { return !m_perSecond; }
    /// Nothing when unlimited.
    [[nodiscard]] std::optional<double> perSecond() const { return m_perSecond; }

private:
    [[nodiscard]] double tokensNow() const;

    const Clock &m_clock;
    RateLimits m_limits;
    std::optional<double> m_perSecond;
    double m_tokens;
    std::chrono::milliseconds m_filledAt;
    std::chrono::milliseconds m_pausedUntil;
};

} // namespace Gapline
