// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reconcile/reconcileset.h"
#include "core/report/reconcilereport.h"

#include <QHash>

#include <memory>

namespace Gapline {

/// One comparison of streams with a receiver's log: input, verdicts and findings together. Immutable and shared, so
/// that window, exports and command line speak of the same numbers; any thread may read it.
class Comparison
{
public:
    /// Compares; takes as long as reconcile() and makeReport().
    Comparison(ReconcileSet set,
               DeliveryTablePtr deliveries,
               ReceiverProfile receiver,
               std::vector<UnreadableRow> unreadable);
    Comparison(const Comparison &) = delete;
    Comparison &operator=(const Comparison &) = delete;

    [[nodiscard]] const ReconcileInput &input() const { return m_input; }
    [[nodiscard]] const Reconciliation &result() const { return m_result; }
    [[nodiscard]] const ReconcileReport &report() const { return m_report; } ///< Lists everything.
    [[nodiscard]] ReconcileReport report(const FindingFilter &filter) const;
    /// Index of the execution in input and result.
    [[nodiscard]] std::optional<quint32> indexOf(const ExecutionId &id) const;

private:
    ReconcileInput m_input;
    Reconciliation m_result;
    ReconcileReport m_report; ///< Refers to both of the above.
    QHash<ExecutionId, quint32> m_indexes;
};

using ComparisonPtr = std::shared_ptr<const Comparison>;

} // namespace Gapline
