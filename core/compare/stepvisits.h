// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/execution.h"
#include "core/stream/eventstream.h"

#include <QStringList>

#include <chrono>
#include <optional>
#include <vector>

namespace Gapline {

/// How one visit of a step came out, as its events say.
enum class VisitOutcome : quint8
{
    Open, ///< No event has ended it yet.
    Completed,
    Failed,
    Cancelled,
    Told, ///< It has no event: executions/get alone names the step.
};

/// One run of a step: from its first event to the first one that ends it. A loop comes back to the same step ids, so that
/// an id may be visited more than once.
struct StepVisit
{
    QByteArray stepId;
    std::optional<SeqRange>
        seqs; ///< From its first event to the one that ended it, or to its last; nothing: Told.
    VisitOutcome outcome = VisitOutcome::Open;
    bool isBreached = false; ///< Its SLA ran out before it ended.
    /// From step.awaiting-approval to the end; nothing where either, its time, or a seq between them is not known.
    std::optional<std::chrono::milliseconds> waited;
    /// Every seq from 1 up to its end is scanned, for an open one to the end of the stream: which turn it was, how it came
    /// out and what it breached are proved.
    bool isProved = false;
    QString told; ///< Status by executions/get of a Told visit.

    friend bool operator==(const StepVisit &, const StepVisit &) = default;
};

/// The visits of all steps that stand at one place of the graph.
struct PathVisits
{
    /// From the root down, without the turns of a loop: a node that follows itself stands once.
    QStringList path;
    std::vector<StepVisit> visits; ///< Ascending by their first event; those without events last.
};

/// One execution as far as it is known.
struct KnownExecution
{
    EventStreamPtr stream; ///< Never null.
    std::optional<Execution> execution; ///< Names the nodes where executions/get has answered.
};

/// Why it cannot be said of an execution that a step did not run in it.
enum class ProofLack : quint8
{
    Nothing, ///< It can be said: all is scanned and over, and executions/get names its steps.
    NotFetched, ///< No event is known.
    UnknownSeqs, ///< A step may lie in what is not scanned.
    StillRunning, ///< A step may come yet.
    NoSteps, ///< executions/get has named no step: one without an external event may hide in internal-only seqs.
};

[[nodiscard]] ProofLack proofLackOf(const KnownExecution &known);

/// Every node path of an execution in the order of first events. Pure; any thread; cost grows with the number of events.
[[nodiscard]] std::vector<PathVisits> findVisits(const KnownExecution &known);

} // namespace Gapline
