// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/timelineindex.h"

namespace Gapline {

struct TimelineLayoutOptions
{
    quint32 firstLane = 0;
    quint32 laneCount = 1000000; ///< As many as there are.
    double devicePixelRatio = 1; ///< Density is laid out in device pixels.
    double digitWidth = 7; ///< Of the labels' font, logical pixels.
    double rulerLabelWidth = 40; ///< Sums of gaps are laid out between the ruler's ticks.

    friend bool operator==(const TimelineLayoutOptions &, const TimelineLayoutOptions &) = default;
};

/// Half the width of a full mark; marks nearer to each other than their width shrink, then become density.
inline constexpr double kMarkRadius = 7.5;
inline constexpr double kSmallMarkRadius = 3.5;

/// Where everything stands at this scale: every gap in sight gets at least one pixel, every event is a mark or
/// part of a density column in which failures are on top. Pure; costs grow with pixels and with what is in
/// sight, not with the stream (budgets.md, row 7). Many columns are shared with a thread of the pool that is free.
[[nodiscard]] TimelineScene layoutTimeline(const TimelineIndex &index,
                                           const TimelineScale &scale,
                                           const TimelineLayoutOptions &options = {});

/// What lies under a point of the scene.
struct TimelineHit
{
    std::optional<quint32>
        event; ///< Index into the stream; the highest rank where there are several.
    quint32 eventCount = 0; ///< Events of the lane at this spot.
    std::optional<Gap> gap;
    std::optional<TimelineIndex::Span> span;

    [[nodiscard]] bool isEmpty() const { return !event && !gap && !span; }
};

/// `lane` may lie outside the scene, or be absent for places that belong to no lane: then only gaps are hit.
[[nodiscard]] TimelineHit hitTest(const TimelineIndex &index,
                                  const TimelineScene &scene,
                                  double x,
                                  std::optional<quint32> lane);

/// The whole stream in one line, for the overview strip: one entry per device pixel.
struct OverviewColumn
{
    quint32 events = 0;
    EventCategory top = EventCategory::Unknown; ///< When there are events.
    quint8 level = 0; ///< Share of the seqs that are shown events; 255 is all.
    bool hasFailure = false;
    bool hasInternal = false;
    bool hasUnknown = false;
};

[[nodiscard]] std::vector<OverviewColumn>
layoutOverview(const TimelineIndex &index, const TimelineScale &scale, double devicePixelRatio = 1);

} // namespace Gapline
