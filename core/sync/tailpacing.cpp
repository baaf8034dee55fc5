// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/tailpacing.h"

#include <algorithm>
#include <utility>

namespace Gapline {

using std::chrono::milliseconds;

std::optional<milliseconds> TailPacing::take(const TailPoll &poll, milliseconds now)
{
    if (poll.hasMoved)
        m_lastMoved = now;
    if (poll.hasTerminal) {
        const bool wasKnown = std::exchange(m_knowsTerminal, true);
        if (wasKnown && !poll.hasMoved)
            return std::nullopt;
        return kAfterTerminal;
    }
    return std::clamp((now - m_lastMoved) / 8, kShortest, kLongest);
}

} // namespace Gapline
