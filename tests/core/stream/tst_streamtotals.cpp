// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/streambuilder.h"

#include "core/stream/gapfinder.h"
#include "core/stream/streamtotals.h"

#include <QTest>

using namespace Gapline;
using Gapline::Test::StreamBuilder;

class tst_StreamTotals : public QObject
{
    Q_OBJECT

private slots:
    void toldOnceForAllViews()
    {
        // Seqs 1 to 40, of which 31–35 were not scanned.
        const EventStreamPtr stream = StreamBuilder()
                                          .event(1, "execution.dispatched")
                                          .event(4, "step.completed", "step_a_1_x")
                                          .event(9, "step.failed", "step_b_1_x")
                                          .event(13, "step.completed", "step_a_1_x")
                                          .event(14, "step.completed", "step_b_1_x")
                                          .scanned(0, 30)
                                          .scanned(35, 40)
                                          .build();
        const StreamTotalsPtr totals = findTotals(*stream);
        QVERIFY(*totals->gaps == findGaps(*stream));
        QCOMPARE(totals->unknownSeqs, 5);
        QCOMPARE(totals->internalSeqs, 40 - 5 - 5);
        QMap<QByteArray, qint64> types;
        for (quint32 i = 0; i < stream->types().size(); ++i)
            types[stream->types().at(i)] = totals->eventsOfType[i];
        QCOMPARE(types,
                 (QMap<QByteArray, qint64>{
                     {"execution.dispatched", 1}, {"step.completed", 3}, {"step.failed", 1}}));
    }

    void ofNothingNothingIsTold()
    {
        const StreamTotalsPtr totals = findTotals(*StreamBuilder().build());
        QVERIFY(totals->gaps->empty());
        QCOMPARE(totals->internalSeqs + totals->unknownSeqs, 0);
        QVERIFY(totals->eventsOfType.empty());
    }
};

QTEST_GUILESS_MAIN(tst_StreamTotals)
#include "tst_streamtotals.moc"
