// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/timelinelayout.h"

#include "core/stream/beside.h"
#include "core/timeline/gallop.h"
#include "core/timeline/gapcolumns.h"
#include "core/timeline/gaplabels.h"
#include "core/timeline/lanelayout.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <functional>

namespace Gapline {
namespace {

/// From so many density columns on a second thread saves more than it costs to wake it.
constexpr size_t kWorthSharing = 4000;

/// `more` holds lanes of [first, end), the last one first.
template<typename T>
void appendTurned(std::vector<T> &to, const std::vector<T> &more, quint32 first, quint32 end)
{
    if (more.empty())
        return;
    for (quint32 lane = first; lane < end; ++lane) {
        const auto ofLane = std::ranges::equal_range(more, lane, std::greater{}, &T::lane);
        to.insert(to.end(), ofLane.begin(), ofLane.end());
    }
}

} // namespace

TimelineScene layoutTimeline(const TimelineIndex &index,
                             const TimelineScale &scale,
                             const TimelineLayoutOptions &options)
{
    TimelineScene scene;
    scene.scale = scale;
    scene.devicePixelRatio = options.devicePixelRatio;
    const quint32 lanes = index.lanes().count();
    scene.firstLane = std::min(options.firstLane, lanes);
    scene.laneCount = std::min(options.laneCount, lanes - scene.firstLane);

    const LaneLayoutInput input(index, scale, options.devicePixelRatio);
    const size_t most = size_t(scene.laneCount) * size_t(input.columns.count());
    const bool isShared = std::min(most, input.eventsInSight()) >= kWorthSharing;
    // Whoever is free takes the next lane: this thread from the first one on, where they are to stand in the end, the
    // other from the last one back. Together they take each once, and so never meet.
    std::atomic<quint32> taken = 0;
    quint32 here = 0;
    quint32 beside = 0;
    LaneLayout upper(input, scene.laneCount);
    LaneLayout lower(input, isShared ? (scene.laneCount + 1) / 2 : 0);
    const auto layoutHere = [&] {
        scene.gaps = layoutGaps(index, scale, input.columns, options.devicePixelRatio);
        scene.gapLabels = layoutGapLabels(index, scale, options);
        while (taken++ < scene.laneCount)
            upper.add(scene.firstLane + here++);
    };
    const quint32 endLane = scene.firstLane + scene.laneCount;
    const auto layoutBeside = [&] {
        while (taken++ < scene.laneCount)
            lower.add(endLane - ++beside);
    };
    if (isShared)
        runBeside(layoutBeside, layoutHere);
    else
        layoutHere();
    LaneLayout::Parts &parts = upper.parts();
    appendTurned(parts.spans, lower.parts().spans, endLane - beside, endLane);
    appendTurned(parts.density, lower.parts().density, endLane - beside, endLane);
    appendTurned(parts.marks, lower.parts().marks, endLane - beside, endLane);
    scene.spans = std::move(parts.spans);
    scene.density = std::move(parts.density);
    scene.marks = std::move(parts.marks);
    return scene;
}

std::vector<OverviewColumn>
layoutOverview(const TimelineIndex &index, const TimelineScale &scale, double devicePixelRatio)
{
    const PixelColumns columns(index, scale, devicePixelRatio);
    std::vector<OverviewColumn> overview(size_t(columns.count()));
    const std::span<const quint32> bounds = columns.events();
    for (quint32 lane = 0; lane < index.lanes().count(); ++lane) {
        const std::span<const quint32> entries = index.eventsOf(lane);
        size_t column = 0;
        size_t entry = gallop(entries, 0, bounds.front(), 0);
        size_t step = 1;
        while (entry < entries.size() && entries[entry] < bounds.back()) {
            column = gallop(bounds, column, entries[entry] + 1, column + 2) - 1;
            const size_t next = gallop(entries, entry + 1, bounds[column + 1], entry + step);
            step = next - entry;
            const quint8 rank = index.highestRank(lane, quint32(entry), quint32(next));
            OverviewColumn &at = overview[column];
            if (at.events == 0 || rank > rankOf(at.top))
                at.top = categoryOfRank(rank);
            at.events += quint32(next - entry);
            entry = next;
        }
    }
    for (size_t i = 0; i < overview.size(); ++i) {
        OverviewColumn &at = overview[i];
        const qint64 seqs = columns.seqs()[i + 1] - columns.seqs()[i];
        at.hasFailure = at.events > 0 && isFailure(at.top);
        at.level = seqs > 0 ? quint8(std::lround(255 * double(at.events) / double(seqs))) : 0;
    }
    for (const GapColumn &gap : layoutGaps(index, scale, columns, devicePixelRatio)) {
        const auto from = std::max(qint64(std::floor(gap.x * devicePixelRatio)), qint64(0));
        const auto to = std::min(qint64(std::ceil((gap.x + gap.width) * devicePixelRatio)),
                                 qint64(overview.size()));
        for (qint64 i = from; i < to; ++i) {
            OverviewColumn &at = overview[size_t(i)];
            (gap.kind == GapKind::Unknown ? at.hasUnknown : at.hasInternal) = true;
        }
    }
    return overview;
}

} // namespace Gapline
