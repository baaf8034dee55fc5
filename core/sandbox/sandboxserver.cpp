// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/sandboxserver.h"

#include "core/base/log.h"
#include "core/sandbox/deliverysimulation.h"
#include "core/sandbox/loopbacklistener.h"
#include "core/sandbox/receiverlog.h"
#include "core/sandbox/sandboxapi.h"
#include "core/sandbox/scenario.h"

#include <QHttpServer>
#include <QHttpServerRequest>
#include <QHttpServerResponder>
#include <QHttpServerResponse>
#include <QMetaEnum>
#include <QTimer>

namespace Gapline {
namespace {

constexpr char kJson[] = "application/json";
constexpr char kReceiverPath[] = "/receiver";
constexpr std::chrono::seconds kLogInterval{1};

QByteArray methodName(QHttpServerRequest::Method method)
{
    const QMetaEnum names = QMetaEnum::fromType<QHttpServerRequest::Method>();
    return QByteArray(names.valueToKey(int(method))).toUpper();
}

} // namespace

struct SandboxServer::Private
{
    Private(const SandboxOptions &options, const Clock &clock)
        : scenario(options, clock)
    { }

    /// A page in a browser can reach loopback under a name of its own; only our own names are answered.
    bool isOurHost(const QByteArray &host) const
    {
        const QByteArray port = ':' + QByteArray::number(listener->serverPort());
        return host == "127.0.0.1" + port || host == "localhost" + port || host == "[::1]" + port;
    }

    QUrl url(QLatin1String path) const
    {
        QUrl url;
        url.setScheme(QStringLiteral("http"));
        url.setHost(QStringLiteral("127.0.0.1"));
        url.setPort(listener->serverPort());
        url.setPath(path);
        return url;
    }

    SandboxReply receive(const QHttpServerRequest &request)
    {
        if (request.method() != QHttpServerRequest::Method::Post)
            return refusal(405, "INVALID_ARGUMENT", "Webhooks are posted");
        const Result<int> status = log->receive({request.value("x-velt-event-id"),
                                                 request.value("x-velt-attempt"),
                                                 request.value("x-velt-signature"),
                                                 request.value("x-gapline-replay"),
                                                 request.body()});
        return {status.value_or(500), {}};
    }

    SandboxReply reply(const QHttpServerRequest &request)
    {
        if (!isOurHost(request.value("Host")))
            return refusal(403, "PERMISSION_DENIED", "This host name is not served here");
        if (request.body().size() > kBodyLimit)
            return refusal(413, "INVALID_ARGUMENT", "The body is larger than 1 MiB");
        const QByteArray path = request.url().path(QUrl::FullyEncoded).toLatin1();
        if (path == kReceiverPath && log)
            return receive(request);
        return answer(scenario,
                      {methodName(request.method()),
                       path,
                       request.value("x-velt-api-key"),
                       request.value("x-velt-auth-token"),
                       request.body()});
    }

    Scenario scenario;
    std::unique_ptr<ReceiverLog> log; ///< Null: no receiver.
    QTimer logTimer;
    QHttpServer http;
    LoopbackListener *listener = nullptr; ///< Owned by `http` once bound.
};

SandboxServer::SandboxServer(const SandboxOptions &options, const Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(options, clock))
{
    d->logTimer.setInterval(kLogInterval);
    connect(&d->logTimer, &QTimer::timeout, this, [this] {
        if (const Result<void> done = d->log->advance(); !done) {
            qCWarning(lcSandbox).noquote() << done.error().message << done.error().details;
            d->logTimer.stop();
        }
    });
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    d->http.setMissingHandler(
        this, [this](const QHttpServerRequest &request, QHttpServerResponder &responder) {
            const SandboxReply reply = d->reply(request);
            responder.write(reply.body, kJson, QHttpServerResponder::StatusCode(reply.httpStatus));
        });
#else
    d->http.setMissingHandler(
        [this](const QHttpServerRequest &request, QHttpServerResponder &&responder) {
            const SandboxReply reply = d->reply(request);
            responder.write(reply.body, kJson, QHttpServerResponder::StatusCode(reply.httpStatus));
        });
#endif
}

SandboxServer::~SandboxServer() = default;

Result<QUrl> SandboxServer::listen(quint16 port)
{
    auto listener = std::make_unique<LoopbackListener>();
    if (!listener->listen(QHostAddress(QHostAddress::LocalHost), port)) {
        return failure(ErrorId::NetworkUnreachable,
                       QStringLiteral("The sandbox cannot listen on 127.0.0.1 port %1").arg(port),
                       listener->errorString());
    }
    d->listener = listener.release();
    d->http.bind(d->listener);
    qCInfo(lcSandbox) << "listening on port" << d->listener->serverPort();
    return d->url(QLatin1String("/v2/"));
}

Credentials SandboxServer::credentials()
{
    return {Secret(QByteArray(kSandboxKey)), Secret(QByteArray(kSandboxToken))};
}

ExecutionId SandboxServer::showcase() const
{
    return d->scenario.showcase();
}

ExecutionId SandboxServer::largest() const
{
    return d->scenario.largest();
}

Result<qint64> SandboxServer::keepReceiverLog(const QString &fileName)
{
    Result<std::unique_ptr<ReceiverLog>> log = ReceiverLog::begin(fileName, d->scenario);
    if (!log)
        return Failure(log.error());
    d->log = std::move(*log);
    d->logTimer.start();
    return d->log->rows();
}

QUrl SandboxServer::receiverUrl() const
{
    return d->url(QLatin1String(kReceiverPath));
}

QList<Secret> SandboxServer::webhookSecrets()
{
    return {Secret(DeliverySimulation::firstSecret()), Secret(DeliverySimulation::secondSecret())};
}

} // namespace Gapline
