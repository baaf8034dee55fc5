// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/timelinelayout.h"

namespace Gapline {

/// The mark of the lane whose centre is nearest to x, if the pointer is on it: its event.
[[nodiscard]] std::optional<quint32> markAt(const TimelineScene &scene, double x, quint32 lane);
/// The density column of the lane that is nearest to x; nullptr where none is near. Lives as long as the scene.
[[nodiscard]] const DensityColumn *densityAt(const TimelineScene &scene, double x, quint32 lane);

} // namespace Gapline
