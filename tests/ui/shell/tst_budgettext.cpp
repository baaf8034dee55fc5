// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/budgettext.h"

#include <QLocale>
#include <QTest>

using namespace Gapline;

class tst_BudgetText : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void theBudgetOfTheRealServiceNamesItsRate()
    {
        QCOMPARE(budgetText({2.0, 6, 1, 3, false}),
                 QStringLiteral("2.0 requests/s · 1 of 6 at once · 3 waiting"));
    }

    void loopbackHasNoRate()
    {
        QCOMPARE(budgetText({{}, 48, 12, 0, false}), QStringLiteral("12 of 48 at once"));
    }

    void aLimitIsSaid()
    {
        QVERIFY(
            budgetText({1.0, 3, 0, 0, true}).endsWith(QStringLiteral("slowed down by the API")));
    }

    void whileListingOnlyTheListedAreKnown()
    {
        FleetProgress progress;
        progress.listed = 500;
        QCOMPARE(fleetText(progress), QStringLiteral("listing executions, 500 so far"));
    }

    void aFleetSaysWhatIsDoneFailedAndLeft()
    {
        FleetProgress progress;
        progress.isListing = false;
        progress.listed = 218;
        progress.notNeeded = 100;
        progress.waiting = 61;
        progress.done = 55;
        progress.failed = 2;
        progress.newEvents = 4120;
        progress.requests = 60;
        progress.remaining = std::chrono::seconds(130);
        QCOMPARE(fleetText(progress),
                 QStringLiteral("57 of 118 executions · 100 need none · 2 failed · 4120 new events "
                                "· 60 requests · about 3 min left"));
    }
};

QTEST_GUILESS_MAIN(tst_BudgetText)
#include "tst_budgettext.moc"
