// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faultserver.h"

#include "core/api/apiclient.h"
#include "core/cache/cache.h"
#include "core/sandbox/sandboxserver.h"
#include "core/sync/connection.h"
#include "core/sync/fleetsync.h"
#include "core/sync/inventorysync.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <map>

using namespace Gapline;
using Gapline::Test::Fault;
using Gapline::Test::FaultServer;

namespace {

/// The sandbox's engine stands still, so that what is over stays the same.
SandboxOptions stillOptions(int executions)
{
    SandboxOptions options;
    options.executions = executions;
    options.speed = 0;
    return options;
}

struct Fleet
{
    explicit Fleet(const QUrl &url, const ApiOptions &options = {})
    {
        Profile profile;
        profile.baseUrl = url;
        cache.open(directory.filePath(QStringLiteral("cache/gapline.db"))).waitForFinished();
        connection = std::make_unique<Connection>(
            std::make_unique<ApiClient>(profile, SandboxServer::credentials(), clock, options),
            cache,
            clock);
    }

    FleetOutcome sync(const FleetOptions &options = {})
    {
        ended.clear();
        FleetSync *fleet = connection->syncFleet(options);
        QObject::connect(
            fleet, &FleetSync::executionEnded, fleet, [this](int index, const auto &o) {
                QVERIFY(!ended.contains(index));
                ended.emplace(index, o);
            });
        QSignalSpy finished(fleet, &FleetSync::finished);
        if (!finished.wait(60000))
            return {};
        return finished.first().first().value<FleetOutcome>();
    }

    QTemporaryDir directory;
    SystemClock clock;
    Cache cache;
    std::unique_ptr<Connection> connection;
    std::map<int, SyncOutcome> ended; ///< Of the last run, by place in the list.
};

} // namespace

class tst_FleetSync : public QObject
{
    Q_OBJECT

private slots:
    void everyListedExecutionIsFetchedOnce()
    {
        SandboxServer sandbox(stillOptions(60), m_clock);
        Fleet fleet(*sandbox.listen());
        const FleetOutcome outcome = fleet.sync();
        QVERIFY2(!outcome.error, outcome.error ? qPrintable(outcome.error->message) : "");
        QVERIFY(outcome.progress.listed >= 60);
        QCOMPARE(outcome.progress.done, outcome.progress.listed);
        QCOMPARE(int(fleet.ended.size()), outcome.progress.listed);
        const auto executions = *fleet.cache.loadExecutions().result();
        QCOMPARE(executions.size(), outcome.progress.listed);
        for (const CachedExecution &cached : executions)
            QVERIFY2(cached.stream.isComplete, qPrintable(cached.execution.executionId.text()));
    }

    void whatIsOverAndCompleteIsNotFetchedAgainUnlessAsked()
    {
        SandboxServer sandbox(stillOptions(60), m_clock);
        Fleet fleet(*sandbox.listen());
        fleet.sync();
        const qsizetype over = std::ranges::count_if(
            *fleet.cache.loadExecutions().result(),
            [](const CachedExecution &cached) { return cached.execution.isTerminal(); });
        QVERIFY(over > 30);
        const FleetOutcome again = fleet.sync();
        QVERIFY(!again.error);
        QCOMPARE(again.progress.notNeeded, int(over));
        QCOMPARE(again.progress.done, again.progress.listed - int(over));
        QCOMPARE(int(fleet.ended.size()), again.progress.listed);
        for (const auto &[index, outcome] : fleet.ended) {
            QVERIFY(outcome.progress.isComplete);
            QVERIFY(!outcome.error);
            QVERIFY(outcome.progress.requests <= 1);
            QVERIFY(outcome.storedEvents > 0 || outcome.progress.requests == 1);
        }
        const FleetOutcome verified = fleet.sync({500, {}, true});
        QVERIFY(!verified.error);
        QCOMPARE(verified.progress.notNeeded, 0);
        QCOMPARE(verified.progress.done, verified.progress.listed);
        QCOMPARE(verified.progress.newEvents, 0);
    }

