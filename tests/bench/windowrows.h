// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/row.h"

class QString;

namespace Gapline::Bench {

Row startRow(); ///< Start to painted, and what the program holds then.
Row stallsRow(); ///< The UI thread during a sync.
Row keystrokeRow(); ///< A filter's change to the repainted page.

/// Fills a cache with the events of makePages(); false when it cannot be opened.
[[nodiscard]] bool fillCache(const QString &file, qint64 events);
/// Runs the event loop until the condition holds.
bool waitFor(const std::function<bool()> &condition, std::chrono::seconds limit);

} // namespace Gapline::Bench
