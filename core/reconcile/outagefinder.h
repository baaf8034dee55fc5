// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/timetext.h"
#include "core/domain/wording.h"
#include "core/reconcile/receivertimeline.h"

#include <utility>
#include <vector>

namespace Gapline {

/// A time window in which every expected delivery failed or was first acknowledged by a later attempt, or when it was
/// sent again.
struct Outage
{
    EpochMs from; ///< Time of the first event that failed.
    EpochMs to; ///< When the receiver first acknowledged anything again; "now" while it has not.
    bool isOver = false;
    qint64 missed = 0;
    qint64 rejected = 0; ///< Answered, but never with success.
    qint64 late = 0;
    qint64 pending = 0;
    /// Execution and event of those that are delivered by now, but came only when all retries were over, ascending.
    std::vector<std::pair<quint32, quint32>> sentAgain;
    bool hasOutlastedRetries = false; ///< Of some that were taken in the end, too.
    std::vector<quint32> executions; ///< Touched ones, by index in the input, ascending.
};

/// The maximal windows, ascending; found from the verdicts alone. A single failed delivery is no window,
/// nor is one of pending events alone after which the receiver took others, and events that no outage explains (TimedEvent::isStray) neither make nor end one.
[[nodiscard]] std::vector<Outage> findOutages(const std::vector<TimedEvent> &timeline,
                                              const ReconcileInput &input,
                                              const Reconciliation &result);

/// "14:02:10–14:32:10 UTC (30 min): 20 events lost for good, 10 arrived late", and what the retry schedule has
/// to do with it.
[[nodiscard]] QString outageInWords(const Outage &outage,
                                    const RetrySchedule &schedule,
                                    TimeZoneChoice zone,
                                    Wording wording = Wording::English);

} // namespace Gapline
