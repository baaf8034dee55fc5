// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/eventserver.h"
#include "tests/support/livesession.h"
#include "tests/support/manualclock.h"

#include "core/sync/livetail.h"

#include <QDir>
#include <QTest>

#include <malloc.h>

#if defined(__SANITIZE_ADDRESS__)
#    define GAPLINE_ASAN
#elif defined(__has_feature)
#    if __has_feature(address_sanitizer)
#        define GAPLINE_ASAN
#    endif
#endif
#ifdef GAPLINE_ASAN
extern "C" size_t __sanitizer_get_current_allocated_bytes();
#endif

using namespace Gapline;
using Gapline::Test::EventServer;
using Gapline::Test::LiveSession;
using Gapline::Test::ManualClock;
using namespace std::chrono_literals;

namespace {

/// Bytes that the program holds on its heap; what an allocator keeps in reserve does not count.
qint64 heapBytes()
{
#ifdef GAPLINE_ASAN
    return qint64(__sanitizer_get_current_allocated_bytes());
#else
    const struct mallinfo2 heap = mallinfo2();
    return qint64(heap.uordblks + heap.hblkhd);
#endif
}

qsizetype openDescriptors()
{
    return QDir(QStringLiteral("/proc/self/fd")).entryList(QDir::Files | QDir::System).size();
}

/// Polls from which a figure is given; GAPLINE_TAIL_POLLS asks for others.
int pollsOfADay()
{
    const int asked = qEnvironmentVariableIntValue("GAPLINE_TAIL_POLLS");
    return asked > 0 ? asked : 17'280;
}

} // namespace

class tst_LiveTail : public QObject
{
    Q_OBJECT

private:
    ManualClock m_clock;
    std::unique_ptr<EventServer> m_server;
    std::unique_ptr<LiveSession> m_session;
    LiveTail *m_tail = nullptr;

    void follow()
    {
        m_tail = m_session->connection->followStream(EventServer::executionId());
        QTRY_COMPARE(m_tail->polls(), 1);
    }

    /// Moves the clock to the next poll and waits for its end.
    void pollOnce()
    {
        const qint64 polls = m_tail->polls();
        m_clock.advance(m_tail->untilNextPoll().value_or(0ms));
        m_tail->wake();
        QTRY_COMPARE(m_tail->polls(), polls + 1);
    }

    [[nodiscard]] EventFlags flagsOf(qint64 seq)
    {
        const EventStreamPtr stream = m_session->stream();
        const std::optional<qsizetype> index = stream->indexOf({seq});
        return index ? stream->flagsAt(*index) : EventFlags(EventFlag::Damaged);
    }

private slots:
    void init()
    {
        m_server = std::make_unique<EventServer>();
        m_server->put(1, "execution.dispatched");
        m_server->put(4);
        m_server->put(7);
        m_server->setLast(9);
        m_session =
            std::make_unique<LiveSession>(m_server->baseUrl(), m_clock, EventServer::executionId());
    }

    void cleanup()
    {
        m_session.reset();
        m_server.reset();
    }

    void theFirstPollBringsWhatIsThere()
    {
        follow();
        QCOMPARE(m_session->stream()->count(), 3);
        QCOMPARE(m_session->stream()->state().cursor, Seq{9});
        QVERIFY(m_tail->state() == TailState::Waiting);
        QVERIFY(m_tail->untilNextPoll() == 1s);
    }

    void nothingIsAskedBeforeTheTimeHasCome()
    {
        follow();
        m_clock.advance(999ms);
        m_tail->wake();
        QVERIFY(m_tail->state() == TailState::Waiting);
        QVERIFY(m_tail->untilNextPoll() == 1ms);
        QCOMPARE(m_server->count(), 1);
    }

    void eachPollReadsTheLastSeqsAgain()
    {
        m_server->putRange(10, 100);
        follow();
        pollOnce();
        QVERIFY2(m_server->lastBody().contains("\"sinceSeq\":50"),
                 m_server->lastBody().constData());
    }

    void aSeqThatBecomesVisibleLateIsStoredMarkedAndCounted()
    {
        follow();
        QVERIFY(flagsOf(4) == EventFlags());
        m_server->put(5);
        pollOnce();
        QVERIFY(flagsOf(5) == EventFlags(EventFlag::AppearedLate));
        QVERIFY(flagsOf(4) == EventFlags());
        QCOMPARE(m_session->stream()->state().lateCount, 1);
        QCOMPARE(m_tail->lateEvents(), 1);
    }

    void newEventsAreNoLateOnes()
    {
        follow();
        m_server->put(12);
        pollOnce();
        QVERIFY(flagsOf(12) == EventFlags());
        QCOMPARE(m_session->stream()->state().lateCount, 0);
        QCOMPARE(m_session->stream()->state().cursor, Seq{12});
    }

    void theMarkOfALateEventSurvivesTheProgram()
    {
        follow();
        m_server->put(5);
        pollOnce();
        const QString file = m_session->folder.filePath(QStringLiteral("cache.db"));
        Cache other;
        QVERIFY(other.open(file).result());
        const EventStreamPtr stream = *other.loadStream(EventServer::executionId()).result();
        QVERIFY(stream->flagsAt(*stream->indexOf({5})).testFlag(EventFlag::AppearedLate));
        QCOMPARE(stream->state().lateCount, 1);
    }

