// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faultsession.h"
#include "tests/support/fullport.h"

#include <QTest>

using namespace Gapline;
using namespace Gapline::Test;
using namespace std::chrono_literals;

namespace {

/// Every deadline but the one that is to pass is far away.
ApiOptions connectWithin(std::chrono::milliseconds deadline)
{
    ApiOptions options = quickOptions();
    options.deadlines = {deadline, 1h, 1h, 1h, 0};
    options.retries.retries = 0;
    return options;
}

} // namespace

/// A host that swallows what is sent to it, as behind a firewall: connecting neither works nor fails.
class tst_Connecting : public QObject
{
    Q_OBJECT

private slots:
    void aConnectThatHangsIsEndedByItsDeadline()
    {
        const FullPort port;
        FaultSession session(port.baseUrl(), connectWithin(500ms));
        const SyncOutcome outcome = session.sync();
        QVERIFY(outcome.error);
        QCOMPARE(outcome.error->id, ErrorId::NetworkTimeout);
        QCOMPARE(outcome.error->exitStatus(), ExitStatus::Network);
        QCOMPARE(outcome.error->message,
                 QStringLiteral("No connection could be made within 0.5 s."));
        QCOMPARE(session.client->inFlight(), 0);
        const HttpLogEntry attempt = session.client->log().entries().constLast();
        QVERIFY(!attempt.httpStatus);
        QCOMPARE(attempt.errorId, QStringLiteral("network.timeout"));
    }

    void itIsTriedAgainLikeAnyFaultThatPasses()
    {
        const FullPort port;
        ApiOptions options = connectWithin(100ms);
        options.retries.retries = 2;
        FaultSession session(port.baseUrl(), options);
        QSignalSpy scheduled(session.connection.get(), &Connection::retryScheduled);
        const SyncOutcome outcome = session.sync();
        QVERIFY(outcome.error);
        QCOMPARE(outcome.error->id, ErrorId::NetworkTimeout);
        QCOMPARE(outcome.progress.requests, 3);
        QCOMPARE(scheduled.count(), 2);
    }

    void aCancelDuringTheHangAnswersAtOnce()
    {
        const FullPort port;
        FaultSession session(port.baseUrl(), connectWithin(1h));
        StreamSync *sync = session.connection->syncStream(FaultServer::executionId(), 2);
        QSignalSpy finished(sync, &StreamSync::finished);
        QTRY_COMPARE(session.client->inFlight(), 1);
        QTest::qWait(50);
        QVERIFY(finished.isEmpty());
        // Within the call itself: the network is not waited for, only what the cache holds is asked.
        sync->cancel();
        QCOMPARE(session.client->inFlight(), 0);
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(finished.first().first().value<SyncOutcome>().error->id, ErrorId::Cancelled);
    }

    void connectionsAreOpenedAheadOfTheRequestsThatTakeThem()
    {
        const FaultServer server({1, 4, 7, 9, 12, 15, 20}, 23);
        FaultSession session(server.baseUrl());
        session.client->expect(8);
        QTRY_COMPARE(server.connections(), 8);
        QCOMPARE(server.count(), 0);
        QVERIFY(session.client->log().entries().isEmpty());
        QCOMPARE(session.client->inFlight(), 0);
        QVERIFY(!session.sync().error);
        QVERIFY(server.count() >= 4);
        QCOMPARE(server.connections(), 8);
    }

    void noMoreAreOpenedThanRequestsMayBeUnderWay()
    {
        const FaultServer server({1, 4}, 5);
        ApiOptions options = quickOptions();
        options.inFlight = 3;
        FaultSession session(server.baseUrl(), options);
        session.client->expect(48);
        QTRY_COMPARE(server.connections(), 3);
        session.client->expect(48);
        QTest::qWait(50);
        QCOMPARE(server.connections(), 3);
    }

    void aStreamOfOnePageTakesOneConnection()
    {
        const FaultServer server({1, 4, 7}, 9);
        FaultSession session(server.baseUrl());
        QVERIFY(!session.sync(500).error);
        QCOMPARE(server.count(), 1);
        QCOMPARE(server.connections(), 1);
    }

    void theProbesOfALongStreamFindTheirConnectionsMade()
    {
        FaultServer server({1, 2, 3, 4, 5, 6}, 9);
        server.failFrom(2, Fault::Silence);
        ApiOptions options = connectWithin(1h);
        FaultSession session(server.baseUrl(), options);
        StreamSync *sync = session.connection->syncStream(FaultServer::executionId(), 2);
        // The second page is asked for, and two more connections wait for what it says.
        QTRY_COMPARE(server.connections(), 3);
        QCOMPARE(server.count(), 2);
        QCOMPARE(session.client->inFlight(), 1);
        sync->cancel();
    }

    void aHostThatSwallowsThemIsNotWaitedFor()
    {
        const FullPort port;
        FaultSession session(port.baseUrl(), connectWithin(100ms));
        session.client->expect(4);
        const SyncOutcome outcome = session.sync();
        QVERIFY(outcome.error);
        QCOMPARE(outcome.error->id, ErrorId::NetworkTimeout);
        QCOMPARE(session.client->log().entries().size(), 1);
    }
};

QTEST_GUILESS_MAIN(tst_Connecting)
#include "tst_connecting.moc"
