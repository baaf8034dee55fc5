// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/spanruns.h"

#include <algorithm>

namespace Gapline {
namespace {

/// From here on a span can be told from its neighbours.
constexpr double kWide = 3;
/// Less between two spans is no distance, and less that they share is no overlap.
constexpr double kTouch = 1;

bool belongTogether(const TimelineSpan &last, const TimelineSpan &span)
{
    if (last.lane != span.lane)
        return false;
    // Where clocks ran backwards, a later span lies before an earlier one.
    const double shared = std::min(last.x + last.width - span.x, span.x + span.width - last.x);
    if (shared < -kTouch)
        return false;
    if (shared > kTouch)
        return true;
    // A run goes on with what is narrow, however long it is by now: else there would be a new one every few pixels.
    const bool canEnd = last.width >= kWide && !last.isMerged;
    return span.width < kWide && !canEnd;
}

} // namespace

bool joinsMixed(const std::vector<TimelineSpan> &spans, const TimelineSpan &span)
{
    return !spans.empty() && spans.back().category == kMixedSpans
        && belongTogether(spans.back(), span);
}

void addOrJoin(std::vector<TimelineSpan> &spans, const TimelineSpan &span)
{
    if (spans.empty() || !belongTogether(spans.back(), span)) {
        spans.push_back(span);
        return;
    }
    TimelineSpan &last = spans.back();
    const double right = std::max(last.x + last.width, span.x + span.width);
    last.x = std::min(last.x, span.x);
    last.width = right - last.x;
    last.category = jointCategory(last.category, span.category);
    last.isMerged = true;
}

} // namespace Gapline
