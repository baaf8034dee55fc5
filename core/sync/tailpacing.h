// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>

namespace Gapline {

/// What one poll of a running execution has shown.
struct TailPoll
{
    bool hasMoved = false; ///< It brought new events, or the cursor went on.
    bool hasTerminal = false; ///< The stream holds an event that ends the execution.
};

/// When to look at a running execution again: soon while it moves, and the longer it has been quiet, the later: an
/// eighth of the quiet time, so that what is shown is never much older than the quiet before it. After a terminal
/// event seqs may still follow or become visible late: the polls end with the first one begun after the terminal
/// event was known that brings nothing. Pure; times are monotonic.
class TailPacing
{
public:
    static constexpr std::chrono::milliseconds kShortest{1000};
    static constexpr std::chrono::milliseconds kLongest{15000};
    static constexpr std::chrono::milliseconds kAfterTerminal{2000};
    /// After a network fault that outlasted its retries.
    static constexpr std::chrono::milliseconds kAfterTrouble{30000};

    explicit TailPacing(std::chrono::milliseconds now)
        : m_lastMoved(now)
    { }

    /// How long to wait for the next poll, counted from `now`; nothing when the last one has been made.
    [[nodiscard]] std::optional<std::chrono::milliseconds> take(const TailPoll &poll,
                                                                std::chrono::milliseconds now);

private:
    std::chrono::milliseconds m_lastMoved;
    bool m_knowsTerminal = false;
};

} // namespace Gapline
