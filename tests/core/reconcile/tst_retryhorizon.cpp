// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reconcile/retryhorizon.h"

#include <QTest>

using namespace Gapline;
using namespace std::chrono_literals;

class tst_RetryHorizon : public QObject
{
    Q_OBJECT

private slots:
    void directDeliveryIsOverAfter702Seconds()
    {
        const RetrySchedule direct = directSchedule();
        QVERIFY(lastAttemptOffset(direct) == 642s);
        QVERIFY(horizon(direct) == 702s);
        QCOMPARE(toEpochMs(latestArrival(direct, fromEpochMs(1000))), 703000);
        QCOMPARE(scheduleInWords(direct),
                 QStringLiteral("attempts at 0, 2, 10, 42, 162 and 642 s, 10 s timeout each: over "
                                "after 702 s"));
    }

    void advancedDelaysAddUpTo27Hours35Minutes5Seconds()
    {
        const RetrySchedule advanced = advancedSchedule();
        QCOMPARE(advanced.offsets.size(), 8U);
        QVERIFY(lastAttemptOffset(advanced) == 27h + 35min + 5s);
        QVERIFY(advanced.offsets.at(2) == 305s);
        QVERIFY(horizon(advanced) == 27h + 35min + 5s + 8 * 15s);
    }

    void ownListsAreReadAsSecondsAfterTheFirst()
    {
        const auto own = parseSchedule(u"0,2,10");
        QVERIFY(own);
        QCOMPARE(own->name, QStringLiteral("custom"));
        QVERIFY((own->offsets == std::vector<std::chrono::milliseconds>{0s, 2s, 10s}));
        QVERIFY(horizon(*own) == 40s);
        QVERIFY(parseSchedule(u"0, 0.5")->offsets.back() == 500ms);
        QVERIFY(horizon(*parseSchedule(u"0")) == 10s);
        QVERIFY(*parseSchedule(u"direct") == directSchedule());
        QVERIFY(*parseSchedule(u"advanced") == advancedSchedule());
    }

    void listsThatAreNoScheduleAreRefused()
    {
        for (const QStringView text :
             {u"", u"2,10", u"0,10,2", u"0,2,2", u"0,-1", u"0,x", u"0,,2", u"0,1e300", u"0,nan"}) {
            const auto schedule = parseSchedule(text);
            QVERIFY2(!schedule, qPrintable(text.toString()));
            QCOMPARE(schedule.error().id, ErrorId::UsageInvalid);
        }
    }
};

QTEST_GUILESS_MAIN(tst_RetryHorizon)
#include "tst_retryhorizon.moc"
