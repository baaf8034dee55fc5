// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faultserver.h"
#include "tests/support/testauthority.h"

#include "core/api/apiclient.h"
#include "core/api/fetcheventsjob.h"

#include <QSignalSpy>
#include <QTest>

using namespace Gapline;
using namespace Gapline::Test;

namespace {

const QList<qint64> kSeqs{1, 4, 7};

} // namespace

/// P11: TLS is never weakened. Real certificates, made by the openssl program, and real handshakes.
class tst_Tls : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!TestAuthority::isAvailable())
            QSKIP("The openssl program is not installed.");
        m_authority = std::make_unique<TestAuthority>(QStringLiteral("Gapline test CA"));
        m_other = std::make_unique<TestAuthority>(QStringLiteral("Nobody's CA"));
        QVERIFY2(m_authority->isReady() && m_other->isReady(), "openssl failed");
    }

    void aBadSetUpIsRefusedBeforeARequestByte_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char *kind, const char *reason) {
            QTest::newRow(kind) << QString::fromLatin1(kind) << QString::fromLatin1(reason);
        };
        row("expired", "expired");
        row("not yet valid", "not yet valid");
        row("wrong host", "did not match");
        row("self-signed", "self-signed");
        row("unknown authority", "issuer certificate");
        row("intermediate not sent", "issuer certificate");
        row("issuer is no authority", "CA certificates is invalid");
        row("for clients only", "purpose");
        row("TLS 1.1 only", "");
    }

    void aBadSetUpIsRefusedBeforeARequestByte()
    {
        QFETCH(QString, kind);
        QFETCH(QString, reason);
        const ServerIdentity identity = badIdentity(kind);
        QVERIFY2(!identity.key.isNull() && !identity.chain.isEmpty(), "openssl failed");
        QSslConfiguration tls = identity.configuration();
        if (kind == QLatin1String("TLS 1.1 only")) {
            QT_WARNING_PUSH
            QT_WARNING_DISABLE_DEPRECATED
            tls.setProtocol(QSsl::TlsV1_1);
            QT_WARNING_POP
        }
        FaultServer server(kSeqs, 9, tls);
        const Result<EventPage> page = fetch(server, m_authority->caFile());
        QVERIFY(!page);
        QVERIFY2(page.error().id == ErrorId::NetworkTls, qPrintable(page.error().message));
        QCOMPARE(page.error().exitStatus(), ExitStatus::Network);
        QVERIFY(!page.error().kind().isRetried);
        QVERIFY2(page.error().message.contains(reason, Qt::CaseInsensitive),
                 qPrintable(page.error().message));
        QVERIFY(server.connections() >= 1);
        QCOMPARE(server.count(), 0);
    }

    void withoutTheOwnCaFileItsServersAreRefused()
    {
        FaultServer server(kSeqs, 9, m_authority->issue().configuration());
        const Result<EventPage> page = fetch(server, {});
        QVERIFY(!page);
        QCOMPARE(page.error().id, ErrorId::NetworkTls);
        QCOMPARE(server.count(), 0);
    }

    void aGoodSetUpIsAccepted_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char *kind : {"by name", "by address", "through an intermediate"})
            QTest::newRow(kind) << QString::fromLatin1(kind);
    }

    void aGoodSetUpIsAccepted()
    {
        QFETCH(QString, kind);
        IssueOptions options;
        options.isThroughIntermediate = kind == QLatin1String("through an intermediate");
        FaultServer server(kSeqs, 9, m_authority->issue(options).configuration());
        const QString host =
            kind == QLatin1String("by address") ? QStringLiteral("127.0.0.1") : QString();
        const Result<EventPage> page = fetch(server, m_authority->caFile(), host);
        QVERIFY2(page, page ? "" : qPrintable(page.error().message));
        QCOMPARE(page->events.size(), size_t(kSeqs.size()));
        QCOMPARE(server.count(), 1);
    }

    void aConnectionOpenedAheadTrustsTheSameAndIsTheOneThatTheNextRequestTakes()
    {
        FaultServer server(kSeqs, 9, m_authority->issue().configuration());
        ApiOptions options;
        options.retries.retries = 0;
        ApiClient client({{}, server.baseUrl(), {}, m_authority->caFile()},
                         {Secret("canary-key-5fd1"), Secret("canary-token-77ab")},
                         m_clock,
                         options);
        int good = 0;
        const auto ask = [&] {
            auto *job = new FetchEventsJob(FaultServer::executionId(), Seq{0}, 100);
            connect(job, &FetchEventsJob::finished, this, [&good](const Result<EventPage> &page) {
                good += page ? 1 : 0;
            });
            client.start(job);
        };
        ask();
        QTRY_COMPARE(good, 1);
        QCOMPARE(server.connections(), 1);
        ask();
        client.expect(3);
        QTRY_COMPARE(server.connections(), 3);
        QTRY_COMPARE(good, 2);
        for (int i = 0; i < 3; ++i)
            ask();
        QTRY_COMPARE(good, 5);
        QCOMPARE(server.count(), 5);
        QCOMPARE(server.connections(), 3);
    }

    void aHandshakeThatNeverEndsIsEndedByTheConnectDeadline()
    {
        // A server without TLS, to which a client says hello for ever.
        FaultServer server(kSeqs, 9);
        QUrl url = server.baseUrl();
        url.setScheme(QStringLiteral("https"));
        ApiOptions options;
        options.retries.retries = 0;
        options.deadlines.connect = std::chrono::milliseconds(200);
        const Result<EventPage> page = fetch({{}, url, {}, {}}, options);
        QVERIFY(!page);
        QCOMPARE(page.error().id, ErrorId::NetworkTimeout);
        QCOMPARE(server.count(), 0);
    }

    void aCaFileThatHoldsNoneIsSaid()
    {
        FaultServer server(kSeqs, 9, m_authority->issue().configuration());
        QCOMPARE(fetch(server, QStringLiteral("/nonexistent/ca.pem")).error().id,
                 ErrorId::FileUnreadable);
        QCOMPARE(fetch(server, QStringLiteral(GAPLINE_SOURCE_DIR "/README.md")).error().id,
                 ErrorId::FileMalformed);
        QCOMPARE(server.connections(), 0);
    }

