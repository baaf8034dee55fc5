// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/scenehit.h"
#include "core/timeline/timelayout.h"

#include <algorithm>
#include <cmath>

namespace Gapline {
namespace {

constexpr double kBandReach = 2;

/// The first gap of a kind among the seqs.
std::optional<Gap> firstGapIn(const TimelineIndex &index, SeqRange seqs, GapKind kind)
{
    const EventStream &stream = index.stream();
    const Seq last = std::min(seqs.last, stream.highestKnownSeq());
    qsizetype event = stream.lowerBound(seqs.first);
    for (Seq seq = seqs.first; seq <= last;) {
        if (event < stream.count() && stream.seqAt(event) == seq) {
            seq = seq.next();
            ++event;
            continue;
        }
        const std::optional<Gap> gap = index.gapAt(seq);
        if (!gap || gap->kind == kind)
            return gap;
        seq = gap->range.last.next();
    }
    return std::nullopt;
}

/// The band at x; the narrowest where there are several, as it could not be reached elsewhere.
const GapColumn *bandAt(const std::vector<GapColumn> &bands, double x)
{
    const GapColumn *found = nullptr;
    for (const GapColumn &band : bands) {
        const bool isHit = x >= band.x - kBandReach && x <= band.x + band.width + kBandReach;
        if (isHit && (!found || band.width < found->width))
            found = &band;
    }
    return found;
}

std::optional<Gap>
gapOf(const TimeIndex &index, const TimelineScene &scene, const GapColumn &band, double x)
{
    if (!band.isMerged)
        return firstGapIn(index.events(), band.range, band.kind);
    // Of a run of many, the one whose time is nearest: look around the pointer first.
    const TimeAxis &axis = index.axis();
    for (const double reach : {1.0, 4.0}) {
        const auto seqs =
            index.seqsBetween(scene.scale.positionAt(x - reach), scene.scale.positionAt(x + reach));
        if (!seqs || axis.isEmpty())
            continue;
        const Seq first = std::max(band.range.first, seqs->first.previous());
        const Seq last = std::min(band.range.last, seqs->last);
        if (first > last)
            continue;
        if (const auto gap = firstGapIn(index.events(), {first, last}, band.kind))
            return gap;
    }
    return firstGapIn(index.events(), band.range, band.kind);
}

} // namespace

TimelineHit hitTestTimes(const TimeIndex &index,
                         const TimelineScene &scene,
                         double x,
                         std::optional<quint32> lane)
{
    if (!lane) {
        TimelineHit hit;
        if (const GapColumn *band = bandAt(scene.bands, x))
            hit.gap = gapOf(index, scene, *band, x);
        return hit;
    }
    TimelineHit hit = hitLane(scene, x, *lane, [&index](const DensityColumn &density) {
        const quint32 entry = index.highestEntry(
            density.lane, density.firstEntry, density.firstEntry + density.count);
        return index.eventAt(index.placesOf(density.lane)[entry]);
    });
    if (const GapColumn *band = bandAt(scene.gaps, x))
        hit.gap = gapOf(index, scene, *band, x);
    return hit;
}

} // namespace Gapline
