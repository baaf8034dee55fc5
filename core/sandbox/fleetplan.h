// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/engine.h"
#include "core/sandbox/history.h"
#include "core/sandbox/sandboxoptions.h"

#include <memory>
#include <vector>

namespace Gapline {

/// One execution as planned; its history is worked out when it is first needed.
struct PlannedExecution
{
    enum class Course : quint8
    {
        Past, ///< Over before the scenario's now.
        Running, ///< Now lies somewhere in its middle.
        Pending, ///< Dispatched some time after now.
        Showcase,
        Odd,
        Bulk,
    };

    ExecutionIdentity identity;
    const Workflow *workflow = nullptr;
    Course course = Course::Past;
    RunOutcome outcome = RunOutcome::Completed;
    int rejections = 0;
    int pacePercent = 100;
    quint64 seed = 0;
    std::unique_ptr<History> history{}; ///< Null until needed.
};

/// All executions, newest first; `now` is epoch ms.
[[nodiscard]] std::vector<PlannedExecution> planFleet(const SandboxOptions &options, qint64 now);

/// The history of a planned execution; `now` is the one it was planned for.
[[nodiscard]] std::unique_ptr<History> workOut(const PlannedExecution &planned, qint64 now);

} // namespace Gapline
