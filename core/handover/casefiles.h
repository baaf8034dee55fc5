// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/cache.h"
#include "core/cache/casefile.h"
#include "core/report/comparison.h"

namespace Gapline {

/// Puts a comparison into a case file (core/cache/casefile.h), with what `cache` knows of its executions and
/// definitions. Errors: those of writeCaseFile().
[[nodiscard]] Result<void> writeCase(const QString &fileName,
                                     const Comparison &comparison,
                                     Cache &cache,
                                     const QStringList &notes,
                                     bool isMasked,
                                     EpochMs now);

/// What a case file says was compared, out of the set that was loaded from it.
void restoreSet(ReconcileSet &set, const CaseRecord &record);

} // namespace Gapline
