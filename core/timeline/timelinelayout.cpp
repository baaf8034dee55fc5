// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/timelinelayout.h"

#include "core/stream/beside.h"
#include "core/timeline/gallop.h"
#include "core/timeline/gapcolumns.h"
#include "core/timeline/lanelayout.h"

#include <algorithm>
#include <cmath>

namespace Gapline {
namespace {

/// From so many density columns on a second thread saves more than it costs to wake it.
constexpr size_t kWorthSharing = 4000;

template<typename T>
void append(std::vector<T> &to, const std::vector<T> &more)
{
    to.insert(to.end(), more.begin(), more.end());
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
    const quint32 beside = isShared ? (scene.laneCount + 1) / 2 : 0;
    const quint32 here = scene.laneCount - beside;
    LaneLayout upper(input, scene.firstLane, here);
    LaneLayout lower(input, scene.firstLane + here, beside);
    const auto layoutHere = [&] {
        scene.gaps = layoutGaps(index, scale, input.columns, options.devicePixelRatio);
        scene.gapLabels = layoutGapLabels(index, scale, options);
        upper.run();
    };
    if (isShared)
        runBeside([&lower] { lower.run(); }, layoutHere);
    else
        layoutHere();
    LaneLayout::Parts &parts = upper.parts();
    append(parts.spans, lower.parts().spans);
    append(parts.density, lower.parts().density);
    append(parts.marks, lower.parts().marks);
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
