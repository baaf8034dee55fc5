// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faultserver.h"

#include "core/api/apiclient.h"
#include "core/cache/cache.h"
#include "core/sync/connection.h"
#include "core/sync/streamsync.h"

#include <QLoggingCategory>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Gapline;
using Gapline::Test::Fault;
using Gapline::Test::FaultServer;
using namespace std::chrono_literals;

namespace {

const QList<qint64> kSeqs{1, 4, 7, 8, 12};
constexpr qint64 kLast = 15;

/// 400 events, every fourth seq internal, and an internal tail.
constexpr qint64 kLongLast = 540;

QList<qint64> longSeqs()
{
    QList<qint64> seqs;
    for (qint64 i = 0; i < 400; ++i)
        seqs << 1 + i + i / 3;
    return seqs;
}

/// Deadlines and waits short enough for a test; everything else as in the product.
ApiOptions quickOptions()
{
    ApiOptions options;
    options.deadlines = {2s, 200ms, 1s, 200ms, 1024};
    options.retries.first = 1ms;
    options.retries.longest = 4ms;
    options.random = [] { return 0.5; };
    return options;
}

Credentials credentials()
{
    return {Secret("canary-key-5fd1"), Secret("canary-token-77ab")};
}

/// A cache and a connection to one server.
struct Session
{
    explicit Session(const QUrl &url, const ApiOptions &options = quickOptions())
    {
        Profile profile;
        profile.baseUrl = url;
        client = new ApiClient(profile, credentials(), clock, options);
        cache.open(directory.filePath(QStringLiteral("cache/gapline.db"))).waitForFinished();
        connection = std::make_unique<Connection>(std::unique_ptr<ApiClient>(client), cache, clock);
    }

    SyncOutcome sync(int pageSize = 2, std::optional<Seq> since = {})
    {
        StreamSync *stream = connection->syncStream(FaultServer::executionId(), pageSize, since);
        QSignalSpy finished(stream, &StreamSync::finished);
        if (!finished.wait(10000))
            return {};
        return finished.first().first().value<SyncOutcome>();
    }

    /// A stream counts as long from its second page on.
    SyncOutcome syncRanges(int pageSize = 10)
    {
        StreamSyncOptions options;
        options.pageSize = pageSize;
        options.ranges = {1, 0};
        StreamSync *stream = connection->syncStream(FaultServer::executionId(), options);
        QSignalSpy finished(stream, &StreamSync::finished);
        if (!finished.wait(10000))
            return {};
        return finished.first().first().value<SyncOutcome>();
    }

    EventStreamPtr stream() { return *cache.loadStream(FaultServer::executionId()).result(); }

    QTemporaryDir directory;
    SystemClock clock;
    Cache cache;
    ApiClient *client = nullptr;
    std::unique_ptr<Connection> connection;
};

QList<qint64> seqsOf(const EventStream &stream)
{
    return {stream.seqs().begin(), stream.seqs().end()};
}

ErrorId idOf(const SyncOutcome &outcome)
{
    return outcome.error ? outcome.error->id : ErrorId::InternalUnexpected;
}

QStringList capturedLog;

void capture(QtMsgType, const QMessageLogContext &, const QString &text)
{
    capturedLog << text;
}

} // namespace

class tst_StreamSync : public QObject
{
    Q_OBJECT

private slots:
    void aStreamIsSyncedPageByPageUpToItsEnd()
    {
        FaultServer server(kSeqs, kLast);
        Session session(server.baseUrl());
        const SyncOutcome outcome = session.sync();
        QVERIFY(!outcome.error);
        QCOMPARE(outcome.progress.requests, 3);
        QCOMPARE(outcome.progress.received, 5);
        QCOMPARE(outcome.progress.newEvents, 5);
        QCOMPARE(outcome.storedEvents, 5);
        QCOMPARE(outcome.progress.cursor, Seq{15});
        QVERIFY(outcome.progress.isComplete);
        QCOMPARE(seqsOf(*session.stream()), kSeqs);
        QCOMPARE(session.stream()->state().coverage, (SeqSet{{{1}, {15}}}));
    }

