// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/timetext.h"
#include "ui/workspace/streamview.h"

namespace Gapline {

/// How much of a stream its filter shows, and what of it is hidden: "18 of 46 events · 3 gaps hidden"; or that
/// it is being read or searched.
[[nodiscard]] QString shownText(const StreamView &view);

/// Why a stream that was read from the cache has no event; nothing where it has one.
[[nodiscard]] QString whyNoEvents(const StreamView &view, TimeZoneChoice zone);

/// Why there is no row, and what to do next.
[[nodiscard]] QString whyNoRows(const StreamView &view, TimeZoneChoice zone);

} // namespace Gapline
