// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compare/stepvisits.h"

#include <QFlags>

#include <memory>

namespace Gapline {

/// What the two sides of a compared step differ in. Only what is proved.
enum class StepDifference : quint8
{
    OnlyInA = 0x01, ///< The other execution has none, or no such turn.
    OnlyInB = 0x02,
    Outcome = 0x04,
    Breach = 0x08, ///< Its SLA ran out in one of them.
    Waited = 0x10, ///< By the tolerance at least.
};
Q_DECLARE_FLAGS(StepDifferences, StepDifference)
Q_DECLARE_OPERATORS_FOR_FLAGS(StepDifferences)

/// One turn of one node path in two executions.
struct ComparedStep
{
    size_t path = 0; ///< Index into ExecutionComparison::paths.
    int turn = 1; ///< 1 unless a loop came back.
    std::optional<StepVisit> a;
    std::optional<StepVisit> b;
    StepDifferences differences;
    /// Seqs that are not known, or a run that goes on, leave open whether the sides differ.
    bool isUnproved = false;

    /// B's wait less A's, where both are known.
    [[nodiscard]] std::optional<std::chrono::milliseconds> waitedLonger() const;
};

/// How long a run took, and from what to what.
struct RunDuration
{
    enum class Basis : quint8
    {
        Api, ///< startedAt to completedAt or cancelledAt, as wherever else a run's duration is shown.
        Events, ///< From the event of its dispatch to the one that ended it.
    };
    std::chrono::milliseconds length{0};
    Basis basis = Basis::Api;
};

/// What one execution of a comparison says as a whole.
struct ComparedRun
{
    ExecutionId executionId;
    DefinitionId definitionId; ///< Empty when not known.
    std::optional<qint64> definitionVersion;
    QString
        status; ///< By the event that ended it, else by executions/get or list; empty when not known.
    /// On the same basis as the other's where both can have one: the API's, else the events'.
    std::optional<RunDuration> duration;
    qint64 events = 0;
    qint64 scannedSeqs = 0;
    qint64 unknownSeqs =
        0; ///< Up to the highest seq known; more may follow while it is not complete.
    bool isComplete = false; ///< Scanned from seq 1 to the end that the API has named.
    int turns = 0; ///< Loop iterations that began; at least so many where isComplete is false.
    qint64 visits = 0;
    qint64 breaches = 0;
    ProofLack lack = ProofLack::Nothing;
};

struct ComparisonCounts
{
    qint64 same = 0;
    qint64 onlyInA = 0;
    qint64 onlyInB = 0;
    qint64 outcome = 0;
    qint64 breach = 0;
    qint64 waited = 0;
    qint64 unproved = 0;
};

/// Two executions side by side, aligned by node path and turn, never by step id. Immutable; any thread.
struct ExecutionComparison
{
    ComparedRun a;
    ComparedRun b;
    std::vector<QStringList>
        paths; ///< A's in the order of first events; B's further ones after what they follow there.
    std::vector<ComparedStep> steps; ///< By path, then by turn.
    ComparisonCounts counts;
    std::chrono::milliseconds tolerance{1};
};

using ExecutionComparisonPtr = std::shared_ptr<const ExecutionComparison>;

/// Waits that differ by less than `tolerance` count as the same; at least 1 ms. Pure.
[[nodiscard]] ExecutionComparison compareExecutions(const KnownExecution &a,
                                                    const KnownExecution &b,
                                                    std::chrono::milliseconds tolerance);

} // namespace Gapline
