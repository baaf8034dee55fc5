// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/reconcilereport.h"

namespace Gapline {

/// The comparison as one HTML file to hand on: totals, outages, causes, findings, the coverage statement. No
/// scripts, nothing loaded from elsewhere, every text from outside escaped and made visible. Event payloads are left
/// out. Without a filter it lists what is neither delivered nor not-subscribed.
/// Errors: FileUnwritable.
[[nodiscard]] Result<void>
writeFindingHtml(const ReconcileReport &report, TimeZoneChoice zone, QIODevice &out);

} // namespace Gapline
