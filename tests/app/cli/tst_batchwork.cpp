// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/batchwork.h"

#include <QTest>

#include <sched.h>
#include <thread>

using namespace Gapline;

class tst_BatchWork : public QObject
{
    Q_OBJECT

private slots:
    void threadsThatAreStartedAfterwardsWorkInBatchToo()
    {
        const sched_param parameters{};
        QCOMPARE(::sched_setscheduler(0, SCHED_OTHER, &parameters), 0);
        workInBatch();
        QCOMPARE(::sched_getscheduler(0), SCHED_BATCH);
        int ofThread = -1;
        std::thread([&ofThread] { ofThread = ::sched_getscheduler(0); }).join();
        QCOMPARE(ofThread, SCHED_BATCH);
    }

    void whatWasChosenForTheProcessStands()
    {
        const sched_param parameters{};
        QCOMPARE(::sched_setscheduler(0, SCHED_IDLE, &parameters), 0);
        workInBatch();
        QCOMPARE(::sched_getscheduler(0), SCHED_IDLE);
    }
};

QTEST_GUILESS_MAIN(tst_BatchWork)
#include "tst_batchwork.moc"
