// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reconcile/reconciler.h"

namespace Gapline {

/// How far the log's clock seems to be ahead of the API's (behind: negative), at least: what all that was taken at the
/// first attempt has in common. Absent where the arrivals show none, or are fewer than three. The span of such a log is
/// told by its own clock, so that it does not cover as much of the events' time at one of its ends. Pure; thread: any.
[[nodiscard]] std::optional<std::chrono::milliseconds> clockOffset(const ReconcileInput &input,
                                                                   const Reconciliation &result);

} // namespace Gapline
