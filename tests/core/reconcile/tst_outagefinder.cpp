// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/reconcilescene.h"

#include "core/reconcile/outagefinder.h"

#include <QTest>

using namespace Gapline;
using Gapline::Test::at;
using Gapline::Test::outageScene;
using Gapline::Test::Scene;
using Gapline::Test::StreamBuilder;

namespace {

std::vector<Outage> outagesOf(Scene scene)
{
    const Reconciliation result = scene.run();
    return findOutages(timelineOf(scene.input(), result), scene.input(), result);
}

} // namespace

class tst_OutageFinder : public QObject
{
    Q_OBJECT

private slots:
    void theKnownOutageIsFoundWithoutBeingTold()
    {
        // 40 events: those from t = 1800 on are delivered at once.
        const std::vector<Outage> outages = outagesOf(outageScene(40, 1800, 4000));
        QCOMPARE(outages.size(), 1U);
        const Outage &outage = outages.front();
        QVERIFY(outage.from == at(0) && outage.to == at(1800) && outage.isOver);
        QCOMPARE(outage.missed, 20);
        QCOMPARE(outage.late, 10);
        QCOMPARE(outage.pending, 0);
        QVERIFY(outage.executions == std::vector<quint32>{0});
        const QString words =
            outageInWords(outage, outageScene(1, 0, 1).receiver().schedule, TimeZoneChoice::Utc);
        QCOMPARE(words,
                 QStringLiteral("2026-04-28 11:08:24\u201311:38:24 UTC (30 min): 20 events lost "
                                "for good, 10 arrived late. "
                                "The last attempt comes 10 min 42 s after the event: events of the "
                                "first 19 min 18 s had "
                                "none left."));
    }

