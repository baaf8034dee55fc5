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
};

QTEST_GUILESS_MAIN(tst_Connecting)
#include "tst_connecting.moc"
