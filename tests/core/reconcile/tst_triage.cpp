// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reconcile/retryhorizon.h"
#include "core/reconcile/triage.h"

#include <QTest>

using namespace Gapline;
using namespace std::chrono_literals;

namespace {

const EpochMs kStart = fromEpochMs(1777374504000);

Execution run(const char *id, const char *status, std::optional<std::chrono::seconds> endedAt)
{
    Execution execution;
    execution.executionId = ExecutionId(QString::fromLatin1(id));
    execution.status = QString::fromLatin1(status);
    if (endedAt)
        (execution.status == QLatin1String("cancelled") ? execution.cancelledAt
                                                        : execution.completedAt) =
            kStart + *endedAt;
    return execution;
}

Delivery row(const char *id, qint64 seq, const char *type, std::chrono::seconds at)
{
    Delivery delivery;
    delivery.executionId = id;
    delivery.seq = Seq{seq};
    delivery.type = type;
    delivery.receivedAt = kStart + at;
    return delivery;
}

} // namespace

class tst_Triage : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_table = DeliveryTable();
        m_table.beginFile(QStringLiteral("log"));
        m_table.add(row("bounds", 1, "execution.dispatched", 0s));
        m_table.add(row("bounds", 2, "step.completed", 10'000s));
        m_receiver = {};
        m_receiver.schedule = directSchedule();
    }

    void theEventThatEndsTheRunIsLookedFor()
    {
        m_table.add(row("done", 9, "execution.completed", 100s));
        m_table.add(row("failed", 9, "execution.completed", 100s)); // not how it ended
        Delivery refused = row("refused", 9, "execution.completed", 100s);
        refused.status = 500;
        refused.isAcknowledged = false;
        m_table.add(refused);
        QCOMPARE(judge(run("done", "completed", 100s)), TriageVerdict::Proven);
        QCOMPARE(judge(run("failed", "failed", 100s)), TriageVerdict::Lacking);
        QCOMPARE(judge(run("refused", "completed", 100s)), TriageVerdict::Lacking);
        QCOMPARE(judge(run("silent", "cancelled", 100s)), TriageVerdict::Lacking);
    }

    void runsThatGoOnAreNotJudged()
    {
        const Triage result =
            triage({run("a", "running", {}), run("b", "pending", {}), run("c", "completed", {})},
                   m_table,
                   m_receiver);
        QCOMPARE(result.listed, 3);
        QVERIFY(result.runs.empty());
    }

    void nothingIsLackingWithoutProof()
    {
        // The horizon of the direct schedule is 702 s; the log ends at 10,000 s.
        QCOMPARE(judge(run("a", "completed", 9'298s)), TriageVerdict::Lacking);
        QCOMPARE(judge(run("a", "completed", 9'299s)), TriageVerdict::Pending);
        QCOMPARE(judge(run("a", "completed", -1s)), TriageVerdict::NoEvidence);
        m_receiver.asOf = kStart + 20'000s;
        m_receiver.span.to = kStart + 9'500s;
        QCOMPARE(judge(run("a", "completed", 9'000s)), TriageVerdict::NoEvidence);
        m_receiver = {};
        m_receiver.schedule = directSchedule();
        m_receiver.subscribedTypes = {QStringLiteral("step.completed")};
        QCOMPARE(judge(run("a", "completed", 100s)), TriageVerdict::NotSubscribed);
        m_receiver.ownWebhook.insert(ExecutionId(QStringLiteral("a")));
        QCOMPARE(judge(run("a", "completed", 100s)), TriageVerdict::Lacking);
    }

    void streamsAreReadAfterWhatTheLogProves()
    {
        for (const qint64 seq : {2, 1, 3, 3, 6})
            m_table.add(row("a", seq, "step.completed", 50s));
        m_table.add(row("b", 4, "step.completed", 50s));
        const Triage result =
            triage({run("a", "completed", 100s), run("b", "completed", 100s)}, m_table, m_receiver);
        QCOMPARE(result.runs[0].sinceSeq, Seq{3});
        QCOMPARE(result.runs[1].sinceSeq, Seq{0});
        QCOMPARE(result.of(TriageVerdict::Lacking), 2);
    }

private:
    TriageVerdict judge(const Execution &execution) const
    {
        return triage({execution}, m_table, m_receiver).runs.at(0).verdict;
    }

    DeliveryTable m_table;
    ReceiverProfile m_receiver;
};

QTEST_GUILESS_MAIN(tst_Triage)
#include "tst_triage.moc"
