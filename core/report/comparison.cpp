// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/comparison.h"

namespace Gapline {

Comparison::Comparison(ReconcileSet set,
                       DeliveryTablePtr deliveries,
                       ReceiverProfile receiver,
                       std::vector<UnreadableRow> unreadable)
    : m_input{std::move(set.executions),
              std::move(set.others),
              std::move(deliveries),
              std::move(receiver)}
    , m_result(reconcile(m_input))
    , m_report(makeReport(m_input, m_result))
{
    m_report.notRead = std::move(set.notRead);
    m_report.unreadable = std::move(unreadable);
    for (size_t i = 0; i < m_input.executions.size(); ++i)
        m_indexes.insert(m_input.executions[i].stream->executionId(), quint32(i));
}

ReconcileReport Comparison::report(const FindingFilter &filter) const
{
    ReconcileReport report = m_report;
    report.filter = filter;
    return report;
}

std::optional<quint32> Comparison::indexOf(const ExecutionId &id) const
{
    const auto found = m_indexes.constFind(id);
    return found == m_indexes.cend() ? std::nullopt : std::optional(*found);
}

} // namespace Gapline
