// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/scenehit.h"

#include <algorithm>
#include <cmath>

namespace Gapline {

std::optional<quint32> markAt(const TimelineScene &scene, double x, quint32 lane)
{
    std::optional<quint32> event;
    double nearest = kMarkRadius + 2;
    for (const TimelineMark &mark : scene.marks) {
        if (mark.lane == lane && std::abs(mark.x - x) < nearest) {
            nearest = std::abs(mark.x - x);
            event = mark.event;
        }
    }
    return event;
}

const DensityColumn *densityAt(const TimelineScene &scene, double x, quint32 lane)
{
    const DensityColumn *found = nullptr;
    double nearest = std::max(3.0, scene.barWidth);
    for (const DensityColumn &density : scene.density) {
        const double centre = (density.column + 0.5) * scene.columnWidth();
        if (density.lane == lane && std::abs(centre - x) < nearest) {
            nearest = std::abs(centre - x);
            found = &density;
        }
    }
    return found;
}

} // namespace Gapline
