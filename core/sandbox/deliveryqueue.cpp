// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/deliveryqueue.h"

#include "core/sandbox/history.h"
#include "core/sandbox/scenario.h"

#include <algorithm>
#include <tuple>

namespace Gapline {
namespace {

/// Later than anything that a scenario holds.
constexpr qint64 kEver = kMaxSafeInteger;

bool isLater(const DeliveryAttempt &a, const DeliveryAttempt &b)
{
    return std::tuple(a.start, a.execution, a.seq) > std::tuple(b.start, b.execution, b.seq);
}

} // namespace

DeliveryQueue::DeliveryQueue(const Scenario &scenario,
                             const DeliverySimulation &deliveries,
                             EpochMs from)
    : m_from(from)
{
    const std::vector<ExecutionId> executions = scenario.executions();
    for (quint32 i = 0; i < executions.size(); ++i) {
        const History &history = scenario.history(executions[i].text().toUtf8());
        m_histories.push_back(&history);
        if (deliveries.isSubscribed(i))
            pushEvent(i, history.externalUpTo(history.lastSeq(toEpochMs(from))) + 1);
    }
    for (const DeliveryAttempt &attempt : deliveries.underWay(from))
        push(attempt);
}

std::optional<EpochMs> DeliveryQueue::nextStart() const
{
    return m_attempts.empty() ? std::nullopt : std::optional(m_attempts.front().start);
}

std::vector<DeliveryAttempt> DeliveryQueue::takeDue(EpochMs now, int most)
{
    std::vector<DeliveryAttempt> due;
    while (!m_attempts.empty() && m_attempts.front().start <= now && int(due.size()) < most) {
        std::ranges::pop_heap(m_attempts, isLater);
        const DeliveryAttempt attempt = m_attempts.back();
        m_attempts.pop_back();
        due.push_back(attempt);
        // Only the next event of an execution waits in the queue.
        if (attempt.number == 0 && attempt.start > m_from) {
            const History &history = *m_histories[attempt.execution];
            pushEvent(attempt.execution, history.externalUpTo(attempt.seq) + 1);
        }
    }
    return due;
}

void DeliveryQueue::addRetry(const DeliveryAttempt &failed, EpochMs at)
{
    if (const auto delay = DeliverySimulation::delayAfter(failed.number))
        push({at + *delay, failed.execution, failed.seq, failed.number + 1});
}

void DeliveryQueue::push(const DeliveryAttempt &attempt)
{
    m_attempts.push_back(attempt);
    std::ranges::push_heap(m_attempts, isLater);
}

void DeliveryQueue::pushEvent(quint32 execution, qint64 external)
{
    const History &history = *m_histories[execution];
    if (external > history.externalUpTo(history.lastSeq(kEver)))
        return;
    const Seq seq = history.externalAt(external);
    push({fromEpochMs(history.timeAt(seq)), execution, seq, 0});
}

} // namespace Gapline
