// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/rawstream.h"

#include "core/domain/timetext.h"
#include "core/report/csvwriter.h"

#include <QBuffer>
#include <QTest>

using namespace Gapline;
using Gapline::Test::RawStream;

namespace {

const QByteArray kHeader =
    "executionId,seq,type,stepId,nodeId,timestamp,time,correlationId,eventId,data\r\n";

/// JSON written with ' for ".
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

QByteArray csvOf(const RawStream &stream,
                 const CsvOptions &options = {},
                 GapRows gapRows = GapRows::None,
                 const EventFilter &filter = {})
{
    QBuffer out;
    out.open(QIODevice::WriteOnly);
    const Result<qint64> written =
        writeCsv(stream.rows(gapRows, filter), stream.payloads(), options, out);
    return written ? out.data() : "error: " + written.error().message.toUtf8();
}

/// The cell of the `data` column of one event with this data, as it stands in the file.
QByteArray dataCell(const QByteArray &data, CellSafety safety = CellSafety::Neutralised)
{
    const QByteArray csv =
        csvOf(RawStream().event(1, "t", {}, "{\"data\":" + data + "}"), {false, safety, {}});
    const QByteArray before = kHeader + "exec_test,1,t,,,1777374505000,2026-04-28T11:08:25.000Z,,,";
    return csv.startsWith(before) && csv.endsWith("\r\n") ? csv.sliced(before.size()).chopped(2)
                                                          : csv;
}

/// A reader of RFC 4180, so that quoting is tested by its meaning.
QList<QByteArrayList> readCsv(const QByteArray &csv)
{
    QList<QByteArrayList> records{{}};
    QByteArray cell;
    bool isQuoted = false;
    for (qsizetype i = 0; i < csv.size(); ++i) {
        const char c = csv[i];
        if (isQuoted && c == '"' && i + 1 < csv.size() && csv[i + 1] == '"') {
            cell += csv[++i];
        } else if (c == '"') {
            isQuoted = !isQuoted;
        } else if (!isQuoted && (c == ',' || c == '\n')) {
            if (c == '\n' && cell.endsWith('\r'))
                cell.chop(1);
            records.back() << std::exchange(cell, {});
            if (c == '\n')
                records << QByteArrayList();
        } else {
            cell += c;
        }
    }
    records.removeLast();
    return records;
}

} // namespace

class tst_CsvWriter : public QObject
{
    Q_OBJECT

private slots:
    void anEventIsOneLineWithAllItsFields()
    {
        const RawStream stream =
            RawStream().event(7,
                              "step.completed",
                              "step_legal_1777374504000_ab12__to__finance",
                              json("{'eventId':'evt_7','seq':7,'type':'step.completed','stepId':'s'"
                                   ",'timestamp':1777374962114,'correlationId':'corr_1','data':{'"
                                   "decision':'approved','n':9007199254740993}}"),
                              1777374962114);
        QCOMPARE(
            csvOf(stream),
            kHeader
                + "exec_test,7,step.completed,step_legal_1777374504000_ab12__to__finance,finance,"
                  "1777374962114,2026-04-28T11:16:02.114Z,corr_1,evt_7,"
                  "\"{\"\"decision\"\":\"\"approved\"\",\"\"n\"\":9007199254740993}\"\r\n");
    }

    void aTimestampThatWasNotSentIsAnEmptyCell()
    {
        const RawStream stream =
            RawStream().event(7, "t", {}, json("{'seq':7}"), 0, EventFlag::NoTimestamp);
        QCOMPARE(csvOf(stream), kHeader + "exec_test,7,t,,,,,,,\r\n");
    }

    void aByteOrderMarkIsWrittenOnlyWhenAskedFor()
    {
        const RawStream stream = RawStream().event(1, "t", {}, "{}");
        QVERIFY(csvOf(stream).startsWith("executionId"));
        CsvOptions options;
        options.hasByteOrderMark = true;
        QVERIFY(csvOf(stream, options)
                    .startsWith("\xEF\xBB\xBF"
                                "executionId"));
    }

    void nullAndAbsentDataGiveAnEmptyCell()
    {
        QCOMPARE(dataCell("null"), QByteArray());
        const RawStream absent = RawStream().event(1, "t", {}, json("{'eventId':'e'}"));
        QVERIFY(csvOf(absent).endsWith(",,e,\r\n"));
    }

