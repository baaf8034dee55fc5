// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/rawstream.h"
#include "tests/support/reconcilescene.h"

#include "core/domain/displaytext.h"
#include "core/report/executionreport.h"
#include "core/report/gapreport.h"
#include "core/stream/gapfinder.h"

#include <QBuffer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QXmlStreamReader>

using namespace Gapline;
using namespace Gapline::Test;

namespace {

/// What a reader finds in a report that is read as XML: its own words of "html" are text and elements alone.
struct Read
{
    QString error;
    QStringList elements;
    QHash<QString, QStringList> attributes; ///< Values by name.
    QString text;
    QMap<QString, QList<QStringList>>
        tables; ///< Cells by row, by the table's class; heads left out.
    QMap<QString, QString> facts;
};

Read readHtml(const QByteArray &html)
{
    Read read;
    QXmlStreamReader reader(html);
    QString table;
    QString term;
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isCharacters())
            read.text += reader.text();
        if (!reader.isStartElement())
            continue;
        const QString name = reader.name().toString();
        read.elements << name;
        for (const QXmlStreamAttribute &attribute : reader.attributes())
            read.attributes[attribute.name().toString()] << attribute.value().toString();
        const auto whole = [&reader, &read] {
            const QString text = reader.readElementText(QXmlStreamReader::IncludeChildElements);
            read.text += text + u'\n';
            return text;
        };
        if (name == QLatin1String("table"))
            table = reader.attributes().value(QLatin1String("class")).toString();
        else if (name == QLatin1String("tr"))
            read.tables[table].append(QStringList());
        else if (name == QLatin1String("td"))
            read.tables[table].back() << whole();
        else if (name == QLatin1String("dt"))
            term = whole();
        else if (name == QLatin1String("dd"))
            read.facts[term] = whole();
    }
    if (reader.hasError())
        read.error = QStringLiteral("%1 at line %2, column %3")
                         .arg(reader.errorString())
                         .arg(reader.lineNumber())
                         .arg(reader.columnNumber());
    for (QList<QStringList> &rows : read.tables)
        rows.removeAll(QStringList());
    return read;
}

ExecutionReport reportOf(const RawStream &stream)
{
    ExecutionReport report;
    report.stream = stream.stream();
    report.writtenAt = fromEpochMs(1'777'374'600'000);
    return report;
}

QByteArray htmlOf(const ExecutionReport &report, const PayloadSource &payloads)
{
    QBuffer out;
    out.open(QIODevice::WriteOnly);
    const Result<qint64> written = writeExecutionReport(report, payloads, out);
    return written ? out.data() : "error: " + written.error().message.toUtf8();
}

QByteArray htmlOf(const RawStream &stream)
{
    return htmlOf(reportOf(stream), stream.payloads());
}

/// Seqs 1 to 15: events at 1, 4 and 9, internal-only ones between them, 13 to 15 not scanned.
RawStream someStream(const QString &id = QStringLiteral("exec_test"))
{
    return RawStream(id)
        .event(1, "execution.dispatched", {}, R"({"eventId":"evt_1","data":{"definitionId":"d"}})")
        .event(4,
               "step.completed",
               "step_legal_1_x",
               R"({"eventId":"evt_4","data":{"decision":"yes"}})")
        .event(9, "step.failed", "step_brand_1_x", R"({"eventId":"evt_9","data":{"reason":"no"}})")
        .scanned(0, 12)
        .scanned(15, 20);
}

StreamDeliveriesPtr deliveriesOf(Scene scene)
{
    (void)scene.run(); // Fills in the table.
    ReconcileSet set;
    set.executions = scene.input().executions;
    auto comparison = std::make_shared<const Comparison>(
        std::move(set), scene.input().deliveries, scene.receiver(), std::vector<UnreadableRow>());
    return std::make_shared<const StreamDeliveries>(comparison, 0);
}

/// A source for streams whose events have no bytes.
Result<SegmentBodyPtr> noBytes(qint64 id)
{
    return std::make_shared<const SegmentBody>(SegmentBody{id, {}, false});
}

} // namespace

class tst_ExecutionReport : public QObject
{
    Q_OBJECT

private slots:
    void itIsWellFormedAndListsEveryEventAndGap()
    {
        const Read read = readHtml(htmlOf(someStream()));
        QCOMPARE(read.error, QString());
        const QList<QStringList> &rows = read.tables[QStringLiteral("events")];
        QStringList seqs;
        for (const QStringList &row : rows)
            seqs << row.constFirst();
        QCOMPARE(seqs,
                 (QStringList{QStringLiteral("1"),
                              QStringLiteral("2–3"),
                              QStringLiteral("4"),
                              QStringLiteral("5–8"),
                              QStringLiteral("9"),
                              QStringLiteral("10–12"),
                              QStringLiteral("13–15"),
                              QStringLiteral("16–20")}));
        QCOMPARE(rows.at(2).mid(1, 1), QStringList{QStringLiteral("step.completed")});
        QVERIFY(rows.at(2).at(2).contains(QStringLiteral("step_legal_1_x")));
        QCOMPARE(rows.at(2).at(4), QStringLiteral("evt_4"));
        QCOMPARE(rows.at(2).constLast(), QStringLiteral(R"({"decision":"yes"})"));
        QCOMPARE(rows.at(6).at(1), QStringLiteral("? 3 seq(s) not scanned"));
    }

