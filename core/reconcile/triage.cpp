// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reconcile/triage.h"

#include "core/reconcile/reconciler.h"
#include "core/reconcile/retryhorizon.h"

#include <QHash>

#include <algorithm>

namespace Gapline {
namespace {

/// What the acknowledged rows of one execution prove.
struct Proof
{
    std::vector<Seq> seqs;
    QSet<QByteArray> endings; ///< Types that end an execution.
};

/// The last seq up to which none is left out, counted from 1.
Seq contiguousEnd(std::vector<Seq> seqs)
{
    std::ranges::sort(seqs);
    Seq end{0};
    for (const Seq seq : seqs) {
        if (seq > end.next())
            break;
        end = std::max(end, seq);
    }
    return end;
}

class TriageSearch
{
public:
    TriageSearch(const DeliveryTable &deliveries, const ReceiverProfile &receiver)
        : m_rows(deliveries)
        , m_receiver(receiver)
    {
        std::optional<EpochMs> first;
        std::optional<EpochMs> last;
        for (qsizetype row = 0; row < m_rows.count(); ++row) {
            if (const auto at = m_rows.receivedAt(row)) {
                first = first ? std::min(*first, *at) : at;
                last = last ? std::max(*last, *at) : at;
            }
            takeRow(row);
        }
        m_result.span.from = receiver.span.from ? receiver.span.from : first;
        m_result.span.to = receiver.span.to ? receiver.span.to : last;
        // As the reconciler has it: whoever states "now" has looked at the log until then.
        if (!receiver.span.to && receiver.asOf && m_result.span.from)
            m_result.span.to = std::max(m_result.span.to.value_or(*receiver.asOf), *receiver.asOf);
        m_result.asOf = receiver.asOf ? receiver.asOf : m_result.span.to;
    }

    Triage run(const QList<Execution> &executions)
    {
        m_result.listed = executions.size();
        for (const Execution &execution : executions) {
            const auto endedAt = execution.endedAt();
            if (!execution.isTerminal() || !endedAt)
                continue;
            TriageRun run{execution.executionId, execution.status, *endedAt, {}, {}};
            const auto proof = m_proofs.constFind(execution.executionId.text().toUtf8());
            const bool hasProof = proof != m_proofs.cend();
            run.verdict = judge(run, hasProof ? &*proof : nullptr);
            if (hasProof)
                run.sinceSeq = contiguousEnd(proof->seqs);
            ++m_result.counts.at(size_t(run.verdict));
            m_result.runs.push_back(std::move(run));
        }
        return std::move(m_result);
    }

private:
    void takeRow(qsizetype row)
    {
        const QByteArray &execution = m_rows.executions().at(m_rows.executionIndexAt(row));
        if (execution.isEmpty() || !m_rows.isAcknowledged(row))
            return;
        Proof &proof = m_proofs[execution];
        if (const auto seq = m_rows.seqAt(row))
            proof.seqs.push_back(*seq);
        if (m_rows.typeAt(row).startsWith("execution."))
            proof.endings.insert(m_rows.typeAt(row));
    }

    TriageVerdict judge(const TriageRun &run, const Proof *proof) const
    {
        const QByteArray type = "execution." + run.status.toUtf8();
        if (proof && proof->endings.contains(type))
            return TriageVerdict::Proven;
        if (!m_receiver.ownWebhook.contains(run.executionId)
            && !isSubscribed(m_receiver.subscribedTypes, type))
            return TriageVerdict::NotSubscribed;
        const EpochMs last = latestArrival(m_receiver.schedule, run.endedAt);
        if (m_result.asOf && *m_result.asOf < last)
            return TriageVerdict::Pending;
        const LogSpan &span = m_result.span;
        const bool isCovered =
            span.from && span.to && *span.from <= run.endedAt && last <= *span.to;
        return isCovered ? TriageVerdict::Lacking : TriageVerdict::NoEvidence;
    }

    const DeliveryTable &m_rows;
    const ReceiverProfile &m_receiver;
    QHash<QByteArray, Proof> m_proofs;
    Triage m_result;
};

} // namespace

QLatin1String triageVerdictName(TriageVerdict verdict)
{
    switch (verdict) {
    case TriageVerdict::Proven:
        return QLatin1String("proven");
    case TriageVerdict::Lacking:
        return QLatin1String("lacking");
    case TriageVerdict::Pending:
        return QLatin1String("pending");
    case TriageVerdict::NoEvidence:
        return QLatin1String("no-evidence");
    case TriageVerdict::NotSubscribed:
        break;
    }
    return QLatin1String("not-subscribed");
}

Triage triage(const QList<Execution> &executions,
              const DeliveryTable &deliveries,
              const ReceiverProfile &receiver)
{
    return TriageSearch(deliveries, receiver).run(executions);
}

} // namespace Gapline