    void theNextSyncAsksFromWhereTheCoverageEnds()
    {
        FaultServer server(kSeqs, kLast);
        Session session(server.baseUrl());
        session.sync();
        const SyncOutcome again = session.sync();
        QVERIFY(!again.error);
        QCOMPARE(again.progress.requests, 1);
        QCOMPARE(again.progress.newEvents, 0);
        QCOMPARE(again.storedEvents, 5);
        QVERIFY(server.seen().last().body.contains("\"sinceSeq\":15"));
    }

    void aSyncMayBeginAfterASeqAndLeaveTheRestUnknown()
    {
        FaultServer server(kSeqs, kLast);
        Session session(server.baseUrl());
        const SyncOutcome outcome = session.sync(2, Seq{7});
        QVERIFY(!outcome.error);
        QVERIFY(server.seen().first().body.contains("\"sinceSeq\":7"));
        QCOMPARE(session.stream()->state().coverage, (SeqSet{{{8}, {15}}}));
        QCOMPARE(outcome.progress.cursor, Seq{15});
        QVERIFY(outcome.progress.isComplete);
        QVERIFY(!session.stream()->state().isComplete); // Seqs 1 to 7 were left out.
        QCOMPARE(seqsOf(*session.stream()), (QList<qint64>{8, 12}));
    }

    void theStartSkipsWhatIsCovered()
    {
        const SeqSet coverage{{{1}, {5}}, {{8}, {20}}};
        QCOMPARE(startOfSync(coverage, {}), Seq{5});
        QCOMPARE(startOfSync(coverage, {.since = Seq{7}}), Seq{20});
        QCOMPARE(startOfSync(coverage, {.since = Seq{6}}), Seq{6});
        QCOMPARE(startOfSync(coverage, {.since = Seq{9}}), Seq{20});
        QCOMPARE(startOfSync(coverage, {.since = Seq{30}}), Seq{30});
        QCOMPARE(startOfSync(coverage, {.isRescan = true}), Seq{0});
    }

    void theSyncConvergesWhateverFailsWhenever_data()
    {
        QTest::addColumn<Fault>("fault");
        QTest::newRow("closed at once") << Fault::CloseAtOnce;
        QTest::newRow("broken in body") << Fault::BreakInBody;
        QTest::newRow("cut JSON") << Fault::CutJson;
        QTest::newRow("cut deflate") << Fault::CutDeflate;
        QTest::newRow("HTML 502") << Fault::Html502;
        QTest::newRow("HTML 503") << Fault::Html503;
        QTest::newRow("empty 200") << Fault::Empty200;
        QTest::newRow("HTML 200") << Fault::Html200;
        QTest::newRow("silence") << Fault::Silence;
        QTest::newRow("slow drip") << Fault::SlowDrip;
        QTest::newRow("429") << Fault::TooMany429;
        QTest::newRow("resource exhausted") << Fault::ResourceExhausted;
        QTest::newRow("deadline exceeded") << Fault::DeadlineExceeded;
        QTest::newRow("stuck cursor once") << Fault::StuckCursor;
    }

    void theSyncConvergesWhateverFailsWhenever()
    {
        QFETCH(Fault, fault);
        for (int request = 1; request <= 3; ++request) {
            FaultServer server(kSeqs, kLast);
            server.failOn(request, fault);
            Session session(server.baseUrl());
            const SyncOutcome outcome = session.sync();
            QVERIFY2(!outcome.error, outcome.error ? qPrintable(outcome.error->message) : "no end");
            QCOMPARE(seqsOf(*session.stream()), kSeqs);
            QCOMPARE(session.stream()->state().coverage, (SeqSet{{{1}, {15}}}));
            QVERIFY(session.stream()->state().isComplete);
            QVERIFY(session.cache.verify().result()->isSound);
            QCOMPARE(server.count(), 4);
        }
    }

