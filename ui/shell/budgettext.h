// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/syncprogress.h"

namespace Gapline {

/// "2.4 requests/s · 3 of 6 at once · 12 waiting": what a connection may ask for, and does.
[[nodiscard]] QString budgetText(const RequestBudget &budget);
/// "57 of 218 executions · 2 failed · 4,120 new events · about 3 min left"
[[nodiscard]] QString fleetText(const FleetProgress &progress);

} // namespace Gapline