    void whatWasReplayedLaterDoesNotCutTheOutageIntoPieces()
    {
        // Every second one of those that were lost is sent again, hours later, as a first attempt.
        Scene scene = outageScene(40, 1800, 4000);
        scene.span(0, 20'000);
        for (int event = 0; event < 20; event += 2)
            scene.add(Scene::row(event + 1, 15'000 + event, 0, 200));
        const std::vector<Outage> outages = outagesOf(scene);
        QCOMPARE(outages.size(), 1U);
        QVERIFY(outages[0].from == at(0) && outages[0].to == at(1800));
        QCOMPARE(outages[0].missed, 10);
        QCOMPARE(outages[0].sentAgain.size(), 10U);
        QCOMPARE(outages[0].late, 10);
    }

    void anOutageIsAsLongWhenAllThatWasLostHasBeenReplayed()
    {
        Scene scene = outageScene(40, 1800, 4000);
        scene.span(0, 20'000);
        for (int event = 0; event < 20; ++event)
            scene.add(Scene::row(event + 1, 15'000 + event, 0, 200));
        QCOMPARE(scene.run().totals.of(Verdict::Missed), 0);
        QCOMPARE(scene.run().totals.of(Verdict::Delivered), 30);
        const std::vector<Outage> outages = outagesOf(scene);
        QCOMPARE(outages.size(), 1U);
        QVERIFY(outages[0].from == at(0) && outages[0].to == at(1800) && outages[0].isOver);
        const QString words =
            outageInWords(outages[0], scene.receiver().schedule, TimeZoneChoice::Utc);
        QCOMPARE(words,
                 QStringLiteral("2026-04-28 11:08:24\u201311:38:24 UTC (30 min): 20 events came "
                                "only when sent again, 10 arrived late. "
                                "The last attempt comes 10 min 42 s after the event: events of the "
                                "first 19 min 18 s had none left."));
    }

    void aReplayEndsAnOutageThatHadNotEnded()
    {
        // The receiver took five, was gone then, and nothing is known of it until somebody sends all again.
        Scene scene = outageScene(20, 5000, 4000);
        scene.span(-300, 20'000);
        StreamBuilder before(QStringLiteral("exec_before"));
        Delivery row = Scene::row(1, -300, 0, 200);
        row.executionId = "exec_before";
        scene
            .execution(
                before.event(1, "a", {}, toEpochMs(at(-300))).scanned(0, 1).complete().build())
            .add(row);
        for (int event = 0; event < 20; ++event)
            scene.add(Scene::row(event + 1, 15'000 + event, 0, 200));
        const std::vector<Outage> outages = outagesOf(scene);
        QCOMPARE(outages.size(), 1U);
        QVERIFY(outages[0].from == at(0) && outages[0].to == at(15'000) && outages[0].isOver);
        QCOMPARE(outages[0].sentAgain.size(), 20U);
    }

    void aShortOutageWhoseEventsHadToBeSentAgainHasLostThem()
    {
        for (const bool hasAttempts : {true, false}) {
            Scene scene(StreamBuilder()
                            .event(1, "a", {}, toEpochMs(at(0)))
                            .event(2, "a", {}, toEpochMs(at(60)))
                            .event(3, "a", {}, toEpochMs(at(700)))
                            .scanned(0, 3)
                            .complete()
                            .build());
            const auto attempt = [hasAttempts](int number) {
                return hasAttempts ? std::optional(number) : std::nullopt;
            };
            scene.span(0, 20'000)
                .add(Scene::row(1, 15'000, attempt(0), 200))
                .add(Scene::row(2, 100, attempt(3), 200))
                .add(Scene::row(3, 700, attempt(0), 200));
            const std::vector<Outage> outages = outagesOf(scene);
            QCOMPARE(outages.size(), 1U);
            QVERIFY(outages[0].from == at(0) && outages[0].to == at(100));
            // Without attempts it is late, as the verdict says, and still no retry could have brought it.
            QCOMPARE(outages[0].sentAgain.size(), hasAttempts ? 1U : 0U);
            QCOMPARE(outages[0].late, hasAttempts ? 1 : 2);
            const QString words =
                outageInWords(outages[0], scene.receiver().schedule, TimeZoneChoice::Utc);
            QVERIFY2(words.endsWith(QLatin1String("does not explain the loss by itself.")),
                     qPrintable(words));
        }
    }

    void whatWasSentAgainThoughTheReceiverTookOthersIsNoOutage()
    {
        StreamBuilder silent(QStringLiteral("exec_silent"));
        for (int i = 0; i < 5; ++i)
            silent.event(i + 1, "step.completed", {}, toEpochMs(at(600 + i)));
        Scene scene = outageScene(30, 0, 20'000); // everything delivered at once
        scene.execution(silent.scanned(0, 5).complete().build());
        for (int i = 0; i < 5; ++i) {
            Delivery row = Scene::row(i + 1, 15'000 + i, 0, 200);
            row.executionId = "exec_silent";
            scene.add(row);
        }
        const Reconciliation result = scene.run();
        QCOMPARE(result.totals.of(Verdict::Delivered), 35);
        QVERIFY(findOutages(timelineOf(scene.input(), result), scene.input(), result).empty());
    }

    void aLogWhoseClockIsOffStillShowsTheOutage()
    {
        // All of it is an hour late.
        Scene scene(outageScene(40, 1800, 4000));
        Scene shifted(scene.input().executions[0].stream);
        shifted.span(0, 20'000);
        for (int event = 30; event < 40; ++event)
            shifted.add(Scene::row(event + 1, event * 60 + 3600, 0, 200));
        const std::vector<Outage> outages = outagesOf(shifted);
        QCOMPARE(outages.size(), 1U);
        // A retry of the last ten would have found the receiver there: they are missed, but not by this outage.
        QCOMPARE(outages[0].missed, 20);
    }

    void anOutageThatLastsEndsNow()
    {
        const std::vector<Outage> outages = outagesOf(outageScene(20, 5000, 1500));
        QCOMPARE(outages.size(), 1U);
        QVERIFY(!outages[0].isOver && outages[0].to == at(1500));
        QCOMPARE(outages[0].missed + outages[0].pending, 20);
    }

    void aRetryThatGotThroughEndsTheWindow()
    {
        const std::vector<Outage> outages = outagesOf(outageScene(30, 1800, 1860));
        QCOMPARE(outages.size(), 1U);
        QVERIFY(outages[0].to == at(1842)); // attempt 5 of the event of t = 1200
        QCOMPARE(outages[0].pending, 8);
    }

    void whatTheReceiverTookOfOtherExecutionsEndsTheWindow()
    {
        // As when one execution of many is in the cache: the log goes on, with events that nothing is known of.
        Scene scene = outageScene(20, 5000, 4000);
        Delivery elsewhere = Scene::row(7, 2400, 0, 200);
        elsewhere.executionId = "exec_elsewhere";
        scene.add(elsewhere);
        const std::vector<Outage> outages = outagesOf(scene);
        QCOMPARE(outages.size(), 1U);
        QVERIFY(outages[0].isOver && outages[0].to == at(2400));
        QCOMPARE(outages[0].missed, 20);
    }

    void aSingleFailureIsNoWindow()
    {
        Scene scene(StreamBuilder()
                        .event(1, "a", {}, toEpochMs(at(0)))
                        .event(2, "a", {}, toEpochMs(at(60)))
                        .event(3, "a", {}, toEpochMs(at(120)))
                        .scanned(0, 3)
                        .complete()
                        .build());
        scene.span(0, 5000)
            .add(Scene::row(1, 0, 0, 200))
            .add(Scene::row(2, 62, 1, 200))
            .add(Scene::row(3, 120, 0, 200));
        QVERIFY(outagesOf(scene).empty());
    }

    void pendingEventsAloneShowNoOutageThatIsOver()
    {
        StreamBuilder silent(QStringLiteral("exec_silent"));
        for (int i = 0; i < 3; ++i)
            silent.event(i + 1, "step.completed", {}, toEpochMs(at(1710 + i)));
        Scene scene = outageScene(30, 0, 1800); // everything delivered at once, the last at 1740
        scene.execution(silent.scanned(0, 3).complete().build());
        const Reconciliation result = scene.run();
        QCOMPARE(result.totals.of(Verdict::Pending), 3);
        QVERIFY(findOutages(timelineOf(scene.input(), result), scene.input(), result).empty());
    }

    void eventsLostWhileTheReceiverTookOthersAreNoOutage()
    {
        StreamBuilder silent(QStringLiteral("exec_silent"));
        for (int i = 0; i < 5; ++i)
            silent.event(i + 1, "step.completed", {}, toEpochMs(at(600 + i)));
        Scene scene = outageScene(30, 0, 5000); // everything delivered at once
        scene.execution(silent.scanned(0, 5).complete().build());
        const Reconciliation result = scene.run();
        QCOMPARE(result.totals.of(Verdict::Missed), 5);
        const auto timeline = timelineOf(scene.input(), result);
        QCOMPARE(std::ranges::count_if(timeline, &TimedEvent::isStray), 5);
        QVERIFY(findOutages(timeline, scene.input(), result).empty());
    }

    void aReceiverThatAnswers500IsOut()
    {
        StreamBuilder stream;
        for (int i = 0; i < 10; ++i)
            stream.event(i + 1, "step.completed", {}, toEpochMs(at(i * 60)));
        Scene scene(stream.scanned(0, 10).complete().build());
        scene.span(0, 5000);
        for (int i = 0; i < 10; ++i)
            scene.add(Scene::row(i + 1, i * 60, 0, i >= 3 && i < 7 ? 500 : 200));
        const std::vector<Outage> outages = outagesOf(scene);
        QCOMPARE(outages.size(), 1U);
        QVERIFY(outages[0].from == at(180) && outages[0].to == at(420));
        QCOMPARE(outages[0].rejected, 4);
    }
};

QTEST_GUILESS_MAIN(tst_OutageFinder)
#include "tst_outagefinder.moc"