    void aLongStreamIsFetchedAtSeveralPlacesAtOnce()
    {
        FaultServer server(longSeqs(), kLongLast);
        Session session(server.baseUrl());
        const SyncOutcome outcome = session.syncRanges();
        QVERIFY(!outcome.error);
        QVERIFY(outcome.violations.isEmpty());
        QCOMPARE(outcome.progress.cursor, Seq{kLongLast});
        QVERIFY(outcome.progress.isComplete);
        QCOMPARE(outcome.storedEvents, 400);
        QCOMPARE(outcome.progress.newEvents, 400);
        QCOMPARE(outcome.progress.lateEvents, 0);
        QCOMPARE(seqsOf(*session.stream()), longSeqs());
        QCOMPARE(session.stream()->state().coverage, (SeqSet{{{1}, {kLongLast}}}));
        QVERIFY(session.stream()->state().isComplete);
        // The loop takes 40 requests, each after a seq that the one before ended at.
        QVERIFY(outcome.progress.requests > 40);
        QVERIFY(outcome.progress.requests < 80);
        QVERIFY(session.cache.verify().result()->isSound);
    }

    void aLongStreamConvergesWhateverFailsWhenever_data()
    {
        theSyncConvergesWhateverFailsWhenever_data();
    }

    void aLongStreamConvergesWhateverFailsWhenever()
    {
        QFETCH(Fault, fault);
        ApiOptions options = quickOptions();
        options.rate = RateLimits{.start = std::nullopt, .most = 1e6, .least = 1e5};
        for (const int request : {2, 7, 30}) {
            FaultServer server(longSeqs(), kLongLast);
            server.failOn(request, fault);
            Session session(server.baseUrl(), options);
            const SyncOutcome outcome = session.syncRanges();
            QVERIFY2(!outcome.error, outcome.error ? qPrintable(outcome.error->message) : "no end");
            QCOMPARE(seqsOf(*session.stream()), longSeqs());
            QCOMPARE(session.stream()->state().coverage, (SeqSet{{{1}, {kLongLast}}}));
            QVERIFY(session.stream()->state().isComplete);
        }
    }

    void aLongStreamThatWasCutOffIsResumedAndJoined()
    {
        FaultServer server(longSeqs(), kLongLast);
        Session session(server.baseUrl());
        server.failFrom(25, Fault::NotFound);
        const SyncOutcome cut = session.syncRanges();
        QCOMPARE(idOf(cut), ErrorId::ApiNotFound);
        QVERIFY(!cut.progress.isComplete);
        QVERIFY(!session.stream()->state().isComplete);
        const qint64 kept = session.stream()->count();
        QVERIFY(kept > 0 && kept < 400);

        server.failFrom(1000000, Fault::None);
        const SyncOutcome rest = session.syncRanges();
        QVERIFY(!rest.error);
        QCOMPARE(rest.progress.newEvents, 400 - kept);
        QCOMPARE(seqsOf(*session.stream()), longSeqs());
        QCOMPARE(session.stream()->state().coverage, (SeqSet{{{1}, {kLongLast}}}));
    }

    void theBudgetIsToldWhileTheOnlyRequestHangs()
    {
        FaultServer server(kSeqs, kLast);
        server.failFrom(1, Fault::Silence);
        ApiOptions options = quickOptions();
        options.deadlines = {1h, 1h, 1h, 1h, 1024};
        Session session(server.baseUrl(), options);
        QSignalSpy told(session.connection.get(), &Connection::budgetChanged);
        session.connection->syncStream(FaultServer::executionId(), 2, {});
        QVERIFY(told.wait(10000));
        QCOMPARE(session.connection->budget().inFlight, 1);
    }

    void aServerThatLimitsIsAskedInOrder()
    {
        FaultServer server(longSeqs(), kLongLast);
        server.failOn(1, Fault::TooMany429);
        ApiOptions options = quickOptions();
        options.rate = RateLimits{.start = std::nullopt, .most = 1e6, .least = 1e5};
        Session session(server.baseUrl(), options);
        const SyncOutcome outcome = session.syncRanges();
        QVERIFY(!outcome.error);
        QCOMPARE(outcome.progress.requests, 41); // The loop's 40, and the one that was refused.
        QVERIFY(session.connection->budget().isLimiting);
    }

