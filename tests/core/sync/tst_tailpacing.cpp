// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/tailpacing.h"

#include <QTest>

using namespace Gapline;
using namespace std::chrono_literals;

class tst_TailPacing : public QObject
{
    Q_OBJECT

private slots:
    void whatMovesIsLookedAtEverySecond()
    {
        TailPacing pacing(0ms);
        for (auto now = 1s; now < 60s; now += 1s)
            QVERIFY(pacing.take({true, false}, now) == 1s);
    }

    void theWaitIsAnEighthOfTheQuietTimeUpToFifteenSeconds()
    {
        TailPacing pacing(0ms);
        QVERIFY(pacing.take({true, false}, 10s) == 1s);
        QVERIFY(pacing.take({}, 11s) == 1s);
        QVERIFY(pacing.take({}, 34s) == 3s);
        QVERIFY(pacing.take({}, 90s) == 10s);
        QVERIFY(pacing.take({}, 24h) == 15s);
        QVERIFY(pacing.take({true, false}, 24h + 15s) == 1s);
    }

    void aQuietDayTakesFewerThanSixThousandPolls()
    {
        TailPacing pacing(0ms);
        int polls = 0;
        for (std::chrono::milliseconds now = 0ms; now < 24h; ++polls)
            now += *pacing.take({}, now);
        QVERIFY2(polls > 5760 && polls < 5830, qPrintable(QString::number(polls)));
    }

    void afterATerminalEventOneMoreQuietPollIsTheLast()
    {
        TailPacing pacing(0ms);
        QVERIFY(pacing.take({true, true}, 1s) == 2s);
        QVERIFY(!pacing.take({false, true}, 3s));
    }

    void whatFollowsATerminalEventIsReadUntilNothingFollows()
    {
        TailPacing pacing(0ms);
        QVERIFY(pacing.take({false, true}, 1s) == 2s);
        QVERIFY(pacing.take({true, true}, 3s) == 2s);
        QVERIFY(pacing.take({true, true}, 5s) == 2s);
        QVERIFY(!pacing.take({false, true}, 7s));
    }
};

QTEST_GUILESS_MAIN(tst_TailPacing)
#include "tst_tailpacing.moc"
