// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/receiver.h"
#include "core/domain/wording.h"

#include <QStringView>

namespace Gapline {

/// Attempts at 0, 2, 10, 42, 162 and 642 s, each with 10 s of timeout (api-contract.md, "Webhooks").
[[nodiscard]] RetrySchedule directSchedule();
/// The advanced endpoints: 5 s, 5 min, 30 min, 2 h, 5 h, 10 h and 10 h, each after the failure of the one
/// before, 15 s of timeout.
[[nodiscard]] RetrySchedule advancedSchedule();
/// "direct", "advanced", or the seconds after the first attempt as in "0,2,10" (10 s of timeout).
/// Errors: UsageInvalid for an empty list, one that does not begin with 0 or does not ascend.
[[nodiscard]] Result<RetrySchedule> parseSchedule(QStringView text);

/// When the last attempt begins if every one before it failed at once: 642 s for direct.
[[nodiscard]] std::chrono::milliseconds lastAttemptOffset(const RetrySchedule &schedule);
/// How long after the event a delivery may still arrive: the last offset and every attempt's timeout; 702 s
/// for direct. Whether delays run from an attempt's begin or its failure is not known: the longer one counts.
[[nodiscard]] std::chrono::milliseconds horizon(const RetrySchedule &schedule);
/// The latest time at which a retry of an event of time `t` can still arrive.
[[nodiscard]] EpochMs latestArrival(const RetrySchedule &schedule, EpochMs t);

/// The arithmetic in words: "attempts at 0, 2, 10, 42, 162 and 642 s, 10 s timeout each: over after 702 s".
[[nodiscard]] QString scheduleInWords(const RetrySchedule &schedule,
                                      Wording wording = Wording::English);

} // namespace Gapline
