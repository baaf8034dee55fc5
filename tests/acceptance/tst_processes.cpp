// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/eventserver.h"
#include "tests/support/programrun.h"

#include "core/cache/cache.h"

#include <QSignalSpy>
#include <QTest>

#include <csignal>

using namespace Gapline;
using Gapline::Test::EventServer;
using Gapline::Test::ProgramOutcome;
using Gapline::Test::ProgramRun;

/// Promise P16 of trust.md: several processes of the real program on one cache.
class tst_Processes : public QObject
{
    Q_OBJECT

private:
    static constexpr qint64 kLast = 3000;
    EventServer m_server;
    ProgramRun m_run;

    [[nodiscard]] QString file() const { return m_run.path(QStringLiteral("cache.sqlite")); }

    [[nodiscard]] QStringList words(const QString &command) const
    {
        QStringList words{command,
                          EventServer::executionId().text(),
                          QStringLiteral("--base-url"),
                          m_server.baseUrl().toString(),
                          QStringLiteral("--cache"),
                          file()};
        if (command != QLatin1String("events"))
            words << QStringLiteral("--page-size") << QStringLiteral("10");
        return words;
    }

    /// Starts the program; its output is read when it has ended.
    std::unique_ptr<QProcess> start(const QStringList &words)
    {
        auto process = std::make_unique<QProcess>();
        process->setProcessEnvironment(m_run.environment);
        process->start(QStringLiteral(GAPLINE_BINARY), words);
        process->closeWriteChannel();
        return process;
    }

private slots:
    void initTestCase()
    {
        for (qint64 seq = 1; seq <= kLast; ++seq) {
            if (seq % 3 != 0)
                m_server.put(seq);
        }
        m_server.setLast(kLast);
    }

    void cleanup() { m_server.asked = {}; }

    void sixProcessesOfWhichTwoAreKilledLeaveOneConsistentCache()
    {
        std::vector<std::unique_ptr<QProcess>> processes;
        for (int i = 0; i < 6; ++i) {
            // Four sync, one reads again from 0, one exports: they write and read across each other.
            QStringList command = words(QStringLiteral("sync"));
            if (i == 4)
                command << QStringLiteral("--verify");
            if (i == 5)
                command = words(QStringLiteral("gaps"));
            processes.push_back(start(command));
        }
        int seen = 0;
        m_server.asked = [&] {
            ++seen;
            if (seen == 60)
                ::kill(pid_t(processes[0]->processId()), SIGKILL);
            if (seen == 150)
                ::kill(pid_t(processes[1]->processId()), SIGKILL);
        };
        for (size_t i = 0; i < processes.size(); ++i) {
            QTRY_VERIFY_WITH_TIMEOUT(processes[i]->state() == QProcess::NotRunning, 120'000);
            const QByteArray error = processes[i]->readAllStandardError();
            QVERIFY2(!error.contains("lock") && !error.contains("busy"), error.constData());
            if (i < 2) {
                QVERIFY(processes[i]->exitStatus() == QProcess::CrashExit);
                continue;
            }
            QVERIFY2(processes[i]->exitCode() == 0, error.constData());
        }

        Cache cache;
        const Result<CacheOpening> opening = cache.open(file()).result();
        QVERIFY(opening && opening->setAsideAs.isEmpty());
        const Result<CacheVerification> verification = cache.verify().result();
        QVERIFY(verification);
        QVERIFY2(verification->isSound, qPrintable(verification->problems.join(u'\n')));
        const EventStreamPtr stream = *cache.loadStream(EventServer::executionId()).result();
        QCOMPARE((QList<qint64>{stream->seqs().begin(), stream->seqs().end()}), m_server.seqs());
        QCOMPARE(stream->state().coverage, (SeqSet{{{1}, {kLast}}}));
        QVERIFY(stream->state().isComplete);
        QCOMPARE(stream->state().lateCount, 0);
        QCOMPARE(stream->state().conflictCount, 0);
        QCOMPARE(stream->state().goneCount, 0);
    }

    void whatAnotherProcessStoresIsNoticed()
    {
        Cache cache; // As the window has it open.
        QVERIFY(cache.open(file()).result());
        const EventStreamPtr before = *cache.loadStream(EventServer::executionId()).result();
        QSignalSpy changes(&cache, &Cache::streamChanged);
        m_server.put(kLast + 1);
        m_server.setLast(kLast + 1);
        const ProgramOutcome outcome =
            m_run.run(QStringLiteral(GAPLINE_BINARY), words(QStringLiteral("sync")));
        QVERIFY2(outcome.status == 0, outcome.error.constData());
        QTRY_VERIFY(!changes.isEmpty());
        QCOMPARE(changes.first().first().value<ExecutionId>(), EventServer::executionId());
        const EventStreamPtr after = *cache.loadStream(EventServer::executionId(), before).result();
        QCOMPARE(after->count(), before->count() + 1);
    }

    void aSyncGoesOnWhileTheWindowHoldsTheCache()
    {
        Cache cache;
        QVERIFY(cache.open(file()).result());
        m_server.put(kLast + 2);
        m_server.setLast(kLast + 2);
        bool isReading = true;
        const ProgramOutcome outcome = m_run.run(
            QStringLiteral(GAPLINE_BINARY),
            words(QStringLiteral("sync")) << QStringLiteral("--verify"),
            {},
            [&](QProcess &) {
                // The window reads with every request that the other process makes.
                m_server.asked = [&] {
                    isReading = isReading && cache.loadStream(EventServer::executionId()).result();
                };
            });
        QVERIFY2(outcome.status == 0, outcome.error.constData());
        QVERIFY(isReading);
        QCOMPARE((*cache.loadStream(EventServer::executionId()).result())->count(),
                 m_server.seqs().size());
    }
};

QTEST_GUILESS_MAIN(tst_Processes)
#include "tst_processes.moc"
