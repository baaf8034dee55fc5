// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faultsession.h"

#include <QLoggingCategory>
#include <QTest>

#include <algorithm>
#include <array>
#include <deque>
#include <random>

using namespace Gapline;
using namespace Gapline::Test;

namespace {

constexpr int kAtATime = 12;
constexpr int kFaultyPasses = 2;
constexpr int kFaultPercent = 30;

/// All but the lies that no client can see through (a page that says "nothing here" is believed), and the two whose
/// cost in time or memory has tests of its own.
constexpr std::array kFaults{
    Fault::CloseAtOnce,       Fault::Garbage,          Fault::BreakInBody,
    Fault::ResetInBody,       Fault::ResetAfterBody,   Fault::CutChunked,
    Fault::RefuseAfter,       Fault::Silence,          Fault::StallInHeaders,
    Fault::StallInBody,       Fault::SlowDrip,         Fault::OversizeLength,
    Fault::OversizeBody,      Fault::OversizeHeaders,  Fault::LargeHeaders,
    Fault::CutJson,           Fault::CutDeflate,       Fault::CutGzip,
    Fault::TwoDocuments,      Fault::Empty200,         Fault::Html200,
    Fault::Html502,           Fault::Html503,          Fault::NoContent204,
    Fault::Partial206,        Fault::Redirect301,      Fault::Redirect307,
    Fault::Redirect308,       Fault::TooMany429,       Fault::TooManyRetryNow,
    Fault::ResourceExhausted, Fault::DeadlineExceeded, Fault::Unavailable,
    Fault::PermissionDenied,  Fault::Unauthenticated,  Fault::NotFound,
    Fault::EchoSecrets,       Fault::EchoInRedirect,   Fault::StuckCursor,
    Fault::WrongExecution,    Fault::Descending,       Fault::RepeatedSeq,
    Fault::BelowSince,        Fault::AboveCursor,      Fault::WrongType,
    Fault::BadPayload};

int fromEnvironment(const char *name, int otherwise)
{
    bool isNumber = false;
    const int value = qEnvironmentVariableIntValue(name, &isNumber);
    return isNumber ? value : otherwise;
}

struct CampaignSession
{
    quint32 seed = 0;
    ExecutionId executionId;
    ServedStream served;
    int pageSize = 0;
    bool hasEndedWell = false;

    explicit CampaignSession(quint32 number)
        : seed(number)
        , executionId(QStringLiteral("exec_%1").arg(number))
    {
        std::mt19937 random(seed);
        const int events = int(random() % 24);
        qint64 seq = 0;
        for (int i = 0; i < events; ++i)
            served.seqs << (seq += 1 + qint64(random() % 4));
        served.last = seq + qint64(random() % 4);
        pageSize = 2 + int(random() % 11);
    }

    /// Decided by the seed and the number of the request alone: a failing session can be repeated.
    [[nodiscard]] static Fault faultFor(quint32 seed, int nth)
    {
        std::mt19937 random(seed * 2654435761U + quint32(nth));
        if (int(random() % 100) >= kFaultPercent)
            return Fault::None;
        return kFaults[random() % kFaults.size()];
    }
};

} // namespace

/// P1: sync converges whatever the network does. Sessions share a connection and a cache, as in a fleet.
class tst_FaultCampaign : public QObject
{
    Q_OBJECT

private slots:
    void aThousandSessionsConverge()
    {
        const int count = fromEnvironment("GAPLINE_FAULT_SESSIONS", 1000);
        const auto firstSeed = quint32(fromEnvironment("GAPLINE_FAULT_SEED", 20'260'801));
        qInfo("%d sessions, seeds %u to %u, %zu kinds of faults at %d %%",
              count,
              firstSeed,
              firstSeed + quint32(count) - 1,
              kFaults.size(),
              kFaultPercent);
        FaultServer server({}, 0);
        server.failBy([](const QByteArray &executionId, int nth) {
            return CampaignSession::faultFor(executionId.mid(5).toUInt(), nth);
        });
        std::vector<CampaignSession> sessions;
        for (int i = 0; i < count; ++i) {
            sessions.emplace_back(firstSeed + quint32(i));
            server.serve(sessions.back().executionId, sessions.back().served);
        }
        ApiOptions options = quickOptions();
        options.deadlines = {std::chrono::seconds(2),
                             std::chrono::milliseconds(120),
                             std::chrono::seconds(1),
                             std::chrono::milliseconds(120),
                             1024};
        options.caps.bodyBytes = 1 << 20;
        options.rate = RateLimits{.start = 1e5, .most = 1e6, .least = 1e4, .burst = 1e3};
        FaultSession session(server.baseUrl(), options);

        QLoggingCategory::setFilterRules(QStringLiteral("gapline.*=false")); // One line a fault.
        int failures = 0;
        for (int pass = 0; pass < kFaultyPasses; ++pass) {
            runAll(session, sessions);
            for (const CampaignSession &one : sessions) {
                failures += !one.hasEndedWell;
                checkThatCacheAgrees(session, one, false);
            }
        }
        server.failBy([](const QByteArray &, int) { return Fault::None; });
        for (CampaignSession &one : sessions)
            one.hasEndedWell = false;
        runAll(session, sessions);
        for (const CampaignSession &one : sessions) {
            QVERIFY2(one.hasEndedWell, qPrintable(one.executionId.text()));
            checkThatCacheAgrees(session, one, true);
        }
        QVERIFY(session.cache.verify().result()->isSound);
        qInfo("%d requests, %d syncs that ended with an error before the clean pass, 0 diverged",
              server.count(),
              failures);
        QVERIFY(failures > count / 20); // The faults were real.
    }

private:
    /// Syncs all that have not ended well yet, some at a time.
    void runAll(FaultSession &session, std::vector<CampaignSession> &sessions)
    {
        std::deque<CampaignSession *> waiting;
        for (CampaignSession &one : sessions) {
            if (!one.hasEndedWell)
                waiting.push_back(&one);
        }
        int running = 0;
        std::function<void()> startMore = [&] {
            while (running < kAtATime && !waiting.empty()) {
                CampaignSession *one = waiting.front();
                waiting.pop_front();
                ++running;
                StreamSync *sync = session.connection->syncStream(one->executionId, one->pageSize);
                connect(sync, &StreamSync::finished, this, [&, one](const SyncOutcome &outcome) {
                    one->hasEndedWell = !outcome.error;
                    --running;
                    startMore();
                });
            }
        };
        startMore();
        QTRY_VERIFY_WITH_TIMEOUT(running == 0 && waiting.empty(), 120'000);
    }

    /// The cache holds the server's events of what it calls scanned, and none else.
    void checkThatCacheAgrees(FaultSession &session, const CampaignSession &one, bool isWhole)
    {
        const EventStreamPtr stream = session.stream(one.executionId);
        const SeqSet &coverage = stream->state().coverage;
        QList<qint64> expected;
        for (const qint64 seq : one.served.seqs) {
            if (coverage.contains(Seq{seq}))
                expected << seq;
        }
        const QList<qint64> held(stream->seqs().begin(), stream->seqs().end());
        if (held != expected || (isWhole && held != one.served.seqs))
            QFAIL(qPrintable(QStringLiteral("seed %1 diverged").arg(one.seed)));
        if (!isWhole)
            return;
        QVERIFY(stream->state().isComplete);
        QCOMPARE(coverage.count(), one.served.last);
    }
};

QTEST_GUILESS_MAIN(tst_FaultCampaign)
#include "tst_faultcampaign.moc"
