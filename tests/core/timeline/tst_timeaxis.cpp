// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/timeaxis.h"
#include "core/timeline/timeticks.h"

#include <QTest>

#include <rapidcheck.h>

using namespace Gapline;

namespace {

/// 2026-04-28T11:08:24.255Z
constexpr qint64 kBegin = 1777374504255;
constexpr qint64 kMinute = 60'000;
constexpr qint64 kHour = 60 * kMinute;

/// Two bursts of a minute with nine hours between them.
std::vector<qint64> twoBursts()
{
    std::vector<qint64> times;
    for (qint64 i = 0; i <= 6; ++i)
        times.push_back(kBegin + i * 10'000);
    for (qint64 i = 0; i <= 6; ++i)
        times.push_back(kBegin + kMinute + 9 * kHour + i * 10'000);
    return times;
}

QStringList written(const TimeAxis &axis, const TimelineScale &scale, TimeZoneChoice zone)
{
    QStringList texts;
    const qint64 step = timeTickStep(axis, scale, {});
    for (const TimeTick &tick : timeTicks(axis, scale, {}, zone))
        texts << timeTickText(tick.time, step, zone);
    return texts;
}

} // namespace

class tst_TimeAxis : public QObject
{
    Q_OBJECT

private slots:
    void withoutTimesThereIsNoAxis()
    {
        const TimeAxis axis({}, IdleTime::Shortened);
        QVERIFY(axis.isEmpty());
        QVERIFY(axis.breaks().empty());
        QVERIFY(axis.whole().width() > 0);
    }

    void timeTakesItsFullLengthUnlessIdleStretchesAreShortened()
    {
        const TimeAxis axis(twoBursts(), IdleTime::Full);
        QVERIFY(axis.breaks().empty());
        QCOMPARE(axis.positionOf(kBegin), 0.0);
        QCOMPARE(axis.positionOf(kBegin + kMinute), 60'000.0);
        QCOMPARE(axis.positionOf(kBegin + 2 * kMinute + 9 * kHour), 120'000.0 + 9 * 3'600'000.0);
        QCOMPARE(axis.timeAt(60'000), double(kBegin + kMinute));
    }

    void anIdleStretchBecomesABreakThatKnowsHowLongItLasted()
    {
        const TimeAxis axis(twoBursts(), IdleTime::Shortened);
        QCOMPARE(axis.breaks().size(), 1U);
        const TimeAxis::Break &idle = axis.breaks()[0];
        QCOMPARE(idle.duration(), 9 * kHour);
        QCOMPARE(idle.position, 60'000.0);
        // A twelfth of the two minutes in which something happened.
        QCOMPARE(idle.width, 10'000.0);
        QCOMPARE(axis.positionOf(kBegin + kMinute), 60'000.0);
        QCOMPARE(axis.positionOf(kBegin + kMinute + 9 * kHour), 70'000.0);
        QCOMPARE(axis.positionOf(kBegin + 2 * kMinute + 9 * kHour), 130'000.0);
        // Half way through the break half of the time has passed.
        QCOMPARE(axis.timeAt(65'000), double(kBegin + kMinute + 9 * kHour / 2));
        // 9 h 2 m / 20 = 27.1 minutes: ten minutes are a pause, ten seconds are none.
        QCOMPARE(axis.longestIdle(), 10 * kMinute);
        // Two per cent of room at both ends.
        QCOMPARE(axis.whole(), (AxisRange{-2'600, 132'600}));
    }

    void manyShortPausesAreNoBreaksBesideFewLongOnes()
    {
        // Twenty pauses of three minutes, four of six: of 84 minutes a twentieth is 4.2, so that two are a pause.
        std::vector<qint64> times{kBegin};
        for (int i = 0; i < 24; ++i)
            times.push_back(times.back() + (i % 6 == 5 ? 6 : 3) * kMinute);
        const TimeAxis axis(times, IdleTime::Shortened);
        QCOMPARE(axis.longestIdle(), 5 * kMinute);
        QCOMPARE(axis.breaks().size(), 4U);
        // But pauses that are all there is are all shortened.
        std::vector<qint64> days{kBegin};
        for (int i = 0; i < 14; ++i) {
            days.push_back(days.back() + 24 * kHour);
            days.push_back(days.back() + kMinute);
        }
        QCOMPARE(TimeAxis(days, IdleTime::Shortened).breaks().size(), 14U);
    }

    void twoMomentsFarApartAreABreakAlone()
    {
        const std::vector<qint64> times{kBegin, kBegin + 24 * kHour};
        const TimeAxis axis(times, IdleTime::Shortened);
        QCOMPARE(axis.breaks().size(), 1U);
        QVERIFY(axis.positionOf(times[1]) > 0);
        QVERIFY(axis.positionOf(times[1]) < 24 * 3'600'000.0);
    }

    void positionsRiseWithTimeAndLeadBack()
    {
        QVERIFY(rc::check("a later time has a greater position, and each position its time", [] {
            auto times = *rc::gen::nonEmpty(rc::gen::container<std::vector<qint64>>(
                rc::gen::inRange<qint64>(0, 4'000'000'000)));
            std::ranges::sort(times);
            const TimeAxis axis(times, IdleTime::Shortened);
            RC_ASSERT(axis.breaks().size() <= 60U);
            for (size_t i = 1; i < times.size(); ++i) {
                if (times[i] > times[i - 1])
                    RC_ASSERT(axis.positionOf(times[i]) > axis.positionOf(times[i - 1]));
            }
            const qint64 any = *rc::gen::inRange<qint64>(-1'000'000, 5'000'000'000);
            RC_ASSERT(std::abs(axis.timeAt(axis.positionOf(any)) - double(any)) < 1.0);
        }));
    }

    void theLargestTimeOfTheContractHasItsPlace()
    {
        const std::vector<qint64> times{0, kBegin, kMaxSafeInteger};
        const TimeAxis axis(times, IdleTime::Full);
        QCOMPARE(axis.positionOf(kMaxSafeInteger), double(kMaxSafeInteger));
        const TimeAxis shortened(times, IdleTime::Shortened);
        QVERIFY(shortened.positionOf(kMaxSafeInteger) > shortened.positionOf(kBegin));
    }

    void ticksAreRoundMoments()
    {
        const std::vector<qint64> times{kBegin, kBegin + kMinute};
        const TimeAxis axis(times, IdleTime::Full);
        const TimelineScale scale({0, 60'000}, 600);
        QCOMPARE(timeTickStep(axis, scale, {}), 10'000);
        QCOMPARE(written(axis, scale, TimeZoneChoice::Utc),
                 (QStringList{QStringLiteral("11:08:30"),
                              QStringLiteral("11:08:40"),
                              QStringLiteral("11:08:50"),
                              QStringLiteral("11:09:00"),
                              QStringLiteral("11:09:10"),
                              QStringLiteral("11:09:20")}));
        // 11:08:30 is 5.745 s after the first event, at 10 pixels a second.
        QCOMPARE(timeTicks(axis, scale, {}, TimeZoneChoice::Utc)[0].x, 57.45);
    }

    void ticksFollowTheShownZone()
    {
        qputenv("TZ", "Asia/Kathmandu"); // UTC+05:45
        const std::vector<qint64> times{kBegin, kBegin + 10 * kHour};
        const TimeAxis axis(times, IdleTime::Full);
        const TimelineScale scale({0, 10.0 * 3'600'000}, 600);
        const QStringList local = written(axis, scale, TimeZoneChoice::Local);
        QVERIFY2(local.contains(QStringLiteral("17:00")), qPrintable(local.join(u' ')));
        const QStringList utc = written(axis, scale, TimeZoneChoice::Utc);
        QVERIFY2(utc.contains(QStringLiteral("12:00")), qPrintable(utc.join(u' ')));
        qunsetenv("TZ");
    }

    void aDayBeginsWithItsDate()
    {
        const std::vector<qint64> times{kBegin, kBegin + 48 * kHour};
        const TimeAxis axis(times, IdleTime::Full);
        const QStringList texts =
            written(axis, TimelineScale({0, 48.0 * 3'600'000}, 900), TimeZoneChoice::Utc);
        QVERIFY2(texts.contains(QStringLiteral("2026-04-29")), qPrintable(texts.join(u' ')));
        QVERIFY2(texts.contains(QStringLiteral("18:00")), qPrintable(texts.join(u' ')));
    }

    void ticksKeepApartAndOutOfBreaks()
    {
        QVERIFY(rc::check("no two labels touch, none stands in a break", [] {
            auto times = *rc::gen::nonEmpty(rc::gen::container<std::vector<qint64>>(
                rc::gen::inRange<qint64>(kBegin, kBegin + 4'000'000'000)));
            std::ranges::sort(times);
            const TimeAxis axis(times, IdleTime::Shortened);
            const AxisRange whole = axis.whole();
            const double width = whole.width() / double(*rc::gen::inRange(1, 40));
            const TimelineScale scale({whole.from, whole.from + width}, 900);
            const std::vector<TimeTick> ticks = timeTicks(axis, scale, {}, TimeZoneChoice::Utc);
            for (size_t i = 0; i < ticks.size(); ++i) {
                // RC_ASSERT evaluates both sides of "or".
                if (i > 0)
                    RC_ASSERT(ticks[i].x - ticks[i - 1].x >= 36.0);
                RC_ASSERT(ticks[i].x >= 0 && ticks[i].x <= 900);
                for (const TimeAxis::Break &idle : axis.breaks())
                    RC_ASSERT(ticks[i].time <= idle.from || ticks[i].time >= idle.to);
            }
        }));
    }

    void breaksSayHowLongTheyLast()
    {
        QCOMPARE(breakText(9 * kHour), QStringLiteral("9 h 0 m"));
        QCOMPARE(breakText(7 * kMinute + 32'000), QStringLiteral("7 m 32 s"));
        QCOMPARE(shortBreakText(7 * kMinute + 32'000), QStringLiteral("7 m"));
        const TimeAxis axis(twoBursts(), IdleTime::Shortened);
        const std::vector<BreakMark> marks = breakMarks(axis, TimelineScale({0, 130'000}, 1300));
        QCOMPARE(marks.size(), 1U);
        QCOMPARE(marks[0].x, 600.0);
        QCOMPARE(marks[0].width, 100.0);
        QVERIFY(breakMarks(axis, TimelineScale({0, 50'000}, 1300)).empty());
    }
};

QTEST_GUILESS_MAIN(tst_TimeAxis)
#include "tst_timeaxis.moc"
