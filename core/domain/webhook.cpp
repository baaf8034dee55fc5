// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/webhook.h"

#include "core/domain/profile.h"
#include "core/domain/wording.h"

#include <algorithm>

namespace Gapline {

Result<QUrl> checkedReceiverUrl(const QString &text)
{
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    const bool isHttp = url.scheme() == QLatin1String("http");
    const bool isHttps = url.scheme() == QLatin1String("https");
    if (!url.isValid() || url.host().isEmpty() || (!isHttp && !isHttps)) {
        return failure(ErrorId::UsageInvalid,
                       CoreText::tr("\"%1\" is no http or https address.").arg(text));
    }
    if (!url.userInfo().isEmpty() || url.hasFragment()) {
        return failure(ErrorId::UsageInvalid,
                       CoreText::tr("The receiver's address may hold no user or fragment."));
    }
    if (url.host().compare(defaultBaseUrl().host(), Qt::CaseInsensitive) == 0) {
        return failure(ErrorId::UsageInvalid,
                       CoreText::tr("%1 is the API, not a receiver: nothing is ever sent to it.")
                           .arg(url.host()));
    }
    if (isHttp && !isLoopback(url)) {
        return failure(
            ErrorId::UsageInsecureUrl,
            CoreText::tr("http:// to %1 would send the events unprotected.").arg(url.host()));
    }
    return url;
}

bool isHeaderSafe(QByteArrayView text)
{
    return std::ranges::all_of(text, [](char c) { return c > 0x20 && c < 0x7f; });
}

} // namespace Gapline
