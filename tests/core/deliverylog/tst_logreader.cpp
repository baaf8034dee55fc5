// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deliverylog/logreader.h"

#include <QBuffer>
#include <QFile>
#include <QStringEncoder>
#include <QTemporaryDir>
#include <QTest>

#include <zlib.h>

using namespace Gapline;

namespace {

struct Read
{
    LogReading reading;
    std::vector<Delivery> rows;
    std::vector<RejectedRow> rejected;
};

Read readDevice(QIODevice &device,
                const QMap<QString, QString> &corrections = {},
                const QList<Secret> &secrets = {})
{
    Read result;
    LogSinks sinks;
    sinks.delivery = [&result](const Delivery &row) { result.rows.push_back(row); };
    sinks.rejected = [&result](const RejectedRow &row) { result.rejected.push_back(row); };
    auto mapping = RowMapping::corrected(corrections);
    result.reading = readLog(device, *mapping, secrets, sinks);
    return result;
}

Read readText(QByteArray log,
              const QMap<QString, QString> &corrections = {},
              const QList<Secret> &secrets = {})
{
    QBuffer buffer(&log);
    buffer.open(QIODevice::ReadOnly);
    return readDevice(buffer, corrections, secrets);
}

QByteArray gzipped(const QByteArray &bytes)
{
    z_stream stream{};
    deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    QByteArray out(qsizetype(deflateBound(&stream, uLong(bytes.size()))), '\0');
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.constData()));
    stream.avail_in = uInt(bytes.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = uInt(out.size());
    deflate(&stream, Z_FINISH);
    out.truncate(qsizetype(stream.total_out));
    deflateEnd(&stream);
    return out;
}

/// The documented body (api-contract.md, "Webhooks").
const QByteArray kBody =
    R"({"event":"step.awaiting-approval","executionId":"exec_1777374504255_xzy43k9q","definitionId":"marketing-copy-approval",)"
    R"("stepId":"step_a","status":"waiting","seq":7,"timestamp":"2026-04-28T08:05:00.000Z","correlationId":"corr_campaign_42",)"
    R"("data":{"waitingForReviewers":1}})";

QByteArray quotedJson(const QByteArray &text)
{
    QByteArray out = text;
    return '"' + out.replace('\\', "\\\\").replace('"', "\\\"") + '"';
}

QByteArray bodyOf(qint64 seq)
{
    QByteArray body = kBody;
    return body.replace("\"seq\":7", "\"seq\":" + QByteArray::number(seq));
}

constexpr qint64 kBodyTime = 1777363500000; // 2026-04-28T08:05:00Z

/// Gives one endless line without ever holding it.
class LongLine final : public QIODevice
{
public:
    LongLine(qint64 length, QByteArray before, QByteArray after)
        : m_left(length)
        , m_before(std::move(before))
        , m_after(std::move(after))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    bool isSequential() const override { return true; }

protected:
    qint64 readData(char *bytes, qint64 most) override
    {
        for (QByteArray *part : {&m_before, static_cast<QByteArray *>(nullptr), &m_after}) {
            if (!part && m_left > 0) {
                const qint64 count = std::min(most, m_left);
                std::memset(bytes, 'x', size_t(count));
                m_left -= count;
                return count;
            }
            if (part && !part->isEmpty()) {
                const qint64 count = std::min<qint64>(most, part->size());
                std::memcpy(bytes, part->constData(), size_t(count));
                part->remove(0, count);
                return count;
            }
        }
        return 0;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    qint64 m_left;
    QByteArray m_before;
    QByteArray m_after;
};

qint64 peakMemory()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).replace("kB", "").trimmed().toLongLong() * 1024;
    }
    return 0;
}

} // namespace

