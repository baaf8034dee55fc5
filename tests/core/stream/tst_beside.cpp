// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stream/beside.h"

#include <QTest>
#include <QThread>

using namespace Gapline;

class tst_Beside : public QObject
{
    Q_OBJECT

private slots:
    void bothAreDoneOnceWhenItReturns()
    {
        for (int time = 0; time < 2'000; ++time) {
            int beside = 0;
            int here = 0;
            runBeside([&beside] { ++beside; }, [&here] { ++here; });
            QCOMPARE(beside, 1);
            QCOMPARE(here, 1);
        }
    }

    void aPoolThatIsBusyIsNotWaitedFor()
    {
        QThreadPool &pool = *QThreadPool::globalInstance();
        const int threads = pool.maxThreadCount();
        QSemaphore begun;
        QSemaphore mayEnd;
        for (int i = 0; i < threads; ++i) {
            pool.start([&] {
                begun.release();
                mayEnd.acquire();
            });
        }
        begun.acquire(threads);
        Qt::HANDLE worker = nullptr;
        runBeside([&worker] { worker = QThread::currentThreadId(); }, [] {});
        mayEnd.release(threads);
        pool.waitForDone();
        QCOMPARE(worker, QThread::currentThreadId());
    }

    void bothRunAtOnceWhereThePoolIsFree()
    {
        QSemaphore met;
        // Neither could end alone.
        runBeside([&met] { met.release(); }, [&met] { QVERIFY(met.tryAcquire(1, 60'000)); });
    }
};

QTEST_APPLESS_MAIN(tst_Beside)

#include "tst_beside.moc"
