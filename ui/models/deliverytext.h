// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/reconcilereport.h"

namespace Gapline {

/// A verdict in a table cell: "0.4 s", "late 42.0 s", "missed", "0.3 s · 2×". Plain text.
[[nodiscard]] QString deliveryText(const EventFinding &finding, EpochMs timestamp);
/// "delivered", "not subscribed": as verdictName(), for people.
[[nodiscard]] QString verdictText(Verdict verdict);

} // namespace Gapline
