// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/domain/ids.h"

#include <vector>

namespace Gapline {

// Integrity alarms: what the API says now does not fit what it said before. Nothing stored is overwritten.

/// "4, 9, 12", and only how many more there are beyond the first twenty.
[[nodiscard]] QString namedSeqs(const std::vector<Seq> &seqs);
[[nodiscard]] Error changedEventsAlarm(const std::vector<Seq> &seqs);
[[nodiscard]] Error goneEventsAlarm(const std::vector<Seq> &seqs);

} // namespace Gapline
