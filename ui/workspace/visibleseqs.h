// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Gapline {

/// The part of the seq axis that the timeline shows. Half-open in seq units: an event at seq n occupies
/// [n, n + 1). Fractions are zoom positions, never evidence.
struct VisibleSeqs
{
    double from = 1;
    double to = 2;

    [[nodiscard]] double width() const { return to - from; }
    friend bool operator==(const VisibleSeqs &, const VisibleSeqs &) = default;
};

/// Where views go when a stream grows.
enum class EndChoice
{
    FollowIfShown, ///< A view that shows the end goes on showing it; one that was scrolled back keeps its place.
    AlwaysFollow,
    KeepPlace,
};

/// What to show after a stream has grown from `before` to `whole`. A view of the whole stays one, unless it is to keep
/// its place. Pure.
[[nodiscard]] VisibleSeqs
visibleAfterGrowth(VisibleSeqs visible, VisibleSeqs before, VisibleSeqs whole, EndChoice choice);

} // namespace Gapline
