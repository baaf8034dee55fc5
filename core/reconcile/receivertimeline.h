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
    /// Missed, although the receiver took another event at the first attempt before the last retry of this one
    /// was due: no outage explains it, so it is a matter for causes.
    bool isStray = false;

    [[nodiscard]] bool hasFailedAtFirst() const { return verdict != Verdict::Delivered; }
};

/// All deliveries that the receiver should have seen, of all executions, by time. Left out is what says nothing
/// of the receiver: not-subscribed, no-evidence, pending events whose first attempt may be under way, and what was sent
/// again when all attempts were over.
[[nodiscard]] std::vector<TimedEvent> timelineOf(const ReconcileInput &input,
                                                 const Reconciliation &result);

} // namespace Gapline