    void itsCountsAreThoseOfTheCommandLine()
    {
        const RawStream stream = someStream();
        const Read read = readHtml(htmlOf(stream));
        const QJsonObject gaps = QJsonDocument::fromJson(gapReportJson(*stream.stream())).object();
        const auto said = [&](const char *term) {
            return read.facts.value(QString::fromLatin1(term)).toInt();
        };
        QCOMPARE(said("Events"), gaps.value(QLatin1String("events")).toInt());
        QCOMPARE(said("Internal-only seqs"), gaps.value(QLatin1String("internal")).toInt());
        QCOMPARE(said("Unknown seqs"), gaps.value(QLatin1String("unknown")).toInt());
        QCOMPARE(said("Events"), 3);
        QCOMPARE(said("Internal-only seqs"), 14);
        QCOMPARE(said("Unknown seqs"), 3);
        QCOMPARE(said("Seqs scanned"), 17);
        QCOMPARE(read.tables[QStringLiteral("gaps")].size(),
                 qsizetype(findGaps(*stream.stream()).size()));
    }

    void whatRunsOrLoadsIsNotInIt()
    {
        const QByteArray html = htmlOf(someStream());
        const Read read = readHtml(html);
        for (const char *element : {"script", "img", "link", "iframe", "object", "embed", "base"})
            QVERIFY2(!read.elements.contains(QLatin1String(element)), element);
        for (const QString &name : read.attributes.keys()) {
            QVERIFY2(!name.startsWith(QLatin1String("on")), qPrintable(name));
            QVERIFY2(name != QLatin1String("src") && name != QLatin1String("href"),
                     qPrintable(name));
        }
        QVERIFY(!html.contains("url("));
        QVERIFY(!html.contains("@import"));
        QVERIFY(read.attributes[QStringLiteral("content")]
                    .filter(QStringLiteral("default-src 'none'"))
                    .size()
                == 1);
    }

    void hostileDataStaysText()
    {
        const QString bad =
            QStringLiteral("exec_\"><script>alert(1)</script>\u202Eevil\u200B\uFFFE");
        RawStream stream(bad);
        stream
            .event(1,
                   "<img src=x onerror=alert(1)>",
                   "step_</td><b>_1_x",
                   "{\"eventId\":\"</code><script>\",\"data\":{\"k\":\"<!-- ]]> & 'quoted'\"}}")
            .scanned(0, 1);
        ExecutionReport report = reportOf(stream);
        Execution execution;
        execution.status = QStringLiteral("<i>done</i>");
        execution.failureReason = FailureReason{QStringLiteral("<x>"), QStringLiteral("a\u2028b")};
        execution.steps = {StepView{StepId(QStringLiteral("s")),
                                    NodeId(QStringLiteral("</tr>")),
                                    QStringLiteral("&amp;"),
                                    {},
                                    {},
                                    {},
                                    {},
                                    {},
                                    {}}};
        report.execution = execution;
        const QByteArray html = htmlOf(report, stream.payloads());
        const Read read = readHtml(html);
        QCOMPARE(read.error, QString());
        QVERIFY(!read.elements.contains(QLatin1String("script")));
        QVERIFY(!read.elements.contains(QLatin1String("img")));
        QVERIFY(!read.elements.contains(QLatin1String("i")));
        QVERIFY(read.text.contains(
            QStringLiteral("<script>alert(1)</script>[U+202E]evil[U+200B][U+FFFE]")));
        QCOMPARE(read.tables[QStringLiteral("events")].constFirst().at(1),
                 QStringLiteral("<img src=x onerror=alert(1)>"));
        QCOMPARE(read.tables[QStringLiteral("steps")].constFirst().at(1), QStringLiteral("&amp;"));
        QCOMPARE(read.facts.value(QStringLiteral("Status")), QStringLiteral("<i>done</i>"));
        QVERIFY(!html.contains("\xE2\x80\xAE")); // U+202E itself.
    }

    void howLongTheRunTookSaysFromWhatToWhat()
    {
        RawStream stream;
        stream.event(1, "t", {}, "{}").scanned(0, 1);
        ExecutionReport report = reportOf(stream);
        report.execution = Execution();
        report.execution->startedAt = fromEpochMs(1777374500000);
        report.execution->completedAt = fromEpochMs(1777374570000);
        QCOMPARE(readHtml(htmlOf(report, stream.payloads()))
                     .facts.value(QStringLiteral("Duration, start to end")),
                 QStringLiteral("1 m 10 s"));
    }

