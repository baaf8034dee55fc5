// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stream/cachedexecution.h"

#include <chrono>
#include <deque>
#include <optional>

namespace Gapline {

/// Whether the stream of a listed execution has to be asked for: not when it is over by its status, the event that
/// ended it is stored, and an answer that came after it said that nothing follows. Pure.
[[nodiscard]] bool needsFetch(const StreamStanding &standing);

/// How long the rest will take, from how fast the last of them went. Says nothing before it has seen enough, nor
/// while nothing moves. Pure; single-threaded.
class Pace
{
public:
    /// `done` of them have ended by the moment `now` (monotonic).
    void note(std::chrono::milliseconds now, qint64 done);
    /// `perSecond`: no more requests than these may be made, and each takes one at least.
    [[nodiscard]] std::optional<std::chrono::seconds>
    remaining(std::chrono::milliseconds now, qint64 left, std::optional<double> perSecond) const;

private:
    struct Sample
    {
        std::chrono::milliseconds at;
        qint64 done;
    };

    std::deque<Sample> m_samples; ///< Of the last half minute.
};

/// "40 s", "3 min", "2 h 10 min": no finer than what an estimate knows.
[[nodiscard]] QString roughly(std::chrono::seconds span);

} // namespace Gapline
