// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

class QNetworkReply;

namespace Gapline {

/// The headers of an answer that may be kept: those of an allow-list, clipped (trust.md, "Secrets").
[[nodiscard]] QList<QPair<QByteArray, QByteArray>> loggableHeaders(const QNetworkReply &reply);

} // namespace Gapline