private:
    ServerIdentity badIdentity(const QString &kind) const
    {
        IssueOptions options;
        if (kind == QLatin1String("expired"))
            options.validity = Validity::Past;
        else if (kind == QLatin1String("not yet valid"))
            options.validity = Validity::Future;
        else if (kind == QLatin1String("wrong host"))
            options.names = QStringLiteral("DNS:api.velt.dev");
        else if (kind == QLatin1String("for clients only"))
            options.usage = QStringLiteral("clientAuth");
        else if (kind == QLatin1String("self-signed"))
            options.isSelfSigned = true;
        else if (kind == QLatin1String("intermediate not sent"))
            options.isThroughIntermediate = true;
        else if (kind == QLatin1String("issuer is no authority"))
            options.isThroughIntermediate = options.isIntermediateNoAuthority = true;
        const bool isUnknown = kind == QLatin1String("unknown authority");
        ServerIdentity identity = (isUnknown ? *m_other : *m_authority).issue(options);
        if (kind == QLatin1String("intermediate not sent"))
            identity.chain.resize(1);
        return identity;
    }

    Result<EventPage>
    fetch(const FaultServer &server, const QString &caFile, const QString &host = {})
    {
        Profile profile{{}, server.baseUrl(), {}, caFile};
        if (!host.isEmpty())
            profile.baseUrl.setHost(host);
        ApiOptions options;
        options.retries.retries = 0;
        return fetch(profile, options);
    }

    Result<EventPage> fetch(const Profile &profile, const ApiOptions &options)
    {
        ApiClient client(
            profile, {Secret("canary-key-5fd1"), Secret("canary-token-77ab")}, m_clock, options);
        auto *job = new FetchEventsJob(FaultServer::executionId(), Seq{0}, 100);
        std::optional<Result<EventPage>> answer;
        connect(job, &FetchEventsJob::finished, this, [&answer](const Result<EventPage> &page) {
            answer = page;
        });
        client.start(job);
        [&] { QTRY_VERIFY_WITH_TIMEOUT(answer, 20'000); }();
        return answer.value_or(
            Failure(Error{ErrorId::InternalUnexpected, QStringLiteral("No answer came.")}));
    }

    SystemClock m_clock;
    std::unique_ptr<TestAuthority> m_authority;
    std::unique_ptr<TestAuthority> m_other;
};

QTEST_GUILESS_MAIN(tst_Tls)
#include "tst_tls.moc"
