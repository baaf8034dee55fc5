// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/streambuilder.h"

#include "core/report/gapreport.h"

#include <QTest>

using namespace Gapline;
using Gapline::Test::StreamBuilder;

class tst_GapReport : public QObject
{
    Q_OBJECT

private slots:
    void theReportOfTheWorkedExampleIsExact()
    {
        const EventStreamPtr stream = StreamBuilder(QStringLiteral("exec \"1\""))
                                          .events({1, 4, 7, 8, 12})
                                          .scanned(0, 15)
                                          .complete()
                                          .build();
        const QByteArray expected =
            "{\"executionId\":\"exec \\\"1\\\"\",\"cursor\":15,\"complete\":true,\"events\":5,"
            "\"internal\":10,\"unknown\":0,\"scanned\":[[1,15]],\"ranges\":["
            "{\"from\":1,\"to\":1,\"kind\":\"event\"},{\"from\":2,\"to\":3,\"kind\":\"internal\"},"
            "{\"from\":4,\"to\":4,\"kind\":\"event\"},{\"from\":5,\"to\":6,\"kind\":\"internal\"},"
            "{\"from\":7,\"to\":8,\"kind\":\"event\"},{\"from\":9,\"to\":11,\"kind\":\"internal\"},"
            "{\"from\":12,\"to\":12,\"kind\":\"event\"},{\"from\":13,\"to\":15,\"kind\":"
            "\"internal\"}]}";
        QCOMPARE(gapReportJson(*stream), expected);
    }

    void whatWasNotScannedIsUnknown()
    {
        const EventStreamPtr stream = StreamBuilder().events({8, 12}).scanned(7, 15).build();
        const std::vector<SeqRun> expected{
            {{{1}, {7}}, SeqKind::Unknown},
            {{{8}, {8}}, SeqKind::Event},
            {{{9}, {11}}, SeqKind::Internal},
            {{{12}, {12}}, SeqKind::Event},
            {{{13}, {15}}, SeqKind::Internal},
        };
        QVERIFY(findSeqRuns(*stream) == expected);
        QVERIFY(gapReportJson(*stream).contains("\"unknown\":7,\"scanned\":[[8,15]]"));
    }

    void completeSaysThatTheLastAnswerHadNoMore()
    {
        StreamBuilder partial = StreamBuilder().events({8, 12}).scanned(7, 15);
        QVERIFY(gapReportJson(*partial.build()).contains("\"cursor\":15,\"complete\":false"));
        partial.complete();
        QVERIFY(gapReportJson(*partial.build()).contains("\"cursor\":15,\"complete\":true"));
    }

    void anEmptyStreamHasNoRanges()
    {
        QVERIFY(gapReportJson(*StreamBuilder().build())
                    .endsWith("\"unknown\":0,\"scanned\":[],\"ranges\":[]}"));
    }
};

QTEST_GUILESS_MAIN(tst_GapReport)
#include "tst_gapreport.moc"
