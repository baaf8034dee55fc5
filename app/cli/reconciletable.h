// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/reconcilereport.h"

namespace Gapline {

/// `reconcile --format table`: totals, outages and causes in words, findings, the coverage statement. Without
/// --verdict it lists what is neither delivered nor not-subscribed. `columns`: the terminal's width. Written piece by
/// piece: memory does not grow with the number of findings. Errors: FileUnwritable.
[[nodiscard]] Result<void> writeReconcileTable(const ReconcileReport &report,
                                               TimeZoneChoice zone,
                                               std::optional<int> columns,
                                               QIODevice &out);

} // namespace Gapline
