// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/timetext.h"
#include "core/timeline/timelinelayout.h"

#include <QString>

namespace Gapline {

class StreamView;

/// What lies under the pointer, or is selected, as the text of a tooltip: of an event seq, type, step, time, data and
/// what the receiver's log says of it; of a gap its range, count and meaning; of a span from where to where. Data that
/// is not at hand is asked for, and StreamView::payloadsLoaded() follows. All of it is escaped: nothing that was sent
/// is ever markup. Empty for nothing.
[[nodiscard]] QString timelineCard(const TimelineIndex &index,
                                   const TimelineHit &hit,
                                   StreamView *view,
                                   TimeZoneChoice zone);

} // namespace Gapline
