// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reconcile/reconciler.h"

#include <vector>

namespace Gapline {

/// One expected delivery on the receiver's clock.
struct TimedEvent
{
    EpochMs t;
    quint32 execution = 0; ///< Index in the input.
    quint32 event = 0; ///< Index in its stream.
    Verdict verdict = Verdict::Delivered;
    /// Missed or sent again, although the receiver took another event at the first attempt before the last retry of this
    /// one was due: no outage explains it, so it is a matter for causes.
    bool isStray = false;
    /// Taken only when all retries were over: somebody sent it again, and the receiver had taken none of the attempts.
    bool isSentAgain = false;

    [[nodiscard]] bool hasFailedAtFirst() const
    {
        return verdict != Verdict::Delivered || isSentAgain;
    }
};

/// All deliveries that the receiver should have seen, of all executions, by time. Left out is what says nothing
/// of the receiver: not-subscribed, no-evidence, and pending events whose first attempt may be under way.
[[nodiscard]] std::vector<TimedEvent> timelineOf(const ReconcileInput &input,
                                                 const Reconciliation &result);

} // namespace Gapline
