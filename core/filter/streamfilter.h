// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/verdict.h"
#include "core/filter/eventfilter.h"

#include <QSet>

namespace Gapline {

/// Everything that chips and filter text ask of one stream: what its events say themselves, and what a receiver's
/// log says of them. Value type.
struct StreamFilter
{
    EventFilter events;
    QSet<Verdict> verdicts; ///< Empty: every verdict passes, and events without one do.

    [[nodiscard]] bool isEmpty() const { return events.isEmpty() && verdicts.isEmpty(); }

    friend bool operator==(const StreamFilter &, const StreamFilter &) = default;
};

} // namespace Gapline
