// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/sandboxserver.h"

#include "core/base/log.h"
#include "core/sandbox/deliverysimulation.h"
#include "core/sandbox/loopbacklistener.h"
#include "core/sandbox/sandboxapi.h"
#include "core/sandbox/scenario.h"
#include "core/sandbox/webhookreceiver.h"
#include "core/sandbox/webhooksender.h"

#include <QHttpServer>
#include <QHttpServerRequest>
#include <QHttpServerResponder>
#include <QHttpServerResponse>
#include <QMetaEnum>

namespace Gapline {
namespace {

constexpr char kJson[] = "application/json";

QByteArray methodName(QHttpServerRequest::Method method)
{
    const QMetaEnum names = QMetaEnum::fromType<QHttpServerRequest::Method>();
    return QByteArray(names.valueToKey(int(method))).toUpper();
}

DeliveryIncident::Kind kindOf(LiveIncident::Kind kind)
{
    switch (kind) {
    case LiveIncident::Kind::Outage:
        return DeliveryIncident::Kind::Outage;
    case LiveIncident::Kind::ServerError:
        return DeliveryIncident::Kind::ServerError;
    case LiveIncident::Kind::Slow:
        break;
    }
    return DeliveryIncident::Kind::Slow;
}

std::vector<DeliveryIncident> incidentsOf(const SandboxOptions &options, const Scenario &scenario)
{
    std::vector<DeliveryIncident> incidents = DeliverySimulation::usualIncidents(scenario);
    for (const LiveIncident &live : options.incidents) {
        const EpochMs from = scenario.start() + live.from;
        incidents.push_back({kindOf(live.kind), from, from + live.length});
    }
    return incidents;
}

} // namespace

struct SandboxServer::Private
{
    Private(const SandboxOptions &options, const Clock &clock)
        : scenario(options, clock)
        , deliveries(scenario, incidentsOf(options, scenario))
    { }

    /// A page in a browser can reach loopback under a name of its own; only our own names are answered.
    bool isOurHost(const QByteArray &host) const
    {
        const QByteArray port = ':' + QByteArray::number(listener->serverPort());
        return host == "127.0.0.1" + port || host == "localhost" + port || host == "[::1]" + port;
    }

    SandboxReply reply(const QHttpServerRequest &request)
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
    DeliverySimulation deliveries;
    std::unique_ptr<WebhookReceiver> receiver; ///< Null: webhooks are not delivered.
    std::unique_ptr<WebhookSender> sender;
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
            emit requested(methodName(request.method()),
                           request.url().path(QUrl::FullyEncoded).toLatin1());
            const SandboxReply reply = d->reply(request);
            responder.write(reply.body, kJson, QHttpServerResponder::StatusCode(reply.httpStatus));
        });
#else
    d->http.setMissingHandler(
        [this](const QHttpServerRequest &request, QHttpServerResponder &&responder) {
            emit requested(methodName(request.method()),
                           request.url().path(QUrl::FullyEncoded).toLatin1());
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
    QUrl url;
    url.setScheme(QStringLiteral("http"));
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(d->listener->serverPort());
    url.setPath(QStringLiteral("/v2/"));
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

ExecutionId SandboxServer::largest() const
{
    return d->scenario.largest();
}

Result<qint64> SandboxServer::keepReceiverLog(const QString &fileName)
{
    const EpochMs from = d->scenario.now();
    Result<std::unique_ptr<ReceiverLog>> log = ReceiverLog::begin(fileName, d->deliveries, from);
    if (!log)
        return Failure(log.error());
    const qint64 rows = (*log)->rows();
    // Late enough for the sender to have given up.
    const auto patience = WebhookSender::clockTimeout(d->scenario) * 3 / 2;
    d->receiver =
        std::make_unique<WebhookReceiver>(d->scenario, d->deliveries, *std::move(log), patience);
    if (const Result<void> listening = d->receiver->listen(); !listening)
        return Failure(listening.error());
    d->sender =
        std::make_unique<WebhookSender>(d->scenario, d->deliveries, from, d->receiver->url());
    d->sender->start();
    return rows;
}

QUrl SandboxServer::receiverUrl() const
{
    return d->receiver->url();
}

QList<Secret> SandboxServer::webhookSecrets()
{
    return {Secret(DeliverySimulation::firstSecret()), Secret(DeliverySimulation::secondSecret())};
}

} // namespace Gapline
