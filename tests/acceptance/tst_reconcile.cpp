// SPDX-License-Identifier: GPL-3.0-or-later
// The reconcile command as a script runs it: the built program, a cache, receivers' logs.
#include "core/api/replyparser.h"
#include "core/cache/cache.h"
#include "core/deliverylog/signature.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <unistd.h>

using namespace Gapline;

namespace {

constexpr qint64 kStart = 1777374504000; // 2026-04-28T11:08:24Z

QByteArray eventJson(qint64 seq, qint64 t, const QByteArray &type = "step.completed")
{
    return "{\"eventId\":\"evt_" + QByteArray::number(seq) + "\",\"seq\":" + QByteArray::number(seq)
        + ",\"type\":\"" + type
        + "\",\"stepId\":\"step_a\",\"timestamp\":" + QByteArray::number(kStart + t * 1000)
        + ",\"correlationId\":\"corr_1\",\"data\":{\"note\":\"it's $HOME <b>\"}}";
}

/// One event every 60 s, on every second seq: those between are internal.
QByteArray pageOf(const QByteArray &execution, int events)
{
    QByteArray json = "{\"result\":{\"executionId\":\"" + execution + "\",\"events\":[";
    for (int i = 0; i < events; ++i)
        json += (i > 0 ? "," : "") + eventJson(2 * i + 1, i * 60);
    return json + "],\"nextCursor\":" + QByteArray::number(2 * events) + ",\"hasMore\":false}}";
}

QByteArray
logLine(qint64 seq, qint64 receivedAt, int attempt, const QByteArray &execution = "exec_1")
{
    return "{\"receivedAt\":" + QByteArray::number(kStart + receivedAt * 1000)
        + ",\"status\":200,\"attempt\":" + QByteArray::number(attempt) + ",\"executionId\":\""
        + execution + "\",\"seq\":" + QByteArray::number(seq) + "}\n";
}

/// What a receiver logs that refuses connections at once during [0, outage), up to `cut`.
QByteArray logOf(int events, qint64 outage, qint64 cut)
{
    constexpr std::array<qint64, 6> kOffsets{0, 2, 10, 42, 162, 642};
    QByteArray log;
    for (int i = 0; i < events; ++i) {
        for (size_t attempt = 0; attempt < kOffsets.size(); ++attempt) {
            const qint64 arrival = i * 60 + kOffsets.at(attempt);
            if (arrival < outage)
                continue;
            if (arrival <= cut)
                log += logLine(2 * i + 1, arrival, int(attempt));
            break;
        }
    }
    return log;
}

QString spanOf(qint64 from, qint64 to)
{
    return QStringLiteral("%1,%2").arg(kStart + from * 1000).arg(kStart + to * 1000);
}

struct Run
{
    int status = -1;
    QByteArray out;
    QByteArray error;

    QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
    int total(const char *key) const
    {
        return json().value(u"totals").toObject().value(QLatin1String(key)).toInt(-1);
    }
};

} // namespace