    void whatCannotPassEndsTheSyncAndKeepsWhatWasStored_data()
    {
        QTest::addColumn<Fault>("fault");
        QTest::addColumn<ErrorId>("expected");
        QTest::newRow("permission") << Fault::PermissionDenied << ErrorId::CredentialsRejected;
        QTest::newRow("not found") << Fault::NotFound << ErrorId::ApiNotFound;
        QTest::newRow("redirect") << Fault::Redirect307 << ErrorId::NetworkRedirect;
        QTest::newRow("oversize") << Fault::OversizeLength << ErrorId::NetworkTooLarge;
        QTest::newRow("oversize body") << Fault::OversizeBody << ErrorId::NetworkTooLarge;
        QTest::newRow("headers") << Fault::OversizeHeaders << ErrorId::NetworkTooLarge;
        QTest::newRow("execution") << Fault::WrongExecution << ErrorId::ContractWrongExecution;
        QTest::newRow("descending") << Fault::Descending << ErrorId::ContractNotAscending;
        QTest::newRow("repeated") << Fault::RepeatedSeq << ErrorId::ContractRepeatedSeq;
        QTest::newRow("below since") << Fault::BelowSince << ErrorId::ContractEventBelowSince;
        QTest::newRow("above cursor") << Fault::AboveCursor << ErrorId::ContractEventAboveCursor;
        QTest::newRow("wrong type") << Fault::WrongType << ErrorId::ContractWrongType;
        QTest::newRow("stuck") << Fault::StuckCursor << ErrorId::ContractStuckCursor;
        QTest::newRow("html") << Fault::Html502 << ErrorId::NetworkServerError;
        QTest::newRow("limited") << Fault::TooMany429 << ErrorId::NetworkRateLimited;
    }

    void whatCannotPassEndsTheSyncAndKeepsWhatWasStored()
    {
        QFETCH(Fault, fault);
        QFETCH(ErrorId, expected);
        ApiOptions options = quickOptions();
        options.caps.bodyBytes = 1 << 20;
        options.deadlines = {};
        options.rate = RateLimits{.start = std::nullopt, .most = 1e6, .least = 1e3};
        FaultServer server(kSeqs, kLast);
        Session session(server.baseUrl(), options);
        server.failFrom(2, fault);
        const SyncOutcome outcome = session.sync();
        QCOMPARE(idOf(outcome), expected);
        QVERIFY(!outcome.progress.isComplete);
        QCOMPARE(outcome.storedEvents, 2);
        QCOMPARE(seqsOf(*session.stream()), (QList<qint64>{1, 4}));
        QCOMPARE(session.stream()->state().cursor, Seq{4});
        const bool isContract = outcome.error->exitStatus() == ExitStatus::Contract;
        QCOMPARE(outcome.violations.size(), isContract ? 1 : 0);

        server.failFrom(1000000, Fault::None);
        const SyncOutcome clean = session.sync();
        QVERIFY(!clean.error);
        QCOMPARE(seqsOf(*session.stream()), kSeqs);
    }

    void aPageWithOneBadPayloadIsNoViolation()
    {
        FaultServer server(kSeqs, kLast);
        server.failOn(2, Fault::BadPayload);
        Session session(server.baseUrl());
        const SyncOutcome outcome = session.sync();
        QVERIFY(!outcome.error);
        const EventStreamPtr stream = session.stream();
        QCOMPARE(seqsOf(*stream), kSeqs);
        for (qsizetype i = 0; i < stream->count(); ++i)
            QCOMPARE(stream->flagsAt(i).testFlag(EventFlag::MalformedPayload), i == 2);
    }

    void emptyPagesWithAMovingCursorAreFollowedUntilCancelled()
    {
        FaultServer server(kSeqs, kLast);
        server.failFrom(1, Fault::EndlessMore);
        Session session(server.baseUrl());
        StreamSync *stream = session.connection->syncStream(FaultServer::executionId(), 2);
        QSignalSpy finished(stream, &StreamSync::finished);
        QTRY_VERIFY(server.count() > 5);
        QCOMPARE(finished.size(), 0);
        stream->cancel();
        QCOMPARE(session.client->inFlight(), 0); // At once, not when the server has answered.
        QTRY_COMPARE(finished.size(), 1);
        const auto outcome = finished.first().first().value<SyncOutcome>();
        QVERIFY(outcome.error->isCancelled());
        QCOMPARE(outcome.error->exitStatus(), ExitStatus::Interrupted);
    }

