// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <chrono>
#include <vector>

namespace Gapline {

/// What the webhooks' receiver goes through while the sandbox runs.
struct LiveIncident
{
    enum class Kind : quint8
    {
        Outage, ///< Connections are refused.
        ServerError, ///< It answers 500.
        Slow, ///< It takes the event, but answers too late.
    };
    Kind kind = Kind::Outage;
    std::chrono::seconds from{0}; ///< After the start, on the engine's clock.
    std::chrono::seconds length{0};
};

/// What the simulated approval engine holds. The same options give the same history, byte for byte.
struct SandboxOptions
{
    quint64 seed = 1;
    int executions = 60;
    /// Extra: one completed execution, the newest, with this many external events.
    qint64 events = 0;
    /// Histories end before it; running executions go on from it. The epoch stands for the clock's now.
    EpochMs now;
    /// How much faster than the clock running executions move.
    double speed = 1;
    /// Beside those in the history, which are the same for each seed.
    std::vector<LiveIncident> incidents{};
};

} // namespace Gapline