class tst_LogReader : public QObject
{
    Q_OBJECT

private slots:
    void wholeNumbersMayBeWrittenAsFractions()
    {
        const Read csv = readText("executionId,seq,status,attempt\nexec_1,7.0,500.0,2.0\n"
                                  "exec_1,7.5,200,0\n");
        QCOMPARE(csv.rows.size(), 1U);
        QCOMPARE(csv.rows[0].seq, std::optional(Seq{7}));
        QCOMPARE(csv.rows[0].status, std::optional(500));
        QVERIFY(!csv.rows[0].isAcknowledged);
        QCOMPARE(csv.rows[0].attempt, std::optional(2));
        QCOMPARE(csv.rejected.size(), 1U); // there is no seq 7.5
        const Read json = readText("{\"executionId\":\"exec_1\",\"seq\":3.0,\"status\":404.0}\n");
        QCOMPARE(json.rows.at(0).seq, std::optional(Seq{3}));
        QVERIFY(!json.rows[0].isAcknowledged);
    }

    void bodiesAsDeliveredHoldTheEventAndNoEvidenceOfWhenTheyCame()
    {
        const Read read = readText(kBody + '\n' + bodyOf(8) + '\n');
        QCOMPARE(read.reading.accepted, 2);
        QCOMPARE(formatName(read.reading.format), QStringLiteral("NDJSON"));
        const Delivery &row = read.rows.at(0);
        QCOMPARE(row.executionId, QByteArray("exec_1777374504255_xzy43k9q"));
        QCOMPARE(row.seq, std::optional(Seq{7}));
        QCOMPARE(row.type, QByteArray("step.awaiting-approval"));
        QCOMPARE(toEpochMs(*row.eventTime), kBodyTime);
        QVERIFY(!row.receivedAt);
        QVERIFY(!row.status); // "waiting" is the step's, not HTTP's
        QVERIFY(row.isAcknowledged);
        QCOMPARE(read.rows.at(1).line, 2);
    }

    void apiShapedEventsAreRead()
    {
        const Read read = readText(
            R"({"executionId":"exec_1","eventId":"evt_1","seq":4,"type":"step.completed","stepId":null,)"
            R"("timestamp":1777363500000,"correlationId":"c","data":null})");
        const Delivery &row = read.rows.at(0);
        QCOMPARE(row.eventId, QByteArray("evt_1"));
        QCOMPARE(row.type, QByteArray("step.completed"));
        QCOMPARE(toEpochMs(*row.eventTime), kBodyTime);
        QVERIFY(!row.receivedAt);
    }

    void logRecordsWithANestedBodyAreFilledFromIt()
    {
        const QByteArray headers =
            R"("headers":{"X-Velt-Attempt":["2"],"x-velt-event-id":"evt_7","x-velt-signature":"sha256=00"})";
        for (const QByteArray &body : {kBody, quotedJson(kBody)}) {
            const Read read = readText(
                R"({"level":"info","type":"webhook","receivedAt":"2026-04-28T08:05:02.500Z","status":503,)"
                + headers + R"(,"body":)" + body + "}\n");
            QCOMPARE(read.reading.accepted, 1);
            const Delivery &row = read.rows.at(0);
            QCOMPARE(row.seq, std::optional(Seq{7}));
            QCOMPARE(row.eventId, QByteArray("evt_7"));
            QCOMPARE(row.type, QByteArray("step.awaiting-approval"));
            QCOMPARE(row.attempt, std::optional(2));
            QCOMPARE(row.status, std::optional(503));
            QVERIFY(!row.isAcknowledged);
            QCOMPARE(toEpochMs(*row.receivedAt), kBodyTime + 2500);
            QCOMPARE(toEpochMs(*row.eventTime), kBodyTime);
            QCOMPARE(row.signature, QByteArray("sha256=00"));
            QCOMPARE(row.isRawBody, body != kBody);
            QCOMPARE(row.body, kBody);
        }
    }

    void nginxAccessLogsWithAnEscapedBodyAreRead()
    {
        const QByteArray start =
            R"({"time_local":"28/Apr/2026:10:05:01 +0200","request":"POST /hook HTTP/1.1","status":"200",)"
            R"("request_time":"0.004","http_x_velt_attempt":"0","http_x_velt_event_id":"evt_7","request_body":)";
        QByteArray byDefault = kBody; // escape=default writes quotes as \x22
        byDefault = '"' + byDefault.replace('"', "\\x22") + '"';
        for (const QByteArray &body : {quotedJson(kBody), byDefault}) {
            const Read read = readText(start + body + "}\n");
            QCOMPARE(read.reading.accepted, 1);
            const Delivery &row = read.rows.at(0);
            QCOMPARE(row.seq, std::optional(Seq{7}));
            QCOMPARE(row.attempt, std::optional(0));
            QCOMPARE(row.status, std::optional(200));
            QCOMPARE(row.body, kBody);
            QCOMPARE(toEpochMs(*row.receivedAt), kBodyTime + 1000);
        }
    }

