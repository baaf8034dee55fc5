// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/cannedserver.h"
#include "tests/support/manualclock.h"
#include "tests/support/programrun.h"

#include "core/domain/eventtype.h"
#include "core/sandbox/sandboxserver.h"
#include "core/sandbox/scenario.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Gapline;
using Gapline::Test::CannedServer;
using Gapline::Test::ManualClock;
using Gapline::Test::ProgramOutcome;
using Gapline::Test::ProgramRun;

namespace {

/// The worked example of the gap arithmetic: 5 events, cursor 15.
QByteArray examplePage(const QByteArray &executionId)
{
    QByteArrayList events;
    for (const char *seq : {"1", "4", "7", "8", "12"}) {
        events << QByteArray("{\"eventId\":\"evt_") + seq + "\",\"seq\":" + seq
                + ",\"type\":\"step.completed\",\"stepId\":null,\"timestamp\":1777374504255,"
                  "\"correlationId\":\"c\",\"data\":null}";
    }
    return "{\"result\":{\"executionId\":\"" + executionId + "\",\"events\":[" + events.join(',')
        + "],\"nextCursor\":15,\"hasMore\":false}}";
}

QByteArray pageOf(const QByteArray &events, qint64 nextCursor)
{
    return "{\"result\":{\"executionId\":\"e\",\"events\":[" + events
        + "],\"nextCursor\":" + QByteArray::number(nextCursor) + ",\"hasMore\":false}}";
}

QJsonObject objectFrom(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

/// "1-3 event", "4-4 internal" for each range of `gaps --format json`.
QStringList rangesOf(const QJsonObject &gaps)
{
    QStringList ranges;
    for (const QJsonValue &value : gaps.value(QLatin1String("ranges")).toArray()) {
        const QJsonObject range = value.toObject();
        ranges << QStringLiteral("%1-%2 %3")
                      .arg(range.value(QLatin1String("from")).toInteger())
                      .arg(range.value(QLatin1String("to")).toInteger())
                      .arg(range.value(QLatin1String("kind")).toString());
    }
    return ranges;
}

QStringList expectedRanges(const std::vector<QByteArray> &typeOfEachSeq)
{
    QStringList ranges;
    const auto kindAt = [&](size_t index) {
        const EventType *type = findEventType(typeOfEachSeq[index]);
        // A type that is not documented yet is one that the API returns.
        return type && !type->isExternal ? QStringLiteral("internal") : QStringLiteral("event");
    };
    for (size_t first = 0; first < typeOfEachSeq.size();) {
        size_t last = first;
        while (last + 1 < typeOfEachSeq.size() && kindAt(last + 1) == kindAt(first))
            ++last;
        ranges << QStringLiteral("%1-%2 %3").arg(first + 1).arg(last + 1).arg(kindAt(first));
        first = last + 1;
    }
    return ranges;
}

/// The lines that say when something is tried again.
QByteArrayList retriesIn(const QByteArray &error)
{
    QByteArrayList lines = error.split('\n');
    lines.removeIf([](const QByteArray &line) { return !line.contains("Trying again in"); });
    return lines;
}

} // namespace

class tst_Cli : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const Result<QUrl> url = m_server.listen();
        QVERIFY(url);
        m_sandboxUrl = url->toString();
        m_showcase = m_server.showcase().text();
    }

    void init() { m_run = std::make_unique<ProgramRun>(); }

    void helpAndVersionNeedNoDisplayAndNoHome()
    {
        m_run->environment = {};
        QCOMPARE(gapline({QStringLiteral("--version")}).out,
                 QByteArray("gapline " GAPLINE_VERSION "\n"));
        for (const QString &word : {QStringLiteral("--help"), QStringLiteral("help")}) {
            const ProgramOutcome help = gapline({word});
            QCOMPARE(help.status, 0);
            QVERIFY(help.out.contains("reconcile") || help.out.contains("sandbox"));
        }
        QCOMPARE(gapline({QStringLiteral("--frobnicate")}).status, 2);
        QCOMPARE(gapline({QStringLiteral("evnts"), QStringLiteral("exec_1")}).status, 2);
    }

    void listNamesEveryExecutionOnlineAndOffline()
    {
        QStringList expected;
        for (const ExecutionId &id : m_scenario.executions())
            expected << id.text();
        const auto idsOf = [](const QByteArray &json) {
            QStringList ids;
            for (const QJsonValue &value : QJsonDocument::fromJson(json).array())
                ids << value.toObject().value(QLatin1String("executionId")).toString();
            return ids;
        };
        const ProgramOutcome online = onSandbox("list --format json");
        QCOMPARE(online.status, 0);
        QStringList listed = idsOf(online.out);
        QCOMPARE(QSet<QString>(listed.cbegin(), listed.cend()),
                 QSet<QString>(expected.cbegin(), expected.cend()));
        QCOMPARE(listed.size(), expected.size());
        const ProgramOutcome offline = gapline(words("list --offline --format json"));
        QCOMPARE(offline.status, 0);
        QCOMPARE(offline.out, online.out);

        const ProgramOutcome failed =
            gapline(words("list --offline --status failed --format ndjson"));
        QCOMPARE(failed.status, 0);
        for (const QByteArray &line : failed.out.split('\n')) {
            if (!line.isEmpty())
                QCOMPARE(objectFrom(line).value(QLatin1String("status")).toString(),
                         QStringLiteral("failed"));
        }
    }

    void aStatusIsKnownOnceAnExecutionHasIt()
    {
        CannedServer server(
            {R"({"result":{"items":[{"executionId":"e","status":"paused","startedAt":1777374504255,)"
             R"("completedAt":null,"cancelledAt":null,"definitionId":"d","definitionVersion":1,)"
             R"("correlationId":"c","idempotencyKey":"i","failureReason":null,"steps":[]}],)"
             R"("nextCursor":null}})"});
        const ProgramOutcome held =
            gapline(words("list --status paused --format csv", server.baseUrl()));
        QCOMPARE(held.status, 0);
        QVERIFY2(held.out.contains("\r\ne,paused,"), held.out.constData());
        for (const char *line : {"list --offline --status bogus --format csv",
                                 "list --offline --status failed --status Failed --format csv"}) {
            const ProgramOutcome refused = gapline(words(line));
            QCOMPARE(refused.status, 2);
            QCOMPARE(refused.out, QByteArray());
            QVERIFY2(refused.error.contains("pending, running, completed, failed, cancelled"),
                     refused.error.constData());
        }
        QCOMPARE(gapline(words("list --offline --status failed")).status, 0);
    }

    void gapsAreTheTruthOfEveryExecution()
    {
        for (const ExecutionId &id : m_scenario.executions()) {
            const ProgramOutcome outcome =
                onSandbox("gaps " + id.text().toUtf8() + " --format json --page-size 7");
            QCOMPARE(outcome.status, 0);
            const QJsonObject gaps = objectFrom(outcome.out);
            QCOMPARE(rangesOf(gaps), expectedRanges(m_scenario.allSeqsOf(id)));
            QVERIFY(gaps.value(QLatin1String("complete")).toBool());
            QCOMPARE(gaps.value(QLatin1String("unknown")).toInteger(), 0);
        }
    }

    void theWorkedExampleIsExactAndTheNextSyncGoesOnAtFifteen()
    {
        CannedServer server({examplePage("e"), pageOf({}, 15)});
        const ProgramOutcome gaps = gapline(words("gaps e --format json", server.baseUrl()));
        QCOMPARE(gaps.status, 0);
        QCOMPARE(gaps.out,
                 QByteArray("{\"executionId\":\"e\",\"cursor\":15,\"complete\":true,\"events\":5,"
                            "\"internal\":10,\"unknown\":0,\"scanned\":[[1,15]],\"ranges\":["
                            "{\"from\":1,\"to\":1,\"kind\":\"event\"},"
                            "{\"from\":2,\"to\":3,\"kind\":\"internal\"},"
                            "{\"from\":4,\"to\":4,\"kind\":\"event\"},"
                            "{\"from\":5,\"to\":6,\"kind\":\"internal\"},"
                            "{\"from\":7,\"to\":8,\"kind\":\"event\"},"
                            "{\"from\":9,\"to\":11,\"kind\":\"internal\"},"
                            "{\"from\":12,\"to\":12,\"kind\":\"event\"},"
                            "{\"from\":13,\"to\":15,\"kind\":\"internal\"}]}\n"));
        const qsizetype asked = server.requests().size();
        const ProgramOutcome sync = gapline(words("sync e --format json", server.baseUrl()));
        QCOMPARE(sync.status, 0);
        QVERIFY(server.requests().size() > asked);
        QVERIFY(server.requests().at(asked).contains("\"sinceSeq\":15"));
        const QJsonObject line = objectFrom(sync.out);
        QCOMPARE(line.value(QLatin1String("status")).toString(), QStringLiteral("complete"));
        QCOMPARE(line.value(QLatin1String("new")).toInteger(), 0);
        QCOMPARE(line.value(QLatin1String("events")).toInteger(), 5);
        QCOMPARE(line.value(QLatin1String("cursor")).toInteger(), 15);
        QVERIFY(line.value(QLatin1String("error")).isNull());
    }

    void whatLiesBeforeSinceSeqIsUnknown()
    {
        const QString all =
            QStringLiteral("1-7 unknown|8-8 event|9-11 internal|12-12 event|13-15 internal");
        const QByteArray events = "{\"eventId\":\"a\",\"seq\":8,\"type\":\"t\",\"timestamp\":1},"
                                  "{\"eventId\":\"b\",\"seq\":12,\"type\":\"t\",\"timestamp\":2}";
        CannedServer server({pageOf(events, 15)});
        const ProgramOutcome gaps =
            gapline(words("gaps e --since-seq 7 --format json", server.baseUrl()));
        QCOMPARE(gaps.status, 0);
        QVERIFY(server.requests().constFirst().contains("\"sinceSeq\":7"));
        QCOMPARE(rangesOf(objectFrom(gaps.out)).join(u'|'), all);
        const QJsonObject offline =
            objectFrom(gapline(words("gaps e --offline --format json")).out);
        QCOMPARE(rangesOf(offline).join(u'|'), all);
        // The last answer had hasMore false, whatever was left out before it.
        QVERIFY(offline.value(QLatin1String("complete")).toBool());
        QCOMPARE(offline.value(QLatin1String("cursor")).toInteger(), 15);
    }

    void anEmptyAnswerFromBeyondTheEndProvesNothing()
    {
        const QByteArray cache = " --cache " + m_run->path(QStringLiteral("c.sqlite")).toUtf8();
        CannedServer beyond({pageOf({}, 1000)});
        CannedServer all({examplePage("e"), pageOf({}, 15)});
        QCOMPARE(gapline(words("sync e --since-seq 1000" + cache, beyond.baseUrl())).status, 0);
        const QJsonObject nothing =
            objectFrom(gapline(words("gaps e --offline --format json" + cache)).out);
        QCOMPARE(nothing.value(QLatin1String("scanned")).toArray().size(), 0);
        QVERIFY(!nothing.value(QLatin1String("complete")).toBool(true));

        QCOMPARE(gapline(words("sync e" + cache, all.baseUrl())).status, 0);
        QCOMPARE(gapline(words("sync e --since-seq 1000" + cache, beyond.baseUrl())).status, 0);
        const ProgramOutcome table = gapline(words("gaps e --offline --format table" + cache));
        QVERIFY2(table.out.contains("0 unknown; cursor 15, complete\n"), table.out.constData());
        QCOMPARE(cursorAndCompleteIn("list", cache), QStringLiteral("15 true"));
    }

    void whatLiesBeforeTheSeqThatWasAskedForIsNotSaidToBeScanned()
    {
        const QByteArray cache = " --cache " + m_run->path(QStringLiteral("c.sqlite")).toUtf8();
        const QByteArray event = "{\"eventId\":\"evt_12\",\"seq\":12,\"type\":\"step.completed\","
                                 "\"stepId\":null,\"timestamp\":1777374504255,"
                                 "\"correlationId\":\"c\",\"data\":null}";
        CannedServer part({pageOf(event, 15)});
        const ProgramOutcome sync =
            gapline(words("sync e --since-seq 7 --format json" + cache, part.baseUrl()));
        QCOMPARE(sync.status, 0);
        QCOMPARE(cursorAndComplete(objectFrom(sync.out)), QStringLiteral("15 true"));
        CannedServer failing({"<html>proxy</html>"}, 502);
        const QByteArray failed = "sync e --retries 0 --format json" + cache;
        QCOMPARE(cursorAndComplete(objectFrom(gapline(words(failed, failing.baseUrl())).out)),
                 QStringLiteral("0 false"));
        QCOMPARE(cursorAndCompleteIn("reconcile", cache), QStringLiteral("0 false"));
        // By the contract: where the farthest scan ended, and that its answer had hasMore false.
        QCOMPARE(cursorAndCompleteIn("gaps", cache), QStringLiteral("15 true"));
        QCOMPARE(cursorAndCompleteIn("list", cache), QStringLiteral("15 true"));
        const QByteArray caseFile = m_run->path(QStringLiteral("e.gaplinecase")).toUtf8();
        const QByteArray log = m_run->path(QStringLiteral("log.ndjson")).toUtf8();
        QCOMPARE(gapline(words("reconcile e --offline --deliveries " + log + " --case-file "
                               + caseFile + cache))
                     .status,
                 0);
        QCOMPARE(cursorAndCompleteIn("gaps", " --cache " + caseFile), QStringLiteral("15 true"));

        CannedServer all({examplePage("e")});
        const ProgramOutcome whole = gapline(words("sync e --format json" + cache, all.baseUrl()));
        QCOMPARE(whole.status, 0);
        const QString end = QStringLiteral("15 true");
        QCOMPARE(cursorAndComplete(objectFrom(whole.out)), end);
        const ProgramOutcome outcome = gapline(words(failed, failing.baseUrl()));
        QCOMPARE(outcome.status, 5);
        const QJsonObject line = objectFrom(outcome.out);
        QCOMPARE(line.value(QLatin1String("status")).toString(), QStringLiteral("failed"));
        QCOMPARE(line.value(QLatin1String("events")).toInteger(), 5);
        QCOMPARE(cursorAndComplete(line), end);
        for (const QByteArray command : {"list", "reconcile", "gaps"})
            QCOMPARE(cursorAndCompleteIn(command, cache), end);
    }

    void aRunWithoutASeqIsKnownToBeEmpty()
    {
        CannedServer server({pageOf({}, 0)});
        const ProgramOutcome online = gapline(words("gaps e --format json", server.baseUrl()));
        QCOMPARE(online.status, 0);
        QVERIFY(online.out.contains("\"cursor\":0,\"complete\":true,\"events\":0"));
        QCOMPARE(gapline(words("gaps e --offline --format json")).out, online.out);
        QVERIFY(gapline(words("list --offline --format json")).out.contains("\"cached\":true"));
    }

    void ndjsonIsWhatTheServerSentAndJqReadsIt()
    {
        const ProgramOutcome events =
            onSandbox("events " + m_showcase.toUtf8() + " --format ndjson");
        QCOMPARE(events.status, 0);
        const QByteArray page = m_scenario.page(m_showcase.toUtf8(), Seq{0}, 500);
        qsizetype lines = 0;
        for (const QByteArray &line : events.out.split('\n')) {
            if (line.isEmpty())
                continue;
            QVERIFY2(page.contains(line), line.constData());
            ++lines;
        }
        QVERIFY(lines > 3);
        const ProgramOutcome read = m_run->run(
            QStringLiteral("jq"), {QStringLiteral("-c"), QStringLiteral(".seq")}, events.out);
        QCOMPARE(read.status, 0);
        QCOMPARE(read.out.count('\n'), lines);
        const ProgramOutcome array = onSandbox("events " + m_showcase.toUtf8() + " --format json");
        const ProgramOutcome count =
            m_run->run(QStringLiteral("jq"), {QStringLiteral("length")}, array.out);
        QCOMPARE(count.out.trimmed().toLongLong(), lines);
    }

    void pythonReadsTheCsvBackToTheSameRows()
    {
        const QByteArray events =
            "{\"eventId\":\"=1+1\",\"seq\":1,\"type\":\"future.type\",\"stepId\":\"step_a,"
            "\\\"b\\\"_1_x\","
            "\"timestamp\":1777374962114,\"correlationId\":\"line\\nbreak "
            "\\ud83d\\ude80\",\"data\":{\"k\":\"v,\\\"w\\\"\", \"n\" : 1.10},\"extra\":[1]},"
            "{\"eventId\":\"evt_max\",\"seq\":9007199254740991,\"type\":\"step.completed\","
            "\"stepId\":null,"
            "\"timestamp\":9007199254740991,\"correlationId\":\"c\"}";
        CannedServer server({pageOf(events, 9007199254740991)});
        const ProgramOutcome csv =
            gapline(words("events e --format csv --raw-cells --with-gaps", server.baseUrl()));
        QCOMPARE(csv.status, 0);
        QVERIFY(csv.out.startsWith(
            "executionId,seq,type,stepId,nodeId,timestamp,time,correlationId,eventId,data\r\n"));
        const ProgramOutcome python = m_run->run(
            QStringLiteral("python3"),
            {QStringLiteral("-c"),
             QStringLiteral(
                 "import csv,io,json,sys\n"
                 "text=sys.stdin.buffer.read().decode('utf-8')\n"
                 "print(json.dumps(list(csv.DictReader(io.StringIO(text,newline='')))))")},
            csv.out);
        QCOMPARE(python.status, 0);
        const QJsonArray rows = QJsonDocument::fromJson(python.out).array();
        QCOMPARE(rows.size(), 3);
        const auto cell = [&rows](int row, const char *name) {
            return rows.at(row).toObject().value(QLatin1String(name)).toString();
        };
        QCOMPARE(cell(0, "eventId"), QStringLiteral("=1+1"));
        QCOMPARE(cell(0, "type"), QStringLiteral("future.type"));
        QCOMPARE(cell(0, "stepId"), QStringLiteral("step_a,\"b\"_1_x"));
        QCOMPARE(cell(0, "nodeId"), QStringLiteral("a,\"b\""));
        QCOMPARE(cell(0, "time"), QStringLiteral("2026-04-28T11:16:02.114Z"));
        QCOMPARE(cell(0, "correlationId"), QString::fromUtf8("line\nbreak 🚀"));
        QCOMPARE(cell(0, "data"), QStringLiteral("{\"k\":\"v,\\\"w\\\"\",\"n\":1.10}"));
        QCOMPARE(cell(1, "seq"), QStringLiteral("2-9007199254740990"));
        QCOMPARE(cell(1, "type"), QStringLiteral("(internal-only)"));
        QCOMPARE(cell(2, "seq"), QStringLiteral("9007199254740991"));
        QCOMPARE(cell(2, "data"), QString());

        const ProgramOutcome safe = gapline(words("events e --format csv --offline"));
        QVERIFY(safe.out.contains(",'=1+1,"));
        const ProgramOutcome ndjson = gapline(words("events e --format ndjson --offline"));
        QCOMPARE(ndjson.out,
                 events.left(events.indexOf("},{") + 1) + '\n'
                     + events.mid(events.indexOf("},{") + 2) + '\n');
    }

    void oneMalformedPayloadIsKeptAndTheOthersToo()
    {
        const QByteArray bad = "{\"eventId\":\"evt_2\",\"seq\":2,\"type\":\"t\",\"timestamp\":2,"
                               "\"data\":{\"x\":\"\\ud800\"}}";
        const QByteArray events =
            "{\"eventId\":\"evt_1\",\"seq\":1,\"type\":\"t\",\"timestamp\":1}," + bad
            + ",{\"eventId\":\"evt_3\",\"seq\":3,\"type\":\"t\",\"timestamp\":3}";
        CannedServer server({pageOf(events, 3)});
        const ProgramOutcome ndjson = gapline(words("events e --format ndjson", server.baseUrl()));
        QCOMPARE(ndjson.status, 0);
        QCOMPARE(ndjson.out.count('\n'), 3);
        QVERIFY(ndjson.out.contains(bad));
        const ProgramOutcome csv = gapline(words("events e --format csv --offline"));
        QCOMPARE(csv.status, 0);
        QCOMPARE(csv.out.count('\n'), 4);
        QVERIFY(gapline(words("events e --format table --offline"))
                    .out.contains("[malformed payload]"));
    }

    void filtersChooseEvents()
    {
        const QByteArray id = m_showcase.toUtf8();
        QCOMPARE(onSandbox("sync " + id).status, 0);
        const auto types = [&](const char *options) {
            const ProgramOutcome outcome =
                gapline(words("events " + id + " --offline --format ndjson " + options));
            QSet<QString> found;
            for (const QByteArray &line : outcome.out.split('\n')) {
                if (!line.isEmpty())
                    found << objectFrom(line).value(QLatin1String("type")).toString();
            }
            return found;
        };
        QCOMPARE(types("--type execution.dispatched"),
                 QSet<QString>{QStringLiteral("execution.dispatched")});
        for (const QString &type : types("--type step.* --type !step.completed"))
            QVERIFY(type.startsWith(QStringLiteral("step."))
                    && type != QStringLiteral("step.completed"));
        QCOMPARE(types("--until-seq 1").size(), 1);
        QVERIFY(types("--text no-such-word-anywhere").isEmpty());
        QVERIFY(!types("--text ROOTstepids").isEmpty());
        QVERIFY(types("--from 2999-01-01T00:00:00Z").isEmpty());
    }

    void offlineAnswersAreThoseOfOnline()
    {
        const QByteArray id = m_showcase.toUtf8();
        for (const char *format : {"csv", "ndjson", "json", "table"}) {
            const QByteArray line = "events " + id + " --format " + format;
            const ProgramOutcome online = onSandbox(line);
            QCOMPARE(online.status, 0);
            QVERIFY(!online.out.isEmpty());
            QCOMPARE(gapline(words(line + " --offline")).out, online.out);
        }
        // Not a terminal: csv for events, json for gaps.
        QCOMPARE(gapline(words("events " + id + " --offline")).out,
                 gapline(words("events " + id + " --offline --format csv")).out);
        QVERIFY(gapline(words("gaps " + id + " --offline")).out.startsWith("{\"executionId\""));
    }

    void syncAllBringsEveryExecutionOneLineEach()
    {
        const ProgramOutcome sync = onSandbox("sync --all --format json");
        QCOMPARE(sync.status, 0);
        QCOMPARE(sync.out.count('\n'), qsizetype(m_scenario.executions().size()));
        const QByteArray keys[] = {"{\"executionId\":",
                                   ",\"status\":",
                                   ",\"requests\":",
                                   ",\"received\":",
                                   ",\"new\":",
                                   ",\"events\":",
                                   ",\"cursor\":",
                                   ",\"complete\":",
                                   ",\"violations\":[",
                                   "],\"error\":"};
        for (const QByteArray &line : sync.out.trimmed().split('\n')) {
            qsizetype at = -1;
            for (const QByteArray &key : keys) {
                const qsizetype found = line.indexOf(key, at + 1);
                QVERIFY2(found > at, line.constData());
                at = found;
            }
        }
        const QJsonObject info = objectFrom(gapline(words("cache info --format json")).out);
        QCOMPARE(info.value(QLatin1String("executions")).toInteger(),
                 qint64(m_scenario.executions().size()));
        const QJsonObject verified = objectFrom(gapline(words("cache verify --format json")).out);
        QVERIFY(verified.value(QLatin1String("sound")).toBool());
        const ProgramOutcome purged =
            gapline(words("cache purge " + m_showcase.toUtf8() + " --format json"));
        QCOMPARE(purged.out, QByteArray("{\"purged\":1}\n"));
        // A name that was mistyped is told from one whose events are gone.
        QVERIFY(!purged.error.contains("Nothing of execution"));
        const ProgramOutcome unknown = gapline(words("cache purge exec_mistyped --format json"));
        QCOMPARE(unknown.status, 0);
        QCOMPARE(unknown.out, QByteArray("{\"purged\":0}\n"));
        QVERIFY2(unknown.error.contains("Nothing of execution \"exec_mistyped\""),
                 unknown.error.constData());
        QCOMPARE(gapline(words("gaps " + m_showcase.toUtf8() + " --offline")).status, 7);
        QCOMPARE(gapline(words("cache purge --all")).status, 0);
        QCOMPARE(gapline(words("list --offline --format json")).out, QByteArray("[\n]\n"));
    }

    void theApiSaysNo()
    {
        const ProgramOutcome outcome = onSandbox("events no-such-execution");
        QCOMPARE(outcome.status, 3);
        QCOMPARE(outcome.out, QByteArray());
        QVERIFY(outcome.error.contains("[api.not-found]"));
        const ProgramOutcome sync =
            onSandbox("sync no-such-execution " + m_showcase.toUtf8() + " --format json");
        QCOMPARE(sync.status, 3);
        const QByteArrayList lines = sync.out.trimmed().split('\n');
        QCOMPARE(lines.size(), 2);
        const QJsonObject failed = objectFrom(lines.at(0));
        QCOMPARE(failed.value(QLatin1String("status")).toString(), QStringLiteral("failed"));
        QCOMPARE(
            failed.value(QLatin1String("error")).toObject().value(QLatin1String("id")).toString(),
            QStringLiteral("api.not-found"));
        QCOMPARE(objectFrom(lines.at(1)).value(QLatin1String("status")).toString(),
                 QStringLiteral("complete"));
    }

    void credentialsAreMissingOrRejected()
    {
        m_run->environment.insert(QStringLiteral("VELT_AUTH_TOKEN"),
                                  QStringLiteral("unknown-token"));
        const ProgramOutcome rejected = onSandbox("list");
        QCOMPARE(rejected.status, 4);
        QVERIFY(rejected.error.contains("[credentials.rejected]"));
        QVERIFY(!rejected.error.contains("unknown-token"));
        QCOMPARE(onSandbox("sync --all").status, 4);
        QCOMPARE(onSandbox("sync a b c").status, 4);
        m_run->environment.remove(QStringLiteral("VELT_AUTH_TOKEN"));
        const ProgramOutcome missing = onSandbox("list");
        QCOMPARE(missing.status, 4);
        QVERIFY(missing.error.contains("VELT_AUTH_TOKEN"));
    }

    void aSavedProfileGivesItsAddressAndItsCache()
    {
        QVERIFY(QDir().mkpath(m_run->path(QStringLiteral("config/gapline"))));
        QFile settings(m_run->path(QStringLiteral("config/gapline/gapline.ini")));
        QVERIFY(settings.open(QIODevice::WriteOnly));
        settings.write("[profiles]\nsize=1\n1\\name=local\n1\\baseUrl=" + m_sandboxUrl.toUtf8()
                       + '\n');
        settings.close();
        const ProgramOutcome listed = gapline(words("list --profile local --format ndjson"));
        QCOMPARE(listed.status, 0);
        QCOMPARE(listed.out.count('\n'), qsizetype(m_scenario.executions().size()));
        // One file for the one server that the profile has pointed to.
        const QDir caches(m_run->path(QStringLiteral("data/gapline/profiles/local")));
        QCOMPARE(caches.entryList({QStringLiteral("*.sqlite")}, QDir::Files).size(), 1);
        QVERIFY(!QFile::exists(m_run->path(QStringLiteral("data/gapline/cache.sqlite"))));
        QCOMPARE(gapline(words("list --profile other")).status, 2);
        // No keychain is there, so nothing stands in for the environment.
        m_run->environment.remove(QStringLiteral("VELT_API_KEY"));
        const ProgramOutcome missing = gapline(words("list --profile local"));
        QCOMPARE(missing.status, 4);
        QVERIFY(missing.error.contains("[credentials.missing]"));
        QVERIFY(missing.error.contains("no system keychain"));
    }

    void theIdsOfTwoServersNeverMeet()
    {
        CannedServer first({examplePage("e")});
        CannedServer second({pageOf({}, 3)});
        QCOMPARE(gapline(words("sync e", first.baseUrl())).status, 0);
        QCOMPARE(gapline(words("sync e", second.baseUrl())).status, 0);
        QVERIFY(second.requests().constFirst().contains("\"sinceSeq\":0"));
        const auto events = [this](const QUrl &baseUrl) {
            const ProgramOutcome gaps = gapline(words("gaps e --offline --format json", baseUrl));
            return objectFrom(gaps.out).value(QLatin1String("events")).toInteger(-1);
        };
        QCOMPARE(events(first.baseUrl()), 5);
        QCOMPARE(events(second.baseUrl()), 0);
        // Nothing of the default API is there: the server used last answers, and that is said.
        const ProgramOutcome unnamed = gapline(words("gaps e --offline --format json"));
        QCOMPARE(objectFrom(unnamed.out).value(QLatin1String("events")).toInteger(-1), 0);
        QVERIFY(unnamed.error.contains("Nothing of api.velt.dev is cached"));
        const ProgramOutcome info = gapline(words("cache info --format json", first.baseUrl()));
        QCOMPARE(objectFrom(info.out).value(QLatin1String("events")).toInteger(), 5);
        // One file for both is a choice that --cache can make.
        const QByteArray shared = m_run->path(QStringLiteral("shared.sqlite")).toUtf8();
        QCOMPARE(gapline(words("sync e --cache " + shared, first.baseUrl())).status, 0);
        QCOMPARE(gapline(words("sync e --cache " + shared, second.baseUrl())).status, 6);
    }

    void theNetworkGivesUp()
    {
        QUrl closed;
        {
            CannedServer server;
            closed = server.baseUrl();
        }
        const ProgramOutcome outcome = gapline(words("events e --retries 0", closed));
        QCOMPARE(outcome.status, 5);
        QCOMPARE(outcome.out, QByteArray());
        QVERIFY(outcome.error.contains("[network."));
        QCOMPARE(outcome.error.count("Connection refused"), 1);
        const ProgramOutcome sync = gapline(words("sync e --retries 0 --format json", closed));
        QCOMPARE(sync.out.count("Connection refused"), 1);
        CannedServer html({"<html>proxy</html>"}, 502);
        QCOMPARE(gapline(words("gaps e --retries 0", html.baseUrl())).status, 5);
    }

    void aBrokenContractIsNamedAndWhatWasStoredStays_data()
    {
        QTest::addColumn<QByteArray>("page");
        QTest::addColumn<QByteArray>("id");
        const auto event = [](const char *seq) {
            return QByteArray("{\"eventId\":\"x\",\"seq\":") + seq
                + ",\"type\":\"t\",\"timestamp\":1}";
        };
        QTest::newRow("other execution")
            << examplePage("other") << QByteArray("contract.wrong-execution");
        QTest::newRow("descending")
            << pageOf(event("20") + ',' + event("19"), 20) << QByteArray("contract.not-ascending");
        QTest::newRow("repeated") << pageOf(event("20") + ',' + event("20"), 20)
                                  << QByteArray("contract.repeated-seq");
        QTest::newRow("below") << pageOf(event("15"), 20)
                               << QByteArray("contract.event-below-since");
        QTest::newRow("above") << pageOf(event("21"), 20)
                               << QByteArray("contract.event-above-cursor");
        QTest::newRow("stuck") << pageOf({}, 15).replace("false", "true")
                               << QByteArray("contract.stuck-cursor");
        QTest::newRow("type") << pageOf({}, 15).replace("15", "\"15\"")
                              << QByteArray("contract.wrong-type");
    }

    void aBrokenContractIsNamedAndWhatWasStoredStays()
    {
        QFETCH(QByteArray, page);
        QFETCH(QByteArray, id);
        CannedServer server({examplePage("e").replace("false", "true"), page});
        const ProgramOutcome outcome = gapline(words("sync e --format json", server.baseUrl()));
        QCOMPARE(outcome.status, 6);
        QVERIFY2(outcome.error.contains('[' + id + ']'), outcome.error.constData());
        const QJsonObject line = objectFrom(outcome.out);
        QCOMPARE(line.value(QLatin1String("error"))
                     .toObject()
                     .value(QLatin1String("id"))
                     .toString()
                     .toUtf8(),
                 id);
        const QJsonObject gaps = objectFrom(gapline(words("gaps e --offline --format json")).out);
        QCOMPARE(gaps.value(QLatin1String("events")).toInteger(), 5);
        QVERIFY(!gaps.value(QLatin1String("complete")).toBool());
    }

    void aViolationIsSaidOnce()
    {
        CannedServer server({pageOf({}, 0).replace("false", "true")});
        for (const char *line : {"sync e", "gaps e", "events e", "sync e --quiet"}) {
            const ProgramOutcome outcome = gapline(words(line, server.baseUrl()));
            QCOMPARE(outcome.status, 6);
            QCOMPARE(outcome.error.count("hasMore is true"), 1);
            QCOMPARE(outcome.error.count("[contract.stuck-cursor]"), 1);
        }
    }

    void aWarningNamesItsExecutionWhenThereAreSeveral()
    {
        // As an older server answers, for any execution, and more than was asked for.
        QByteArrayList events;
        for (const char *seq : {"1", "2", "3"}) {
            events << QByteArray("{\"eventId\":\"evt_") + seq + "\",\"seq\":" + seq
                    + ",\"type\":\"t\",\"timestamp\":1}";
        }
        CannedServer server({"{\"result\":{\"events\":[" + events.join(',') + "]}}"});
        const QByteArray warning = "The page after seq 0 holds 3 events; 2 were asked for.";
        const QByteArray two = gapline(words("sync e f --page-size 2", server.baseUrl())).error;
        QVERIFY2(two.contains("gapline: e: " + warning), two.constData());
        QVERIFY2(two.contains("gapline: f: " + warning), two.constData());
        const QByteArray one = gapline(words("sync g --page-size 2", server.baseUrl())).error;
        QVERIFY2(one.contains("gapline: " + warning), one.constData());
    }

    void aRetryNamesItsExecutionWhenThereAreSeveral()
    {
        const QByteArray list =
            R"({"result":{"items":[{"executionId":"e","status":"completed","startedAt":1,)"
            R"("completedAt":2,"definitionId":"d","steps":[]}],"nextCursor":null}})";
        // A list that cannot be read at first, and then an execution of which the same is true.
        CannedServer all({"<html>", list, "<html>", examplePage("e")});
        const ProgramOutcome outcome = gapline(words("sync --all --verbose", all.baseUrl()));
        QCOMPARE(outcome.status, 0);
        const QByteArrayList retries = retriesIn(outcome.error);
        QCOMPARE(retries.size(), 2);
        QVERIFY2(!retries.first().startsWith("gapline: e: "), retries.first().constData());
        QVERIFY2(retries.last().startsWith("gapline: e: "), retries.last().constData());
        CannedServer listed({"<html>", list});
        QCOMPARE(retriesIn(gapline(words("list --verbose", listed.baseUrl())).error).size(), 1);
        CannedServer alone({"<html>", examplePage("g")});
        const QByteArrayList one =
            retriesIn(gapline(words("sync g --verbose", alone.baseUrl())).error);
        QCOMPARE(one.size(), 1);
        QVERIFY2(!one.first().contains("g: "), one.first().constData());
    }

    void aCursorThatRunsBackIsNotSaidToHaveMore()
    {
        CannedServer server({pageOf({}, 6)});
        const ProgramOutcome outcome = gapline(words("sync e --since-seq 100", server.baseUrl()));
        QCOMPARE(outcome.status, 6);
        QVERIFY(outcome.error.contains("nextCursor 6 lies before sinceSeq 100."));
        QVERIFY2(!outcome.error.contains("says hasMore"), outcome.error.constData());
        QVERIFY(outcome.error.contains("nextCursor lies before its sinceSeq, or"));
    }

    void withoutADisplayTheWindowIsRefusedInWords()
    {
        for (const QStringList &line : {QStringList(), {QStringLiteral("exec_1")}}) {
            const ProgramOutcome outcome = gapline(line);
            QCOMPARE(outcome.status, 2);
            QVERIFY2(outcome.error.contains("no display"), outcome.error.constData());
        }
        const ProgramOutcome misplaced = gapline({QStringLiteral("-q"), QStringLiteral("list")});
        QCOMPARE(misplaced.status, 2);
        QVERIFY2(misplaced.error.contains("Put the command first: gapline list"),
                 misplaced.error.constData());
    }

    void aClosedStandardOutputIsAFailureAndNotAnotherFile()
    {
        QCOMPARE(onSandbox("sync " + m_showcase.toUtf8()).status, 0);
        for (const QString &command : {QStringLiteral("events"), QStringLiteral("gaps")}) {
            const QString line = QStringLiteral("'%1' %3 %2 --offline >&-")
                                     .arg(QStringLiteral(GAPLINE_BINARY), m_showcase, command);
            const ProgramOutcome outcome =
                m_run->run(QStringLiteral("sh"), {QStringLiteral("-c"), line});
            QCOMPARE(outcome.status, 7);
            QVERIFY2(outcome.error.contains("Bad file descriptor"), outcome.error.constData());
        }
        QCOMPARE(gapline(words("cache verify")).status, 0);
    }

    void aFullDiskIsSaid()
    {
        QCOMPARE(onSandbox("sync " + m_showcase.toUtf8()).status, 0);
        const QString line = QStringLiteral("'%1' events %2 --offline > /dev/full")
                                 .arg(QStringLiteral(GAPLINE_BINARY), m_showcase);
        const ProgramOutcome outcome =
            m_run->run(QStringLiteral("sh"), {QStringLiteral("-c"), line});
        QCOMPARE(outcome.status, 7);
        QVERIFY2(outcome.error.contains("No space left"), outcome.error.constData());
    }

    void anOutputThatCannotBeIsSaidBeforeAnythingIsAsked()
    {
        CannedServer server({examplePage("e")});
        QCOMPARE(gapline(words("events e --output /nonexistent/x", server.baseUrl())).status, 7);
        QCOMPARE(gapline(words("gaps e --output=", server.baseUrl())).status, 2);
        QCOMPARE(server.requests().size(), 0);
    }

    void filesFailWithSeven()
    {
        const QByteArray id = m_showcase.toUtf8();
        QCOMPARE(gapline(words("events e --offline")).status, 7);
        QCOMPARE(onSandbox("events " + id + " --output /nonexistent/x.csv").status, 7);
        QCOMPARE(onSandbox("events " + id + " --output " + m_run->home().toUtf8()).status, 7);
    }

    void theOutputFileAppearsWholeOrNotAtAll()
    {
        const QString file = m_run->path(QStringLiteral("out.csv"));
        const ProgramOutcome written =
            onSandbox("events " + m_showcase.toUtf8() + " --format csv --output " + file.toUtf8());
        QCOMPARE(written.status, 0);
        QCOMPARE(written.out, QByteArray());
        const QByteArray content = contentOf(file);
        QCOMPARE(content, onSandbox("events " + m_showcase.toUtf8() + " --format csv").out);
        QCOMPARE(content,
                 onSandbox("events " + m_showcase.toUtf8() + " --format csv --output -").out);
        QCOMPARE(onSandbox("events no-such-execution --output " + file.toUtf8()).status, 3);
        QCOMPARE(contentOf(file), content);
        QCOMPARE(QDir(m_run->home()).entryList({QStringLiteral("out.csv*")}).size(), 1);
    }

    void anInterruptKeepsWhatWasFetchedAndGives130()
    {
        // The request is never answered: the interrupt comes while it waits.
        CannedServer silent;
        const ProgramOutcome outcome = m_run->run(
            QStringLiteral(GAPLINE_BINARY),
            words("sync e --format json", silent.baseUrl()),
            {},
            [&silent](QProcess &process) { silent.asked = [&process] { process.terminate(); }; });
        QCOMPARE(outcome.status, 130);
        QCOMPARE(objectFrom(outcome.out).value(QLatin1String("status")).toString(),
                 QStringLiteral("cancelled"));
        const ProgramOutcome events = m_run->run(
            QStringLiteral(GAPLINE_BINARY),
            words("events e", silent.baseUrl()),
            {},
            [&silent](QProcess &process) { silent.asked = [&process] { process.terminate(); }; });
        QCOMPARE(events.status, 130);
        QCOMPARE(events.out, QByteArray());
    }

    void anInterruptedSyncSaysWhatTheCacheHolds()
    {
        const QByteArray cache = " --cache " + m_run->path(QStringLiteral("c.sqlite")).toUtf8();
        CannedServer server({examplePage("e")});
        QCOMPARE(gapline(words("sync e" + cache, server.baseUrl())).status, 0);
        // Six are started at once: what stands behind them never begins.
        const QByteArray several = "sync a b c d f g h e --format json" + cache;
        for (const QByteArray &line : {"sync e --format json" + cache,
                                       "sync e --verify --format json" + cache,
                                       several,
                                       several + " --verify"}) {
            CannedServer silent;
            const ProgramOutcome outcome = m_run->run(QStringLiteral(GAPLINE_BINARY),
                                                      words(line, silent.baseUrl()),
                                                      {},
                                                      [&silent](QProcess &process) {
                                                          // Once: a second one would not let it say anything.
                                                          silent.asked = [&silent, &process] {
                                                              if (silent.requests().size() == 1)
                                                                  process.terminate();
                                                          };
                                                      });
            QCOMPARE(outcome.status, 130);
            const QJsonObject last = objectFrom(outcome.out.trimmed().split('\n').constLast());
            QCOMPARE(last.value(QLatin1String("executionId")).toString(), QStringLiteral("e"));
            QCOMPARE(last.value(QLatin1String("status")).toString(), QStringLiteral("cancelled"));
            QCOMPARE(last.value(QLatin1String("events")).toInteger(), 5);
            QCOMPARE(cursorAndComplete(last), QStringLiteral("15 true"));
        }
    }

    void aReaderThatStopsEarlyIsNoError()
    {
        const QString line = QStringLiteral("set -o pipefail; '%1' events %2 --base-url %3 "
                                            "--format ndjson | head -c 5 > /dev/null")
                                 .arg(QStringLiteral(GAPLINE_BINARY), m_showcase, m_sandboxUrl);
        const ProgramOutcome outcome =
            m_run->run(QStringLiteral("bash"), {QStringLiteral("-c"), line});
        QCOMPARE(outcome.status, 0);
        QCOMPARE(outcome.error, QByteArray());
    }

    void aDamagedCacheIsSetAsideAndSaid()
    {
        const QString file = m_run->path(QStringLiteral("cache.sqlite"));
        QFile damaged(file);
        QVERIFY(damaged.open(QIODevice::WriteOnly));
        damaged.write(QByteArray("SQLite format 3\0", 16) + QByteArray(4096, 'x'));
        damaged.close();
        const ProgramOutcome outcome =
            onSandbox("sync " + m_showcase.toUtf8() + " --cache " + file.toUtf8());
        QCOMPARE(outcome.status, 0);
        QVERIFY2(outcome.error.contains("set aside"), outcome.error.constData());
    }

    void verifyAnswersAboutADatabaseThatIsMalformed()
    {
        const QString name = m_run->path(QStringLiteral("cache.sqlite"));
        const QByteArray line = "cache verify --format json --cache " + name.toUtf8();
        QCOMPARE(onSandbox("sync --all --cache " + name.toUtf8()).status, 0);
        QCOMPARE(gapline(words(line)).status, 0);
        const QByteArray sound = contentOf(name);
        // From the second page on, then the schema's own page but for the header.
        for (const qsizetype begin : {qsizetype(4096), qsizetype(100)}) {
            QByteArray damaged = sound;
            damaged.replace(
                begin, damaged.size() - begin, QByteArray(damaged.size() - begin, '\xa5'));
            QFile file(name);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(damaged);
            file.close();
            const ProgramOutcome outcome = gapline(words(line));
            QCOMPARE(outcome.status, 7);
            const QJsonObject json = objectFrom(outcome.out);
            QVERIFY2(json.contains(QLatin1String("sound")), outcome.error.constData());
            QVERIFY(!json.value(QLatin1String("sound")).toBool());
            QVERIFY(!json.value(QLatin1String("problems")).toArray().isEmpty());
            QVERIFY2(outcome.error.contains("[cache.damaged]"), outcome.error.constData());
            QCOMPARE(contentOf(name), damaged);
        }
    }

    void neitherKeyNorTokenIsWrittenAnywhere()
    {
        m_run->environment.insert(QStringLiteral("QT_LOGGING_RULES"), QStringLiteral("*=true"));
        const ProgramOutcome outcome = onSandbox("sync --all --verbose");
        QCOMPARE(outcome.status, 0);
        const Credentials credentials = SandboxServer::credentials();
        QByteArray all = outcome.out + outcome.error;
        QDirIterator files(m_run->home(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext())
            all += contentOf(files.next());
        QVERIFY(all.size() > 1000);
        QVERIFY(!all.contains(credentials.apiKey.reveal()));
        QVERIFY(!all.contains(credentials.authToken.reveal()));
    }

private:
    static QString cursorAndComplete(const QJsonObject &object)
    {
        return QStringLiteral("%1 %2")
            .arg(object.value(QLatin1String("cursor")).toInteger(-1))
            .arg(object.value(QLatin1String("complete")).toBool() ? QStringLiteral("true")
                                                                  : QStringLiteral("false"));
    }

    /// What a command says of execution "e", the only one in the cache.
    QString cursorAndCompleteIn(const QByteArray &command, const QByteArray &cache)
    {
        if (command == "list") {
            const QByteArray out = gapline(words("list --offline --format json" + cache)).out;
            return cursorAndComplete(QJsonDocument::fromJson(out).array().at(0).toObject());
        }
        if (command == "gaps")
            return cursorAndComplete(
                objectFrom(gapline(words("gaps e --offline --format json" + cache)).out));
        QFile log(m_run->path(QStringLiteral("log.ndjson")));
        if (!log.open(QIODevice::WriteOnly)
            || log.write("{\"executionId\":\"e\",\"seq\":12}\n") < 0)
            return {};
        log.close();
        const QJsonObject report =
            objectFrom(gapline(words("reconcile e --offline --format json --deliveries "
                                     + log.fileName().toUtf8() + cache))
                           .out);
        return cursorAndComplete(report.value(QLatin1String("coverage"))
                                     .toObject()
                                     .value(QLatin1String("executions"))
                                     .toArray()
                                     .at(0)
                                     .toObject());
    }

    static QByteArray contentOf(const QString &name)
    {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    static QStringList words(const QByteArray &line, const QUrl &baseUrl = {})
    {
        QStringList words = QString::fromUtf8(line).split(u' ');
        if (!baseUrl.isEmpty())
            words << QStringLiteral("--base-url") << baseUrl.toString();
        return words;
    }

    ProgramOutcome gapline(const QStringList &words)
    {
        return m_run->run(QStringLiteral(GAPLINE_BINARY), words);
    }

    ProgramOutcome onSandbox(const QByteArray &line)
    {
        return gapline(words(line, QUrl(m_sandboxUrl)));
    }

    ManualClock m_clock;
    SandboxOptions m_options{7, 12, 0, fromEpochMs(1777374504255), 1};
    SandboxServer m_server{m_options, m_clock};
    Scenario m_scenario{m_options, m_clock};
    QString m_sandboxUrl;
    QString m_showcase;
    std::unique_ptr<ProgramRun> m_run;
};

QTEST_GUILESS_MAIN(tst_Cli)
#include "tst_cli.moc"
