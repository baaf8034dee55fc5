// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/streambuilder.h"

#include "core/stream/gapfinder.h"

#include <QTest>

#include <rapidcheck.h>

using namespace Gapline;
using Gapline::Test::StreamBuilder;
using enum GapKind;
using enum GapPlace;

class tst_GapFinder : public QObject
{
    Q_OBJECT

private slots:
    void holesInsideTheCoverageAreInternalOnly()
    {
        // The worked example of the gap arithmetic: 5 events, 10 internal seqs.
        const EventStreamPtr stream =
            StreamBuilder().events({1, 4, 7, 8, 12}).scanned(0, 15).complete().build();
        const std::vector<Gap> expected{
            {{{2}, {3}}, InternalOnly, Inner},
            {{{5}, {6}}, InternalOnly, Inner},
            {{{9}, {11}}, InternalOnly, Inner},
            {{{13}, {15}}, InternalOnly, Trailing},
        };
        const std::vector<Gap> gaps = findGaps(*stream);
        QVERIFY(gaps == expected);
        QCOMPARE(countSeqs(gaps, InternalOnly), 10);
        QCOMPARE(countSeqs(gaps, Unknown), 0);
        QCOMPARE(stream->state().cursor, Seq{15});
    }

    void whatWasNeverScannedIsUnknownNotInternal()
    {
        const EventStreamPtr stream = StreamBuilder().events({8, 12}).scanned(7, 15).build();
        const std::vector<Gap> gaps = findGaps(*stream);
        QCOMPARE(gaps.size(), 3U);
        QVERIFY((gaps[0] == Gap{{{1}, {7}}, Unknown, Leading}));
        QVERIFY((gaps[1] == Gap{{{9}, {11}}, InternalOnly, Inner}));
        QVERIFY((gaps[2] == Gap{{{13}, {15}}, InternalOnly, Trailing}));
    }

    void aHoleThatIsPartlyScannedIsSplit()
    {
        const EventStreamPtr stream =
            StreamBuilder().events({1, 20}).scanned(0, 5).scanned(8, 10).scanned(18, 20).build();
        const std::vector<Gap> expected{
            {{{2}, {5}}, InternalOnly, Inner},
            {{{6}, {8}}, Unknown, Inner},
            {{{9}, {10}}, InternalOnly, Inner},
            {{{11}, {18}}, Unknown, Inner},
            {{{19}, {19}}, InternalOnly, Inner},
        };
        QVERIFY(findGaps(*stream) == expected);
    }

    void everyWayToCutTheStreamIntoPagesGivesTheSameRanges()
    {
        for (qint64 cut = 1; cut < 15; ++cut) {
            const EventStreamPtr stream =
                StreamBuilder().events({1, 4, 7, 8, 12}).scanned(0, cut).scanned(cut, 15).build();
            QCOMPARE(countSeqs(findGaps(*stream), InternalOnly), 10);
            QCOMPARE(findGaps(*stream).size(), 4U);
        }
    }

    void everySeqGetsTheKindThatEventsAndCoverageGiveIt()
    {
        const bool holds = rc::check("each seq alone agrees with the list", [] {
            StreamBuilder builder;
            const auto present = *rc::gen::container<std::set<int>>(rc::gen::inRange(1, 60));
            for (const int seq : present)
                builder.event(seq).scanned(seq - 1, seq);
            const auto cuts = *rc::gen::container<std::vector<std::pair<int, int>>>(
                rc::gen::pair(rc::gen::inRange(0, 60), rc::gen::inRange(1, 9)));
            for (const auto &[since, length] : cuts)
                builder.scanned(since, since + length);
            const EventStreamPtr stream = builder.build();
            const std::vector<Gap> gaps = findGaps(*stream);
            for (qint64 seq = 1; seq <= stream->highestKnownSeq().value; ++seq) {
                const Gap *gap = gapAt(gaps, {seq});
                const bool isEvent = stream->indexOf({seq}).has_value();
                RC_ASSERT(isEvent == (gap == nullptr));
                if (gap)
                    RC_ASSERT((gap->kind == InternalOnly)
                              == stream->state().coverage.contains(Seq{seq}));
            }
            for (size_t i = 1; i < gaps.size(); ++i)
                RC_ASSERT(gaps[i - 1].range.last < gaps[i].range.first);
        });
        QVERIFY(holds);
    }

    void aStreamWithoutEventsIsOneGap()
    {
        const EventStreamPtr stream = StreamBuilder().scanned(0, 12).build();
        QCOMPARE(findGaps(*stream).size(), 1U);
        QVERIFY(findGaps(*StreamBuilder().build()).empty());
    }
};

QTEST_GUILESS_MAIN(tst_GapFinder)
#include "tst_gapfinder.moc"