    void aCancelDoesNotWaitForASilentServer()
    {
        FaultServer server(kSeqs, kLast);
        server.failFrom(1, Fault::Silence);
        ApiOptions options = quickOptions();
        options.deadlines = {};
        Session session(server.baseUrl(), options);
        StreamSync *stream = session.connection->syncStream(FaultServer::executionId());
        QSignalSpy finished(stream, &StreamSync::finished);
        QTRY_COMPARE(server.count(), 1);
        stream->cancel();
        QCOMPARE(session.client->inFlight(), 0);
        QTRY_COMPARE(finished.size(), 1);
    }

    void aCancelledSyncSaysWhatTheCacheHoldsAfterwards()
    {
        FaultServer server(kSeqs, kLast);
        Session session(server.baseUrl());
        session.sync();
        const auto cancelled = [&session] {
            StreamSync *stream = session.connection->syncStream(FaultServer::executionId(), 2);
            QSignalSpy finished(stream, &StreamSync::finished);
            stream->cancel(); // Before it asks for a page.
            return finished.wait(5000) ? finished.first().first().value<SyncOutcome>()
                                       : SyncOutcome();
        };
        const int asked = server.count();
        const SyncOutcome outcome = cancelled();
        QVERIFY(outcome.error && outcome.error->isCancelled());
        QCOMPARE(outcome.storedEvents, 5);
        QCOMPARE(outcome.progress.cursor, Seq{15});
        QVERIFY(outcome.progress.isComplete);
        QCOMPARE(server.count(), asked);
    }

    void aSyncThatIsBeingCancelledIsNotHandedOutAgain()
    {
        FaultServer server(kSeqs, kLast);
        Session session(server.baseUrl());
        StreamSync *first = session.connection->syncStream(FaultServer::executionId(), 2);
        first->cancel();
        const SyncOutcome second = session.sync();
        QVERIFY(!second.error);
        QCOMPARE(second.storedEvents, 5);
    }

    void theFirstPagesOfACancelledSyncCount()
    {
        FaultServer server(kSeqs, kLast);
        server.failFrom(3, Fault::Silence);
        ApiOptions options = quickOptions();
        options.deadlines = {};
        Session session(server.baseUrl(), options);
        StreamSync *stream = session.connection->syncStream(FaultServer::executionId(), 2);
        QSignalSpy finished(stream, &StreamSync::finished);
        QTRY_COMPARE(server.count(), 3);
        stream->cancel();
        QTRY_COMPARE(finished.size(), 1);
        const auto outcome = finished.first().first().value<SyncOutcome>();
        QVERIFY(outcome.error && outcome.error->isCancelled());
        QCOMPARE(outcome.storedEvents, 4);
        QCOMPARE(outcome.progress.newEvents, 4);
        QCOMPARE(outcome.progress.cursor, session.stream()->state().cursor);
        QVERIFY(!outcome.progress.isComplete);
    }

    void refusedCredentialsHoldTheSyncUntilNewOnesCome()
    {
        FaultServer server(kSeqs, kLast);
        server.failOn(2, Fault::PermissionDenied);
        ApiOptions options = quickOptions();
        options.holdsForCredentials = true;
        Session session(server.baseUrl(), options);
        QSignalSpy needed(session.connection.get(), &Connection::credentialsNeeded);
        StreamSync *stream = session.connection->syncStream(FaultServer::executionId(), 2);
        QSignalSpy finished(stream, &StreamSync::finished);
        QVERIFY(needed.wait(5000));
        QCOMPARE(finished.size(), 0);
        session.connection->setCredentials({Secret("canary-key-5fd1"), Secret("canary-new")});
        QVERIFY(finished.wait(5000));
        QVERIFY(!finished.first().first().value<SyncOutcome>().error);
        QCOMPARE(needed.size(), 1);
        QVERIFY(server.seen().at(2).body.contains("\"sinceSeq\":4")); // The same cursor.
        QVERIFY(server.seen().at(2).headers.contains("canary-new"));
        QCOMPARE(seqsOf(*session.stream()), kSeqs);
    }