    void dataLosesOnlyTheWhiteSpaceBetweenItsTokens()
    {
        QCOMPARE(dataCell("{ \"a b\" :\r\n [ 1.50 , 1e3 ] }"),
                 QByteArray("\"{\"\"a b\"\":[1.50,1e3]}\""));
        const QByteArray escaped = "{\"quote\":\"\\\"\",\"tail\":\"\\\\\"}";
        const QByteArray cell = "\"{\"\"quote\"\":\"\"\\\"\"\"\",\"\"tail\"\":\"\"\\\\\"\"}\"";
        QCOMPARE(dataCell(escaped), cell);
        QCOMPARE(dataCell("{}"), QByteArray("{}"));
    }

    void theLargestSeqAndANonBmpCharacterSurvive()
    {
        const RawStream stream =
            RawStream().event(kMaxSafeInteger,
                              "t",
                              {},
                              json("{'correlationId':'\\ud83d\\ude80','data':{'x':'🚀'}}"),
                              0);
        QVERIFY(csvOf(stream).endsWith("exec_test,9007199254740991,t,,,0,1970-01-01T00:00:00.000Z,"
                                       "🚀,,\"{\"\"x\"\":\"\"🚀\"\"}\"\r\n"));
    }

    void cellsThatASpreadsheetWouldRunAreNeutralised_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text :
             {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "=HYPERLINK(\"http://x\",\"y\")"})
            QTest::addRow("%s", text) << QByteArray(text);
    }

    void cellsThatASpreadsheetWouldRunAreNeutralised()
    {
        QFETCH(QByteArray, text);
        QByteArray escaped = text;
        escaped.replace('"', "\\\"").replace('\t', "\\t");
        const RawStream stream =
            RawStream(QString::fromUtf8(text))
                .event(1,
                       text,
                       text,
                       "{\"eventId\":\"" + escaped + "\",\"correlationId\":\"" + escaped + "\"}");
        const QByteArrayList safe = readCsv(csvOf(stream)).at(1);
        CsvOptions raw;
        raw.safety = CellSafety::Raw;
        const QByteArrayList asSent = readCsv(csvOf(stream, raw)).at(1);
        for (const int column : {0, 2, 3, 4, 7, 8}) {
            QCOMPARE(safe.at(column), "'" + text);
            QCOMPARE(asSent.at(column), text);
        }
    }

    void aDataCellThatIsNoObjectIsNeutralisedToo()
    {
        QCOMPARE(dataCell("-5"), QByteArray("'-5"));
        QCOMPARE(dataCell("-5", CellSafety::Raw), QByteArray("-5"));
    }

    void anIdStartingWithACarriageReturnIsQuotedAndNeutralised()
    {
        const RawStream stream = RawStream().event(1, "t", {}, json("{'eventId':'\\rx'}"));
        QVERIFY(csvOf(stream).contains(",\"'\rx\","));
    }

    void longTypesAndStepsAreWrittenWhole()
    {
        // On both sides of where cells are no longer copied at the longest one's length.
        for (int length = 1; length < 600; length += length < 240 ? 13 : 1) {
            RawStream stream;
            const QByteArray step = "step_" + QByteArray(length, 's');
            stream.event(1, "t", step, "{}");
            stream.event(2, QByteArray(length, 'y'), "step_short", "{}");
            stream.event(3, "t", {}, "{}");
            const QList<QByteArrayList> records = readCsv(csvOf(stream));
            QCOMPARE(records.size(), 4);
            QCOMPARE(records.at(1).at(3), step);
            QCOMPARE(records.at(2).at(2), QByteArray(length, 'y'));
            QCOMPARE(records.at(2).at(3), QByteArray("step_short"));
            QCOMPARE(records.at(3).at(2), QByteArray("t"));
            QVERIFY(records.at(3).at(3).isEmpty());
        }
    }

    void gapRowsStandBetweenTheEvents()
    {
        const RawStream stream = RawStream()
                                     .event(4, "t", {}, "{}", 0)
                                     .event(6, "t", {}, "{}", 0)
                                     .scanned(3, 6)
                                     .scanned(9, 10);
        const QByteArray event = ",t,,,0,1970-01-01T00:00:00.000Z,,,\r\n";
        QCOMPARE(csvOf(stream, {}, GapRows::All),
                 kHeader + "exec_test,1-3,(unknown),,,,,,,\r\n" + "exec_test,4" + event
                     + "exec_test,5-5,(internal-only),,,,,,,\r\n" + "exec_test,6" + event
                     + "exec_test,7-9,(unknown),,,,,,,\r\n"
                     + "exec_test,10-10,(internal-only),,,,,,,\r\n");
    }

    void aFilterClipsTheGapRows()
    {
        const RawStream stream =
            RawStream().event(1, "t", {}, "{}", 0).event(10, "t", {}, "{}", 0).scanned(0, 10);
        EventFilter filter;
        filter.sinceSeq = Seq{3};
        filter.untilSeq = Seq{8};
        QCOMPARE(csvOf(stream, {}, GapRows::All, filter),
                 kHeader + "exec_test,4-8,(internal-only),,,,,,,\r\n");
    }

    void theNodeOfExecutionsGetWinsOverTheStepId()
    {
        CsvOptions options;
        Execution execution;
        execution.steps.resize(2);
        execution.steps[0].stepId = StepId(QStringLiteral("step_a_1_x"));
        execution.steps[0].nodeId = NodeId(QStringLiteral("node-a"));
        execution.steps[1].stepId = StepId(QStringLiteral("step_b_1_x")); // Without its node.
        options.nodeIds = nodeIdsOf(execution);
        const QByteArray csv =
            csvOf(RawStream().event(1, "t", "step_a_1_x", "{}").event(2, "t", "step_b_1_x", "{}"),
                  options);
        QVERIFY(csv.contains(",step_a_1_x,node-a,"));
        QVERIFY(csv.contains(",step_b_1_x,b,"));
    }

    void aMalformedPayloadIsWrittenWithReplacementCharacters()
    {
        const RawStream stream =
            RawStream().event(1,
                              "t",
                              {},
                              "{\"eventId\":\"\\ud800\",\"data\":{\"x\":\"\xFF\"}}",
                              0,
                              EventFlag::MalformedPayload);
        QVERIFY(csvOf(stream).endsWith(",\xEF\xBF\xBD,\"{\"\"x\"\":\"\"\xEF\xBF\xBD\"\"}\"\r\n"));
    }

    void anEventThatIsCutAnywhereGivesARow()
    {
        const QByteArray whole =
            json("{'eventId':'evt\\'1','correlationId':'c\\u00e9','data':{'a':[1,{'b':'}'}]}}");
        for (qsizetype length = 0; length <= whole.size(); ++length) {
            const RawStream stream =
                RawStream().event(1, "t", {}, whole.first(length), 0, EventFlag::MalformedPayload);
            QCOMPARE(readCsv(csvOf(stream)).at(1).size(), 10);
        }
    }

    void oddDatesGiveTheirNumber()
    {
        const qint64 beyond = 253402300800000; // 10000-01-01
        const RawStream stream = RawStream()
                                     .event(1, "t", {}, "{}", beyond - 1)
                                     .event(2, "t", {}, "{}", beyond)
                                     .event(3, "t", {}, "{}", -1);
        const QByteArray csv = csvOf(stream);
        QVERIFY(csv.contains(",253402300799999,9999-12-31T23:59:59.999Z,"));
        QVERIFY(csv.contains(",253402300800000,253402300800000,"));
        QVERIFY(csv.contains(",'-1,1969-12-31T23:59:59.999Z,"));
    }

    void everyMillisecondHasItsOwnTimeWhateverTheOneBefore()
    {
        const QList<qint64> times{0,
                                  1,
                                  999,
                                  1000,
                                  1001,
                                  86'399'999,
                                  86'400'000,
                                  1777374504000,
                                  1777374504999,
                                  1777374505000,
                                  1777374504007,
                                  1777420799999,
                                  1777420800000,
                                  -1,
                                  253402300799999,
                                  253402300800000,
                                  1777374504008};
        RawStream stream;
        for (qsizetype i = 0; i < times.size(); ++i)
            stream.event(i + 1, "t", {}, "{}", times.at(i));
        const QList<QByteArrayList> records = readCsv(csvOf(stream, {false, CellSafety::Raw, {}}));
        QCOMPARE(records.size(), times.size() + 1);
        for (qsizetype i = 0; i < times.size(); ++i) {
            QCOMPARE(records.at(i + 1).at(5), QByteArray::number(times.at(i)));
            QCOMPARE(records.at(i + 1).at(6), isoTime(fromEpochMs(times.at(i))).toLatin1());
        }
    }

    void quotesAreDoubledWhereverTheyStand()
    {
        // In the middle of a body, where the bytes behind are looked at as well, and at its end.
        for (const int follows : {0, 40, 400}) {
            for (int length = 0; length < 200; ++length) {
                RawStream stream;
                QByteArray values;
                // Quotes that are known beforehand, and those that a backslash makes part of a string.
                const char *other = length % 2 == 0 ? "\"b  c\"," : "\"\\\"b\",";
                for (int i = 0; i < length; ++i)
                    values += i % (1 + length % 7) == 0 ? "\"a\"," : other;
                const QByteArray data = "[" + values + "0]";
                stream.event(1, "t", {}, "{\"data\":" + data + "}");
                stream.event(2, "t", {}, "{\"data\":" + data + "}");
                stream.event(3, "t", {}, "{\"x\":\"" + QByteArray(follows, 'x') + "\"}");
                const QList<QByteArrayList> records = readCsv(csvOf(stream));
                QCOMPARE(records.size(), 4);
                QCOMPARE(records.at(1).at(9), data);
                QCOMPARE(records.at(2).at(9), data);
            }
        }
    }

    void everyNaughtyTextReadsBackAsItWas_data()
    {
        QTest::addColumn<QString>("text");
        const QStringList texts{QStringLiteral("a,b"),
                                QStringLiteral("\"quoted\""),
                                QStringLiteral("line\nbreak"),
                                QStringLiteral("cr\rlf\r\n"),
                                QStringLiteral("<img src=x>"),
                                QString::fromUtf8("\u202Eevil"),
                                QStringLiteral("\u0001\u001f"),
                                QStringLiteral("  spaces  "),
                                QStringLiteral("'; DROP TABLE"),
                                QString::fromUtf8("漢字 👩‍👩‍👧"),
                                QStringLiteral("\"")};
        for (const QString &text : texts)
            QTest::newRow(text.toUtf8().toPercentEncoding().constData()) << text;
    }

    void everyNaughtyTextReadsBackAsItWas()
    {
        QFETCH(QString, text);
        QByteArray escaped;
        for (const QChar c : text)
            escaped += "\\u" + QByteArray::number(c.unicode(), 16).rightJustified(4, '0');
        const RawStream stream = RawStream(text).event(
            1, text.toUtf8(), text.toUtf8(), "{\"eventId\":\"" + escaped + "\"}");
        CsvOptions raw;
        raw.safety = CellSafety::Raw;
        const QByteArrayList cells = readCsv(csvOf(stream, raw)).at(1);
        QCOMPARE(QString::fromUtf8(cells.at(0)), text);
        QCOMPARE(QString::fromUtf8(cells.at(2)), text);
        QCOMPARE(QString::fromUtf8(cells.at(3)), text);
        QCOMPARE(QString::fromUtf8(cells.at(8)), text);
    }

    void manyEventsOverManyBodiesKeepTheirOrder()
    {
        RawStream stream;
        QByteArray expected = kHeader;
        for (qint64 seq = 1; seq <= 20'000; ++seq) {
            if (seq % 500 == 0)
                stream.nextBody();
            const QByteArray id = QByteArray::number(seq);
            stream.event(seq, "t", {}, "{\"eventId\":\"e" + id + "\"}", 0);
            expected += "exec_test," + id + ",t,,,0,1970-01-01T00:00:00.000Z,,e" + id + ",\r\n";
        }
        QVERIFY(csvOf(stream) == expected);
    }

    void aBodyThatCannotBeTrustedStopsTheExport()
    {
        const RawStream stream = RawStream().event(1, "t", {}, "{}");
        const PayloadSource damaged = [](qint64 id) -> Result<SegmentBodyPtr> {
            return std::make_shared<SegmentBody>(SegmentBody{id, "{}", true});
        };
        const PayloadSource cut = [](qint64 id) -> Result<SegmentBodyPtr> {
            return std::make_shared<SegmentBody>(SegmentBody{id, "{", false});
        };
        for (const PayloadSource &source : {damaged, cut}) {
            QBuffer out;
            out.open(QIODevice::WriteOnly);
            const Result<qint64> written = writeCsv(stream.rows(), source, {}, out);
            QVERIFY(!written);
            QCOMPARE(written.error().id, ErrorId::CacheDamaged);
        }
    }

    void aFullDiskIsAnErrorAndAStopACancellation()
    {
        const RawStream stream = RawStream().event(1, "t", {}, "{}");
        QFile full(QStringLiteral("/dev/full"));
        QVERIFY(full.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        const Result<qint64> onFullDisk = writeCsv(stream.rows(), stream.payloads(), {}, full);
        QVERIFY(!onFullDisk);
        QCOMPARE(onFullDisk.error().id, ErrorId::FileUnwritable);

        QBuffer out;
        out.open(QIODevice::WriteOnly);
        const Result<qint64> stopped =
            writeCsv(stream.rows(), stream.payloads(), {}, out, [](qint64) { return false; });
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().id, ErrorId::Cancelled);
    }
};

QTEST_GUILESS_MAIN(tst_CsvWriter)
#include "tst_csvwriter.moc"
