// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/timelinenavigation.h"
#include "ui/workspace/streamview.h"

#include <optional>

namespace Gapline {

/// What one can go to from the selection; without one, from the left edge of what is in sight.
enum class JumpTarget
{
    Event,
    Gap,
    FailedEvent,
    SameStep,
    MarkedSeq,
};

/// Selects the next of its kind and brings it into sight; false, and nothing changed, when there is none. Hidden events
/// are passed over. Goes no further than the ends: one notices them.
bool jumpTo(StreamView &view, JumpTarget target, Direction direction);

/// Selects, and scrolls so far that the selection can be seen, in the middle when it was out of sight.
void selectAndReveal(StreamView &view, SeqRange range);

/// What "1204" or "2026-04-28T11:16:02Z" names: the event or gap at that seq, or the first event at or after that time.
/// Times without a date are those of the day on which the stream begins, and of `zone`. Nothing when it is neither, or
/// lies beyond what is known.
[[nodiscard]] std::optional<SeqRange>
placeFrom(const StreamView &view, const QString &text, TimeZoneChoice zone);

} // namespace Gapline
