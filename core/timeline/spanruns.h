// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/timelinescene.h"

#include <vector>

namespace Gapline {

/// What many spans that are drawn as one look like: as all of them do, or where they differ like none of them. Least of
/// all like one that still waits: no span ends with an event of this category.
inline constexpr EventCategory kMixedSpans = EventCategory::Unknown;

[[nodiscard]] constexpr EventCategory jointCategory(EventCategory a, EventCategory b)
{
    return a == b ? a : kMixedSpans;
}

/// Whether a span is about to join others that differ anyway: then its own category need not be looked up.
[[nodiscard]] bool joinsMixed(const std::vector<TimelineSpan> &spans, const TimelineSpan &span);

/// Adds a span where single ones may be too close to be pointed at: it joins the last one of its lane where both
/// overlap, or touch and are narrow. One that can be seen and only touches its neighbour stays what it is.
void addOrJoin(std::vector<TimelineSpan> &spans, const TimelineSpan &span);

} // namespace Gapline
