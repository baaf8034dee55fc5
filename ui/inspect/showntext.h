// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workspace/streamview.h"

namespace Gapline {

/// How much of a stream its filter shows, and what of it is hidden: "18 of 46 events · 3 of 12 gaps hidden"; or that
/// it is being read or searched.
[[nodiscard]] QString shownText(const StreamView &view);

} // namespace Gapline
