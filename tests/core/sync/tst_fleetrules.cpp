// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/fleetrules.h"

#include <QTest>

using namespace Gapline;
using namespace std::chrono_literals;

namespace {

/// Over, fetched a second after its end, the terminal event at 33 of 38 seqs.
StreamStanding finished()
{
    StreamStanding standing;
    standing.executionId = ExecutionId(QStringLiteral("exec_1"));
    standing.isTerminal = true;
    standing.endedAt = fromEpochMs(1777374504000);
    standing.fetchedAt = fromEpochMs(1777374505000);
    standing.cursor = Seq{38};
    standing.isComplete = true;
    standing.terminalSeq = Seq{33};
    standing.eventCount = 18;
    return standing;
}

} // namespace

class tst_FleetRules : public QObject
{
    Q_OBJECT

private slots:
    void whatIsOverAndFullyScannedIsNotFetchedAgain() { QVERIFY(!needsFetch(finished())); }

    void whatRunsIsFetched()
    {
        StreamStanding running = finished();
        running.isTerminal = false;
        QVERIFY(needsFetch(running));
    }

    void whatIsNewIsFetched()
    {
        StreamStanding unknown;
        unknown.isTerminal = true;
        unknown.endedAt = fromEpochMs(1777374504000);
        QVERIFY(needsFetch(unknown));
    }

    void aStreamWhoseEndNoAnswerHasSaidIsFetched()
    {
        StreamStanding cut = finished();
        cut.isComplete = false;
        QVERIFY(needsFetch(cut));
    }

    void aStreamWithoutItsTerminalEventIsFetched()
    {
        // The list says "completed"; what is stored was read before.
        StreamStanding early = finished();
        early.terminalSeq.reset();
        QVERIFY(needsFetch(early));
        StreamStanding island = finished();
        island.terminalSeq = Seq{60};
        QVERIFY(needsFetch(island));
    }

    void anEndThatWasReadBeforeTheRunWasOverIsFetched()
    {
        StreamStanding early = finished();
        early.fetchedAt = fromEpochMs(1777374504000);
        QVERIFY(needsFetch(early));
        StreamStanding timeless = finished();
        timeless.endedAt.reset();
        QVERIFY(!needsFetch(timeless));
    }

    void theRestTakesAsLongAsTheLastOfThemTook()
    {
        Pace pace;
        for (int second = 0; second <= 10; ++second)
            pace.note(std::chrono::seconds(second), second * 20);
        QCOMPARE(pace.remaining(10s, 600, {}), std::optional(std::chrono::seconds(30)));
    }

    void onlyTheLastHalfMinuteCounts()
    {
        Pace pace;
        int done = 0;
        for (int second = 0; second <= 120; ++second)
            pace.note(std::chrono::seconds(second), done += second < 60 ? 100 : 1);
        const auto remaining = pace.remaining(120s, 60, {});
        QVERIFY(remaining && *remaining >= 58s && *remaining <= 64s);
    }

    void nothingIsSaidTooEarlyNorWhileNothingMoves()
    {
        Pace pace;
        QVERIFY(!pace.remaining(0s, 100, {}));
        pace.note(0s, 0);
        pace.note(1s, 50);
        QVERIFY(!pace.remaining(1s, 100, {}));
        pace.note(3s, 60);
        QVERIFY(pace.remaining(3s, 100, {}));
        QVERIFY(!pace.remaining(60s, 100, {}));
    }

    void theRateBoundsIt()
    {
        Pace pace;
        pace.note(0s, 0);
        pace.note(10s, 100);
        QCOMPARE(pace.remaining(10s, 100, 2.0), std::optional(std::chrono::seconds(50)));
    }

    void anEstimateIsSaidNoFinerThanItIs()
    {
        QCOMPARE(roughly(0s), QStringLiteral("1 s"));
        QCOMPARE(roughly(41s), QStringLiteral("50 s"));
        QCOMPARE(roughly(100s), QStringLiteral("2 min"));
        QCOMPARE(roughly(125min), QStringLiteral("2 h 10 min"));
        QCOMPARE(roughly(60min), QStringLiteral("1 h"));
    }
};

QTEST_GUILESS_MAIN(tst_FleetRules)
#include "tst_fleetrules.moc"
