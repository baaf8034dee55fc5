// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/json.h"

#include "core/api/replyerror.h"

#include <QTest>

using namespace Gapline;
using Gapline::Test::json;
using std::chrono::milliseconds;

namespace {

const EpochMs kNow = fromEpochMs(1777374504000); // 2026-04-28T11:08:24Z

ReplyFacts reply(int status, const char *body = "")
{
    ReplyFacts facts;
    facts.httpStatus = status;
    facts.body = json(body);
    return facts;
}

ErrorId idOf(int status, const char *body = "")
{
    const auto error = errorOfReply(reply(status, body), kNow);
    return error ? error->id : ErrorId::InternalUnexpected;
}

} // namespace

class tst_ReplyError : public QObject
{
    Q_OBJECT

private slots:
    void aSuccessIsNoError() { QVERIFY(!errorOfReply(reply(200, "{'result':{}}"), kNow)); }

    void theEnvelopeDecidesBeforeTheHttpStatus()
    {
        QCOMPARE(idOf(500, "{'error':{'message':'m','status':'NOT_FOUND'}}"), ErrorId::ApiNotFound);
        QCOMPARE(idOf(400, "{'error':{'message':'m','status':'RESOURCE_EXHAUSTED'}}"),
                 ErrorId::NetworkRateLimited);
        QCOMPARE(errorOfEnvelope(json("{'error':{'message':'m','status':'NOT_FOUND'}}"))->id,
                 ErrorId::ApiNotFound);
    }

    void everyDocumentedCodeHasItsClass()
    {
        const QHash<QByteArray, ErrorId> codes{
            {"INVALID_ARGUMENT", ErrorId::ApiInvalidArgument},
            {"PERMISSION_DENIED", ErrorId::CredentialsRejected},
            {"UNAUTHENTICATED", ErrorId::CredentialsRejected},
            {"NOT_FOUND", ErrorId::ApiNotFound},
            {"ALREADY_EXISTS", ErrorId::ApiRefused},
            {"FAILED_PRECONDITION", ErrorId::ApiFailedPrecondition},
            {"RESOURCE_EXHAUSTED", ErrorId::NetworkRateLimited},
            {"DEADLINE_EXCEEDED", ErrorId::NetworkDeadlineExceeded},
        };
        for (auto code = codes.begin(); code != codes.end(); ++code)
            QCOMPARE(idOf(400, "{'error':{'message':'m','status':'" + code.key() + "'}}"),
                     code.value());
    }

    void aMissingTokenIsAboutCredentials()
    {
        const char *body =
            "{'error':{'message':'Auth token is required','status':'INVALID_ARGUMENT'}}";
        QCOMPARE(idOf(400, body), ErrorId::CredentialsMissing);
    }

    void theIssuesOfASchemaFailureAreNamed()
    {
        const auto error = errorOfReply(
            reply(400,
                  "{'error':{'message':'Bad','status':'INVALID_ARGUMENT','details':{'issues':"
                  "[{'code':'x','path':['data','sinceSeq'],'message':'Expected integer'},"
                  "{'path':'executionId','message':'Required'}]}}}"),
            kNow);
        QVERIFY(error->message.contains(QLatin1String("data.sinceSeq: Expected integer")));
        QVERIFY(error->message.contains(QLatin1String("executionId: Required")));
    }

    void withoutAnEnvelopeTheHttpStatusDecides()
    {
        QCOMPARE(idOf(502, "<html>Bad gateway</html>"), ErrorId::NetworkServerError);
        QCOMPARE(idOf(503), ErrorId::NetworkServerError);
        QCOMPARE(idOf(429), ErrorId::NetworkRateLimited);
        QCOMPARE(idOf(401), ErrorId::CredentialsRejected);
        QCOMPARE(idOf(404, "<html>"), ErrorId::ApiRefused);
        QCOMPARE(idOf(204), ErrorId::NetworkBadAnswer);
        for (const int status : {300, 301, 302, 303, 304, 307, 308})
            QCOMPARE(idOf(status, "{'error':{'status':'NOT_FOUND'}}"), ErrorId::NetworkRedirect);
    }

    void aRedirectSaysWhereToOrThatItDoesNot()
    {
        ReplyFacts facts = reply(301);
        QCOMPARE(errorOfReply(facts, kNow)->message,
                 QStringLiteral("The server redirects (HTTP 301) without saying where to; that is "
                                "not followed."));
        facts.location = "https://elsewhere.example/";
        QCOMPARE(errorOfReply(facts, kNow)->message,
                 QStringLiteral("The server redirects (HTTP 301) to https://elsewhere.example/; "
                                "that is not followed."));
    }