    void csvHeadersMayComeInAnyOrder()
    {
        const QByteArray quoted = '"' + QByteArray(kBody).replace('"', "\"\"") + '"';
        const Read read = readText("status,body,Received-At,x-velt-attempt\r\n200," + quoted
                                   + ",1777363501,1\r\n204," + quoted + ",1777363501250,\r\n");
        QCOMPARE(formatName(read.reading.format), QStringLiteral("CSV"));
        QCOMPARE(read.reading.accepted, 2);
        QCOMPARE(read.rows.at(0).seq, std::optional(Seq{7}));
        QCOMPARE(read.rows.at(0).attempt, std::optional(1));
        QVERIFY(!read.rows.at(1).attempt);
        QCOMPARE(toEpochMs(*read.rows.at(0).receivedAt), kBodyTime + 1000);
        QCOMPARE(toEpochMs(*read.rows.at(1).receivedAt), kBodyTime + 1250);
        QCOMPARE(read.rows.at(0).body, kBody);
        QVERIFY(read.rows.at(0).isRawBody);
        const Read tabs =
            readText("seq\texecutionId\ttimestamp\tstatus\n7\texec_1\t1777363501\t200\n");
        QCOMPARE(formatName(tabs.reading.format), QStringLiteral("TSV"));
        QCOMPARE(toEpochMs(*tabs.rows.at(0).receivedAt), kBodyTime + 1000);
        const Read semicolons = readText("seq;executionId\n7;exec_1\n");
        QCOMPARE(semicolons.reading.accepted, 1);
    }

    void jsonArraysAreReadElementByElement()
    {
        for (const QByteArray &log : {"[" + bodyOf(1) + "," + bodyOf(2) + "]",
                                      "[\n  " + bodyOf(1) + ",\n  " + bodyOf(2) + "\n]\n"}) {
            const Read read = readText(log);
            QCOMPARE(formatName(read.reading.format), QStringLiteral("JSON"));
            QCOMPARE(read.reading.accepted, 2);
            QCOMPARE(read.reading.rejected, 0);
            QCOMPARE(read.rows.at(1).seq, std::optional(Seq{2}));
        }
        QByteArray pretty =
            "{\n  \"executionId\": \"exec_1\",\n  \"seq\": 5,\n  \"note\": \"}{\"\n}\n";
        const Read read = readText(pretty + pretty);
        QCOMPARE(read.reading.accepted, 2);
        QCOMPARE(read.rows.at(1).line, 6);
        QCOMPARE(readText("[]").reading.rows, 0);
    }

    void aBrokenElementCostsNoOtherOne()
    {
        const Read read = readText("[\n" + bodyOf(1) + ",\n{\"seq\":2,\"executionId\":\"exec\n"
                                   + bodyOf(3) + ",\nnull,\n" + bodyOf(4) + "\n]");
        QCOMPARE(read.reading.rows, read.reading.accepted + read.reading.rejected);
        QCOMPARE(read.rows.back().seq, std::optional(Seq{4}));
        QCOMPARE(read.rejected.front().line, 3);
        const Read cut = readText("[" + bodyOf(1) + ",\n" + bodyOf(2).chopped(30));
        QCOMPARE(cut.reading.accepted, 1);
        QCOMPARE(cut.rejected.at(0).line, 2);
        QCOMPARE(cut.rejected.at(0).reason, QStringLiteral("the JSON value ends early"));
    }

