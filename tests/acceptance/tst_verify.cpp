// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/eventserver.h"
#include "tests/support/programrun.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using Gapline::Test::EventServer;
using Gapline::Test::ProgramOutcome;
using Gapline::Test::ProgramRun;

/// `gapline sync --verify` as a script meets it.
class tst_Verify : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<EventServer> m_server;
    std::unique_ptr<ProgramRun> m_run;

    ProgramOutcome run(const QStringList &more, const QString &command = QStringLiteral("sync"))
    {
        QStringList words{command,
                          EventServer::executionId().text(),
                          QStringLiteral("--base-url"),
                          m_server->baseUrl().toString(),
                          QStringLiteral("--cache"),
                          m_run->path(QStringLiteral("cache.sqlite"))};
        return m_run->run(QStringLiteral(GAPLINE_BINARY), words + more);
    }

    ProgramOutcome verify()
    {
        return run(
            {QStringLiteral("--verify"), QStringLiteral("--format"), QStringLiteral("json")});
    }

private slots:
    void init()
    {
        m_server = std::make_unique<EventServer>();
        m_run = std::make_unique<ProgramRun>();
        for (const qint64 seq : {1, 4, 7, 8, 12})
            m_server->put(seq);
        m_server->setLast(15);
        QCOMPARE(run({}).status, 0);
    }

    void whatIsTheSameIsConfirmedInWords()
    {
        const ProgramOutcome outcome = verify();
        QCOMPARE(outcome.status, 0);
        QVERIFY2(outcome.error.contains("exec_live: Seq 1–15 read again; 5 events as stored."),
                 outcome.error.constData());
        QCOMPARE(outcome.out,
                 QByteArray("{\"executionId\":\"exec_live\",\"status\":\"complete\",\"requests\":1,"
                            "\"received\":5,\"new\":0,\"events\":5,\"cursor\":15,"
                            "\"complete\":true,\"violations\":[],\"error\":null}\n"));
    }

    void changedAndGoneEventsAreViolationsOfTheContract()
    {
        m_server->put(4, "step.completed", "other");
        m_server->remove(8);
        m_server->put(10);
        const ProgramOutcome outcome = verify();
        QCOMPARE(outcome.status, 6);
        const QJsonObject result = QJsonDocument::fromJson(outcome.out).object();
        QCOMPARE(result.value(QLatin1String("status")).toString(), QStringLiteral("failed"));
        QCOMPARE(result.value(QLatin1String("events")).toInt(), 6);
        const QJsonArray violations = result.value(QLatin1String("violations")).toArray();
        QCOMPARE(violations.size(), 3);
        QVERIFY(violations.at(0).toString().contains(QLatin1String("seq 4")));
        QVERIFY(violations.at(1).toString().contains(QLatin1String("seq 8")));
        QVERIFY(violations.at(2).toString().startsWith(QLatin1String("Appeared late: seq 10")));
        QCOMPARE(
            result.value(QLatin1String("error")).toObject().value(QLatin1String("id")).toString(),
            QStringLiteral("contract.changed-event"));
        QVERIFY2(outcome.error.contains("3 events as stored; 1 changed; 1 gone; 1 appeared late"),
                 outcome.error.constData());
    }

    void theTableOfGapsSaysWhatAppearedLate()
    {
        m_server->put(10);
        QCOMPARE(verify().status, 0);
        const ProgramOutcome gaps =
            run({QStringLiteral("--offline"), QStringLiteral("--format"), QStringLiteral("table")},
                QStringLiteral("gaps"));
        QCOMPARE(gaps.status, 0);
        QVERIFY2(gaps.out.contains("1 appeared late, where an earlier scan had found no event"),
                 gaps.out.constData());
        QVERIFY2(gaps.out.contains("1 appeared late: seq 10"), gaps.out.constData());
    }

    void verifyingBeginsAtTheBeginning()
    {
        const ProgramOutcome outcome =
            run({QStringLiteral("--verify"), QStringLiteral("--since-seq"), QStringLiteral("4")});
        QCOMPARE(outcome.status, 2);
    }
};

QTEST_GUILESS_MAIN(tst_Verify)
#include "tst_verify.moc"
