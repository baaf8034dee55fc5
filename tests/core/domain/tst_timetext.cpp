// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/timetext.h"

#include <QTest>

#include <ctime>

using namespace Gapline;
using namespace std::chrono_literals;

static constexpr EpochMs kTime = fromEpochMs(1777374504255);

class tst_TimeText : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        qputenv("TZ", "Europe/Berlin");
        tzset();
    }

    void utcAndLocalAreToldApart()
    {
        QCOMPARE(isoTime(kTime), QStringLiteral("2026-04-28T11:08:24.255Z"));
        QCOMPARE(isoTime(kTime, TimeZoneChoice::Local),
                 QStringLiteral("2026-04-28T13:08:24.255+02:00"));
        QCOMPARE(clockTime(kTime, TimeZoneChoice::Utc), QStringLiteral("11:08:24.255Z"));
        QCOMPARE(clockTime(kTime, TimeZoneChoice::Local), QStringLiteral("13:08:24.255"));
        QCOMPARE(shortDateTime(kTime, TimeZoneChoice::Utc), QStringLiteral("2026-04-28 11:08:24Z"));
    }

    void datesOutsideFourDigitYearsShowTheirNumber()
    {
        for (const qint64 ms :
             {qint64(253402300800000), qint64(-62135596800001), qint64(1) << 53}) {
            for (const TimeZoneChoice zone : {TimeZoneChoice::Utc, TimeZoneChoice::Local}) {
                QCOMPARE(isoTime(fromEpochMs(ms), zone), QString::number(ms));
                QCOMPARE(clockTime(fromEpochMs(ms), zone), QString::number(ms));
                QCOMPARE(shortDateTime(fromEpochMs(ms), zone), QString::number(ms));
            }
        }
        QCOMPARE(isoTime(fromEpochMs(253402300799999)), QStringLiteral("9999-12-31T23:59:59.999Z"));
        QCOMPARE(isoTime(fromEpochMs(0)), QStringLiteral("1970-01-01T00:00:00.000Z"));
        QCOMPARE(isoTime(fromEpochMs(-1)), QStringLiteral("1969-12-31T23:59:59.999Z"));
    }

    void deltasNameTheirTwoLargestUnits()
    {
        QCOMPARE(deltaText(0ms), QStringLiteral("+0 ms"));
        QCOMPARE(deltaText(999ms), QStringLiteral("+999 ms"));
        QCOMPARE(deltaText(9199ms), QStringLiteral("+9.1 s"));
        QCOMPARE(deltaText(192s), QStringLiteral("+3 m 12 s"));
        QCOMPARE(deltaText(2h + 5min + 59s), QStringLiteral("+2 h 5 m"));
        QCOMPARE(deltaText(49h), QStringLiteral("+2 d 1 h"));
        QCOMPARE(deltaText(-12ms), QStringLiteral("\u221212 ms"));
    }

    void whatIsWrittenIsReadBack()
    {
        QCOMPARE(parseTime(isoTime(kTime)), std::optional(kTime));
        QCOMPARE(parseTime(isoTime(kTime, TimeZoneChoice::Local)), std::optional(kTime));
        QCOMPARE(parseTime(u"1777374504255"), std::optional(kTime));
        QCOMPARE(parseTime(u" 2026-04-28T11:08:24.255 "), std::optional(kTime)); // no offset: UTC
        QCOMPARE(parseTime(u"2026-04-28T13:08:24.255+02:00"), std::optional(kTime));
    }

    void anythingElseIsNoTime()
    {
        for (const char16_t *text : {u"", u"yesterday", u"2026-13-01", u"1e3", u"28.04.2026"})
            QVERIFY2(!parseTime(text), qPrintable(QString::fromUtf16(text)));
    }
};

QTEST_GUILESS_MAIN(tst_TimeText)
#include "tst_timetext.moc"
