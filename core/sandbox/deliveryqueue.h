// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/deliverysimulation.h"

#include <optional>
#include <vector>

namespace Gapline {

class History;

/// Which webhook the engine attempts next, from one moment on: new events as they happen, and retries of those that
/// failed, the ones under way at that moment included. Pure: whoever takes an attempt makes it and says how it went.
class DeliveryQueue
{
public:
    /// Both must outlive the queue.
    DeliveryQueue(const Scenario &scenario, const DeliverySimulation &deliveries, EpochMs from);

    /// When the next attempt is due; nothing when no event is left to happen and no retry waits.
    [[nodiscard]] std::optional<EpochMs> nextStart() const;
    /// At most `most` of the attempts that are due by `now`, earliest first. Each is given once.
    [[nodiscard]] std::vector<DeliveryAttempt> takeDue(EpochMs now, int most);
    /// The attempt failed at `at`: the next one follows, unless it was the last.
    void addRetry(const DeliveryAttempt &failed, EpochMs at);

private:
    void push(const DeliveryAttempt &attempt);
    void pushEvent(quint32 execution, qint64 external);

    EpochMs m_from;
    std::vector<const History *> m_histories; ///< By execution.
    std::vector<DeliveryAttempt> m_attempts; ///< A heap, earliest on top.
};

} // namespace Gapline
