// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/sandboxserver.h"

#include "core/base/log.h"
#include "core/sandbox/deliverysimulation.h"
#include "core/sandbox/loopbacklistener.h"
#include "core/sandbox/sandboxapi.h"
#include "core/sandbox/scenario.h"

#include <QHttpServer>
#include <QHttpServerRequest>
#include <QHttpServerResponder>
#include <QHttpServerResponse>
#include <QMetaEnum>
#include <QSaveFile>

namespace Gapline {
namespace {

constexpr char kJson[] = "application/json";

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

    SandboxReply reply(const QHttpServerRequest &request) const
    {
        if (!isOurHost(request.value("Host")))
            return refusal(403, "PERMISSION_DENIED", "This host name is not served here");
        if (request.body().size() > kBodyLimit)
            return refusal(413, "INVALID_ARGUMENT", "The body is larger than 1 MiB");
        return answer(scenario,
                      {methodName(request.method()),
                       request.url().path(QUrl::FullyEncoded).toLatin1(),
                       request.value("x-velt-api-key"),
                       request.value("x-velt-auth-token"),
                       request.body()});
    }

    Scenario scenario;
    QHttpServer http;
    LoopbackListener *listener = nullptr; ///< Owned by `http` once bound.
};

SandboxServer::SandboxServer(const SandboxOptions &options, const Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(options, clock))
{
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
    QUrl url;
    url.setScheme(QStringLiteral("http"));
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(d->listener->serverPort());
    url.setPath(QStringLiteral("/v2/"));
    qCInfo(lcSandbox) << "listening on port" << d->listener->serverPort();
    return url;
}

Credentials SandboxServer::credentials()
{
    return {Secret(QByteArray(kSandboxKey)), Secret(QByteArray(kSandboxToken))};
}

ExecutionId SandboxServer::showcase() const
{
    return d->scenario.showcase();
}

Result<qint64> SandboxServer::writeReceiverLog(const QString &fileName) const
{
    const DeliverySimulation deliveries(d->scenario);
    QSaveFile file(fileName);
    bool isWritten = file.open(QIODevice::WriteOnly);
    qint64 rows = 0;
    for (const ReceivedAttempt &attempt : deliveries.received()) {
        const QByteArray line = deliveries.logLine(attempt) + '\n';
        isWritten = isWritten && file.write(line) == line.size();
        ++rows;
    }
    if (!isWritten || !file.commit()) {
        return failure(ErrorId::FileUnwritable,
                       QStringLiteral("The receiver log %1 cannot be written").arg(fileName),
                       file.errorString());
    }
    return rows;
}

QList<Secret> SandboxServer::webhookSecrets()
{
    return {Secret(DeliverySimulation::firstSecret()), Secret(DeliverySimulation::secondSecret())};
}

} // namespace Gapline
