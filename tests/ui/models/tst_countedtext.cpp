// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/countedtext.h"

#include <QLocale>
#include <QTest>

using namespace Gapline;

class tst_CountedText : public QObject
{
    Q_OBJECT

private slots:
    void aSingleThingIsNoneOfMany()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        QCOMPARE(CountedText::events(0), QStringLiteral("0 events"));
        QCOMPARE(CountedText::events(1), QStringLiteral("1 event"));
        QCOMPARE(CountedText::seqs(1), QStringLiteral("1 seq"));
        QCOMPARE(CountedText::internalSeqs(1), QStringLiteral("1 internal-only seq"));
        QCOMPARE(CountedText::rows(1), QStringLiteral("1 row"));
        QCOMPARE(CountedText::webhooks(1), QStringLiteral("1 webhook"));
        QCOMPARE(CountedText::executions(1), QStringLiteral("1 execution"));
        QCOMPARE(CountedText::requests(1), QStringLiteral("1 request"));
        QCOMPARE(CountedText::requests(63'865), QStringLiteral("63,865 requests"));
    }
};

QTEST_GUILESS_MAIN(tst_CountedText)
#include "tst_countedtext.moc"
