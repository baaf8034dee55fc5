// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/eventserver.h"
#include "tests/support/livesession.h"
#include "tests/support/manualclock.h"

#include "core/sync/streamverify.h"

#include <QTest>

using namespace Gapline;
using Gapline::Test::EventServer;
using Gapline::Test::LiveSession;

class tst_StreamVerify : public QObject
{
    Q_OBJECT

private:
    SystemClock m_clock;
    std::unique_ptr<EventServer> m_server;
    std::unique_ptr<LiveSession> m_session;

    VerifyOutcome verify(int pageSize = 2)
    {
        StreamVerify *verify =
            m_session->connection->verifyStream(EventServer::executionId(), pageSize);
        QSignalSpy finished(verify, &StreamVerify::finished);
        return finished.wait(20'000) ? finished.first().first().value<VerifyOutcome>()
                                     : VerifyOutcome();
    }

private slots:
    void init()
    {
        m_server = std::make_unique<EventServer>();
        for (const qint64 seq : {1, 4, 7, 8, 12})
            m_server->put(seq);
        m_server->setLast(15);
        m_session =
            std::make_unique<LiveSession>(m_server->baseUrl(), m_clock, EventServer::executionId());
        QVERIFY(!m_session->sync().error);
    }

    void cleanup()
    {
        m_session.reset();
        m_server.reset();
    }

    void theSameStreamIsConfirmed()
    {
        const VerifyOutcome outcome = verify();
        QVERIFY(!outcome.sync.error);
        QVERIFY(outcome.sync.violations.isEmpty());
        QVERIFY(outcome.differences.isEmpty());
        QCOMPARE(outcome.differences.confirmed, 5);
        QVERIFY(outcome.differences.isWhole);
        QCOMPARE(outcome.sync.progress.newEvents, 0);
        QCOMPARE(outcome.sync.progress.cursor, Seq{15});
    }

    void everyDifferenceIsFoundAndNothingIsOverwritten()
    {
        m_server->put(4, "step.completed", "other");
        m_server->remove(8);
        m_server->put(10);
        const VerifyOutcome outcome = verify();
        QCOMPARE(outcome.differences.changed, std::vector<Seq>{{4}});
        QCOMPARE(outcome.differences.gone, std::vector<Seq>{{8}});
        QCOMPARE(outcome.differences.late, std::vector<Seq>{{10}});
        QCOMPARE(outcome.differences.confirmed, 3);
        QVERIFY(outcome.sync.error);
        QCOMPARE(outcome.sync.error->id, ErrorId::ContractChangedEvent);
        QCOMPARE(outcome.sync.violations.size(), 3);

        const EventStreamPtr stream = m_session->stream();
        QCOMPARE(stream->count(), 6);
        QVERIFY(stream->flagsAt(*stream->indexOf({4})) == EventFlags(EventFlag::Conflict));
        QVERIFY(stream->flagsAt(*stream->indexOf({8})) == EventFlags(EventFlag::Gone));
        QVERIFY(stream->flagsAt(*stream->indexOf({10})) == EventFlags(EventFlag::AppearedLate));
        const RawLocation location = stream->rawLocationAt(*stream->indexOf({4}));
        const SegmentBodyPtr body = *m_session->cache.loadBody(location.bodyId).result();
        QVERIFY(body->raw(location).contains("plain"));
        const QList<EventVersion> versions =
            *m_session->cache.loadVersions(EventServer::executionId(), {4}).result();
        QCOMPARE(versions.size(), 1);
        QVERIFY(versions.first().content.contains("other"));
    }

    void verifyingAgainFindsTheSameAndCountsItOnce()
    {
        m_server->put(4, "step.completed", "other");
        m_server->remove(8);
        verify();
        const VerifyOutcome again = verify();
        QCOMPARE(again.differences.changed, std::vector<Seq>{{4}});
        QCOMPARE(again.differences.gone, std::vector<Seq>{{8}});
        QCOMPARE(m_session->stream()->state().conflictCount, 1);
        QCOMPARE(m_session->stream()->state().goneCount, 1);
    }

    void anEventThatLiesAtTheEndCanBeGoneToo()
    {
        m_server->remove(12);
        QCOMPARE(verify().differences.gone, std::vector<Seq>{{12}});
    }

    void aStreamThatEndsBeforeWhatWasScannedIsReported()
    {
        m_server->setLast(12);
        const VerifyOutcome outcome = verify();
        QCOMPARE(outcome.differences.notReached, (SeqSet{{{13}, {15}}}));
        QVERIFY(outcome.differences.gone.empty());
        QVERIFY(!outcome.sync.error);
        QCOMPARE(outcome.sync.violations.size(), 1);
    }

    void aReadingThatFailsSaysWhatItCovered()
    {
        m_server->remove(4);
        m_server->asked = [this] { m_server->fails = m_server->lastBody().contains(":7"); };
        const VerifyOutcome outcome = verify();
        QVERIFY(outcome.sync.error);
        QCOMPARE(outcome.sync.error->id, ErrorId::NetworkServerError);
        QVERIFY(!outcome.differences.isWhole);
        QCOMPARE(outcome.differences.gone, std::vector<Seq>{{4}});
        QCOMPARE(outcome.differences.scanned, (SeqSet{{{1}, {7}}}));
        QVERIFY(outcome.differences.notReached.isEmpty());
    }

    void itCanBeStopped()
    {
        StreamVerify *verify = m_session->connection->verifyStream(EventServer::executionId(), 1);
        QSignalSpy finished(verify, &StreamVerify::finished);
        m_server->asked = [verify] { QMetaObject::invokeMethod(verify, &StreamVerify::cancel); };
        QVERIFY(finished.wait(5000));
        QVERIFY(finished.first().first().value<VerifyOutcome>().sync.error->isCancelled());
    }

    void anExecutionThatWasNeverReadIsReadForTheFirstTime()
    {
        LiveSession fresh(m_server->baseUrl(), m_clock, EventServer::executionId());
        StreamVerify *verify = fresh.connection->verifyStream(EventServer::executionId());
        QSignalSpy finished(verify, &StreamVerify::finished);
        QVERIFY(finished.wait(5000));
        const auto outcome = finished.first().first().value<VerifyOutcome>();
        QVERIFY(!outcome.sync.error);
        QVERIFY(outcome.differences.isEmpty());
        QCOMPARE(outcome.differences.firstSeen, 5);
        QCOMPARE(outcome.differences.confirmed, 0);
        QCOMPARE(fresh.stream()->count(), 5);
    }
};

QTEST_GUILESS_MAIN(tst_StreamVerify)
#include "tst_streamverify.moc"
