// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/streambuilder.h"

#include "core/stream/gapfinder.h"
#include "core/stream/streamrows.h"

#include <QTest>

using namespace Gapline;
using Gapline::Test::StreamBuilder;

class tst_StreamRows : public QObject
{
    Q_OBJECT

private:
    EventStreamPtr m_stream =
        StreamBuilder().events({1, 4, 7, 8, 12}).scanned(0, 15).complete().build();

    /// "1 [2-3] 4": events by seq, gaps by range.
    static QString textOf(const StreamRows &rows)
    {
        QStringList texts;
        for (qsizetype row = 0; row < rows.count(); ++row) {
            const SeqRange seqs = rows.seqsAt(row);
            const QString first = QString::number(seqs.first.value);
            texts << (rows.at(row).isGap ? QStringLiteral("[%1-%2]").arg(first).arg(seqs.last.value)
                                         : first);
        }
        return texts.join(u' ');
    }

    QString rowsOf(const EventIndexes &indexes, const EventFilter &filter, GapRows gaps) const
    {
        return textOf(StreamRows(m_stream, indexes, filter, gaps));
    }

private slots:
    void eventsAndGapsAscendBySeq()
    {
        const EventIndexes all{0, 1, 2, 3, 4};
        const QString text = QStringLiteral("1 [2-3] 4 [5-6] 7 8 [9-11] 12 [13-15]");
        QCOMPARE(rowsOf(all, {}, GapRows::All), text);
        QCOMPARE(rowsOf(all, {}, GapRows::Adjacent), text);
        QCOMPARE(rowsOf(all, {}, GapRows::None), QStringLiteral("1 4 7 8 12"));
    }

    void withoutAFilterNoIndexesAreNeeded()
    {
        const QString text = QStringLiteral("1 [2-3] 4 [5-6] 7 8 [9-11] 12 [13-15]");
        QCOMPARE(textOf(StreamRows(m_stream, GapRows::All)), text);
        QCOMPARE(textOf(StreamRows(m_stream, GapRows::Adjacent)), text);
        QCOMPARE(textOf(StreamRows(m_stream, GapRows::None)), QStringLiteral("1 4 7 8 12"));
        const auto gaps = std::make_shared<const std::vector<Gap>>(findGaps(*m_stream));
        QCOMPARE(textOf(StreamRows(m_stream, gaps, GapRows::All)), text);
        QCOMPARE(textOf(StreamRows(m_stream, gaps, GapRows::None)), QStringLiteral("1 4 7 8 12"));
        QCOMPARE(StreamRows(m_stream, GapRows::All).eventCount(), 5);

        const EventStreamPtr empty = StreamBuilder().scanned(0, 3).build();
        QCOMPARE(textOf(StreamRows(empty, GapRows::All)), QStringLiteral("[1-3]"));
        QCOMPARE(textOf(StreamRows(empty, GapRows::None)), QString());
    }

    void underAFilterOnlyGapsBesideShownEventsStay()
    {
        QCOMPARE(rowsOf({2}, {}, GapRows::Adjacent), QStringLiteral("[5-6] 7"));
        QCOMPARE(rowsOf({3}, {}, GapRows::Adjacent), QStringLiteral("8 [9-11]"));
        QCOMPARE(rowsOf({4}, {}, GapRows::Adjacent), QStringLiteral("[9-11] 12 [13-15]"));
        QCOMPARE(rowsOf({0, 4}, {}, GapRows::Adjacent),
                 QStringLiteral("1 [2-3] [9-11] 12 [13-15]"));
        QCOMPARE(rowsOf({}, {}, GapRows::Adjacent), QString());
        QCOMPARE(rowsOf({2}, {}, GapRows::All), QStringLiteral("[2-3] [5-6] 7 [9-11] [13-15]"));
    }

    void gapsAreClippedToTheSeqRange()
    {
        EventFilter filter;
        filter.sinceSeq = Seq{2};
        filter.untilSeq = Seq{10};
        QCOMPARE(rowsOf({1, 2, 3}, filter, GapRows::All),
                 QStringLiteral("[3-3] 4 [5-6] 7 8 [9-10]"));
        filter.sinceSeq = Seq{4};
        filter.untilSeq = Seq{6};
        QCOMPARE(rowsOf({}, filter, GapRows::All), QStringLiteral("[5-6]"));
    }

    void gapsOfTwoKindsThatTouchStayTogether()
    {
        const EventStreamPtr stream =
            StreamBuilder().events({1, 20}).scanned(0, 5).scanned(19, 20).build();
        QCOMPARE(textOf(StreamRows(stream, {1}, {}, GapRows::Adjacent)),
                 QStringLiteral("[2-5] [6-19] 20"));
    }

    void aLongStreamHasARowForEachEventAndEachGap()
    {
        // A hole after each event whose seq ends in 3 or 7, one of two seqs and one of one.
        StreamBuilder builder;
        for (qint64 seq = 1; seq <= 1'000; ++seq) {
            if (seq % 10 != 4 && seq % 10 != 5 && seq % 10 != 8)
                builder.event(seq);
        }
        const EventStreamPtr stream = builder.scanned(0, 1'000).build();
        const StreamRows rows(stream, matchColumns(*stream, {}), {}, GapRows::Adjacent);
        QCOMPARE(rows.count(), 900);
        QCOMPARE(rows.eventIndexes(), matchColumns(*stream, {}));
        qsizetype row = 0;
        for (Seq seq{1}; seq <= Seq{1'000}; ++row) {
            const SeqRange seqs = rows.seqsAt(row);
            QCOMPARE(seqs.first, seq);
            QCOMPARE(rows.at(row).isGap, !stream->indexOf(seq).has_value());
            QCOMPARE(seqs.count(), seq.value % 10 == 4 ? 2 : 1);
            QCOMPARE(rows.rowOf(seq), row);
            seq = seqs.last.next();
        }
        QCOMPARE(row, rows.count());
    }

    void aSeqIsFoundInItsRow()
    {
        const StreamRows rows(m_stream, {0, 1, 2, 3, 4}, {}, GapRows::All);
        QVERIFY(rows.rowOf({1}) == 0);
        QVERIFY(rows.rowOf({3}) == 1);
        QVERIFY(rows.rowOf({15}) == 8);
        QVERIFY(!rows.rowOf({16}));
        QVERIFY(!rows.rowAtOrAfter({16}));
        const StreamRows events(m_stream, {0, 1, 2, 3, 4}, {}, GapRows::None);
        QVERIFY(!events.rowOf({5}));
        QVERIFY(events.rowAtOrAfter({5}) == 2);
        QCOMPARE(events.eventCount(), 5);
        QCOMPARE(StreamRows().count(), 0);
        QVERIFY(StreamRows().gaps().empty());
    }
};

QTEST_GUILESS_MAIN(tst_StreamRows)
#include "tst_streamrows.moc"