    void aRedirectNeverCarriesTheKeys()
    {
        FaultServer target(kSeqs, kLast);
        FaultServer server(kSeqs, kLast);
        server.setRedirectTarget(target.baseUrl().toEncoded());
        server.failFrom(1, Fault::Redirect307);
        Session session(server.baseUrl());
        QCOMPARE(idOf(session.sync()), ErrorId::NetworkRedirect);
        QCOMPARE(server.count(), 1);
        QCOMPARE(target.count(), 0);
    }

    void aClosedPortIsUnreachable()
    {
        QUrl url;
        {
            FaultServer server(kSeqs, kLast);
            url = server.baseUrl();
        }
        Session session(url);
        const SyncOutcome outcome = session.sync();
        QCOMPARE(idOf(outcome), ErrorId::NetworkUnreachable);
        QCOMPARE(outcome.progress.retries, 6);
    }

    void requestsCarryTheDocumentedHeadersAndNoCookie()
    {
        FaultServer server(kSeqs, kLast);
        Session session(server.baseUrl());
        session.sync();
        const Gapline::Test::SeenRequest request = server.seen().first();
        QCOMPARE(request.path, QByteArray("/v2/workflow/executions/getEvents"));
        const QByteArray headers = request.headers.toLower();
        QVERIFY(headers.contains("x-velt-api-key: canary-key-5fd1"));
        QVERIFY(headers.contains("x-velt-auth-token: canary-token-77ab"));
        QVERIFY(headers.contains("content-type: application/json"));
        QVERIFY(headers.contains("user-agent: gapline/"));
        QVERIFY(!headers.contains("cookie"));
        QVERIFY(!request.body.contains("canary"));
    }

    void noLogHoldsASecretOrAPayload()
    {
        capturedLog.clear();
        QLoggingCategory::setFilterRules(QStringLiteral("*.debug=true\nqt.*=false"));
        const QtMessageHandler previous = qInstallMessageHandler(capture);
        {
            FaultServer server(kSeqs, kLast);
            server.failOn(2, Fault::Html502);
            server.failOn(4, Fault::PermissionDenied);
            Session session(server.baseUrl());
            session.sync();
            server.failOn(5, Fault::Descending);
            session.sync();
            for (const HttpLogEntry &entry : session.client->log().entries()) {
                for (const auto &[name, value] : entry.headers)
                    capturedLog << QString::fromUtf8(name + value);
                capturedLog << entry.url << entry.path << entry.subject << entry.message
                            << QString::fromUtf8(entry.requestBody);
            }
        }
        qInstallMessageHandler(previous);
        QLoggingCategory::setFilterRules({});
        QVERIFY(capturedLog.size() > 5);
        for (const QString &line : std::as_const(capturedLog)) {
            QVERIFY2(!line.contains(QLatin1String("canary")), qPrintable(line));
            QVERIFY2(!line.contains(QLatin1String("PAYLOAD")), qPrintable(line));
        }
    }

    void askingAgainWhileOneRunsGivesTheSameSync()
    {
        FaultServer server(kSeqs, kLast);
        Session session(server.baseUrl());
        StreamSync *first = session.connection->syncStream(FaultServer::executionId());
        QCOMPARE(session.connection->syncStream(FaultServer::executionId()), first);
        QSignalSpy finished(first, &StreamSync::finished);
        QVERIFY(finished.wait(5000));
    }

    void unusableCredentialsAreNeverSent()
    {
        FaultServer server(kSeqs, kLast);
        Session session(server.baseUrl());
        session.connection->setCredentials({Secret("key\r\nx-evil: 1"), Secret("token")});
        QCOMPARE(idOf(session.sync()), ErrorId::CredentialsUnusable);
        session.connection->setCredentials({Secret("key"), Secret()});
        QCOMPARE(idOf(session.sync()), ErrorId::CredentialsMissing);
        QCOMPARE(server.count(), 0);
    }
};

QTEST_GUILESS_MAIN(tst_StreamSync)
#include "tst_streamsync.moc"
