// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/reconcilescene.h"

#include <QTest>

using namespace Gapline;
using Gapline::Test::at;
using Gapline::Test::outageScene;
using Gapline::Test::Scene;
using Gapline::Test::StreamBuilder;
using namespace std::chrono_literals;

namespace {

EventStreamPtr oneEvent(QByteArrayView type = "step.completed")
{
    return StreamBuilder().event(5, type, {}, toEpochMs(at(0))).scanned(0, 9).complete().build();
}

} // namespace

class tst_Reconciler : public QObject
{
    Q_OBJECT

private slots:
    void anOutageOf30MinutesCutAt1860LeavesSomePending()
    {
        const Reconciliation result = outageScene(30, 1800, 1860).run();
        QCOMPARE(result.totals.of(Verdict::Missed), 20);
        QCOMPARE(result.totals.of(Verdict::Pending), 8);
        QCOMPARE(result.totals.of(Verdict::Late), 2);
        QCOMPARE(result.totals.expected(), 30);
        const auto &events = result.executions[0].events;
        QCOMPARE(events[20].verdict, Verdict::Late); // t = 1200, attempt 5
        QCOMPARE(events[28].verdict, Verdict::Late); // t = 1680, attempt 4
        QCOMPARE(events[19].verdict, Verdict::Missed); // t = 1140
        QCOMPARE(events[29].verdict, Verdict::Pending); // t = 1740
    }

