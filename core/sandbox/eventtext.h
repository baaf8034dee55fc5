// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/ids.h"
#include "core/sandbox/history.h"
#include "core/sandbox/run.h"
#include "core/sandbox/workflow.h"

namespace Gapline {

/// Writes the events of one execution. What is the same in all of them is escaped once.
class EventText
{
public:
    EventText(const ExecutionIdentity &identity, const std::vector<RunStep> &steps);

    /// "evt_..." of a seq, stable for ever.
    [[nodiscard]] QByteArray eventId(Seq seq) const;
    /// JSON: the step's id as a string, or null.
    [[nodiscard]] QByteArrayView stepId(const RunEvent &event) const;
    /// Appends the ApprovalEventView; `tail` stands in for the event's own.
    void
    append(QByteArray &out, Seq seq, const RunEvent &event, qint64 time, QByteArrayView tail) const;

private:
    quint64 m_key;
    QByteArray m_correlation; ///< `,"correlationId":"..."`
    std::vector<QByteArray> m_steps; ///< JSON strings; the last is null.
};

/// What executions/get shows of a step, gathered from its events up to a moment.
struct StepState
{
    const char *status = nullptr; ///< nullptr: not scheduled yet.
    std::optional<qint64> startedAt;
    std::optional<qint64> completedAt;

    /// Takes the next event of this step.
    void follow(QByteArrayView type, qint64 time);
};

/// StepView as JSON.
void appendStepView(QByteArray &out,
                    const Workflow &workflow,
                    const RunStep &step,
                    const StepState &state);

} // namespace Gapline
