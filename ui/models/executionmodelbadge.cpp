// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/executionmodel.h"

#include <QLocale>

// The part of ExecutionModel that says how an execution's webhooks fared.

namespace Gapline {
namespace {

QString grouped(qint64 number)
{
    return QLocale().toString(qlonglong(number));
}

} // namespace

void ExecutionModel::setComparison(const ComparisonPtr &comparison)
{
    m_comparison = comparison;
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, kColumnCount - 1));
}

const ReconcileTotals *ExecutionModel::totalsOf(const CachedExecution &execution) const
{
    const std::optional<quint32> index =
        m_comparison ? m_comparison->indexOf(execution.execution.executionId) : std::nullopt;
    return index ? &m_comparison->result().executions[*index].totals : nullptr;
}

QString ExecutionModel::badge(const CachedExecution &execution) const
{
    if (!m_comparison)
        return {};
    const ReconcileTotals *totals = totalsOf(execution);
    if (!totals)
        return tr("not read");
    const qint64 expected = totals->expected();
    const bool hasLate = totals->of(Verdict::Late) > 0;
    const qint64 arrived = totals->of(Verdict::Delivered) + totals->of(Verdict::Late);
    if (totals->of(Verdict::Missed) > 0)
        return tr("%1 missed").arg(grouped(totals->of(Verdict::Missed)));
    if (totals->of(Verdict::Rejected) > 0)
        return tr("%1 rejected").arg(grouped(totals->of(Verdict::Rejected)));
    if (totals->of(Verdict::Pending) > 0)
        return tr("%1 pending").arg(grouped(totals->of(Verdict::Pending)));
    if (expected == 0)
        return tr("no events");
    if (arrived == expected)
        return hasLate ? tr("all arrived") : tr("all delivered");
    if (totals->of(Verdict::NoEvidence) == expected)
        return tr("no evidence");
    if (arrived == 0)
        return tr("nothing expected");
    return (hasLate ? tr("%1 of %2 arrived") : tr("%1 of %2 delivered"))
        .arg(grouped(arrived), grouped(expected));
}

} // namespace Gapline
