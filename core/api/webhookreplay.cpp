// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/webhookreplay.h"

#include "core/domain/profile.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>

#include <algorithm>
#include <utility>

namespace Gapline {
namespace {

constexpr qint64 kMostFailures = 2;
constexpr qint64 kReadBuffer = 16 * 1024;

QNetworkRequest requestFor(const QUrl &url, const WebhookHeaders &headers)
{
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("application/json"));
    request.setHeader(QNetworkRequest::UserAgentHeader, QByteArray("Gapline/" GAPLINE_VERSION));
    for (const auto &[name, value] : headers)
        request.setRawHeader(name, value);
    request.setRawHeader("x-gapline-replay", "1");
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::HttpPipeliningAllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute,
                         QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    return request;
}

} // namespace

WebhookReplay::WebhookReplay(const ReplayTarget &target,
                             std::vector<Webhook> webhooks,
                             Sign sign,
                             Record record,
                             QObject *parent)
    : QObject(parent)
    , m_target(target)
    , m_webhooks(std::move(webhooks))
    , m_sign(std::move(sign))
    , m_record(std::move(record))
    , m_network(std::make_unique<QNetworkAccessManager>())
{
    m_network->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    if (isLoopback(target.url))
        m_network->setProxy(QNetworkProxy::NoProxy);
    m_pace.setSingleShot(true);
    m_timeout.setSingleShot(true);
    connect(&m_pace, &QTimer::timeout, this, &WebhookReplay::sendNext);
    connect(&m_timeout, &QTimer::timeout, this, &WebhookReplay::take);
}

WebhookReplay::~WebhookReplay() = default;

void WebhookReplay::start()
{
    m_pace.start(0);
}

void WebhookReplay::cancel()
{
    if (m_isFinished)
        return;
    m_outcome.isCancelled = true;
    if (!m_reply)
        finish();
}

void WebhookReplay::sendNext()
{
    if (m_next == m_webhooks.size())
        return finish();
    const Webhook &webhook = m_webhooks[m_next];
    m_sinceStart.start();
    m_reply = m_network->post(requestFor(m_target.url, m_sign(webhook)), webhook.body);
    m_reply->setReadBufferSize(kReadBuffer);
    // What a receiver says beside its status is not kept.
    connect(m_reply, &QNetworkReply::readyRead, this, [this] { m_reply->readAll(); });
    connect(m_reply, &QNetworkReply::finished, this, &WebhookReplay::take);
    m_timeout.start(m_target.timeout);
}

/// The answer has come, or the time is over: then a status that came without its whole body still counts.
void WebhookReplay::take()
{
    m_timeout.stop();
    QNetworkReply *reply = std::exchange(m_reply, nullptr);
    reply->disconnect(this);
    const QVariant status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute);
    std::optional<int> httpStatus;
    if (status.isValid() && status.toInt() > 0)
        httpStatus = status.toInt();
    QString problem;
    if (!httpStatus && reply->isFinished())
        problem = reply->errorString();
    else if (!httpStatus)
        problem = QStringLiteral("no answer within %1 s").arg(m_target.timeout.count() / 1000);
    if (reply->isRunning())
        reply->abort();
    reply->deleteLater();

    const Webhook &webhook = m_webhooks[m_next++];
    const bool isAcknowledged = httpStatus && *httpStatus >= 200 && *httpStatus <= 299;
    if (httpStatus && !isAcknowledged)
        problem = QStringLiteral("HTTP status %1").arg(*httpStatus);
    ++(isAcknowledged ? m_outcome.acknowledged : m_outcome.failed);
    if (!isAcknowledged)
        m_outcome.lastProblem = problem;
    if (const Result<void> recorded = m_record(webhook, httpStatus, problem); !recorded)
        m_outcome.error = recorded.error();
    emit progressed(m_outcome.acknowledged, qint64(m_webhooks.size()));
    if (m_outcome.error || m_outcome.isCancelled || m_outcome.failed == kMostFailures
        || m_next == m_webhooks.size())
        return finish();
    const auto gap = qint64(1000.0 / m_target.perSecond);
    m_pace.start(int(std::max<qint64>(0, gap - m_sinceStart.elapsed())));
}

void WebhookReplay::finish()
{
    if (m_isFinished)
        return;
    m_isFinished = true;
    m_pace.stop();
    m_outcome.left = qint64(m_webhooks.size() - m_next);
    emit finished(m_outcome);
}

} // namespace Gapline