    void retryAfterIsReadAsSecondsOrDate()
    {
        QCOMPARE(parseRetryAfter("7", kNow), std::optional(milliseconds(7000)));
        QCOMPARE(parseRetryAfter("Tue, 28 Apr 2026 11:08:54 GMT", kNow),
                 std::optional(milliseconds(30000)));
        QCOMPARE(parseRetryAfter("Tue, 28 Apr 2020 11:08:54 GMT", kNow),
                 std::optional(milliseconds(0)));
        QCOMPARE(parseRetryAfter("99999999", kNow), std::optional(milliseconds(3600000)));
        for (const char *value : {"", "-1", "soon", "1.5"})
            QVERIFY2(!parseRetryAfter(value, kNow), value);
        ReplyFacts facts = reply(429);
        facts.retryAfter = "3";
        QCOMPARE(errorOfReply(facts, kNow)->retryAfter, std::optional(milliseconds(3000)));
    }

    void transportFaultsHaveTheirOwnClasses()
    {
        ReplyFacts facts;
        facts.transport = QNetworkReply::ConnectionRefusedError;
        facts.transportText = QStringLiteral("Connection refused");
        QCOMPARE(errorOfReply(facts, kNow)->id, ErrorId::NetworkUnreachable);
        facts.transport = QNetworkReply::SslHandshakeFailedError;
        facts.transportText = QStringLiteral("The certificate has expired");
        const auto tls = errorOfReply(facts, kNow);
        QCOMPARE(tls->id, ErrorId::NetworkTls);
        QVERIFY(tls->message.contains(QLatin1String("has expired")));
        // A connection that broke off counts, even when the body so far would parse.
        ReplyFacts broken = reply(200, "{'result':{}}");
        broken.transport = QNetworkReply::RemoteHostClosedError;
        QCOMPARE(errorOfReply(broken, kNow)->id, ErrorId::NetworkUnreachable);
    }

    void aBadRequestIsNoBrokenConnection()
    {
        // Qt's own error for HTTP 400 and 418 lies among those of the protocol.
        for (const int status : {400, 418}) {
            ReplyFacts facts =
                reply(status, "{'error':{'message':'m','status':'INVALID_ARGUMENT'}}");
            facts.transport = QNetworkReply::ProtocolInvalidOperationError;
            QCOMPARE(errorOfReply(facts, kNow)->id, ErrorId::ApiInvalidArgument);
            facts.body = "<html>";
            QVERIFY(errorOfReply(facts, kNow)->id != ErrorId::NetworkUnreachable);
        }
        ReplyFacts unknown;
        unknown.transport = QNetworkReply::ProtocolInvalidOperationError;
        QCOMPARE(errorOfReply(unknown, kNow)->id, ErrorId::NetworkUnreachable);
    }

    void ownEndsAreToldApart()
    {
        const QHash<int, ErrorId> ends{
            {int(RequestEnd::Cancelled), ErrorId::Cancelled},
            {int(RequestEnd::NoConnection), ErrorId::NetworkTimeout},
            {int(RequestEnd::NoFirstByte), ErrorId::NetworkTimeout},
            {int(RequestEnd::Stalled), ErrorId::NetworkTimeout},
            {int(RequestEnd::TookTooLong), ErrorId::NetworkTimeout},
            {int(RequestEnd::BodyTooLarge), ErrorId::NetworkTooLarge},
            {int(RequestEnd::HeadersTooLarge), ErrorId::NetworkTooLarge},
        };
        for (auto end = ends.begin(); end != ends.end(); ++end) {
            ReplyFacts facts = reply(200, "{'result':{}}");
            facts.end = RequestEnd(end.key());
            facts.transport = QNetworkReply::OperationCanceledError;
            QCOMPARE(errorOfReply(facts, kNow)->id, end.value());
        }
    }

    void serverTextsAreClippedAndPlain()
    {
        const QByteArray body = json("{'error':{'status':'NOT_FOUND','message':'\\u202e<b>"
                                     + QByteArray(100000, 'x') + "'}}");
        const auto error = errorOfEnvelope(body);
        QVERIFY(error->message.size() < 500);
        QVERIFY(!error->message.contains(QChar(0x202e)));
    }
};

QTEST_GUILESS_MAIN(tst_ReplyError)
#include "tst_replyerror.moc"
