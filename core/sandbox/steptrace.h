// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/dice.h"
#include "core/sandbox/run.h"
#include "core/sandbox/workflow.h"

namespace Gapline {

/// How a step ends.
enum class StepFate : quint8
{
    Approve,
    Reject,
    Breach, ///< Its SLA runs out first; an override then completes it.
    Fail,
};

struct StepTask
{
    const WorkflowNode &node;
    int step; ///< Index in Run::steps.
    qint64 at; ///< When it is scheduled.
    StepFate fate;
    int pacePercent; ///< 100: people take minutes, agents take seconds.
};

/// What one step adds to the stream, and when it was over.
struct StepTrace
{
    int step;
    StepFate fate;
    qint64 start;
    qint64 end;
    std::vector<RunEvent> events;
    QByteArray output;
    QByteArray error;
};

[[nodiscard]] StepTrace traceStep(const StepTask &task, Dice &dice);

/// The step was called off at `at`: what it would have done later never happens.
void cancelTrace(StepTrace &trace, qint64 at, const QByteArray &actor, const QByteArray &reason);

} // namespace Gapline
