// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/loggedheaders.h"

#include <QNetworkReply>

#include <array>

namespace Gapline {
namespace {

constexpr std::array kAllowed{"content-type",
                              "content-length",
                              "content-encoding",
                              "date",
                              "server",
                              "retry-after",
                              "x-request-id"};
constexpr qsizetype kLongestValue = 200;

} // namespace

QList<QPair<QByteArray, QByteArray>> loggableHeaders(const QNetworkReply &reply)
{
    QList<QPair<QByteArray, QByteArray>> headers;
    for (const char *name : kAllowed) {
        if (reply.hasRawHeader(name))
            headers.append({name, reply.rawHeader(name).left(kLongestValue)});
    }
    return headers;
}

} // namespace Gapline
