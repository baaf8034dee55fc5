// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/secret.h"

#include <QUrl>

namespace Gapline {

/// The two secrets of a connection (api-contract.md, "Envelope and headers").
struct Credentials
{
    Secret apiKey; ///< x-velt-api-key
    Secret authToken; ///< x-velt-auth-token
};

/// A saved connection. Holds no secret: those live in the keychain, bound to the origin of baseUrl.
struct Profile
{
    QString name;
    QUrl baseUrl; ///< Ends with a slash.
    QString cacheFile; ///< Empty: the default one of this profile.
    QString caFile; ///< Own CA, PEM; empty: the system's.

    friend bool operator==(const Profile &, const Profile &) = default;
};

/// https://api.velt.dev/v2/
[[nodiscard]] QUrl defaultBaseUrl();
/// The URL with a trailing slash. Errors: UsageInvalid for no http(s) URL, one with credentials, query or
/// fragment; UsageInsecureUrl for http:// to anything but a literal loopback host.
[[nodiscard]] Result<QUrl> checkedBaseUrl(const QString &text);
[[nodiscard]] bool isLoopback(const QUrl &url);
/// scheme://host:port, to which secrets are bound.
[[nodiscard]] QString originOf(const QUrl &url);

} // namespace Gapline
