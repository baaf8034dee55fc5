// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/gapcolumns.h"
#include "core/timeline/scenehit.h"

#include <cmath>

namespace Gapline {
namespace {

std::optional<Gap> gapAt(const TimelineIndex &index, const TimelineScene &scene, double x)
{
    if (const std::optional<Gap> gap = index.gapAt(scene.scale.seqAt(x)))
        return gap;
    // A gap may be narrower than the pointer's aim: look two pixels around, the nearest first.
    for (const double distance : {0.5, 1.0, 2.0}) {
        for (const double side : {-distance, distance}) {
            const Seq seq = scene.scale.seqAt(x + side);
            if (const std::optional<Gap> gap = index.gapAt(seq))
                return gap;
        }
    }
    if (scene.scale.pixelsPerSeq() >= kPixelsForOwnGap)
        return std::nullopt;
    const EventStream &stream = index.stream();
    Seq seq = std::max(scene.scale.seqAt(x - 1), Seq{1});
    const Seq last = std::min(scene.scale.seqAt(x + 1), stream.highestKnownSeq());
    for (qsizetype event = stream.lowerBound(seq); seq <= last; ++event, seq = seq.next()) {
        if (event == stream.count() || stream.seqAt(event) != seq)
            return index.gapAt(seq);
    }
    return std::nullopt;
}

std::optional<TimelineIndex::Span> spanAt(const TimelineScene &scene, double x, quint32 lane)
{
    // The last one that begins before x is the one drawn on top.
    std::optional<TimelineIndex::Span> found;
    for (const TimelineSpan &span : scene.spans) {
        if (span.lane == lane && !span.isMerged && span.x <= x && x <= span.x + span.width)
            found = TimelineIndex::Span{span.startEvent, span.endEvent};
    }
    return found;
}

} // namespace

TimelineHit hitTest(const TimelineIndex &index,
                    const TimelineScene &scene,
                    double x,
                    std::optional<quint32> lane)
{
    TimelineHit hit;
    if (lane) {
        hit.event = markAt(scene, x, *lane);
        hit.eventCount = hit.event ? 1 : 0;
        if (!hit.event) {
            if (const DensityColumn *density = densityAt(scene, x, *lane)) {
                const quint32 entry = index.highestEntry(
                    *lane, density->firstEntry, density->firstEntry + density->count);
                hit.event = index.eventsOf(*lane)[entry];
                hit.eventCount = density->count;
            }
        }
        hit.span = spanAt(scene, x, *lane);
    }
    hit.gap = gapAt(index, scene, x);
    return hit;
}

} // namespace Gapline
