// SPDX-License-Identifier: GPL-3.0-or-later
// The whole story with the built program: sync, reconcile, recovery pack, replay to the sandbox's own receiver, which then
// has missed nothing. And what the API was asked meanwhile.
#include "tests/support/programrun.h"

#include "core/sandbox/deliverysimulation.h"
#include "core/sandbox/sandboxserver.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Gapline;
using Gapline::Test::ProgramOutcome;
using Gapline::Test::ProgramRun;

namespace {

int total(const ProgramOutcome &outcome, const char *key)
{
    return QJsonDocument::fromJson(outcome.out)
        .object()
        .value(u"totals")
        .toObject()
        .value(QLatin1String(key))
        .toInt(-1);
}

int number(const ProgramOutcome &outcome, const char *key)
{
    return QJsonDocument::fromJson(outcome.out).object().value(QLatin1String(key)).toInt(-1);
}

} // namespace

class tst_Replay : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        // Time stands still, so that nothing but the replay changes what the receiver has.
        m_server = std::make_unique<SandboxServer>(
            SandboxOptions{1, 60, 0, fromEpochMs(1777374504255), 0, {}}, m_clock);
        connect(m_server.get(),
                &SandboxServer::requested,
                this,
                [this](const QByteArray &method, const QByteArray &path) {
                    m_asked.insert(method + ' ' + path);
                });
        const auto url = m_server->listen();
        QVERIFY(url);
        m_api = url->toString();
        QVERIFY(m_server->keepReceiverLog(log()));
        m_program.environment.insert(QStringLiteral("OLD"),
                                     QString::fromLatin1(DeliverySimulation::firstSecret()));
        m_program.environment.insert(QStringLiteral("NEW"),
                                     QString::fromLatin1(DeliverySimulation::secondSecret()));
        const ProgramOutcome synced = run({QStringLiteral("sync"),
                                           QStringLiteral("--all"),
                                           QStringLiteral("--base-url"),
                                           m_api,
                                           QStringLiteral("--cache"),
                                           cache()});
        QCOMPARE(synced.status, 0);
    }

    void theHistoryTellsItsIncidents()
    {
        const ProgramOutcome outcome = reconcile({QStringLiteral("--recovery-pack"), pack()});
        QCOMPARE(outcome.status, 0);
        m_missed = total(outcome, "missed");
        QVERIFY(m_missed > 50);
        QVERIFY(total(outcome, "late") > 0 && total(outcome, "duplicate") > 0);
        QCOMPARE(total(outcome, "forged"), 0);
        const QJsonObject json = QJsonDocument::fromJson(outcome.out).object();
        const QJsonArray outages = json.value(u"outages").toArray();
        QVERIFY(std::ranges::any_of(outages, [](const QJsonValue &value) {
            const QJsonObject outage = value.toObject();
            const qint64 length =
                outage.value(u"to").toInteger() - outage.value(u"from").toInteger();
            return outage.value(u"missed").toInt() > 0 && length > 50 * 60'000
                && length < 56 * 60'000;
        }));
        const QJsonObject cause = json.value(u"causes").toArray().at(0).toObject();
        QCOMPARE(cause.value(u"kind").toString(), QStringLiteral("version-without-deliveries"));
        QCOMPARE(cause.value(u"subject").toString(), QStringLiteral("contract-review"));
        QCOMPARE(cause.value(u"fromVersion").toInt(), 3);
    }

    void triageNamesTheRunsThatTheReceiverNeverSawEnd()
    {
        m_asked.clear();
        const QStringList words{QStringLiteral("reconcile"),
                                QStringLiteral("--triage"),
                                QStringLiteral("--deliveries"),
                                log(),
                                QStringLiteral("--cache"),
                                cache(),
                                QStringLiteral("--format"),
                                QStringLiteral("json")};
        const ProgramOutcome online = run(words + QStringList{QStringLiteral("--base-url"), m_api});
        QVERIFY2(online.status == 0, online.error.constData());
        QCOMPARE(m_asked, QSet<QByteArray>{"POST /v2/workflow/executions/list"});
        QCOMPARE(number(online, "listed"), 60);
        QVERIFY(number(online, "lacking") > 3 && number(online, "proven") > 10);
        // The showcase ended in the outage; of its seqs the log proves only the first.
        QVERIFY(online.out.contains("{\"executionId\":\"" + m_server->showcase().text().toUtf8()
                                    + "\",\"status\":\"completed\""));
        QCOMPARE(run(words + QStringList{QStringLiteral("--offline")}).out, online.out);
        QCOMPARE(
            run(words + QStringList{QStringLiteral("--offline"), QStringLiteral("--check")}).status,
            8);
        // An execution among the words would be left out in silence.
        const ProgramOutcome one =
            run(words + QStringList{QStringLiteral("--offline"), m_server->showcase().text()});
        QCOMPARE(one.status, 2);
        QVERIFY2(one.error.contains("name only logs"), one.error.constData());
    }

    void aDryRunSaysWhatItWouldDoAndSendsNothing()
    {
        const qint64 before = logSize();
        const ProgramOutcome outcome = replay({});
        QCOMPARE(outcome.status, 0);
        QCOMPARE(number(outcome, "events"), m_missed);
        QCOMPARE(number(outcome, "durationMs"), (m_missed - 1) * 200); // 5 a second
        QCOMPARE(logSize(), before);
        QVERIFY(!QFile::exists(pack() + QStringLiteral("/replay-journal.ndjson")));
    }

    void whatMayNotBeIsRefused()
    {
        const auto status = [this](const QStringList &words) {
            return run(QStringList{QStringLiteral("replay"), pack()} + words).status;
        };
        QCOMPARE(status({}), 2);
        QCOMPARE(status({QStringLiteral("--url"), QStringLiteral("http://example.com/")}), 2);
        QCOMPARE(status({QStringLiteral("--url"), QStringLiteral("https://api.velt.dev/v2/")}), 2);
        QCOMPARE(status({QStringLiteral("--url"), receiver(), QStringLiteral("--confirm")}), 2);
        QCOMPARE(replay({QStringLiteral("--rate"), QStringLiteral("0")}).status, 2);
    }

    void theSecondFailureStopsIt()
    {
        const ProgramOutcome outcome = run({QStringLiteral("replay"),
                                            pack(),
                                            QStringLiteral("--url"),
                                            receiver() + QStringLiteral("/elsewhere"),
                                            QStringLiteral("--secret-env"),
                                            QStringLiteral("NEW"),
                                            QStringLiteral("--confirm"),
                                            QStringLiteral("--rate"),
                                            QStringLiteral("100")});
        QCOMPARE(outcome.status, 5);
        QCOMPARE(number(outcome, "failed"), 2);
        QCOMPARE(number(outcome, "left"), m_missed - 2);
        QVERIFY(outcome.error.contains("HTTP status 404"));
        QVERIFY2(outcome.error.contains("[replay.not-taken]"), outcome.error.constData());
    }

    void aReceiverThatIsDownIsNoServerOfOurs()
    {
        const ProgramOutcome outcome = run({QStringLiteral("replay"),
                                            pack(),
                                            QStringLiteral("--url"),
                                            QStringLiteral("http://127.0.0.1:9/"),
                                            QStringLiteral("--secret-env"),
                                            QStringLiteral("NEW"),
                                            QStringLiteral("--confirm"),
                                            QStringLiteral("--rate"),
                                            QStringLiteral("100")});
        QCOMPARE(outcome.status, 5);
        QVERIFY2(outcome.error.contains("The receiver did not take 2 events"),
                 outcome.error.constData());
        QVERIFY2(outcome.error.contains("[replay.not-taken]"), outcome.error.constData());
        for (const char *untrue : {"5xx", "fetched", "base URL"})
            QVERIFY2(!outcome.error.contains(untrue), outcome.error.constData());
    }

    void afterwardsNothingIsMissed()
    {
        const ProgramOutcome outcome =
            replay({QStringLiteral("--confirm"), QStringLiteral("--rate"), QStringLiteral("100")});
        QCOMPARE(outcome.status, 0);
        QCOMPARE(number(outcome, "acknowledged"), m_missed);
        QFile file(log());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().count("\"x-gapline-replay\":\"1\""), m_missed);

        const ProgramOutcome again = reconcile({QStringLiteral("--check")});
        QCOMPARE(again.status, 0);
        QCOMPARE(total(again, "missed"), 0);
        QCOMPARE(total(again, "forged"), 0); // so each was signed with the secret
        QCOMPARE(total(again, "unexpected"), 0);
    }

    void aSecondRunSendsNothing()
    {
        const qint64 before = logSize();
        const ProgramOutcome outcome = replay({QStringLiteral("--confirm")});
        QCOMPARE(outcome.status, 0);
        QCOMPARE(number(outcome, "acknowledged"), 0);
        QCOMPARE(logSize(), before);
        QCOMPARE(number(replay({}), "alreadySent"), m_missed);
    }

    void noCommandAsksTheApiForMoreThanTheFourReadCalls()
    {
        const QString showcase = m_server->showcase().text();
        const QStringList cached{QStringLiteral("--cache"), cache()};
        const QStringList online = cached + QStringList{QStringLiteral("--base-url"), m_api};
        const QList<QStringList> lines{
            QStringList{QStringLiteral("list")} + online,
            QStringList{QStringLiteral("sync"), showcase} + online,
            QStringList{QStringLiteral("events"), showcase} + online,
            QStringList{QStringLiteral("gaps"), showcase} + online,
            QStringList{QStringLiteral("reconcile"), QStringLiteral("--deliveries"), log()}
                + online,
            QStringList{QStringLiteral("reconcile"),
                        QStringLiteral("--triage"),
                        QStringLiteral("--deliveries"),
                        log()}
                + online,
            QStringList{QStringLiteral("cache"), QStringLiteral("info")} + cached,
            QStringList{QStringLiteral("cache"), QStringLiteral("verify")} + cached,
        };
        QSet<QString> used{QStringLiteral("replay"), QStringLiteral("sandbox")};
        for (const QStringList &words : lines) {
            const ProgramOutcome outcome = run(words);
            QVERIFY2(outcome.status == 0, outcome.error.constData());
            used.insert(words.constFirst());
        }
        // Every command that there is was run, here or above, or asks nobody.
        const QString help = QString::fromUtf8(run({QStringLiteral("help")}).out);
        int commands = 0;
        for (auto match = QRegularExpression(QStringLiteral("(?m)^  ([a-z]+)  ")).globalMatch(help);
             match.hasNext();) {
            const QString command = match.next().captured(1);
            ++commands;
            QVERIFY2(used.contains(command), qPrintable(command));
        }
        QCOMPARE(commands, used.size());
        const QSet<QByteArray> allowed{"POST /v2/workflow/executions/list",
                                       "POST /v2/workflow/executions/get",
                                       "POST /v2/workflow/executions/getEvents",
                                       "POST /v2/workflow/definitions/get"};
        QVERIFY(m_asked.size() >= 2);
        for (const QByteArray &request : m_asked)
            QVERIFY2(allowed.contains(request), request.constData());
    }

