// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/requestqueue.h"

#include <QTest>

using namespace Gapline;

class tst_RequestQueue : public QObject
{
    Q_OBJECT

private slots:
    void interactiveRequestsGoBeforeBackgroundOnes()
    {
        RequestQueue queue(10);
        queue.add(1, Urgency::Background);
        queue.add(2, Urgency::Interactive);
        queue.add(3, Urgency::Background);
        queue.add(4, Urgency::Interactive);
        for (const RequestQueue::Id expected : {2, 4, 1, 3})
            QCOMPARE(queue.takeNext(), std::optional(expected));
        QVERIFY(!queue.takeNext());
    }

    void noMoreRunAtOnceThanTheLimit()
    {
        RequestQueue queue(2);
        for (RequestQueue::Id id = 1; id <= 4; ++id)
            queue.add(id, Urgency::Interactive);
        QVERIFY(queue.takeNext() && queue.takeNext());
        QVERIFY(!queue.takeNext());
        queue.ended();
        QCOMPARE(queue.takeNext(), std::optional<RequestQueue::Id>(3));
        QCOMPARE(queue.running(), 2);
    }

    void nothingStartsWhileHeldAndNothingIsLost()
    {
        RequestQueue queue(2);
        queue.add(1, Urgency::Interactive);
        queue.hold();
        queue.add(2, Urgency::Interactive);
        QVERIFY(!queue.takeNext());
        queue.resume();
        QCOMPARE(queue.takeNext(), std::optional<RequestQueue::Id>(1));
        QCOMPARE(queue.takeNext(), std::optional<RequestQueue::Id>(2));
    }

    void aRequestThatHasWaitedItsTurnGoesFirst()
    {
        RequestQueue queue(2);
        queue.add(1, Urgency::Background);
        queue.addFirst(2, Urgency::Background);
        queue.remove(1);
        QCOMPARE(queue.takeNext(), std::optional<RequestQueue::Id>(2));
        QVERIFY(!queue.takeNext());
    }
};

QTEST_GUILESS_MAIN(tst_RequestQueue)
#include "tst_requestqueue.moc"
