// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/ratelimiter.h"

#include <algorithm>
#include <cmath>

namespace Gapline {
namespace {

/// The rate grows by this part with each good answer: from 2/s to 50/s within about 70 answers.
constexpr double kGrowth = 0.05;
/// What an unlimited connection falls to at its first rate-limit answer.
constexpr double kFirstLimit = 16.0;

} // namespace

RateLimiter::RateLimiter(const Clock &clock, const RateLimits &limits)
    : m_clock(clock)
    , m_limits(limits)
    , m_perSecond(limits.start)
    , m_tokens(limits.burst)
    , m_filledAt(clock.monotonic())
    , m_pausedUntil(clock.monotonic())
{ }

double RateLimiter::tokensNow() const
{
    const std::chrono::duration<double> passed = m_clock.monotonic() - m_filledAt;
    return std::min(m_limits.burst, m_tokens + passed.count() * m_perSecond.value_or(0));
}

std::chrono::milliseconds RateLimiter::wait() const
{
    using std::chrono::milliseconds;
    const milliseconds pause = std::max(m_pausedUntil - m_clock.monotonic(), milliseconds(0));
    if (!m_perSecond)
        return pause;
    const double lacking = 1.0 - tokensNow();
    if (lacking <= 0)
        return pause;
    return std::max(pause, milliseconds(qint64(std::ceil(lacking / *m_perSecond * 1000.0))));
}

void RateLimiter::take()
{
    m_tokens = tokensNow() - 1.0;
    m_filledAt = m_clock.monotonic();
}

void RateLimiter::answered()
{
    if (!m_perSecond)
        return;
    m_tokens = tokensNow();
    m_filledAt = m_clock.monotonic();
    m_perSecond = std::min(m_limits.most, *m_perSecond * (1.0 + kGrowth));
}

void RateLimiter::limited(std::optional<std::chrono::milliseconds> retryAfter)
{
    m_tokens = 0;
    m_filledAt = m_clock.monotonic();
    m_perSecond = m_perSecond ? std::max(m_limits.least, *m_perSecond / 2) : kFirstLimit;
    if (retryAfter)
        m_pausedUntil = std::max(m_pausedUntil, m_clock.monotonic() + *retryAfter);
}

} // namespace Gapline
