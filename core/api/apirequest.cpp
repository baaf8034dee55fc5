// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/apirequest.h"

#include "core/domain/wording.h"

#include <QFile>
#include <QNetworkProxy>
#include <QSslCertificate>

namespace Gapline {

QNetworkRequest apiRequest(const QUrl &url, const Credentials &credentials)
{
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("application/json"));
    request.setHeader(QNetworkRequest::UserAgentHeader, QByteArray("Gapline/" GAPLINE_VERSION));
    request.setRawHeader("accept", "application/json");
    request.setRawHeader("x-velt-api-key", credentials.apiKey.reveal());
    request.setRawHeader("x-velt-auth-token", credentials.authToken.reveal());
    // A redirect would carry the two headers above to wherever the server points.
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    // HTTP/2 of this Qt stalls 44 ms on every POST; pipelining loses answers on old proxies.
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

std::optional<Error> addOwnCa(QSslConfiguration &tls, const QString &file)
{
    QFile pem(file);
    if (!pem.open(QIODevice::ReadOnly))
        return Error{
            ErrorId::FileUnreadable,
            CoreText::tr("The CA file %1 cannot be read: %2").arg(file, pem.errorString())};
    const QList<QSslCertificate> own = QSslCertificate::fromData(pem.readAll(), QSsl::Pem);
    if (own.isEmpty())
        return Error{ErrorId::FileMalformed,
                     CoreText::tr("The CA file %1 holds no PEM certificate.").arg(file)};
    tls.addCaCertificates(own);
    return std::nullopt;
}

QString proxyFor(const QUrl &url)
{
    if (isLoopback(url))
        return {};
    const QList<QNetworkProxy> proxies =
        QNetworkProxyFactory::proxyForQuery(QNetworkProxyQuery(url));
    const bool hasOne = !proxies.isEmpty() && !proxies.constFirst().hostName().isEmpty();
    return hasOne ? QStringLiteral("%1:%2")
                        .arg(proxies.constFirst().hostName())
                        .arg(proxies.constFirst().port())
                  : QString();
}

} // namespace Gapline
