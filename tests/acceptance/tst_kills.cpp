// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/eventserver.h"
#include "tests/support/programrun.h"

#include "core/cache/cache.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>
#include <QTimer>

#include <csignal>

using namespace Gapline;
using Gapline::Test::EventServer;
using Gapline::Test::ProgramOutcome;
using Gapline::Test::ProgramRun;

namespace {

/// All 200 of promise P2 take a minute or more under the sanitizers.
int wantedKills()
{
    const int asked = qEnvironmentVariableIntValue("GAPLINE_KILLS");
    return asked > 0 ? asked : 40;
}

/// What one cache file holds.
struct Held
{
    QStringList problems;
    QList<qint64> seqs;
    StreamState state;
};

Held look(const QString &file)
{
    Held held;
    Cache cache;
    const Result<CacheOpening> opening = cache.open(file).result();
    if (!opening) {
        held.problems << opening.error().message;
        return held;
    }
    if (!opening->setAsideAs.isEmpty())
        held.problems << QStringLiteral("set aside as ") + opening->setAsideAs;
    const Result<CacheVerification> verification = cache.verify().result();
    held.problems << (verification ? verification->problems
                                   : QStringList{verification.error().message});
    const Result<EventStreamPtr> stream = cache.loadStream(EventServer::executionId()).result();
    if (!stream) {
        held.problems << stream.error().message;
        return held;
    }
    held.seqs = {(*stream)->seqs().begin(), (*stream)->seqs().end()};
    held.state = (*stream)->state();
    return held;
}

} // namespace

/// Promise P2 of trust.md: the real program, killed again and again in mid-sync.
class tst_Kills : public QObject
{
    Q_OBJECT

private:
    EventServer m_server;
    ProgramRun m_run;

    [[nodiscard]] QStringList words(const QString &file) const
    {
        return {QStringLiteral("sync"),
                EventServer::executionId().text(),
                QStringLiteral("--base-url"),
                m_server.baseUrl().toString(),
                QStringLiteral("--cache"),
                file,
                QStringLiteral("--page-size"),
                QStringLiteral("5"),
                QStringLiteral("--format"),
                QStringLiteral("json")};
    }

    /// Every event that the server has within what was scanned, and nothing else.
    [[nodiscard]] QList<qint64> expectedOf(const SeqSet &coverage) const
    {
        QList<qint64> expected;
        for (const qint64 seq : m_server.seqs()) {
            if (coverage.contains(Seq{seq}))
                expected << seq;
        }
        return expected;
    }

private slots:
    void killsInMidSyncLoseNothingAndDoubleNothing()
    {
        const int kills = wantedKills();
        const quint32 seed = QRandomGenerator::global()->generate();
        QRandomGenerator random(seed);
        qInfo("%d kills, seed %u", kills, seed);
        // Two seqs of five are internal. Enough pages that no run comes to the end before it is killed.
        const qint64 last = qint64(kills) * 40 * 5;
        for (qint64 seq = 1; seq <= last; ++seq) {
            if (seq % 5 != 2 && seq % 5 != 4)
                m_server.put(seq);
        }
        m_server.setLast(last);
        const QString file = m_run.path(QStringLiteral("cache.sqlite"));

        int killed = 0;
        Seq cursor;
        for (int i = 0; i < kills; ++i) {
            const int after = random.bounded(1, 30);
            const int delay = random.bounded(0, 3);
            int seen = 0;
            const ProgramOutcome outcome =
                m_run.run(QStringLiteral(GAPLINE_BINARY), words(file), {}, [&](QProcess &process) {
                    m_server.asked = [&seen, &process, after, delay] {
                        if (++seen != after)
                            return;
                        const auto pid = pid_t(process.processId());
                        if (delay == 0)
                            ::kill(pid, SIGKILL);
                        else
                            QTimer::singleShot(delay, &process, [pid] { ::kill(pid, SIGKILL); });
                    };
                });
            m_server.asked = {};
            QCOMPARE(outcome.status, -1);
            ++killed;
            const Held held = look(file);
            QVERIFY2(held.problems.isEmpty(), qPrintable(held.problems.join(u'\n')));
            QVERIFY(held.state.cursor >= cursor);
            cursor = held.state.cursor;
            QCOMPARE(held.seqs, expectedOf(held.state.coverage));
            QVERIFY(!held.state.isComplete);
        }
        const ProgramOutcome clean = m_run.run(QStringLiteral(GAPLINE_BINARY), words(file));
        QVERIFY2(clean.status == 0, clean.error.constData());
        const Held held = look(file);
        QVERIFY2(held.problems.isEmpty(), qPrintable(held.problems.join(u'\n')));
        QCOMPARE(held.seqs, m_server.seqs());
        QCOMPARE(held.state.coverage, (SeqSet{{{1}, {last}}}));
        QVERIFY(held.state.isComplete);
        QCOMPARE(held.state.lateCount, 0);
        QCOMPARE(held.state.conflictCount, 0);
        QCOMPARE(held.state.goneCount, 0);
        const QJsonObject result = QJsonDocument::fromJson(clean.out).object();
        QCOMPARE(result.value(QLatin1String("status")).toString(), QStringLiteral("complete"));
        QCOMPARE(result.value(QLatin1String("events")).toInteger(), m_server.seqs().size());
        qInfo("%d killed: integrity ok, 0 lost, 0 duplicate; %lld events after the clean sync",
              killed,
              qint64(held.seqs.size()));
    }
};

QTEST_GUILESS_MAIN(tst_Kills)
#include "tst_kills.moc"
