// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/profile.h"

#include <QNetworkRequest>
#include <QSslConfiguration>

namespace Gapline {

/// A request of the API as trust.md ("Network") wants it: credentials in its headers, no redirect followed, no cookie,
/// no cache, HTTP/1.1.
[[nodiscard]] QNetworkRequest apiRequest(const QUrl &url, const Credentials &credentials);

/// Trusts the certificates (PEM) of the file as well. Errors: FileUnreadable, FileMalformed.
[[nodiscard]] std::optional<Error> addOwnCa(QSslConfiguration &tls, const QString &file);

/// "proxy.example:3128", or empty when nothing stands between. What QNetworkAccessManager will ask the system as
/// well; never with the proxy's user and password.
[[nodiscard]] QString proxyFor(const QUrl &url);

} // namespace Gapline