    void theSameOutageSeenFromItsHorizonHasNothingPending()
    {
        for (const qint64 cut : {2442, 2443, 100'000}) {
            const Reconciliation result = outageScene(30, 1800, cut).run();
            QCOMPARE(result.totals.of(Verdict::Missed), 20);
            QCOMPARE(result.totals.of(Verdict::Late), 10);
            QCOMPARE(result.totals.of(Verdict::Pending), 0);
        }
    }

    void anOutageShorterThanTheLastRetryLosesNothing()
    {
        const Reconciliation result = outageScene(10, 600, 10'000).run();
        QCOMPARE(result.totals.of(Verdict::Missed), 0);
        QCOMPARE(result.totals.of(Verdict::Late), 10);
    }

    void theFirstAttemptIsDeliveredHoweverSlowItWas()
    {
        QCOMPARE(Scene(oneEvent()).add(Scene::row(5, 300, 0, 200)).verdict(), Verdict::Delivered);
        QCOMPARE(Scene(oneEvent()).add(Scene::row(5, 2, 1, 200)).verdict(), Verdict::Late);
    }

    void withoutAttemptsTheLateThresholdDecides()
    {
        QCOMPARE(Scene(oneEvent()).add(Scene::row(5, 10)).verdict(), Verdict::Delivered);
        QCOMPARE(Scene(oneEvent()).add(Scene::row(5, 11)).verdict(), Verdict::Late);
        // A receiver's clock may run behind the sender's.
        QCOMPARE(Scene(oneEvent()).add(Scene::row(5, -3)).verdict(), Verdict::Delivered);
        // Neither attempt nor time: nothing shows that it was late.
        QCOMPARE(Scene(oneEvent()).add(Scene::row(5)).verdict(), Verdict::Delivered);
        Scene patient(oneEvent());
        patient.receiver().lateThreshold = 60s;
        QCOMPARE(patient.add(Scene::row(5, 11)).verdict(), Verdict::Delivered);
    }

    void anyAttemptInTimeWinsOverLaterOnesAndTheRestAreDuplicates()
    {
        Scene scene(oneEvent());
        scene.add(Scene::row(5, 42, 3, 200))
            .add(Scene::row(5, 1, 0, 200))
            .add(Scene::row(5, 2, 1, 500));
        const Reconciliation result = scene.run();
        const EventVerdict &event = result.executions[0].events[0];
        QCOMPARE(event.verdict, Verdict::Delivered);
        QCOMPARE(event.duplicates, 1U);
        QCOMPARE(event.decisiveRow, 1U);
        const auto rows = result.rowsOf(event);
        QVERIFY((std::vector(rows.begin(), rows.end()) == std::vector<quint32>{1, 2, 0}));
        QCOMPARE(result.totals.duplicate, 1);
    }

    void refusedAttemptsAreRejectedOnlyWhenNoRetryCanCome()
    {
        Scene scene(oneEvent());
        scene.add(Scene::row(5, 0, 0, 500)).span(0, 701);
        QCOMPARE(scene.verdict(), Verdict::Pending);
        QCOMPARE(scene.span(0, 702).verdict(), Verdict::Rejected);
    }

    void anEventWhoseTimeWasNotSentIsNeverMissedNorLate()
    {
        const EventStreamPtr untimed =
            StreamBuilder()
                .event(5, "step.completed", {}, 0, EventFlag::NoTimestamp)
                .scanned(0, 9)
                .complete()
                .build();
        // Even a span that begins before 1970, where the absent time would lie.
        Scene scene(untimed);
        QCOMPARE(scene.span(-1'900'000'000, 9000).verdict(), Verdict::NoEvidence);
        QCOMPARE(Scene(untimed).add(Scene::row(5, 300)).verdict(), Verdict::Delivered);
        // Its first row tells the least that its age can be.
        Scene refused(untimed);
        refused.add(Scene::row(5, 100, 0, 500));
        QCOMPARE(refused.span(0, 801).verdict(), Verdict::Pending);
        QCOMPARE(refused.span(0, 802).verdict(), Verdict::Rejected);
    }

    void aTypeOutsideTheSubscriptionIsNeverMissed()
    {
        Scene scene(oneEvent("step.breached"));
        scene.span(0, 9000);
        QCOMPARE(scene.verdict(), Verdict::Missed);
        scene.receiver().subscribedTypes = QStringList{QStringLiteral("step.completed")};
        QCOMPARE(scene.verdict(), Verdict::NotSubscribed);
        // A misspelt subscription subscribes to nothing.
        scene.receiver().subscribedTypes = QStringList{QStringLiteral("step.waiting")};
        QCOMPARE(scene.verdict(), Verdict::NotSubscribed);
        // A webhook of its own clears the subscription for that run.
        scene.receiver().ownWebhook.insert(ExecutionId(QStringLiteral("exec_test")));
        QCOMPARE(scene.verdict(), Verdict::Missed);
    }

    void whatArrivedDespiteTheSubscriptionIsDelivered()
    {
        Scene scene(oneEvent("step.breached"));
        scene.receiver().subscribedTypes = QStringList{QStringLiteral("step.completed")};
        QCOMPARE(scene.add(Scene::row(5, 1, 0, 200)).verdict(), Verdict::Delivered);
    }

    void aLogThatBeginsLaterProvesNothing()
    {
        QCOMPARE(Scene(oneEvent()).span(1, 9000).verdict(), Verdict::NoEvidence);
        QCOMPARE(Scene(oneEvent()).span(0, 9000).verdict(), Verdict::Missed);
    }

    void aLogThatEndsBeforeTheLastRetryProvesNothingHoweverLateItIsRead()
    {
        Scene scene(oneEvent());
        scene.span(0, 500);
        scene.receiver().asOf = at(9000);
        QCOMPARE(scene.verdict(), Verdict::NoEvidence);
        // Without a stated end, "as of" says until when the log was kept.
        scene.receiver().span.to.reset();
        QCOMPARE(scene.verdict(), Verdict::Missed);
    }

    void anEmptyLogWithoutASpanProvesNothing()
    {
        Scene scene(oneEvent());
        const Reconciliation result = scene.run();
        QCOMPARE(result.executions[0].events[0].verdict, Verdict::NoEvidence);
        QVERIFY(!result.asOf);
        scene.receiver().asOf = at(9000);
        QCOMPARE(scene.verdict(), Verdict::NoEvidence);
        scene.receiver().asOf = at(700);
        QCOMPARE(scene.verdict(), Verdict::Pending);
    }

    void theSpanIsThatOfTheRowsUnlessStated()
    {
        Scene scene(StreamBuilder()
                        .event(1, "step.completed", {}, toEpochMs(at(0)))
                        .event(2, "step.completed", {}, toEpochMs(at(100)))
                        .event(3, "step.completed", {}, toEpochMs(at(900)))
                        .scanned(0, 3)
                        .complete()
                        .build());
        scene.add(Scene::row(1, 0, 0)).add(Scene::row(3, 901, 0));
        const Reconciliation result = scene.run();
        QVERIFY((result.span == LogSpan{at(0), at(901)}));
        QVERIFY(result.asOf == at(901));
        QCOMPARE(result.executions[0].events[1].verdict, Verdict::Missed);
    }

    void bodiesWithoutTimesSpanTheTimesOfTheirEvents()
    {
        Scene scene(StreamBuilder()
                        .event(1, "step.completed", {}, toEpochMs(at(0)))
                        .event(2, "step.completed", {}, toEpochMs(at(100)))
                        .event(3, "step.completed", {}, toEpochMs(at(900)))
                        .scanned(0, 3)
                        .complete()
                        .build());
        scene.add(Scene::row(1)).add(Scene::row(3));
        QVERIFY((scene.run().span == LogSpan{at(0), at(900)}));
        QCOMPARE(scene.verdict(1), Verdict::Missed);
        QCOMPARE(scene.verdict(2), Verdict::Delivered);
    }

    void hiddenSeqsAreNeverExpectedAndUnknownOnesAreCounted()
    {
        Scene scene(StreamBuilder()
                        .event(5, "step.completed", {}, toEpochMs(at(0)))
                        .event(6, "step.retried")
                        .scanned(3, 9)
                        .build());
        const Reconciliation result = scene.span(0, 9000).run();
        QCOMPARE(result.totals.expected(), 1); // step.retried is internal: never sent
        QCOMPARE(result.executions[0].internalSeqs, 4); // 4, 7, 8, 9
        QCOMPARE(result.unknownSeqs, 3); // 1, 2, 3
    }

    void rowsWithoutAnExpectedEventGetAVerdictOfTheirOwn()
    {
        Scene scene(oneEvent());
        scene.span(0, 9000);
        Delivery foreign = Scene::row(5, 1);
        foreign.executionId = "exec_elsewhere";
        Delivery conflict = Scene::row(5, 1);
        conflict.eventId = "evt_other";
        Delivery forged = Scene::row(8, 1);
        forged.signatureVerdict = SignatureVerdict::Invalid;
        Delivery shouted =
            forged; // upper-case hex: not the strict form, but whoever sent it has the secret
        shouted.documentedReceiverAccepts = true;
        Delivery unverifiable = forged;
        unverifiable.signatureVerdict = SignatureVerdict::Unverifiable;
        for (const Delivery &row : {foreign,
                                    conflict,
                                    forged,
                                    shouted,
                                    unverifiable,
                                    Scene::row(7, 1),
                                    Scene::row(10, 1)})
            scene.add(row);
        const Reconciliation result = scene.run();
        QCOMPARE(result.totals.of(RowVerdict::Foreign), 1);
        QCOMPARE(result.totals.of(RowVerdict::Conflict), 1);
        QCOMPARE(result.totals.of(RowVerdict::Forged), 1);
        QCOMPARE(result.totals.of(RowVerdict::Unexpected), 3);
        QCOMPARE(result.rowsBeyondCoverage, 1); // seq 10 was not scanned: sync first
        // The row at its seq carries another id: this event itself was not seen.
        QCOMPARE(result.executions[0].events[0].verdict, Verdict::Missed);
        QCOMPARE(result.rows.at(2).row, 2U);
    }

    void rowsWithoutSeqJoinByEventId()
    {
        Scene scene(oneEvent());
        Delivery byId;
        byId.eventId = "evt_5";
        byId.receivedAt = at(1);
        QCOMPARE(scene.add(byId).verdict(), Verdict::Delivered);
        Delivery strange = byId;
        strange.eventId = "evt_6";
        QCOMPARE(scene.add(strange).run().totals.of(RowVerdict::Foreign), 1);
        strange.executionId = "exec_test";
        strange.receivedAt = at(2);
        QCOMPARE(scene.add(strange).run().totals.of(RowVerdict::Unexpected), 1);
    }

    void executionsThatWereNotAskedForAreNotForeign()
    {
        Scene scene(oneEvent());
        scene.input().otherExecutions.insert(ExecutionId(QStringLiteral("exec_other")));
        Delivery other = Scene::row(1, 1);
        other.executionId = "exec_other";
        const Reconciliation result = scene.add(other).run();
        QCOMPARE(result.totals.of(RowVerdict::Foreign), 0);
        QCOMPARE(result.rowsOfOtherExecutions, 1);
    }
};

QTEST_GUILESS_MAIN(tst_Reconciler)
#include "tst_reconciler.moc"
