// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/manualclock.h"

#include "core/stream/eventstream.h"
#include "core/sync/streamcomparison.h"

#include <QTest>

using namespace Gapline;

namespace {

constexpr EpochMs kNow = fromEpochMs(1777374600000);

/// A stream that holds events at `seqs` and has scanned `coverage`.
EventStreamPtr streamOf(std::initializer_list<qint64> seqs, const SeqSet &coverage)
{
    EventStream::Builder builder(ExecutionId(QStringLiteral("exec_test")));
    std::vector<EventColumns> events;
    StringTable types;
    types.intern("step.completed");
    for (const qint64 seq : seqs) {
        EventColumns event;
        event.seq = {seq};
        events.push_back(event);
    }
    builder.add(1, events, types, {});
    StreamState state;
    state.coverage = coverage;
    builder.setState(state);
    return builder.build();
}

PageStored stored(SeqRange scanned)
{
    PageStored page;
    page.scanned = scanned;
    return page;
}

} // namespace

class tst_StreamComparison : public QObject
{
    Q_OBJECT

private slots:
    void aReadingThatShowsTheSameHasNoDifference()
    {
        StreamComparison comparison(streamOf({1, 4, 7}, {{{1}, {9}}}), kNow);
        comparison.take(stored({{1}, {5}}));
        comparison.take(stored({{6}, {9}}));
        const StreamDifferences differences = comparison.result(true);
        QVERIFY(differences.isEmpty());
        QVERIFY(!differences.alarm());
        QCOMPARE(differences.confirmed, 3);
        QCOMPARE(differences.scanned, (SeqSet{{{1}, {9}}}));
        QCOMPARE(differenceSentences(differences), QStringList());
        QCOMPARE(verificationSummary(differences),
                 QStringLiteral("Seq 1–9 read again; 3 events as stored."));
    }

    void eachDifferenceIsNamed()
    {
        StreamComparison comparison(streamOf({1, 4, 7}, {{{1}, {9}}}), kNow);
        PageStored page = stored({{1}, {9}});
        page.conflicts = {{4}};
        page.gone = {{7}};
        page.late = {{5}};
        page.lateEvents = 1;
        page.newEvents = 1;
        comparison.take(page);
        const StreamDifferences differences = comparison.result(true);
        QCOMPARE(differences.confirmed, 1);
        QCOMPARE(differences.firstSeen, 0);
        QCOMPARE(differences.alarm()->id, ErrorId::ContractChangedEvent);
        QCOMPARE(verificationSummary(differences),
                 QStringLiteral("Seq 1–9 read again; 1 event as stored; 1 changed; 1 gone; 1 "
                                "appeared late."));
        const QStringList sentences = differenceSentences(differences);
        QCOMPARE(sentences.size(), 3);
        QVERIFY(sentences[0].contains(QLatin1String("other content than before for seq 4")));
        QVERIFY(sentences[1].contains(QLatin1String("seq 7")));
        QVERIFY(sentences[2].startsWith(QLatin1String("Appeared late: seq 5")));
    }

    void pagesThatOverlapCountOnce()
    {
        StreamComparison comparison(streamOf({1, 4, 7}, {{{1}, {9}}}), kNow);
        PageStored page = stored({{1}, {9}});
        page.gone = {{7}};
        comparison.take(page);
        comparison.take(page);
        QCOMPARE(comparison.result(true).gone, std::vector<Seq>{{7}});
        QCOMPARE(comparison.result(true).confirmed, 2);
    }

    void anEventThatIsGoneAloneIsAnAlarmToo()
    {
        StreamComparison comparison(streamOf({1, 4}, {{{1}, {4}}}), kNow);
        PageStored page = stored({{1}, {4}});
        page.gone = {{4}};
        comparison.take(page);
        QCOMPARE(comparison.result(true).alarm()->id, ErrorId::ContractGoneEvent);
    }

    void whatAppearedLateIsADifferenceButNoAlarm()
    {
        StreamComparison comparison(streamOf({1}, {{{1}, {4}}}), kNow);
        PageStored page = stored({{1}, {4}});
        page.late = {{3}};
        page.lateEvents = page.newEvents = 1;
        comparison.take(page);
        const StreamDifferences differences = comparison.result(true);
        QVERIFY(!differences.isEmpty());
        QVERIFY(!differences.alarm());
    }

    void anEndBeforeWhatWasScannedIsADifferenceOfCoverage()
    {
        StreamComparison comparison(streamOf({1, 4}, {{{1}, {20}}}), kNow);
        comparison.take(stored({{1}, {12}}));
        const StreamDifferences differences = comparison.result(true);
        QCOMPARE(differences.notReached, (SeqSet{{{13}, {20}}}));
        QVERIFY(!differences.isEmpty());
        QVERIFY(
            verificationSummary(differences).contains(QLatin1String("8 seqs no longer reached")));
        // A reading that was stopped says nothing about where the stream ends.
        QVERIFY(comparison.result(false).notReached.isEmpty());
        QVERIFY(verificationSummary(comparison.result(false))
                    .contains(QLatin1String("not to the end")));
    }

    void whatIsReadForTheFirstTimeIsNews()
    {
        StreamComparison comparison(streamOf({1}, {{{1}, {4}}, {{10}, {12}}}), kNow);
        PageStored page = stored({{1}, {15}});
        page.newEvents = 2;
        comparison.take(page);
        const StreamDifferences differences = comparison.result(true);
        QVERIFY(differences.isEmpty());
        QCOMPARE(differences.firstSeen, 2);
        QCOMPARE(differences.firstScanned, (SeqSet{{{5}, {9}}, {{13}, {15}}}));
    }
};

QTEST_GUILESS_MAIN(tst_StreamComparison)
#include "tst_streamcomparison.moc"
