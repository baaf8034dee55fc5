// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/scenehit.h"

#include <algorithm>
#include <cmath>

namespace Gapline {
namespace {

/// The mark of the lane whose centre is nearest to x, if the pointer is on it: its event.
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

/// The density column of the lane that is nearest to x; nullptr where none is near.
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

/// The last one that begins before x is the one drawn on top.
std::optional<TimelineIndex::Span> spanAt(const TimelineScene &scene, double x, quint32 lane)
{
    std::optional<TimelineIndex::Span> found;
    for (const TimelineSpan &span : scene.spans) {
        if (span.lane == lane && !span.isMerged && span.x <= x && x <= span.x + span.width)
            found = TimelineIndex::Span{span.startEvent, span.endEvent};
    }
    return found;
}

} // namespace

TimelineHit hitLane(const TimelineScene &scene, double x, quint32 lane, const SeenEvent &seen)
{
    TimelineHit hit;
    hit.event = markAt(scene, x, lane);
    hit.eventCount = hit.event ? 1 : 0;
    if (!hit.event) {
        if (const DensityColumn *density = densityAt(scene, x, lane)) {
            hit.event = seen(*density);
            hit.eventCount = density->count;
        }
    }
    hit.span = spanAt(scene, x, lane);
    return hit;
}

} // namespace Gapline