    void aCancelledOneGoesOnWhereItStopped()
    {
        SandboxServer sandbox(stillOptions(300), m_clock);
        Fleet fleet(*sandbox.listen());
        FleetSync *first = fleet.connection->syncFleet({});
        QSignalSpy finished(first, &FleetSync::finished);
        connect(first, &FleetSync::executionEnded, first, [first](int, const SyncOutcome &) {
            if (first->progress().done >= 40)
                first->cancel();
        });
        QVERIFY(finished.wait(30000));
        const auto cancelled = finished.first().first().value<FleetOutcome>();
        QVERIFY(cancelled.error && cancelled.error->isCancelled());
        QVERIFY(cancelled.progress.done >= 40);
        QVERIFY(cancelled.progress.cancelled > 0);
        QCOMPARE(cancelled.progress.done + cancelled.progress.cancelled, cancelled.progress.listed);

        const FleetOutcome rest = fleet.sync();
        QVERIFY(!rest.error);
        QVERIFY(rest.progress.notNeeded > 20);
        QCOMPARE(rest.progress.notNeeded + rest.progress.done, rest.progress.listed);
        QCOMPARE(fleet.cache.verify().result()->isSound, true);
    }

    void whatIsCancelledBeforeItsTurnSaysWhatTheCacheHolds()
    {
        SandboxServer sandbox(stillOptions(60), m_clock);
        ApiOptions options;
        options.inFlight = 1; // Few run at once, so that most still wait for their turn.
        Fleet fleet(*sandbox.listen(), options);
        fleet.sync();
        QHash<ExecutionId, qint64> events;
        const QList<CachedExecution> executions = *fleet.cache.loadExecutions().result();
        for (const CachedExecution &cached : executions)
            events.insert(cached.execution.executionId, cached.eventCount);
        FleetSync *verifying = fleet.connection->syncFleet({500, {}, true});
        QSignalSpy finished(verifying, &FleetSync::finished);
        int cancelled = 0;
        connect(verifying, &FleetSync::executionEnded, this, [&](int, const SyncOutcome &outcome) {
            verifying->cancel();
            cancelled += outcome.progress.requests == 0;
            QCOMPARE(outcome.storedEvents, events.value(outcome.progress.executionId));
            QVERIFY(outcome.progress.isComplete);
        });
        QVERIFY(finished.wait(60000));
        QVERIFY(cancelled > 0);
    }

    void theNewestAreFetchedFirst()
    {
        SandboxServer sandbox(stillOptions(60), m_clock);
        ApiOptions options;
        options.inFlight = 1;
        Fleet fleet(*sandbox.listen(), options);
        QList<int> order;
        FleetSync *sync = fleet.connection->syncFleet({});
        connect(sync, &FleetSync::executionEnded, sync, [&order](int index, const SyncOutcome &) {
            order << index;
        });
        QSignalSpy finished(sync, &FleetSync::finished);
        QVERIFY(finished.wait(30000));
        for (int i = 0; i < order.size(); ++i)
            QVERIFY(std::abs(order[i] - i) <= 2);
    }

    void aListThatFailsEndsItWithItsError()
    {
        FaultServer server({1}, 1); // Knows getEvents alone: its list is no list.
        ApiOptions options;
        options.retries.retries = 0;
        Fleet fleet(server.baseUrl(), options);
        const FleetOutcome outcome = fleet.sync();
        QVERIFY(outcome.error);
        QCOMPARE(outcome.progress.listed, 0);
        QVERIFY(fleet.ended.empty());
    }

    void cancellingBeforeItBeginsEndsItToo()
    {
        SandboxServer sandbox(stillOptions(60), m_clock);
        Fleet fleet(*sandbox.listen());
        FleetSync *sync = fleet.connection->syncFleet({});
        QSignalSpy finished(sync, &FleetSync::finished);
        sync->cancel();
        QVERIFY(finished.wait(5000));
        QVERIFY(finished.first().first().value<FleetOutcome>().error->isCancelled());
    }

private:
    SystemClock m_clock;
};

QTEST_GUILESS_MAIN(tst_FleetSync)
#include "tst_fleetsync.moc"
