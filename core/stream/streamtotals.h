// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stream/streamrows.h"

#include <memory>
#include <vector>

namespace Gapline {

/// What is told of a whole stream, found in one go so that no view has to walk it: gaps, and sums. Immutable and
/// shared.
struct StreamTotals
{
    GapsPtr gaps = std::make_shared<const std::vector<Gap>>(); ///< Never null.
    qint64 internalSeqs = 0; ///< In all internal-only gaps.
    qint64 unknownSeqs = 0;
    std::vector<qint64> eventsOfType; ///< By type index.
};

using StreamTotalsPtr = std::shared_ptr<const StreamTotals>;

/// Pure; any thread. Some milliseconds for 10^6 events.
[[nodiscard]] StreamTotalsPtr findTotals(const EventStream &stream);

} // namespace Gapline