    void shapesMayBeMixedInOneFile()
    {
        const Read read = readText(
            kBody + "\n"
            + R"({"seq":8,"executionId":"exec_1","eventId":"evt_8","type":"step.failed","timestamp":1777363500000})"
              "\n"
            + R"({"time":1777363501.250,"statusCode":200,"payload":)" + bodyOf(9)
            + "}\n\n"
              "2026-04-28T08:05:04Z INFO webhook "
            + bodyOf(10)
            + "\n"
              R"({"time":"2026-04-28T08:05:00Z","message":{"event_id":"evt_11","status":"202 Accepted"}})"
              "\n");
        QCOMPARE(read.reading.accepted, 5);
        QCOMPARE(toEpochMs(*read.rows.at(2).receivedAt), kBodyTime + 1250);
        QCOMPARE(read.rows.at(3).seq, std::optional(Seq{10}));
        QCOMPARE(read.rows.at(3).line, 5);
        QCOMPARE(read.rows.at(4).eventId, QByteArray("evt_11"));
        QCOMPARE(read.rows.at(4).status, std::optional(202));
    }

    void encodingsAndCompressionMakeNoDifference()
    {
        const QByteArray log = "receivedAt,executionId,seq,note\r\n1777363501,exec_ü,7,Grüße "
                               "🎉\r\n1777363502,exec_ü,8,\r\n";
        const QString text = QString::fromUtf8(log);
        QStringEncoder little(QStringConverter::Utf16LE, QStringConverter::Flag::WriteBom);
        QStringEncoder big(QStringConverter::Utf16BE, QStringConverter::Flag::WriteBom);
        QStringEncoder bare(QStringConverter::Utf16LE);
        const QByteArray utf16 = little.encode(text);
        const QList<QByteArray> forms{log,
                                      "\xef\xbb\xbf" + log,
                                      utf16,
                                      big.encode(text),
                                      bare.encode(text),
                                      gzipped(log),
                                      gzipped(utf16),
                                      gzipped(log.first(40)) + gzipped(log.sliced(40)),
                                      QByteArray(log).replace("\r\n", "\n")};
        for (const QByteArray &form : forms) {
            const Read read = readText(form);
            QCOMPARE(read.reading.accepted, 2);
            QCOMPARE(read.reading.rejected, 0);
            QCOMPARE(read.rows.at(0).executionId, QByteArray("exec_ü"));
            QCOMPARE(read.rows.at(1).seq, std::optional(Seq{8}));
        }
        QCOMPARE(formatName(readText(gzipped(utf16)).reading.format),
                 QStringLiteral("CSV, UTF-16, gzip"));
    }

    void badRowsAreCountedWithLineAndReasonAndStopNothing()
    {
        const Read read = readText(bodyOf(1) + "\r\n{broken\r\n\r\n" + R"({"executionId":"exec_1"})"
                                   + "\r\n" + R"({"executionId":"exec_1","seq":"seven"})"
                                   + "\r\n[1,2]\r\n" + bodyOf(2) + "\r\n" + bodyOf(3).chopped(20));
        QCOMPARE(read.reading.rows, 7);
        QCOMPARE(read.reading.accepted, 2);
        QCOMPARE(read.reading.rejected, 5);
        const auto &rejected = read.rejected;
        QCOMPARE(rejected.at(0).line, 2);
        QVERIFY(rejected.at(0).reason.startsWith(u"not JSON"));
        QCOMPARE(rejected.at(1).line, 4);
        QVERIFY(rejected.at(1).reason.startsWith(u"names no event"));
        QCOMPARE(rejected.at(2).line, 5);
        QCOMPARE(rejected.at(2).reason, QStringLiteral("seq \"seven\" is no whole number"));
        QCOMPARE(rejected.at(3).line, 6);
        QCOMPARE(rejected.at(4).line, 8);
        QVERIFY(rejected.at(4).reason.contains(u"the log ends in this row"));
    }

