// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/reconcilescene.h"

#include "core/report/evidence.h"
#include "core/report/streamdeliveries.h"

#include <QTest>

using namespace Gapline;
using namespace Gapline::Test;

namespace {

StreamDeliveries deliveriesOf(Scene scene)
{
    (void)scene.run(); // Fills in the table.
    ReconcileSet set;
    set.executions = scene.input().executions;
    return {std::make_shared<const Comparison>(std::move(set),
                                               scene.input().deliveries,
                                               scene.receiver(),
                                               std::vector<UnreadableRow>()),
            0};
}

} // namespace

/// The world of the known answers: an event every 60 s, a receiver that refuses connections from 0 to 1800 s.
class tst_StreamDeliveries : public QObject
{
    Q_OBJECT

private slots:
    void theOutageIsOneBandOverTheSeqsThatFailed()
    {
        const StreamDeliveries deliveries = deliveriesOf(outageScene(30, 1800, 2442));
        QCOMPARE(deliveries.totals().of(Verdict::Missed), 20);
        QCOMPARE(deliveries.totals().of(Verdict::Late), 10);
        QCOMPARE(deliveries.outages().size(), 1U);
        const OutageBand &band = deliveries.outages().front();
        QVERIFY(band.seqs.first == deliveries.stream().seqAt(0));
        QVERIFY(band.seqs.last == deliveries.stream().seqAt(29));
        QCOMPARE(band.missed, 20);
        QCOMPARE(band.others, 10);
        QVERIFY(deliveries.outageAt(band.seqs.last));
        QVERIFY(!deliveries.outageAt(band.seqs.last.next()));
    }

    void theBandKeepsWhatWasSentAgain()
    {
        Scene scene = outageScene(40, 1800, 4000);
        scene.span(0, 20'000);
        for (int event = 0; event < 20; ++event)
            scene.add(Scene::row(event + 1, 15'000 + event, 0, 200));
        const StreamDeliveries deliveries = deliveriesOf(scene);
        QCOMPARE(deliveries.totals().of(Verdict::Delivered), 30);
        QCOMPARE(deliveries.outages().size(), 1U);
        const OutageBand &band = deliveries.outages().front();
        QVERIFY(band.seqs.first == deliveries.stream().seqAt(0));
        QVERIFY(band.seqs.last == deliveries.stream().seqAt(29));
        QCOMPARE(band.missed, 0);
        QCOMPARE(band.others, 30);
    }

    void recoveryBeginsRightBeforeTheFirstMissedSeq()
    {
        const StreamDeliveries missed = deliveriesOf(outageScene(30, 1800, 2442));
        QVERIFY(missed.recoverSince() == missed.stream().seqAt(0).previous());
        const StreamDeliveries none = deliveriesOf(outageScene(10, 600, 9000));
        QVERIFY(!none.recoverSince());
    }

    void aPendingEventSaysUntilWhenItMayArrive()
    {
        const StreamDeliveries deliveries = deliveriesOf(outageScene(30, 1800, 1860));
        QCOMPARE(deliveries.totals().of(Verdict::Pending), 8);
        for (qsizetype i = 0; i < deliveries.stream().count(); ++i) {
            if (deliveries.at(i).verdict != Verdict::Pending)
                continue;
            const auto finding = deliveries.findingOf(deliveries.stream().seqAt(i));
            const EpochMs until = deliveries.stream().timestampAt(i) + std::chrono::seconds(702);
            QVERIFY(finding->latestArrival == until);
            QCOMPARE(verdictInWords(deliveries.comparison(), *finding, TimeZoneChoice::Utc),
                     QStringLiteral("Not acknowledged yet. A retry can still arrive until %1.")
                         .arg(isoTime(until)));
        }
    }

    void aSeqWithoutAnEventHasNoVerdict()
    {
        const StreamDeliveries deliveries = deliveriesOf(outageScene(30, 1800, 2442));
        QVERIFY(!deliveries.verdictOf({1'000'000}));
        QVERIFY(!deliveries.findingOf({1'000'000}));
    }
};

QTEST_GUILESS_MAIN(tst_StreamDeliveries)
#include "tst_streamdeliveries.moc"
