// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/timelinelayout.h"

#include <functional>

namespace Gapline {

/// The event of a density column that is seen: of those with the highest rank, the first.
using SeenEvent = std::function<quint32(const DensityColumn &density)>;

/// The event or events under x, and the span: what both axes have in common. Which gap lies there is the axis's to tell.
[[nodiscard]] TimelineHit
hitLane(const TimelineScene &scene, double x, quint32 lane, const SeenEvent &seen);
} // namespace Gapline
