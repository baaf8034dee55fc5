// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/reloadpacer.h"

#include <QSignalSpy>
#include <QTest>

using namespace Gapline;

class tst_ReloadPacer : public QObject
{
    Q_OBJECT

private slots:
    void afterARestAReloadBeginsAtOnce()
    {
        ReloadPacer pacer;
        const QSignalSpy due(&pacer, &ReloadPacer::due);
        pacer.request();
        QCOMPARE(due.count(), 0); // The event loop has to turn.
        pacer.requestAtOnce();
        QCOMPARE(due.count(), 1);
        QTest::qWait(1);
        QCOMPARE(due.count(), 1); // Once, not again for the first request.
    }

    void whileOneRunsTheNextWaitsForItsEnd()
    {
        ReloadPacer pacer;
        const QSignalSpy due(&pacer, &ReloadPacer::due);
        pacer.requestAtOnce();
        pacer.requestAtOnce();
        pacer.request();
        QCOMPARE(due.count(), 1);
        pacer.finished();
        QTRY_COMPARE(due.count(), 2);
        pacer.finished();
        pacer.reset();
        pacer.requestAtOnce();
        QCOMPARE(due.count(), 3);
    }
};

QTEST_GUILESS_MAIN(tst_ReloadPacer)
#include "tst_reloadpacer.moc"
