// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/run.h"
#include "core/sandbox/workflow.h"

namespace Gapline {

enum class RunOutcome : quint8
{
    Completed,
    Failed, ///< A step of a machine fails for good.
    Cancelled, ///< Somebody calls it off.
    Exhausted, ///< Rejected until the loop's cap; needs a workflow with a loop.
};

struct RunPlan
{
    const Workflow &workflow;
    RunOutcome outcome = RunOutcome::Completed;
    int definitionVersion = 1;
    int rejections = 0; ///< How often the loop's judge sends the work back.
    int pacePercent = 100;
    qint64 startedAt = 0; ///< Goes into the root step's id.
};

/// What the approval engine does with a workflow: the whole course of one execution. Same plan and seed, same run.
[[nodiscard]] Run simulate(const RunPlan &plan, quint64 seed);

} // namespace Gapline
