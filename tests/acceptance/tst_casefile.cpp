// SPDX-License-Identifier: GPL-3.0-or-later
// A case file, written where the cache and the log are, and opened where neither is.
#include "tests/support/programrun.h"

#include "core/sandbox/deliverysimulation.h"
#include "core/sandbox/sandboxserver.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTest>

using namespace Gapline;
using Gapline::Test::ProgramOutcome;
using Gapline::Test::ProgramRun;

class tst_CaseFile : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        SandboxServer server(SandboxOptions{1, 40, 0, fromEpochMs(1777374504255), 0, {}}, m_clock);
        const auto url = server.listen();
        QVERIFY(url);
        const QString log = m_here.path(QStringLiteral("receiver.ndjson"));
        QVERIFY(server.keepReceiverLog(log));
        m_showcase = server.showcase().text();
        QFile file(log);
        QVERIFY(file.open(QIODevice::Append));
        file.write("half a row\n{\"executionId\":\"exec_foreign\",\"seq\":1,\"status\":200}\n");
        file.close();
        m_here.environment.insert(QStringLiteral("OLD"),
                                  QString::fromLatin1(DeliverySimulation::firstSecret()));
        const QStringList cache{QStringLiteral("--cache"), m_here.path(QStringLiteral("c.sqlite"))};
        QCOMPARE(run(m_here,
                     QStringList{QStringLiteral("sync"),
                                 QStringLiteral("--all"),
                                 QStringLiteral("--base-url"),
                                 url->toString()}
                         + cache)
                     .status,
                 0);
        // Some executions are left out, so that rows of them are neither foreign nor matched.
        const QByteArray listed = run(m_here,
                                      QStringList{QStringLiteral("list"),
                                                  QStringLiteral("--offline"),
                                                  QStringLiteral("--format"),
                                                  QStringLiteral("csv")}
                                          + cache)
                                      .out;
        QStringList executions;
        for (const QByteArray &line : listed.split('\n').mid(1, 30))
            executions.append(QString::fromUtf8(line.left(line.indexOf(','))));
        const ProgramOutcome outcome =
            run(m_here,
                QStringList{QStringLiteral("reconcile")} + executions + cache
                    + QStringList{QStringLiteral("--deliveries"),
                                  log,
                                  QStringLiteral("--secret-env"),
                                  QStringLiteral("OLD"),
                                  QStringLiteral("--override"),
                                  m_showcase,
                                  QStringLiteral("--subscribed"),
                                  QStringLiteral("step.completed,step.waiting"),
                                  QStringLiteral("--late"),
                                  QStringLiteral("5"),
                                  QStringLiteral("--note"),
                                  QStringLiteral("seen on call"),
                                  QStringLiteral("--case-file"),
                                  caseFile(),
                                  QStringLiteral("--format"),
                                  QStringLiteral("json")});
        QVERIFY2(outcome.status == 0, outcome.error.constData());
        m_original = outcome.out;
        QVERIFY(m_original.contains("\"foreign\":1,"));
    }

    void itShowsTheSameNumbersElsewhere()
    {
        ProgramRun elsewhere;
        elsewhere.environment.remove(QStringLiteral("VELT_API_KEY"));
        elsewhere.environment.remove(QStringLiteral("VELT_AUTH_TOKEN"));
        const QString copy = elsewhere.path(QStringLiteral("sent.gaplinecase"));
        QVERIFY(QFile::copy(caseFile(), copy));
        QVERIFY(QFile::setPermissions(copy, QFile::ReadOwner));
        const ProgramOutcome outcome = run(elsewhere,
                                           {QStringLiteral("reconcile"),
                                            QStringLiteral("--case"),
                                            copy,
                                            QStringLiteral("--format"),
                                            QStringLiteral("json")});
        QVERIFY2(outcome.status == 0, outcome.error.constData());
        QCOMPARE(outcome.out, m_original);
        QVERIFY(outcome.error.contains("note: seen on call"));
        // Nothing was made beside it.
        QCOMPARE(QFileInfo(copy).dir().entryList({QStringLiteral("sent*")}).size(), 1);
    }

    void itIsACacheToTheOtherCommands()
    {
        const ProgramOutcome events = run(m_here,
                                          {QStringLiteral("events"),
                                           m_showcase,
                                           QStringLiteral("--offline"),
                                           QStringLiteral("--cache"),
                                           caseFile(),
                                           QStringLiteral("--format"),
                                           QStringLiteral("ndjson")});
        QCOMPARE(events.status, 0);
        QCOMPARE(events.out.count('\n'), 18);
        // resumeKey, of every step that waited for a person.
        QVERIFY(events.out.contains("\"resumeKey\":\"[masked]\""));
        QVERIFY(!events.out.contains("human:6f0c2a91d7b84e35"));
        const ProgramOutcome sync = run(m_here,
                                        {QStringLiteral("sync"),
                                         m_showcase,
                                         QStringLiteral("--base-url"),
                                         QStringLiteral("http://127.0.0.1:9/"),
                                         QStringLiteral("--cache"),
                                         caseFile()});
        QCOMPARE(sync.status, 7); // never written to
    }

    void itIsPrivateAndHoldsNoSecret()
    {
        QCOMPARE(QFileInfo(caseFile()).permissions() & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
        QFile file(caseFile());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        for (const QByteArray &secret : {DeliverySimulation::firstSecret(),
                                         DeliverySimulation::secondSecret(),
                                         QByteArray("sandbox-token"),
                                         QByteArray("sha256="),
                                         QByteArray("human:6f0c2a91d7b84e35")})
            QVERIFY2(!bytes.contains(secret), secret.constData());
    }

    void maskedPayloadsMakeNoRecoveryPack()
    {
        const ProgramOutcome outcome = run(m_here,
                                           {QStringLiteral("reconcile"),
                                            QStringLiteral("--case"),
                                            caseFile(),
                                            QStringLiteral("--recovery-pack"),
                                            m_here.path(QStringLiteral("pack"))});
        QCOMPARE(outcome.status, 7);
        QVERIFY(outcome.error.contains("masked"));
        QCOMPARE(outcome.out, QByteArray());
    }

    void whatWasChangedIsNoticed_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::newRow("a row") << QStringLiteral(
            "DELETE FROM case_deliveries WHERE id = (SELECT max(id) - 5 FROM case_deliveries)");
        QTest::newRow("the late threshold")
            << QStringLiteral("UPDATE case_settings SET value = 1 WHERE name = 'lateMs'");
        QTest::newRow("the subscription") << QStringLiteral(
            "INSERT INTO case_lists(name, value) VALUES('subscribed', 'step.completed')");
        QTest::newRow("the count of rows that could not be read")
            << QStringLiteral("UPDATE case_files SET rejected = rejected + 1");
        QTest::newRow("a row that could not be read") << QStringLiteral(
            "INSERT INTO case_unreadable(file, line, reason) VALUES('a', 1, 'b')");
    }

    void whatWasChangedIsNoticed()
    {
        QFETCH(QString, statement);
        const QString changed = m_here.path(QStringLiteral("changed.gaplinecase"));
        QFile::remove(changed);
        QVERIFY(QFile::copy(caseFile(), changed));
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"));
            database.setDatabaseName(changed);
            QVERIFY(database.open());
            QSqlQuery query(database);
            QVERIFY(query.exec(statement));
        }
        QSqlDatabase::removeDatabase(QSqlDatabase::database().connectionName());
        const ProgramOutcome outcome =
            run(m_here, {QStringLiteral("reconcile"), QStringLiteral("--case"), changed});
        QCOMPARE(outcome.status, 7);
        QVERIFY(outcome.out.isEmpty());
        QVERIFY(outcome.error.contains("were changed"));
    }

    void nothingButACaseFileIsReplaced()
    {
        const QString cache = m_here.path(QStringLiteral("c.sqlite"));
        const auto write = [this, &cache](const QString &file) {
            return run(m_here,
                       {QStringLiteral("reconcile"),
                        QStringLiteral("--deliveries"),
                        m_here.path(QStringLiteral("receiver.ndjson")),
                        QStringLiteral("--cache"),
                        cache,
                        QStringLiteral("--case-file"),
                        file})
                .status;
        };
        const qint64 size = QFileInfo(cache).size();
        QCOMPARE(write(cache), 2); // What is read is not written to.
        QCOMPARE(QFileInfo(cache).size(), size);
        const QString anotherCache = m_here.path(QStringLiteral("copy.sqlite"));
        QVERIFY(QFile::copy(cache, anotherCache));
        QCOMPARE(write(anotherCache), 7);
        QCOMPARE(QFileInfo(anotherCache).size(), size);
        const QString other = m_here.path(QStringLiteral("other.gaplinecase"));
        QVERIFY(QFile::copy(caseFile(), other));
        QCOMPARE(write(other), 0);
    }

    void whatIsNoCaseFileIsRefused()
    {
        const auto opened = [this](const QStringList &words) {
            return run(m_here,
                       QStringList{QStringLiteral("reconcile"), QStringLiteral("--case")} + words);
        };
        QCOMPARE(opened({caseFile(), QStringLiteral("--deliveries"), QStringLiteral("x")}).status,
                 2);
        const ProgramOutcome none = opened({m_here.path(QStringLiteral("none"))});
        QCOMPARE(none.status, 7);
        QVERIFY2(none.error.contains("[file.unreadable]"), none.error.constData());
        QVERIFY(QFile(m_here.path(QStringLiteral("empty"))).open(QIODevice::WriteOnly));
        // A cache, a log, an empty file: what is said is about a case file, never about the cache.
        for (const char *name : {"c.sqlite", "receiver.ndjson", "empty"}) {
            const ProgramOutcome outcome = opened({m_here.path(QLatin1String(name))});
            QCOMPARE(outcome.status, 7);
            QVERIFY(outcome.out.isEmpty());
            for (const char *said : {"no case file", "reconcile --case-file", "[file.malformed]"})
                QVERIFY2(outcome.error.contains(said), outcome.error.constData());
            for (const char *untrue : {"--cache", "sync"})
                QVERIFY2(!outcome.error.contains(untrue), outcome.error.constData());
        }
    }

    void aDamagedCaseFileIsNotToBeFetchedAgain()
    {
        const QString damaged = m_here.path(QStringLiteral("damaged.gaplinecase"));
        QVERIFY(QFile::copy(caseFile(), damaged));
        QFile file(damaged);
        QVERIFY(file.open(QIODevice::ReadWrite) && file.resize(6000));
        file.close();
        const ProgramOutcome outcome =
            run(m_here, {QStringLiteral("reconcile"), QStringLiteral("--case"), damaged});
        QCOMPARE(outcome.status, 7);
        QVERIFY2(outcome.error.contains("use another copy"), outcome.error.constData());
        QVERIFY2(!outcome.error.contains("Sync again"), outcome.error.constData());
        QCOMPARE(QFileInfo(damaged).size(), 6000);
    }

private:
    QString caseFile() const { return m_here.path(QStringLiteral("night.gaplinecase")); }

    static ProgramOutcome run(ProgramRun &where, const QStringList &words)
    {
        return where.run(QStringLiteral(GAPLINE_BINARY), words);
    }

    SystemClock m_clock;
    ProgramRun m_here;
    QString m_showcase;
    QByteArray m_original;
};

QTEST_GUILESS_MAIN(tst_CaseFile)
#include "tst_casefile.moc"