    void aFirstLineWithoutAKnownFieldIsNoHeader()
    {
        for (const QByteArray &text : {QByteArray("garbage not json\n"),
                                       QByteArray("exec_1,7,step.completed\nexec_1,8,x\n"),
                                       QByteArray("\x7f"
                                                  "ELF\x02\x01\n\x03\x04\n")}) {
            const Read read = readText(text);
            QVERIFY2(read.reading.isForeign, text.constData());
            // It counts: no line of the file goes by unsaid.
            QCOMPARE(read.reading.rows, 1);
            QCOMPARE(read.reading.rejected, 1);
            QCOMPARE(read.rejected.at(0).line, 1);
            QCOMPARE(read.rejected.at(0).reason,
                     QStringLiteral("the header names no field that is known"));
        }
        QCOMPARE(
            readText("when,run,number\n1777363501,exec_1,7\n").reading.columns,
            QStringList({QStringLiteral("when"), QStringLiteral("run"), QStringLiteral("number")}));
        const Read mapped = readText("when,run,number\n1777363501,exec_1,7\n",
                                     {{QStringLiteral("executionId"), QStringLiteral("run")},
                                      {QStringLiteral("seq"), QStringLiteral("number")}});
        QVERIFY(!mapped.reading.isForeign);
        QCOMPARE(mapped.reading.accepted, 1);
        QVERIFY(!readText("").reading.isForeign);
        QVERIFY(!readText("executionId,seq\n").reading.isForeign);
    }

    void aLogThatBeginsInTheMiddleOfALineLosesThatLineAlone()
    {
        for (const QByteArray &begin : {kBody.last(30), QByteArray("receiver restarted")}) {
            const Read read = readText(begin + "\r\n" + bodyOf(2) + "\r\n" + bodyOf(3) + "\r\n");
            QVERIFY(!read.reading.isForeign);
            QCOMPARE(read.reading.rows, 3);
            QCOMPARE(read.reading.accepted, 2);
            QCOMPARE(read.rejected.at(0).line, 1);
            QCOMPARE(read.rows.at(0).seq, std::optional(Seq{2}));
        }
    }

    void csvRowsOfAnotherLengthAndOpenQuotesCostOnlyThemselves()
    {
        const Read read = readText("executionId,seq,note\nexec_1,1,a\nexec_1,2\nexec_1,3,"
                                   "\"two\nlines\"\nexec_1,4,\"open\nexec_1,5,e\nexec_1,6,f\n");
        QCOMPARE(read.reading.accepted, 4);
        QCOMPARE(read.rejected.size(), 2U);
        QCOMPARE(read.rejected.at(0).line, 3);
        QCOMPARE(read.rejected.at(0).reason, QStringLiteral("2 cells where the header names 3"));
        QCOMPARE(read.rejected.at(1).line, 6);
        QCOMPARE(read.rejected.at(1).reason, QStringLiteral("a quote is never closed"));
        QCOMPARE(read.rows.at(1).line, 4);
        QCOMPARE(read.rows.back().seq, std::optional(Seq{6}));
        QCOMPARE(read.rows.back().line, 8);
    }

    void whatOnlyAStrictParserRefusesIsRead()
    {
        const QByteArray big =
            R"({"executionId":"exec_1","seq":7,"event":"step.completed","data":{"n":123456789012345678901234567890}})";
        const QByteArray lone =
            R"({"executionId":"exec_1","seq":8,"event":"step.completed","data":{"s":"\ud83c","ok":"\ud83c\udf89"}})";
        const QByteArray latin = "{\"executionId\":\"exec_1\",\"seq\":9,\"event\":\"step."
                                 "completed\",\"data\":\"Gr\xfc\xdf"
                                 "e\"}";
        const Read read = readText(big + '\n' + lone + '\n' + latin + '\n');
        QCOMPARE(read.reading.accepted, 3);
        QCOMPARE(read.rows.at(2).seq, std::optional(Seq{9}));
    }

    void aNumberBeyondAllRangeCostsNoRow()
    {
        const Read read =
            readText(R"({"executionId":"exec_1","seq":7,"data":{"x":1e400,"y":-1E999}})");
        QCOMPARE(read.rejected.size(), 0U);
        QCOMPARE(read.rows.at(0).seq, std::optional(Seq{7}));
    }