class tst_Reconcile : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        QVERIFY(m_dir->isValid());
        store("exec_1", 30);
    }

    void theKnownOutageCutAt1860()
    {
        const Run run =
            reconcile(logOf(30, 1800, 1860), {QStringLiteral("--span"), spanOf(0, 1860)});
        QCOMPARE(run.status, 0);
        QCOMPARE(run.total("expected"), 30);
        QCOMPARE(run.total("missed"), 20);
        QCOMPARE(run.total("pending"), 8);
        QCOMPARE(run.total("late"), 2);
        QCOMPARE(run.total("delivered"), 0);
        const QJsonArray events =
            run.json().value(u"executions")[0].toObject().value(u"events").toArray();
        QCOMPARE(events.size(), 30);
        QCOMPARE(events[20].toObject().value(u"verdict").toString(), QStringLiteral("late"));
        QCOMPARE(events[20].toObject().value(u"delayMs").toInt(), 642000); // attempt 5
        QCOMPARE(events[28].toObject().value(u"delayMs").toInt(), 162000); // attempt 4
        const QJsonObject outage = run.json().value(u"outages")[0].toObject();
        QCOMPARE(outage.value(u"from").toInteger(), kStart);
        QCOMPARE(outage.value(u"to").toInteger(), kStart + 1842000);
        QCOMPARE(outage.value(u"missed").toInt(), 20);
        QCOMPARE(outage.value(u"executions").toInt(), 1);
    }

    void theKnownOutageSeenFromItsHorizon()
    {
        for (const qint64 cut : {2442, 9000}) {
            const Run run =
                reconcile(logOf(30, 1800, cut), {QStringLiteral("--span"), spanOf(0, cut)});
            QCOMPARE(run.total("missed"), 20);
            QCOMPARE(run.total("late"), 10);
            QCOMPARE(run.total("pending"), 0);
        }
    }

    void whatIsNoLogPassesNoCheck()
    {
        const QStringList check{QStringLiteral("--check")};
        const Run garbage = reconcile("garbage not json\n", check);
        QCOMPARE(garbage.status, 7);
        QCOMPARE(garbage.out, QByteArray());
        QVERIFY2(garbage.error.contains("[file.malformed]"), garbage.error.constData());
        QVERIFY2(garbage.error.contains("receivedAt, status, attempt, eventId, executionId, seq"),
                 garbage.error.constData());
        // Rows that cannot be read stop no report; but a check of nothing has not passed.
        const QByteArray unreadable = "{\"a\":1}\n{\"b\":2}\n";
        const Run report = reconcile(unreadable, {});
        QCOMPARE(report.status, 0);
        QCOMPARE(report.total("unreadableRows"), 2);
        const Run checked = reconcile(unreadable, check);
        QCOMPARE(checked.status, 7);
        QCOMPARE(checked.total("unreadableRows"), 2);
        QVERIFY2(checked.error.contains("of its 2 rows, none could be read"),
                 checked.error.constData());
    }

    void anEmptyLogIsSaid()
    {
        for (const QByteArray &log : {QByteArray(), QByteArray("executionId,seq,status\n")}) {
            const Run run = reconcile(log, {QStringLiteral("--check")});
            QCOMPARE(run.status, 0);
            QCOMPARE(run.total("missed"), 0);
            QVERIFY2(run.error.contains("holds no rows"), run.error.constData());
            // A receiver that was down the whole time has an empty log, too.
            const Run stated = reconcile(
                log, {QStringLiteral("--check"), QStringLiteral("--span"), spanOf(0, 9000)});
            QCOMPARE(stated.status, 8);
            QCOMPARE(stated.total("missed"), 30);
        }
    }

    void aTimeThatCannotBeStretchesNoSpan()
    {
        QByteArray log = logLine(59, 9000, 0);
        for (int i = 20; i < 29; ++i)
            log += logLine(2 * i + 1, i * 60, 0);
        for (const QByteArray time :
             {"0", "\"0001-01-01T00:00:00Z\"", "\"9999-12-31T23:59:59Z\""}) {
            const QByteArray odd = R"({"status":200,"attempt":0,"executionId":"exec_1","seq":39,)"
                                   R"("receivedAt":)"
                + time + "}\n";
            const Run run = reconcile(log + odd, {});
            QCOMPARE(run.total("delivered"), 11); // The odd row still shows that the event came.
            QCOMPARE(run.total("no-evidence"), 19);
            QCOMPARE(run.total("missed"), 0);
            QVERIFY2(run.error.contains("1 of 11 rows has a time"), run.error.constData());
        }
    }

    void whatIsReadIsNeverReplaced()
    {
        const QByteArray log = logOf(30, 0, 9000);
        QCOMPARE(reconcile(log, {}).status, 0);
        const QString name = m_dir->filePath(QStringLiteral("receiver.log"));
        QVERIFY(QFile::exists(name));
        const QString link = m_dir->filePath(QStringLiteral("link"));
        QVERIFY(QFile::link(name, link));
        const QString roundabout = m_dir->filePath(QStringLiteral("../"))
            + QFileInfo(m_dir->path()).fileName() + QStringLiteral("/receiver.log");
        for (const QString &written : {name, link, roundabout, cacheFile()}) {
            for (const QString &option :
                 {QStringLiteral("--output"), QStringLiteral("--case-file")}) {
                const Run run = reconcile(log, {option, written});
                QCOMPARE(run.status, 2);
                QVERIFY2(run.error.contains("would replace what this command reads"),
                         run.error.constData());
                QCOMPARE(read(name), log);
            }
        }
        QVERIFY(read(cacheFile()).startsWith("SQLite format 3"));
        // A further log, which is one only as long as no execution has its name.
        const QString more = write(QStringLiteral("more.log"), log);
        QCOMPARE(reconcile(log, {more, QStringLiteral("--output"), more}).status, 2);
        QCOMPARE(read(more), log);
        const QString both = m_dir->filePath(QStringLiteral("both"));
        const Run twice =
            reconcile(log, {QStringLiteral("--output"), both, QStringLiteral("--case-file"), both});
        QCOMPARE(twice.status, 2);
        QVERIFY(!QFile::exists(both));
    }

    void aRecoveryPackReplacesNothingThatIsReadEither()
    {
        const QByteArray log = logOf(30, 1800, 9000);
        const QString pack = m_dir->filePath(QStringLiteral("pack"));
        const QString out = m_dir->filePath(QStringLiteral("out.json"));
        const QStringList words{
            QStringLiteral("--recovery-pack"), pack, QStringLiteral("--output"), out};
        QVERIFY(QDir().mkpath(pack));
        const QString receiver = write(QStringLiteral("receiver.log"), log);
        for (const char *name :
             {"missed.ndjson", "replay.ndjson", "replay.sh", "since-seq.ndjson"}) {
            const QString written = QDir(pack).filePath(QLatin1String(name));
            const auto refuses = [&](const Run &run) {
                return run.status == 2 && run.out.isEmpty()
                    && run.error.contains("would replace what this command reads")
                    && run.error.contains(name) && run.error.contains("Name another folder")
                    && !QFile::exists(out) && read(written) == log
                    && QDir(pack).entryList(QDir::Files).size() == 1;
            };
            // The log itself there, then a link of either kind to it.
            QVERIFY(QFile::copy(receiver, written));
            QVERIFY(refuses(start(QStringList{QStringLiteral("--deliveries"), written} + words)));
            // A further log, which is one only as long as no execution has its name.
            QVERIFY(refuses(reconcile(log, QStringList{written} + words)));
            QVERIFY(QFile::remove(written));
            QVERIFY(QFile::link(receiver, written));
            QVERIFY(refuses(reconcile(log, words)));
            QVERIFY(QFile::remove(written));
            QCOMPARE(::link(QFile::encodeName(receiver).constData(),
                            QFile::encodeName(written).constData()),
                     0);
            QVERIFY(refuses(start(QStringList{QStringLiteral("--deliveries"), receiver} + words)));
            QVERIFY(QFile::remove(written));
        }
        const QString both = QDir(pack).filePath(QStringLiteral("replay.ndjson"));
        for (const QString &option : {QStringLiteral("--output"), QStringLiteral("--case-file")}) {
            const Run twice =
                reconcile(log, {option, both, QStringLiteral("--recovery-pack"), pack});
            QCOMPARE(twice.status, 2);
            QVERIFY2(twice.error.contains("name the same file"), twice.error.constData());
        }
        QVERIFY(QDir(pack).isEmpty());
        QCOMPARE(reconcile(log, words).status, 0);
        QCOMPARE(QDir(pack).entryList(QDir::Files).size(), 4);
    }

    void whatOnlyACaseFileHoldsNeedsOne()
    {
        for (const QStringList &words : {QStringList{QStringLiteral("--note"), QStringLiteral("n")},
                                         QStringList{QStringLiteral("--unmasked")}}) {
            const Run run = reconcile(logOf(30, 0, 9000), words);
            QCOMPARE(run.status, 2);
            QVERIFY2(run.error.contains("--case-file"), run.error.constData());
        }
    }

    void aShortOutageLosesNothing()
    {
        store("exec_short", 10);
        const QByteArray log = logOf(10, 600, 9000).replace("exec_1", "exec_short");
        const Run run = reconcile(log,
                                  {QStringLiteral("exec_short"),
                                   QStringLiteral("--span"),
                                   spanOf(0, 9000),
                                   QStringLiteral("--check")});
        QCOMPARE(run.status, 0);
        QCOMPARE(run.total("missed"), 0);
        QCOMPARE(run.total("late"), 10);
    }

    void checkEndsWithStatus8WhenWebhooksWereMissed()
    {
        const Run run =
            reconcile(logOf(30, 1800, 9000),
                      {QStringLiteral("--span"), spanOf(0, 9000), QStringLiteral("--check")});
        QCOMPARE(run.status, 8);
        QCOMPARE(run.total("missed"), 20);
    }

    void jsonHasTheDocumentedKeysInTheirOrder()
    {
        const QByteArray log = logOf(30, 1800, 9000) + logLine(2, 30, 0)
            + logLine(5, 1, 0, "exec_foreign") + "noise\n";
        const Run run = reconcile(log,
                                  {QStringLiteral("--span"),
                                   spanOf(0, 9000),
                                   QStringLiteral("--verdict"),
                                   QStringLiteral("late"),
                                   QStringLiteral("--verdict"),
                                   QStringLiteral("unexpected")});
        QVERIFY(run.out.startsWith("{\"asOf\":" + QByteArray::number(kStart + 9000000)
                                   + ",\"span\":[" + spanOf(0, 9000).toUtf8()
                                   + "],\"schedule\":{\"name\":\"direct\","));
        QVERIFY(
            run.out.contains("\"totals\":{\"expected\":30,\"delivered\":0,\"late\":10,\"rejected\":"
                             "0,\"pending\":0,\"missed\":20,\"not-subscribed\":0,"
                             "\"no-evidence\":0,\"duplicate\":0,\"foreign\":1,\"unexpected\":1,"
                             "\"conflict\":0,\"forged\":0,\"unreadableRows\":1},\"executions\":[{"
                             "\"executionId\":\"exec_1\",\"totals\":{"));
        const QByteArray received = QByteArray::number(kStart + 1842000);
        QVERIFY(run.out.contains("\"events\":[{\"seq\":41,\"type\":\"step.completed\",\"eventId\":"
                                 "\"evt_41\",\"timestamp\":"
                                 + QByteArray::number(kStart + 1200000)
                                 + ",\"verdict\":\"late\",\"attempts\":1,\"receivedAt\":" + received
                                 + ",\"delayMs\":642000,\"duplicates\":0},"));
        QVERIFY(run.out.contains("\"rows\":[{\"line\":11,\"verdict\":\"unexpected\","
                                 "\"executionId\":\"exec_1\",\"seq\":2}],\"outages\":[{\"from\":"));
        QVERIFY(run.out.contains(",\"causes\":[],\"coverage\":{"));
        QVERIFY(!QJsonDocument::fromJson(run.out).isNull());
        QVERIFY(run.error.contains("1 of 13 rows could not be read"));
    }

    void aLogWhoseClockIsOffIsSaidToCoverLess()
    {
        const auto shifted = [](qint64 by) {
            QByteArray log;
            for (int i = 10; i < 20; ++i)
                log += logLine(2 * i + 1, i * 60 + by, 0);
            return log;
        };
        const QStringList csv{QStringLiteral("--format"), QStringLiteral("csv")};
        QVERIFY(reconcile(shifted(3600), csv).out.contains("at least 3600 s after its event"));
        QVERIFY(reconcile(shifted(-3600), csv).out.contains("at least 3600 s before its event"));
        QVERIFY(!reconcile(shifted(2), csv).out.contains("By the log's clock"));
        // Some came at once: the others were slow.
        QVERIFY(!reconcile(shifted(3600) + logLine(41, 1201, 0), csv).out.contains("clock"));
    }

    void everyFormatCarriesTheCoverage()
    {
        for (const QString &format :
             {QStringLiteral("table"), QStringLiteral("csv"), QStringLiteral("html")}) {
            const Run run = reconcile(logOf(30, 0, 9000), {QStringLiteral("--format"), format});
            QCOMPARE(run.status, 0);
            QVERIFY2(run.out.contains("Compared 1 execution: exec_1 to cursor 60 (complete"),
                     run.out.constData());
            QVERIFY(run.out.contains("Subscription assumed: all types"));
        }
        const Run run =
            reconcile(logOf(30, 0, 9000), {QStringLiteral("--format"), QStringLiteral("ndjson")});
        const QList<QByteArray> lines = run.out.trimmed().split('\n');
        QCOMPARE(lines.size(), 31);
        QVERIFY(lines.first().startsWith("{\"executionId\":\"exec_1\",\"seq\":1,\"type\":"));
        QVERIFY(lines.last().contains("\"coverage\":{\"executions\":[{\"executionId\":\"exec_1\","
                                      "\"cursor\":60,\"complete\":true,\"scanned\":[[1,60]]"));
    }

    void subscriptionsOverridesAndMisspeltNamesAreRespected()
    {
        const QStringList base{
            QStringLiteral("--span"), spanOf(0, 9000), QStringLiteral("--subscribed")};
        Run run =
            reconcile({}, base + QStringList{QStringLiteral("execution.completed,step.failed")});
        QCOMPARE(run.total("not-subscribed"), 30);
        QCOMPARE(run.total("missed"), 0);
        run = reconcile({}, base + QStringList{QStringLiteral("step.waiting")});
        QCOMPARE(run.total("not-subscribed"), 30);
        QVERIFY(run.error.contains("did you mean \"step.awaiting-approval\"?"));
        run = reconcile({},
                        base
                            + QStringList{QStringLiteral("step.failed"),
                                          QStringLiteral("--override"),
                                          QStringLiteral("exec_1")});
        QCOMPARE(run.total("missed"), 30);
    }

    void signaturesAreCheckedAgainstTheEnvironment()
    {
        const Secret secret(QByteArray("s3cret"));
        const QByteArray body = "{\"event\":\"step.failed\",\"executionId\":\"exec_1\",\"seq\":2,"
                                "\"timestamp\":\"2026-04-28T11:08:24Z\"}";
        const auto line = [&body](const QByteArray &signature) {
            return "{\"status\":200,\"x-velt-signature\":\"" + signature + "\",\"rawBody\":"
                + QByteArray(
                       "\"{\\\"event\\\":\\\"step.failed\\\",\\\"executionId\\\":\\\"exec_1\\\","
                       "\\\"seq\\\":2,\\\"timestamp\\\":\\\"2026-04-28T11:08:24Z\\\"}\"")
                + "}\n";
        };
        const QByteArray log = line(signDirect(secret, body))
            + line(signDirect(secret, body).toUpper().replace("SHA256", "sha256"))
            + line("sha256=00");
        const Run run = reconcile(log,
                                  {QStringLiteral("--secret-env"),
                                   QStringLiteral("HOOK_OLD"),
                                   QStringLiteral("--secret-env"),
                                   QStringLiteral("HOOK_NEW")});
        QCOMPARE(run.total("unexpected"), 2);
        QCOMPARE(run.total("forged"), 1);
        QVERIFY(!run.out.contains("s3cret") && !run.error.contains("s3cret"));
        QCOMPARE(reconcile(log, {QStringLiteral("--secret-env"), QStringLiteral("NO_SUCH")}).status,
                 2);
    }

    void severalLogsMayBeNamedAndRepeatsAddNothing()
    {
        const QString first = write(QStringLiteral("a.log"), logOf(30, 0, 600));
        const QString second = write(QStringLiteral("b.log"), logOf(30, 0, 9000));
        const Run run = start({QStringLiteral("--deliveries"), first, second, second});
        QCOMPARE(run.status, 0);
        QCOMPARE(run.total("delivered"), 30);
        QCOMPARE(run.total("duplicate"), 0);
    }

    void anArchiveThatIsCutIsSaidToLackAnUnknownNumberOfRows()
    {
        // The header of an archive, and nothing of what it holds.
        const QByteArray cut("\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03", 10);
        const Run run = start({QStringLiteral("--deliveries"),
                               write(QStringLiteral("a.log"), logOf(30, 0, 9000)),
                               write(QStringLiteral("b.log.gz"), cut)});
        QCOMPARE(run.status, 0);
        QCOMPARE(run.total("unreadableRows"), 1);
        QVERIFY2(run.error.contains("ends early: how many rows follow is not known"),
                 run.error.constData());
    }

    void theRecoveryPackHoldsWhatWasMissed()
    {
        const QString pack = m_dir->filePath(QStringLiteral("pack"));
        const Run run = reconcile(
            logOf(30, 1800, 9000),
            {QStringLiteral("--span"), spanOf(0, 9000), QStringLiteral("--recovery-pack"), pack});
        QCOMPARE(run.status, 0);
        const QList<QByteArray> bodies =
            read(pack + QStringLiteral("/missed.ndjson")).trimmed().split('\n');
        QCOMPARE(bodies.size(), 20);
        QCOMPARE(bodies.first(),
                 QByteArray("{\"event\":\"step.completed\",\"executionId\":\"exec_1\","
                            "\"definitionId\":\"\",\"stepId\":\"step_a\",\"seq\":1,"
                            "\"timestamp\":\"2026-04-28T11:08:24.000Z\",\"correlationId\":\"corr_"
                            "1\",\"data\":{\"note\":\"it's $HOME <b>\"}}"));
        QCOMPARE(read(pack + QStringLiteral("/since-seq.ndjson")),
                 QByteArray("{\"executionId\":\"exec_1\",\"sinceSeq\":0,\"missed\":20}\n"));
        QProcess shell;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("RECEIVER_URL"),
                           QStringLiteral("https://receiver.invalid/hook"));
        environment.insert(QStringLiteral("RECEIVER_SECRET"), QStringLiteral("x"));
        shell.setProcessEnvironment(environment);
        shell.start(QStringLiteral("sh"), {pack + QStringLiteral("/replay.sh")});
        QVERIFY(shell.waitForFinished());
        QCOMPARE(shell.exitCode(), 0);
        QCOMPARE(shell.readAllStandardOutput(),
                 QByteArray("20 events would be sent; nothing was. Add --send to send them.\n"));
    }

    void aRecoveryPackThatCannotBeIsSaidBeforeAnythingIsWritten()
    {
        const QString file = write(QStringLiteral("taken"), "mine");
        const QString out = m_dir->filePath(QStringLiteral("out.json"));
        const Run run =
            reconcile(logOf(30, 1800, 9000),
                      {QStringLiteral("--recovery-pack"), file, QStringLiteral("--output"), out});
        QCOMPARE(run.status, 7);
        QVERIFY2(run.error.contains("is no folder"), run.error.constData());
        QVERIFY(!QFile::exists(out));
        QCOMPARE(read(file), QByteArray("mine"));
    }

    void theScriptSendsUnprotectedToThisMachineAlone()
    {
        const QString pack = m_dir->filePath(QStringLiteral("pack"));
        QCOMPARE(reconcile(logOf(30, 1800, 9000),
                           {QStringLiteral("--span"),
                            spanOf(0, 9000),
                            QStringLiteral("--recovery-pack"),
                            pack})
                     .status,
                 0);
        QTcpServer proxy;
        QVERIFY(proxy.listen(QHostAddress::LocalHost));
        const auto send = [&](const char *url) {
            QProcess shell;
            QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
            environment.insert(QStringLiteral("RECEIVER_URL"), QString::fromLatin1(url));
            environment.insert(QStringLiteral("RECEIVER_SECRET"), QStringLiteral("x"));
            environment.insert(QStringLiteral("http_proxy"),
                               QStringLiteral("http://127.0.0.1:%1").arg(proxy.serverPort()));
            shell.setProcessEnvironment(environment);
            shell.start(QStringLiteral("sh"),
                        {pack + QStringLiteral("/replay.sh"), QStringLiteral("--send")});
            return shell.waitForFinished() ? shell.exitCode() : -1;
        };
        QCOMPARE(send("http://receiver.invalid/hook"), 2);
        QCOMPARE(send("http://localhost:x@receiver.invalid/hook"), 2);
        QCOMPARE(send("http://127.0.0.1:1/hook"),
                 1); // Nobody listens there: the second failure stops it.
        QVERIFY(!proxy.hasPendingConnections() && !proxy.waitForNewConnection(0));
    }

    void wrongUsageAndMissingFilesHaveTheirStatus()
    {
        QCOMPARE(start({}).status, 2);
        QCOMPARE(reconcile({}, {QStringLiteral("--schedule"), QStringLiteral("2,1")}).status, 2);
        QCOMPARE(reconcile({}, {QStringLiteral("--verdict"), QStringLiteral("lost")}).status, 2);
        QCOMPARE(reconcile({}, {QStringLiteral("--map"), QStringLiteral("colour=x")}).status, 2);
        QCOMPARE(reconcile({}, {QStringLiteral("exec_unknown")}).status, 7);
        QCOMPARE(
            start({QStringLiteral("--deliveries"), m_dir->filePath(QStringLiteral("none"))}).status,
            7);
    }

