// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/rawstream.h"

#include "core/report/ndjsonwriter.h"

#include <QBuffer>
#include <QTest>

using namespace Gapline;
using Gapline::Test::RawStream;

namespace {

QByteArray ndjsonOf(const RawStream &stream, GapRows gapRows = GapRows::None)
{
    QBuffer out;
    out.open(QIODevice::WriteOnly);
    const Result<qint64> written = writeNdjson(stream.rows(gapRows), stream.payloads(), out);
    return written ? out.data() : "error: " + written.error().message.toUtf8();
}

} // namespace

class tst_NdjsonWriter : public QObject
{
    Q_OBJECT

private slots:
    void everyEventIsALineByteForByte()
    {
        const QByteArray first =
            R"({"zeta": 1,  "seq":1, "n":1.10, "data":null, "x":"\u00e9 é 🚀 \/"})";
        const QByteArray second = R"({"seq":9007199254740991,"n":123456789012345678901234567890})";
        const RawStream stream =
            RawStream().event(1, "t", {}, first).nextBody().event(kMaxSafeInteger, "t", {}, second);
        QCOMPARE(ndjsonOf(stream), first + '\n' + second + '\n');
    }

    void bytesThatAreNoUtf8StayAsTheyCame()
    {
        const QByteArray raw = "{\"seq\":1,\"x\":\"\xFF\\ud800\"}";
        QCOMPARE(ndjsonOf(RawStream().event(1, "t", {}, raw, 0, EventFlag::MalformedPayload)),
                 raw + '\n');
    }

    void aPrettyPrintedEventBecomesOneLineWithTheSameTokens()
    {
        const RawStream stream =
            RawStream().event(1, "t", {}, "{\r\n  \"b\" : \" \\n \",\n\t\"a\" : [ 1.0,\n 2 ]\n}");
        QCOMPARE(ndjsonOf(stream), QByteArray("{\"b\":\" \\n \",\"a\":[1.0,2]}\n"));
    }

    void aLineBreakInsideAMalformedStringDoesNotSplitTheLine()
    {
        const RawStream stream =
            RawStream().event(1, "t", {}, "{\"a\":\"x\ny\"}", 0, EventFlag::MalformedPayload);
        QCOMPARE(ndjsonOf(stream), QByteArray("{\"a\":\"x\\ny\"}\n"));
    }

    void gapRowsAreNoLines()
    {
        const RawStream stream =
            RawStream().event(1, "t", {}, "{}").event(9, "t", {}, "{}").scanned(0, 12);
        QCOMPARE(ndjsonOf(stream, GapRows::All), QByteArray("{}\n{}\n"));
    }

    void theArrayHoldsTheSameEvents()
    {
        RawStream stream;
        QByteArray expected;
        for (qint64 seq = 2; seq <= 10'000; ++seq) {
            const QByteArray raw = "{\"seq\":" + QByteArray::number(seq) + "}";
            stream.event(seq, "t", {}, raw);
            expected += (expected.isEmpty() ? "[\n" : ",\n") + raw;
        }
        stream.scanned(0, 10'000);
        for (const GapRows gapRows : {GapRows::None, GapRows::All}) {
            QBuffer out;
            out.open(QIODevice::WriteOnly);
            QVERIFY(writeJsonArray(stream.rows(gapRows), stream.payloads(), out));
            QVERIFY(out.data() == expected + "\n]\n");
        }
    }

    void anEmptyArrayIsStillOne()
    {
        QBuffer out;
        out.open(QIODevice::WriteOnly);
        QVERIFY(writeJsonArray(RawStream().rows(), RawStream().payloads(), out));
        QCOMPARE(out.data().simplified(), QByteArray("[ ]"));
    }
};

QTEST_GUILESS_MAIN(tst_NdjsonWriter)
#include "tst_ndjsonwriter.moc"
