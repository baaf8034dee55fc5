// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/ratelimiter.h"

#include <algorithm>
#include <cmath>

namespace Gapline {
namespace {

using namespace std::chrono_literals;

/// The rate grows by this part with each good answer: from 2/s to 50/s within about 70 answers.
constexpr double kGrowth = 0.05;
/// The same near a rate that was too much before: it is felt for, not run into.
constexpr double kCarefulGrowth = 0.01;
constexpr double kNear = 0.8;
/// What an unlimited connection falls to at its first rate-limit answer.
constexpr double kFirstLimit = 16.0;
/// How much one answer moves the mean answer time.
constexpr double kMeanWeight = 0.2;
constexpr std::chrono::milliseconds kLimitingFor = 30s;
/// Answers that come as quickly as they can be read: so few at once keep this side busy, and more would only lie in
/// memory until it is their turn.
constexpr double kQuickSeconds = 0.02;
constexpr int kEnoughWhenQuick = 6;

} // namespace

RateLimiter::RateLimiter(const Clock &clock, const RateLimits &limits)
    : m_clock(clock)
    , m_limits(limits)
    , m_perSecond(limits.start)
    , m_tokens(limits.burst)
    , m_filledAt(clock.monotonic())
    , m_pausedUntil(clock.monotonic())
    , m_atOnce(limits.atOnce)
{ }

double RateLimiter::tokensNow() const
{
    const std::chrono::duration<double> passed = m_clock.monotonic() - m_filledAt;
    return std::min(m_limits.burst, m_tokens + passed.count() * m_perSecond.value_or(0));
}

RateLimiter::Milliseconds RateLimiter::wait() const
{
    const Milliseconds pause = std::max(m_pausedUntil - m_clock.monotonic(), 0ms);
    if (!m_perSecond)
        return pause;
    const double lacking = 1.0 - tokensNow();
    if (lacking <= 0)
        return pause;
    return std::max(pause, Milliseconds(qint64(std::ceil(lacking / *m_perSecond * 1000.0))));
}

void RateLimiter::take()
{
    m_tokens = tokensNow() - 1.0;
    m_filledAt = m_clock.monotonic();
}

void RateLimiter::answered(Milliseconds took)
{
    const double seconds = std::chrono::duration<double>(took).count();
    m_answerSeconds += (seconds - m_answerSeconds) * (m_answerSeconds > 0 ? kMeanWeight : 1.0);
    if (m_atOnce < m_limits.atOnce && ++m_goodInRow >= m_atOnce) {
        ++m_atOnce;
        m_goodInRow = 0;
    }
    if (!m_perSecond)
        return;
    m_tokens = tokensNow();
    m_filledAt = m_clock.monotonic();
    const bool isNear = m_tooMuch && *m_perSecond > *m_tooMuch * kNear;
    m_perSecond =
        std::min(m_limits.most, *m_perSecond * (1.0 + (isNear ? kCarefulGrowth : kGrowth)));
}

void RateLimiter::limited(std::optional<Milliseconds> retryAfter,
                          std::optional<Milliseconds> sentAt)
{
    const Milliseconds now = m_clock.monotonic();
    if (retryAfter)
        m_pausedUntil = std::max(m_pausedUntil, now + *retryAfter);
    m_limitedAt = now;
    if (sentAt && m_halvedAt && *sentAt < *m_halvedAt)
        return;
    m_halvedAt = now;
    m_tokens = 0;
    m_filledAt = now;
    m_tooMuch = m_perSecond;
    m_perSecond = std::max(m_limits.least, m_perSecond ? *m_perSecond / 2 : kFirstLimit);
    m_atOnce = std::max(1, m_atOnce / 2);
    m_goodInRow = 0;
}

void RateLimiter::endPause()
{
    m_pausedUntil = m_clock.monotonic();
    m_tokens = std::max(tokensNow(), 1.0);
    m_filledAt = m_clock.monotonic();
}

int RateLimiter::sustained() const
{
    if (!m_perSecond) {
        const bool isQuick = m_answerSeconds > 0 && m_answerSeconds < kQuickSeconds;
        return isQuick ? std::min(m_atOnce, kEnoughWhenQuick) : m_atOnce;
    }
    return std::min(m_atOnce, int(*m_perSecond * m_answerSeconds));
}

bool RateLimiter::isLimiting() const
{
    return m_limitedAt && m_clock.monotonic() - *m_limitedAt < kLimitingFor;
}

} // namespace Gapline
