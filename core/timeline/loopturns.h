// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stream/eventstream.h"

#include <vector>

namespace Gapline {

/// The events at which a loop began anew, ascending: what tells the iterations of its nodes apart.
[[nodiscard]] std::vector<quint32> findLoopTurns(const EventStream &stream);

} // namespace Gapline
