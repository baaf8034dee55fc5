// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/comparison.h"

#include <memory>
#include <optional>
#include <vector>

namespace Gapline {

/// Where one outage shows on one execution's seq axis: from its first to its last event that failed in it.
struct OutageBand
{
    SeqRange seqs;
    size_t outage = 0; ///< Index in the report's outages.
    qint64 missed = 0; ///< Of this execution.
    qint64 others = 0; ///< Late, rejected or pending ones.
};

/// What a comparison says of one execution. Speaks of the stream as it was compared: seqs fetched since then have no
/// verdict yet. Immutable and shared; any thread may read it.
class StreamDeliveries
{
public:
    StreamDeliveries(ComparisonPtr comparison, quint32 execution);

    [[nodiscard]] const Comparison &comparison() const { return *m_comparison; }
    [[nodiscard]] quint32 execution() const { return m_execution; }
    [[nodiscard]] const EventStream &stream() const;
    [[nodiscard]] const ReconcileTotals &totals() const { return finding().totals; }
    /// By index in stream().
    [[nodiscard]] const EventVerdict &at(qsizetype event) const
    {
        return finding().events[size_t(event)];
    }
    /// Nothing for a seq that holds no event, or was not compared; NotExpected for an event that is never sent.
    [[nodiscard]] std::optional<Verdict> verdictOf(Seq seq) const;
    /// Nothing where verdictOf() gives nothing or NotExpected.
    [[nodiscard]] std::optional<EventFinding> findingOf(Seq seq) const;
    [[nodiscard]] const std::vector<OutageBand> &outages() const { return m_outages; }
    [[nodiscard]] const OutageBand *outageAt(Seq seq) const;
    /// getEvents from here on returns every missed event; nothing when none was missed.
    [[nodiscard]] std::optional<Seq> recoverSince() const { return m_recoverSince; }

private:
    [[nodiscard]] const ExecutionFinding &finding() const
    {
        return m_comparison->result().executions[m_execution];
    }
    void findBands();

    ComparisonPtr m_comparison;
    quint32 m_execution;
    std::vector<OutageBand> m_outages;
    std::optional<Seq> m_recoverSince;
};

using StreamDeliveriesPtr = std::shared_ptr<const StreamDeliveries>;

} // namespace Gapline