    void timesAreToldApartByMagnitude()
    {
        const qint64 expected = kBodyTime + 250;
        for (const QByteArray text : {"1777363500.25",
                                      "1777363500250",
                                      "1777363500250000",
                                      "1777363500250000000",
                                      "2026-04-28T08:05:00.25Z",
                                      "2026-04-28T10:05:00.250+02:00",
                                      "2026-04-28 08:05:00,250",
                                      "2026-04-28T03:35:00.250-0430"}) {
            const auto time = parseLogTime(text);
            QVERIFY2(time && toEpochMs(*time) == expected, text.constData());
        }
        for (const QByteArray text : {"",
                                      "yesterday",
                                      "2026-13-01T00:00:00Z",
                                      "2026-04-28T25:00:00Z",
                                      "-5",
                                      "2026-04-28T08:05:00+2",
                                      "2026-02-30T00:00:00Z",
                                      // What stands where a program has no time:
                                      "0",
                                      "0.0",
                                      "0001-01-01T00:00:00Z",
                                      "1970-01-01T00:00:00.000Z",
                                      "9999-12-31T23:59:59Z",
                                      "9223372036854775807"})
            QVERIFY2(!parseLogTime(text), text.constData());
        const Read read =
            readText(R"({"executionId":"exec_1","seq":7,"receivedAt":"yesterday","status":200})");
        QCOMPARE(read.reading.accepted, 1); // It still proves the delivery.
        QCOMPARE(read.reading.timesUnread, 1);
    }

    void aStatusThatIsNoneOfHttpMaySayThatNothingWasAcknowledged()
    {
        const auto isAcknowledged = [](const QByteArray &fields) {
            const Read read = readText(R"({"executionId":"exec_1","seq":7,)" + fields + "}");
            return read.rows.size() == 1 && !read.rows[0].status && read.rows[0].isAcknowledged;
        };
        for (const QByteArray failed : {R"("status":-1)",
                                        R"("status":50000)",
                                        R"("status":"timeout")",
                                        R"("status":"ECONNRESET")",
                                        R"("statusCode":"failed")",
                                        R"("response":"Internal Server Error")",
                                        R"("status":"failed","body":{"executionId":"exec_1"})"})
            QVERIFY2(!isAcknowledged(failed), failed.constData());
        for (const QByteArray unknown : {R"("status":"completed")",
                                         R"("status":"failed")", // As a run is.
                                         R"("status":"ok")",
                                         R"("status":null)",
                                         R"("status":"nan")",
                                         R"("response":{"body":"error"})"})
            QVERIFY2(isAcknowledged(unknown), unknown.constData());
    }

    void aBodyThatIsNoJsonLeavesItsRowAsItIs()
    {
        const Read read = readText(R"({"executionId":"exec_1","seq":7,"body":"gone"})");
        QCOMPARE(read.rows.at(0).seq, std::optional(Seq{7}));
        QCOMPARE(readText(R"({"body":"gone"})").rejected.size(), 1U);
    }

