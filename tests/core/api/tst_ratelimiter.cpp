// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/manualclock.h"

#include "core/api/ratelimiter.h"

#include <QTest>

using namespace Gapline;
using namespace std::chrono_literals;

class tst_RateLimiter : public QObject
{
    Q_OBJECT

private slots:
    void itStartsAtTwoRequestsASecond()
    {
        Test::ManualClock clock;
        RateLimiter rate(clock, {});
        int sent = 0;
        for (int ms = 0; ms <= 10000; ms += 10) {
            if (rate.wait() == 0ms) {
                rate.take();
                ++sent;
            }
            clock.advance(10ms);
        }
        QVERIFY2(sent >= 20 && sent <= 22, qPrintable(QString::number(sent))); // With its burst.
    }

    void waitSaysExactlyHowLong()
    {
        Test::ManualClock clock;
        RateLimiter rate(clock, {});
        rate.take();
        rate.take();
        QCOMPARE(rate.wait(), std::chrono::milliseconds(500));
        clock.advance(499ms);
        QVERIFY(rate.wait() > 0ms);
        clock.advance(1ms);
        QVERIFY(rate.wait() == 0ms);
    }

    void goodAnswersRaiseItAndALimitHalvesIt()
    {
        Test::ManualClock clock;
        RateLimiter rate(clock, {});
        for (int i = 0; i < 200; ++i)
            rate.answered();
        QCOMPARE(*rate.perSecond(), 50.0);
        rate.limited({});
        QCOMPARE(*rate.perSecond(), 25.0);
        for (int i = 0; i < 20; ++i)
            rate.limited({});
        QCOMPARE(*rate.perSecond(), 0.1);
    }

    void retryAfterPausesEverything()
    {
        Test::ManualClock clock;
        RateLimiter rate(clock, {});
        rate.limited(7s);
        QVERIFY(rate.wait() >= 7s);
        clock.advance(7s);
        QVERIFY(rate.wait() == 0ms);
    }

    void refusalsOfRequestsThatWereSentTogetherCountOnce()
    {
        Test::ManualClock clock;
        RateLimiter rate(clock, {.start = 32.0});
        const auto sentAt = clock.monotonic();
        clock.advance(100ms);
        for (int i = 0; i < 6; ++i)
            rate.limited({}, sentAt);
        QCOMPARE(*rate.perSecond(), 16.0);
        QCOMPARE(rate.atOnce(), 3);
        const auto sentSince = clock.monotonic();
        clock.advance(100ms);
        rate.limited({}, sentSince); // By the halved rate, and still too many.
        QCOMPARE(*rate.perSecond(), 8.0);
        QCOMPARE(rate.atOnce(), 1);
    }

    void theNumberAtOnceComesBackOneByOne()
    {
        Test::ManualClock clock;
        RateLimiter rate(clock, {.atOnce = 8});
        rate.limited({});
        QCOMPARE(rate.atOnce(), 4);
        for (int i = 0; i < 4; ++i)
            rate.answered();
        QCOMPARE(rate.atOnce(), 5);
        for (int i = 0; i < 100; ++i)
            rate.answered();
        QCOMPARE(rate.atOnce(), 8);
    }

    void nearARateThatWasTooMuchItGrowsWithCare()
    {
        Test::ManualClock clock;
        RateLimiter rate(clock, {.start = 20.0});
        rate.limited({});
        QCOMPARE(*rate.perSecond(), 10.0);
        int answers = 0;
        for (; *rate.perSecond() < 20.0; ++answers)
            rate.answered();
        QVERIFY(answers > 30); // 15 at the pace of the start.
    }

    void noMoreAreUsefulAtOnceThanTheRateKeepsBusy()
    {
        Test::ManualClock clock;
        RateLimiter rate(clock, {.start = 20.0, .atOnce = 48});
        for (int i = 0; i < 3; ++i)
            rate.answered(200ms);
        QCOMPARE(rate.sustained(), 4); // 23 a second, 0.2 s each.
        RateLimiter unlimited(clock, {.start = std::nullopt, .atOnce = 48});
        QCOMPARE(unlimited.sustained(), 48);
        unlimited.answered(50ms);
        QCOMPARE(unlimited.sustained(), 48);
        // As quick as they can be read: 48 at once would only lie in memory.
        RateLimiter near(clock, {.start = std::nullopt, .atOnce = 48});
        near.answered(4ms);
        QCOMPARE(near.sustained(), 6);
        QCOMPARE(near.atOnce(), 48);
    }

    void aPauseEndsWhenTheUserWantsItButTheRateStays()
    {
        Test::ManualClock clock;
        RateLimiter rate(clock, {.start = 20.0});
        rate.limited(std::chrono::hours(1));
        QVERIFY(rate.wait() > 59min);
        rate.endPause();
        QCOMPARE(rate.wait(), 0ms);
        QCOMPARE(*rate.perSecond(), 10.0);
        rate.take();
        QVERIFY(rate.wait() > 0ms);
    }

    void itIsSaidToLimitForHalfAMinute()
    {
        Test::ManualClock clock;
        RateLimiter rate(clock, {});
        QVERIFY(!rate.isLimiting());
        rate.limited({});
        clock.advance(29s);
        QVERIFY(rate.isLimiting());
        clock.advance(1s);
        QVERIFY(!rate.isLimiting());
    }

    void loopbackIsUnlimitedUntilItLimits()
    {
        Test::ManualClock clock;
        RateLimiter rate(clock, {.start = std::nullopt});
        for (int i = 0; i < 1000; ++i) {
            QVERIFY(rate.wait() == 0ms);
            rate.take();
        }
        QVERIFY(rate.isUnlimited());
        rate.limited({});
        QVERIFY(!rate.isUnlimited());
        QVERIFY(rate.wait() > 0ms);
    }
};

QTEST_GUILESS_MAIN(tst_RateLimiter)
#include "tst_ratelimiter.moc"