    void secretsAreMaskedAndLongDataIsCut()
    {
        RawStream stream;
        stream
            .event(1,
                   "t",
                   {},
                   "{\"data\":{\"resumeKey\":\"CANARY-1\",\"x-velt-auth-token\":\"CANARY-2\"}}")
            .event(2, "t", {}, "{\"data\":\"" + QByteArray(100'000, 'x') + "\"}")
            .event(3, "t", {}, "{\"data\":{\"token\":\"CANARY-3", {}, EventFlag::MalformedPayload)
            .scanned(0, 3);
        const QByteArray html = htmlOf(stream);
        QVERIFY(!html.contains("CANARY"));
        const QList<QStringList> rows = readHtml(html).tables[QStringLiteral("events")];
        QCOMPARE(rows.at(0).constLast(),
                 QStringLiteral("{\"resumeKey\":\"[masked]\",\"x-velt-auth-token\":\"[masked]\"}"));
        QCOMPARE(rows.at(1).constLast().size(), kCellCharacters + 1);
        QVERIFY(rows.at(1).constLast().endsWith(QChar(0x2026)));
        QCOMPARE(rows.at(2).constLast(), QString());
        QVERIFY(rows.at(2).contains(QStringLiteral("payload not readable as JSON")));
    }

    void anIdOfTenThousandCharactersIsCutAndSaysSo()
    {
        const QByteArray html = htmlOf(someStream(QString(10'000, u'x')));
        QCOMPARE(readHtml(html).error, QString());
        QVERIFY(html.size() < 30'000);
        QVERIFY(html.contains("xxx\xE2\x80\xA6"));
    }

    void beyondItsLimitItSaysHowManyThereAreAndWhereTheRestIs()
    {
        const RawStream stream = someStream();
        ExecutionReport report = reportOf(stream);
        report.mostEvents = 2;
        report.mostGaps = 1;
        const Read read = readHtml(htmlOf(report, stream.payloads()));
        QVERIFY(read.text.contains(QStringLiteral("The first 2 of 3 events.")));
        QVERIFY(read.text.contains(QStringLiteral("gapline events EXECUTION --format csv")));
        QVERIFY(read.text.contains(QStringLiteral("The first 1 of 5 gaps.")));
        // What lies behind the last event that is listed is not listed either.
        QCOMPARE(read.tables[QStringLiteral("events")].constLast().constFirst(),
                 QStringLiteral("4"));
        QCOMPARE(read.tables[QStringLiteral("gaps")].size(), 1);
        QCOMPARE(read.facts.value(QStringLiteral("Events")), QStringLiteral("3"));
    }

    void withoutAComparisonNothingIsSaidOfWebhooks()
    {
        const QByteArray html = htmlOf(someStream());
        const Read read = readHtml(html);
        QVERIFY(!read.tables.contains(QStringLiteral("verdicts")));
        QVERIFY(read.text.contains(QStringLiteral("No receiver's log was compared")));
        QVERIFY(!html.sliced(html.indexOf("<body>")).contains("missed"));
    }

    void verdictsStandWithWhatTheyCover()
    {
        ExecutionReport report;
        report.deliveries = deliveriesOf(outageScene(30, 1800, 2442));
        report.stream = report.deliveries->comparison().input().executions.front().stream;
        const Read read = readHtml(htmlOf(report, noBytes));
        QCOMPARE(read.error, QString());
        // expected, delivered, late, rejected, pending, missed, not-subscribed, no-evidence, duplicate
        QCOMPARE(read.tables[QStringLiteral("verdicts")].constFirst().mid(0, 6),
                 (QStringList{QStringLiteral("30"),
                              QStringLiteral("0"),
                              QStringLiteral("10"),
                              QStringLiteral("0"),
                              QStringLiteral("0"),
                              QStringLiteral("20")}));
        const QStringList coverage =
            coverageStatement(report.deliveries->comparison().report(), TimeZoneChoice::Utc);
        QVERIFY(!coverage.isEmpty());
        for (const QString &line : coverage)
            QVERIFY2(read.text.contains(line), qPrintable(line));
        int missed = 0;
        for (const QStringList &row : read.tables[QStringLiteral("events")])
            missed += row.contains(QStringLiteral("missed"));
        QCOMPARE(missed, 20);
    }

    void aDiskThatIsFullIsSaid()
    {
        class FullDevice : public QIODevice
        {
            qint64 readData(char *, qint64) override { return -1; }
            qint64 writeData(const char *, qint64) override { return 10; }
        } full;
        full.open(QIODevice::WriteOnly | QIODevice::Unbuffered);
        const RawStream stream = someStream();
        const Result<qint64> written =
            writeExecutionReport(reportOf(stream), stream.payloads(), full);
        QVERIFY(!written);
        QCOMPARE(written.error().id, ErrorId::FileUnwritable);
    }
};

QTEST_GUILESS_MAIN(tst_ExecutionReport)
#include "tst_executionreport.moc"