    void aFieldBehindManyOthersIsRead()
    {
        const auto record = [](int others) {
            QByteArray json = R"({"executionId":"exec_1","seq":7,)";
            for (int i = 0; i < others; ++i)
                json += "\"x" + QByteArray::number(i) + "\":" + QByteArray::number(i) + ',';
            return json + R"("status":500})";
        };
        const Read many = readText(record(1000));
        QCOMPARE(many.rows.at(0).status, std::optional(500));
        QVERIFY(!many.rows[0].isAcknowledged);
        const Read tooMany = readText(record(20'000)); // Never taken without its status.
        QCOMPARE(tooMany.rejected.size(), 1U);
        QVERIFY(tooMany.rejected[0].reason.contains(QStringLiteral("more than 20000 fields")));
    }

    void filesThatWereJoinedInMidLineLoseNoRow()
    {
        const Read read =
            readText(bodyOf(1) + bodyOf(2) + "\xef\xbb\xbf" + bodyOf(3) + " \n" + bodyOf(4)
                     + R"({"executionId":"exec_)" + '\n' + bodyOf(5) + '\n');
        QCOMPARE(read.reading.rows, 6);
        QCOMPARE(read.rows.size(), 5U);
        for (qsizetype i = 0; i < 5; ++i)
            QCOMPARE(read.rows.at(size_t(i)).seq, std::optional(Seq{i + 1}));
        QCOMPARE(read.rows[2].line, 1);
        QCOMPARE(read.rows[4].line, 3);
        QCOMPARE(read.rejected.at(0).line, 2); // The object that is cut.
        const Read arrays =
            readText("[" + bodyOf(1) + "]\n\xef\xbb\xbf[" + bodyOf(2) + ',' + bodyOf(3) + "]");
        QCOMPARE(arrays.reading.rows, 3);
        QCOMPARE(arrays.reading.accepted, 3);
    }

    void aHeaderAgainIsNoDelivery()
    {
        const Read read = readText("eventId,status,executionId\nevt_1,200,exec_1\n"
                                   "eventId,status,executionId\nevt_2,200,exec_1\n"
                                   "\xef\xbb\xbfstatus,executionId,eventId\n500,exec_1,evt_3\n");
        QCOMPARE(read.reading.rows, 3);
        QCOMPARE(read.rows.size(), 3U);
        QCOMPARE(read.rows[1].eventId, QByteArray("evt_2"));
        QCOMPARE(read.rows[2].eventId, QByteArray("evt_3"));
        QCOMPARE(read.rows[2].status, std::optional(500));
    }

    void theMappingCanBeCorrected()
    {
        const QByteArray log = "when,run,number,code,time\n1777363501,exec_1,7,500,9\n";
        QCOMPARE(readText(log).reading.rejected, 1);
        const Read read = readText(log,
                                   {{QStringLiteral("receivedAt"), QStringLiteral("when")},
                                    {QStringLiteral("executionId"), QStringLiteral("run")},
                                    {QStringLiteral("seq"), QStringLiteral("number")},
                                    {QStringLiteral("status"), QStringLiteral("code")}});
        QCOMPARE(read.reading.accepted, 1);
        QCOMPARE(toEpochMs(*read.rows.at(0).receivedAt), kBodyTime + 1000);
        QVERIFY(!read.rows.at(0).isAcknowledged);
        const Read nested = readText(R"({"meta":{"n":7},"executionId":"exec_1"})",
                                     {{QStringLiteral("seq"), QStringLiteral("meta.n")}});
        QCOMPARE(nested.rows.at(0).seq, std::optional(Seq{7}));
        const auto wrong = RowMapping::corrected({{QStringLiteral("colour"), QStringLiteral("x")}});
        QVERIFY(!wrong);
        QCOMPARE(wrong.error().id, ErrorId::UsageInvalid);
    }

    void messageIdsOfTheAdvancedSchemeAreNotEventIds()
    {
        const Read read =
            readText(R"({"executionId":"exec_1","seq":7,"webhook-id":"msg_1","status":200})"
                     "\n"
                     R"({"executionId":"exec_1","seq":8,"webhook-id":"evt_8","status":200})"
                     "\n");
        QCOMPARE(read.rows.at(0).eventId, QByteArray());
        QCOMPARE(read.rows.at(0).messageId, QByteArray("msg_1"));
        QCOMPARE(read.rows.at(1).eventId, QByteArray("evt_8"));
    }

    void signaturesAreCheckedWhileReading()
    {
        const Secret secret(QByteArray("s3cret"));
        const QByteArray signature = signDirect(secret, kBody);
        const auto record = [](const QByteArray &header, const QByteArray &body) {
            return "{\"x-velt-signature\":\"" + header + "\",\"rawBody\":" + body + "}\n";
        };
        const Read read =
            readText(record(signature, quotedJson(kBody)) + record("sha256=00", quotedJson(kBody))
                         + record("sha256=00", kBody) + record(signature, kBody),
                     {},
                     {secret});
        QCOMPARE(read.reading.accepted, 4);
        QCOMPARE(read.rows.at(0).signatureVerdict, SignatureVerdict::Valid);
        QCOMPARE(read.rows.at(1).signatureVerdict, SignatureVerdict::Invalid);
        QCOMPARE(read.rows.at(2).signatureVerdict, SignatureVerdict::Unverifiable);
        QCOMPARE(read.rows.at(3).signatureVerdict, SignatureVerdict::Valid);
    }

    void longRowsAreReadAndEndlessOnesRejectedWithoutBeingHeld()
    {
        QByteArray fits = bodyOf(2);
        fits.replace("\"waitingForReviewers\":1",
                     "\"text\":\"" + QByteArray(2 * 1024 * 1024, 'y') + '"');
        const qint64 before = peakMemory();
        LongLine endless(qint64(2) * 1024 * 1024 * 1024,
                         bodyOf(1) + "\n" + fits + "\n{\"executionId\":\"",
                         "\"}\n" + bodyOf(3) + "\n");
        const Read read = readDevice(endless);
        QCOMPARE(read.reading.accepted, 3);
        QCOMPARE(read.reading.rejected, 1);
        QCOMPARE(read.rejected.at(0).line, 3);
        QCOMPARE(read.rejected.at(0).reason, QStringLiteral("the row is longer than 4 MiB"));
        QCOMPARE(read.rows.at(2).line, 4);
        constexpr qint64 kMost = 64 * 1024 * 1024;
        QVERIFY2(peakMemory() - before < kMost,
                 QByteArray::number(peakMemory() - before).constData());
    }

    void aDamagedArchiveGivesWhatItHolds()
    {
        QByteArray log;
        for (int seq = 1; seq <= 5000; ++seq)
            log += bodyOf(seq) + '\n';
        const QByteArray archive = gzipped(log);
        const Read cut = readText(archive.first(archive.size() - 12));
        QVERIFY(cut.reading.accepted > 4000);
        QCOMPARE(cut.rejected.back().reason, QStringLiteral("the gzip data ends early"));
        QCOMPARE(cut.reading.rows, cut.reading.accepted + cut.reading.rejected);
        QCOMPARE(cut.reading.problem, QStringLiteral("the gzip data ends early"));
        QVERIFY(readText(archive).reading.problem.isEmpty());
    }

    void aCancelledReadingStops()
    {
        QByteArray log;
        for (int seq = 1; seq <= 5000; ++seq)
            log += bodyOf(seq) + '\n';
        QBuffer buffer(&log);
        buffer.open(QIODevice::ReadOnly);
        LogSinks sinks;
        int calls = 0;
        sinks.progress = [&calls](qint64) { return ++calls < 3; };
        RowMapping mapping;
        const LogReading reading = readLog(buffer, mapping, {}, sinks);
        QVERIFY(reading.isCancelled);
        QVERIFY(reading.accepted < 5000);
    }

    void thePreviewShowsTwentyRowsAndTheMapping()
    {
        QByteArray log = "receivedAt,executionId,seq\n";
        for (int seq = 1; seq <= 50; ++seq)
            log += "1777363501,exec_1," + QByteArray::number(seq) + '\n';
        QBuffer buffer(&log);
        buffer.open(QIODevice::ReadOnly);
        const LogPreview preview = previewLog(buffer, RowMapping());
        QCOMPARE(preview.deliveries.size(), 20U);
        QCOMPARE(preview.reading.columns.size(), 3);
        QCOMPARE(preview.columns.value(RowField::Execution), QByteArray("executionId"));
    }

    void importingFillsTheTable()
    {
        QTemporaryDir dir;
        const QString name = dir.filePath(QStringLiteral("receiver.log"));
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bodyOf(1) + '\n' + bodyOf(2) + "\nnonsense\n");
        file.close();
        DeliveryTable table;
        QVERIFY(importLog(name, RowMapping(), {}, table));
        QVERIFY(importLog(name, RowMapping(), {}, table));
        QCOMPARE(table.count(), 2);
        QCOMPARE(table.files().at(1).rows, 3);
        QCOMPARE(table.files().at(1).repeated, 2);
        QCOMPARE(table.files().at(1).rejected, 1);
        const auto none =
            importLog(dir.filePath(QStringLiteral("none.log")), RowMapping(), {}, table);
        QVERIFY(!none);
        QCOMPARE(none.error().id, ErrorId::FileUnreadable);
    }

    void whatIsNoLogIsRefusedWithWhatWasExpected()
    {
        QTemporaryDir dir;
        const QString name = dir.filePath(QStringLiteral("g.log"));
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("garbage not json\n");
        file.close();
        DeliveryTable table;
        const auto refused = importLog(name, RowMapping(), {}, table);
        QVERIFY(!refused);
        QCOMPARE(refused.error().id, ErrorId::FileMalformed);
        for (const QString &said : {name, QStringLiteral("JSON"), QStringLiteral("executionId")})
            QVERIFY2(refused.error().message.contains(said), qPrintable(refused.error().message));
    }
};

QTEST_GUILESS_MAIN(tst_LogReader)
#include "tst_logreader.moc"
