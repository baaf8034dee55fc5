// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/delivery.h"

#include <QTest>

using namespace Gapline;

namespace {

Delivery row(qint64 seq, std::optional<qint64> receivedMs, std::optional<int> attempt)
{
    Delivery delivery;
    delivery.line = seq;
    delivery.executionId = "exec_1";
    delivery.eventId = "evt_" + QByteArray::number(seq);
    delivery.seq = Seq{seq};
    if (receivedMs)
        delivery.receivedAt = fromEpochMs(*receivedMs);
    delivery.attempt = attempt;
    return delivery;
}

} // namespace

class tst_Delivery : public QObject
{
    Q_OBJECT

private slots:
    void aRowKeepsWhatItHoldsAndLeavesTheRestAbsent()
    {
        DeliveryTable table;
        table.beginFile(QStringLiteral("a.log"));
        Delivery bare;
        bare.eventId = "evt_9";
        QVERIFY(table.add(bare));
        QVERIFY(table.add(row(7, 1000, 2)));
        QVERIFY(!table.seqAt(0) && !table.receivedAt(0) && !table.attemptAt(0)
                && !table.statusAt(0));
        QVERIFY(table.executions().at(table.executionIndexAt(0)).isEmpty());
        QVERIFY(table.isAcknowledged(0));
        QCOMPARE(table.seqAt(1), std::optional(Seq{7}));
        QCOMPARE(table.attemptAt(1), std::optional(2));
        QCOMPARE(table.eventIdAt(1).toByteArray(), QByteArray("evt_7"));
    }

    void importingAFileAgainAddsNothing()
    {
        DeliveryTable table;
        for (int time = 0; time < 2; ++time) {
            const int file = table.beginFile(QStringLiteral("a.log"));
            for (const qint64 seq : {1, 2, 2, 3})
                table.add(row(seq, {}, {}));
            QCOMPARE(table.count(), 4);
            QCOMPARE(table.file(file).repeated, time == 0 ? 0 : 4);
        }
    }

    void retriesLoggedTwiceWithinAFileStayTwo()
    {
        DeliveryTable table;
        table.beginFile(QStringLiteral("a.log"));
        QVERIFY(table.add(row(2, 1000, 0)));
        QVERIFY(table.add(row(2, 1000, 0)));
        table.beginFile(QStringLiteral("b.log"));
        QVERIFY(!table.add(row(2, 1000, 0)));
        QVERIFY(!table.add(row(2, 1000, 0)));
        QVERIFY(table.add(row(2, 1000, 0))); // a third one that the first file does not hold
        QVERIFY(table.add(row(2, 1000, 1)));
        QVERIFY(table.add(row(2, 1001, 0)));
        QCOMPARE(table.count(), 5);
        QCOMPARE(table.eventIdAt(4).toByteArray(), QByteArray("evt_2"));
        table.beginFile(QStringLiteral("c.log"));
        QVERIFY(!table.add(row(2, 1000, 0)));
        QVERIFY(!table.add(row(2, 1001, 0)));
    }
};

QTEST_GUILESS_MAIN(tst_Delivery)
#include "tst_delivery.moc"
