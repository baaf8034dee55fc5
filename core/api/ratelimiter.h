// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <optional>

namespace Gapline {

/// Requests per second and at once, and how they adapt.
struct RateLimits
{
    std::optional<double> start = 2.0; ///< Absent: unlimited until the server limits.
    double most = 50.0;
    double least = 0.1;
    double burst = 2.0;
    int atOnce = 6; ///< Under way at the same time, at most.
};

/// A token bucket that learns, and the number of requests at once beside it: both grow with good answers and halve
/// when the server limits. Decides only; the caller waits. Thread: the owner's.
class RateLimiter
{
public:
    using Milliseconds = std::chrono::milliseconds;

    /// `clock` must outlive it.
    RateLimiter(const Clock &clock, const RateLimits &limits);

    /// How long until a request may start; zero: now.
    [[nodiscard]] Milliseconds wait() const;
    /// A request starts. Only when wait() is zero.
    void take();
    /// A good answer, which took `took`.
    void answered(Milliseconds took = {});
    /// RESOURCE_EXHAUSTED or 429: nothing starts before `retryAfter` has passed. `sentAt` (monotonic) is when the
    /// request was sent: requests of before the last limit were too many by the old rate and say nothing of the new.
    void limited(std::optional<Milliseconds> retryAfter, std::optional<Milliseconds> sentAt = {});

    /// The user wants the next request now: a pause that the server asked for ends, its rate stays.
    void endPause();

    [[nodiscard]] bool isUnlimited() const { return !m_perSecond; }
    /// Nothing when unlimited.
    [[nodiscard]] std::optional<double> perSecond() const { return m_perSecond; }
    /// How many requests may be under way at the same time.
    [[nodiscard]] int atOnce() const { return m_atOnce; }
    /// How many of them the rate keeps busy: more would only wait for a token.
    [[nodiscard]] int sustained() const;
    /// The server has limited within the last half minute.
    [[nodiscard]] bool isLimiting() const;

private:
    [[nodiscard]] double tokensNow() const;

    const Clock &m_clock;
    RateLimits m_limits;
    std::optional<double> m_perSecond;
    double m_tokens;
    Milliseconds m_filledAt;
    Milliseconds m_pausedUntil;
    std::optional<Milliseconds> m_limitedAt;
    std::optional<Milliseconds> m_halvedAt;
    std::optional<double> m_tooMuch; ///< The rate at which the server limited last.
    double m_answerSeconds = 0; ///< Moving mean.
    int m_atOnce;
    int m_goodInRow = 0;
};

} // namespace Gapline
