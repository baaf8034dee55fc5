// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

namespace Gapline {

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
};

} // namespace Gapline
