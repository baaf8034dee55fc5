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

} // namespace

TimelineHit hitTest(const TimelineIndex &index,
                    const TimelineScene &scene,
                    double x,
                    std::optional<quint32> lane)
{
    TimelineHit hit;
    if (lane) {
        hit = hitLane(scene, x, *lane, [&index](const DensityColumn &density) {
            const quint32 entry = index.highestEntry(
                density.lane, density.firstEntry, density.firstEntry + density.count);
            return index.eventsOf(density.lane)[entry];
        });
    }
    hit.gap = gapAt(index, scene, x);
    return hit;
}

} // namespace Gapline