private:
    void store(const QByteArray &execution, int events)
    {
        Cache cache;
        QVERIFY(cache.open(cacheFile()).result());
        const auto page = parseEventPage(pageOf(execution, events), Seq{0});
        QVERIFY(page);
        QVERIFY(cache.storePage(*page, fromEpochMs(kStart)).result());
    }

    QString cacheFile() const { return m_dir->filePath(QStringLiteral("cache/cache.sqlite")); }

    QString write(const QString &name, const QByteArray &content) const
    {
        QFile file(m_dir->filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size()
            ? file.fileName()
            : QString();
    }

    static QByteArray read(const QString &name)
    {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    Run reconcile(const QByteArray &log, const QStringList &words) const
    {
        return start(
            QStringList{QStringLiteral("--deliveries"), write(QStringLiteral("receiver.log"), log)}
            + words);
    }

    Run start(const QStringList &words) const
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("HOOK_OLD"), QStringLiteral("retired"));
        environment.insert(QStringLiteral("HOOK_NEW"), QStringLiteral("s3cret"));
        process.setProcessEnvironment(environment);
        process.start(
            QStringLiteral(GAPLINE_BINARY),
            QStringList{QStringLiteral("reconcile"), QStringLiteral("--cache"), cacheFile()}
                + words);
        Run run;
        if (!process.waitForFinished())
            return run;
        run.status = process.exitCode();
        run.out = process.readAllStandardOutput();
        run.error = process.readAllStandardError();
        return run;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(tst_Reconcile)
#include "tst_reconcile.moc"
