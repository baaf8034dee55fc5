// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/gap.h"
#include "core/stream/eventstream.h"

#include <vector>

namespace Gapline {

/// Every gap from seq 1 to the highest seq known, ascending. A hole inside the coverage is internal-only, one
/// outside is unknown; a hole that is partly scanned becomes one gap per part
/// (api-contract.md, "executions/getEvents").
[[nodiscard]] std::vector<Gap> findGaps(const EventStream &stream);

/// Number of seqs in the gaps of one kind.
[[nodiscard]] qint64 countSeqs(const std::vector<Gap> &gaps, GapKind kind);

/// The gap that ends right before `seq`.
[[nodiscard]] const Gap *gapBefore(const std::vector<Gap> &gaps, Seq seq);

/// The gap that begins right after `seq`.
[[nodiscard]] const Gap *gapAfter(const std::vector<Gap> &gaps, Seq seq);

/// The gap that contains `seq`.
[[nodiscard]] const Gap *gapAt(const std::vector<Gap> &gaps, Seq seq);

} // namespace Gapline
