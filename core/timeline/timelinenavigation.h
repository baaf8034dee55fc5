// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/timelineindex.h"

#include <optional>

namespace Gapline {

enum class Direction
{
    Forward,
    Back
};

// Where the next thing of a kind is, seen from a seq. Pure; a step costs what it passes over, at most one walk over
// the rows. Nothing at the end of the stream: navigation does not wrap, so that one notices the end.

[[nodiscard]] std::optional<Seq> nextEvent(const StreamRows &rows, Seq from, Direction direction);
/// Failed and breached events.
[[nodiscard]] std::optional<Seq> nextFailure(const StreamRows &rows, Seq from, Direction direction);
/// Nothing when there is no event at `from`, or it has no step.
[[nodiscard]] std::optional<Seq>
nextOfSameStep(const StreamRows &rows, Seq from, Direction direction);
/// The gap that begins after `from`, or ends before it.
[[nodiscard]] std::optional<Gap>
nextGap(const std::vector<Gap> &gaps, SeqRange from, Direction direction);
/// The shown event of a lane that is nearest to `from`.
[[nodiscard]] std::optional<Seq> nearestInLane(const TimelineIndex &index, quint32 lane, Seq from);

} // namespace Gapline
