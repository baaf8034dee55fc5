// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stream/internalguess.h"
#include "ui/inspect/eventfacts.h"

namespace Gapline {

/// The documented internal types that fit into a gap, each with what speaks for it; empty for a gap that was not
/// scanned. Plain text, said as what it is: inferred.
[[nodiscard]] QList<Fact> gapContents(const EventStream &stream,
                                      const Gap &gap,
                                      const std::optional<Execution> &execution,
                                      TimeZoneChoice zone);
/// What such a list rests on, and what it cannot tell.
[[nodiscard]] QString gapContentsMeaning(const Gap &gap, bool hasSteps);

} // namespace Gapline