    void aQuietRunIsAskedLessOften()
    {
        follow();
        for (int i = 0; i < 60; ++i)
            pollOnce();
        QVERIFY(m_tail->untilNextPoll() > 5s);
        m_server->put(12);
        pollOnce();
        QVERIFY(m_tail->untilNextPoll() == 1s);
    }

    void itEndsWithOneOverlapReadAfterTheTerminalEvent()
    {
        follow();
        m_server->put(12, "execution.completed");
        pollOnce();
        QVERIFY(m_tail->state() == TailState::Waiting);
        pollOnce();
        QVERIFY(m_tail->state() == TailState::Over);
        QVERIFY(!m_tail->untilNextPoll());
        QVERIFY(m_server->lastBody().contains("\"sinceSeq\":0"));
    }

    void theOverlapReadStillFindsWhatWasLate()
    {
        follow();
        m_server->put(12, "execution.cancelled");
        pollOnce();
        m_server->put(11);
        pollOnce();
        QVERIFY(flagsOf(11) == EventFlags(EventFlag::AppearedLate));
        QVERIFY(m_tail->state() == TailState::Waiting);
        pollOnce();
        QVERIFY(m_tail->state() == TailState::Over);
    }

    void aTerminalEventFarBackIsKnownFromTheCache()
    {
        m_server->put(8, "execution.failed");
        m_server->setLast(200);
        m_session->sync();
        m_tail = m_session->connection->followStream(EventServer::executionId());
        QTRY_COMPARE(m_tail->polls(), 1);
        pollOnce();
        QVERIFY(m_tail->state() == TailState::Over);
    }

    void pausedItAsksNothing()
    {
        follow();
        m_tail->pause();
        QVERIFY(m_tail->state() == TailState::Paused);
        m_clock.advance(1h);
        m_tail->wake();
        QTest::qWait(20);
        QCOMPARE(m_server->count(), 1);
        m_server->put(12);
        m_tail->resume();
        QTRY_COMPARE(m_tail->polls(), 2);
        QCOMPARE(m_session->stream()->count(), 4);
    }

    void aFaultThatMayPassIsTriedAgainAfterHalfAMinute()
    {
        follow();
        m_server->fails = true;
        pollOnce();
        QVERIFY(m_tail->trouble());
        QCOMPARE(m_tail->trouble()->id, ErrorId::NetworkServerError);
        QVERIFY(m_tail->untilNextPoll() == 30s);
        m_server->fails = false;
        m_server->put(12);
        pollOnce();
        QVERIFY(!m_tail->trouble());
        QCOMPARE(m_session->stream()->count(), 4);
    }

    void anAlarmIsToldOnceAndThePollsGoOn()
    {
        follow();
        QSignalSpy alarms(m_tail, &LiveTail::alarmed);
        m_server->put(4, "step.completed", "other");
        m_server->remove(7);
        pollOnce();
        QCOMPARE(alarms.size(), 1);
        const auto alarm = alarms.first().first().value<Error>();
        QCOMPARE(alarm.id, ErrorId::ContractChangedEvent);
        QVERIFY(alarm.message.contains(QLatin1String("than before for seq 4")));
        QVERIFY(alarm.message.contains(QLatin1String("stored at seq 7")));
        pollOnce();
        QCOMPARE(alarms.size(), 1);
        QVERIFY(!m_tail->trouble());
        QVERIFY(flagsOf(4) == EventFlags(EventFlag::Conflict));
        QVERIFY(flagsOf(7) == EventFlags(EventFlag::Gone));
    }

    /// P15 of trust.md.
    void aDayOfPollsDoesNotGrow()
    {
        constexpr int kWarmUp = 600; // More than the HTTP log keeps.
        const int polls = pollsOfADay();
        follow();
        qint64 heapBefore = 0;
        qsizetype descriptorsBefore = 0;
        for (int i = 0; i < kWarmUp + polls; ++i) {
            if (i == kWarmUp) {
                heapBefore = heapBytes();
                descriptorsBefore = openDescriptors();
            }
            m_clock.advance(5s);
            const qint64 before = m_tail->polls();
            m_tail->wake();
            while (m_tail->polls() == before)
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            if (m_tail->state() == TailState::Waiting)
                m_clock.advance(*m_tail->untilNextPoll());
        }
        const qint64 grown = heapBytes() - heapBefore;
        qInfo("%d polls: the heap grew by %lld bytes, descriptors %lld before and %lld after",
              polls,
              grown,
              qint64(descriptorsBefore),
              qint64(openDescriptors()));
        QVERIFY(grown < 5'000'000);
        // The cache's packing threads come and go, each with a descriptor of its own to be woken by.
        constexpr qsizetype kPackingThreads = 2;
        QVERIFY(openDescriptors() <= descriptorsBefore + kPackingThreads);
        QCOMPARE(m_session->stream()->count(), 3);
    }
};

QTEST_GUILESS_MAIN(tst_LiveTail)
#include "tst_livetail.moc"
