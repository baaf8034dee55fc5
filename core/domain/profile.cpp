// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/profile.h"

#include "core/domain/wording.h"

#include <QHostAddress>

namespace Gapline {

QUrl defaultBaseUrl()
{
    return QUrl(QStringLiteral("https://api.velt.dev/v2/"));
}

bool isLoopback(const QUrl &url)
{
    const QString host = url.host();
    return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

Result<QUrl> checkedBaseUrl(const QString &text)
{
    QUrl url(text.trimmed(), QUrl::StrictMode);
    const bool isHttp = url.scheme() == QLatin1String("http");
    const bool isHttps = url.scheme() == QLatin1String("https");
    if (!url.isValid() || url.host().isEmpty() || (!isHttp && !isHttps))
        return failure(ErrorId::UsageInvalid,
                       CoreText::tr("\"%1\" is no http or https address.").arg(text));
    if (!url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment()) {
        return failure(ErrorId::UsageInvalid,
                       CoreText::tr("The base URL may hold no user, query or fragment."));
    }
    if (isHttp && !isLoopback(url)) {
        return failure(
            ErrorId::UsageInsecureUrl,
            CoreText::tr("http:// to %1 would send the keys unprotected.").arg(url.host()));
    }
    if (!url.path().endsWith(u'/'))
        url.setPath(url.path() + u'/');
    return url;
}

QString originOf(const QUrl &url)
{
    const int port = url.port(url.scheme() == QLatin1String("https") ? 443 : 80);
    return QStringLiteral("%1://%2:%3").arg(url.scheme(), url.host().toLower()).arg(port);
}

} // namespace Gapline