private:
    QString log() const { return m_program.path(QStringLiteral("receiver.ndjson")); }
    QString cache() const { return m_program.path(QStringLiteral("cache.sqlite")); }
    QString pack() const { return m_program.path(QStringLiteral("pack")); }
    QString receiver() const { return m_server->receiverUrl().toString(); }
    qint64 logSize() const { return QFile(log()).size(); }

    ProgramOutcome run(const QStringList &words)
    {
        return m_program.run(QStringLiteral(GAPLINE_BINARY), words);
    }

    ProgramOutcome reconcile(const QStringList &words)
    {
        return run(QStringList{QStringLiteral("reconcile"),
                               QStringLiteral("--deliveries"),
                               log(),
                               QStringLiteral("--cache"),
                               cache(),
                               QStringLiteral("--secret-env"),
                               QStringLiteral("OLD"),
                               QStringLiteral("--secret-env"),
                               QStringLiteral("NEW"),
                               QStringLiteral("--format"),
                               QStringLiteral("json")}
                   + words);
    }

    ProgramOutcome replay(const QStringList &words)
    {
        return run(QStringList{QStringLiteral("replay"),
                               pack(),
                               QStringLiteral("--url"),
                               receiver(),
                               QStringLiteral("--secret-env"),
                               QStringLiteral("NEW")}
                   + words);
    }

    SystemClock m_clock;
    std::unique_ptr<SandboxServer> m_server;
    ProgramRun m_program;
    QString m_api;
    QSet<QByteArray> m_asked;
    int m_missed = 0;
};

QTEST_GUILESS_MAIN(tst_Replay)
#include "tst_replay.moc"
