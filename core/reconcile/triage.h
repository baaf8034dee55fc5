// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/delivery.h"
#include "core/domain/execution.h"
#include "core/domain/receiver.h"

#include <array>
#include <vector>

namespace Gapline {

/// What the receiver's log says of the event that ended a run.
enum class TriageVerdict : quint8
{
    Proven, ///< The log has it, acknowledged.
    Lacking, ///< It does not, though it should: this run's stream is worth reading.
    Pending, ///< A retry may still bring it.
    NoEvidence, ///< The log does not cover the time.
    NotSubscribed,
};
inline constexpr int kTriageVerdictCount = 5;
[[nodiscard]] QLatin1String triageVerdictName(TriageVerdict verdict);

/// One run that is over.
struct TriageRun
{
    ExecutionId executionId;
    QString status;
    EpochMs endedAt;
    TriageVerdict verdict = TriageVerdict::Lacking;
    Seq sinceSeq; ///< The log proves every seq up to here: read the stream after it.
};

/// Runs whose end the receiver may not know of, told from executions/list alone (reconcile.md, "Triage before reading
/// streams"): about one request for 500 runs, and no stream is read. It says nothing of the other events of a run.
struct Triage
{
    std::vector<TriageRun> runs; ///< All that are over, in the order of the list.
    qint64 listed = 0;
    std::array<qint64, kTriageVerdictCount> counts{};
    LogSpan span; ///< As used: stated, or from the first to the last row.
    std::optional<EpochMs> asOf;

    [[nodiscard]] qint64 of(TriageVerdict verdict) const { return counts.at(size_t(verdict)); }
};

/// A run ends with execution.completed, execution.failed or execution.cancelled, as its status says; only a row with this
/// type proves it. Runs that do not say when they ended are left out. Pure; thread: any.
[[nodiscard]] Triage triage(const QList<Execution> &executions,
                            const DeliveryTable &deliveries,
                            const ReceiverProfile &receiver);

} // namespace Gapline
