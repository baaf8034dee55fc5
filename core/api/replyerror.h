// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QNetworkReply>

#include <chrono>
#include <optional>

namespace Gapline {

/// Why this program itself ended a request before its answer was complete.
enum class RequestEnd
{
    Normal,
    Cancelled,
    NoConnection, ///< The connect deadline passed.
    NoFirstByte,
    Stalled, ///< Fewer bytes per time than the least accepted rate.
    TookTooLong,
    BodyTooLarge,
    HeadersTooLarge,
};

/// All that is known of an answer once it has ended.
struct ReplyFacts
{
    int httpStatus = 0; ///< 0 when no status line came.
    QByteArray body;
    QByteArray retryAfter; ///< The header's value.
    QByteArray location;
    QNetworkReply::NetworkError transport = QNetworkReply::NoError;
    QString transportText; ///< Qt's words for it; for TLS, the certificate's reasons.
    RequestEnd end = RequestEnd::Normal;
    std::chrono::milliseconds deadline{0}; ///< The one that passed, where one did.
};

/// The error that an answer stands for; nothing when status, transport and envelope are those of a success, whose
/// body then is the parser's to judge. `error.status` decides first, the HTTP status only when no error envelope
/// is there (api-contract.md, "Envelope and headers"). Server texts are clipped plain text. Pure.
[[nodiscard]] std::optional<Error> errorOfReply(const ReplyFacts &reply, EpochMs now);

/// The error of an {"error": {...}} envelope; nothing when the body holds none.
[[nodiscard]] std::optional<Error>
errorOfEnvelope(QByteArrayView body,
                int httpStatus = 200,
                std::optional<std::chrono::milliseconds> retryAfter = {});

/// Retry-After as seconds or as an HTTP date, never negative, at most an hour.
[[nodiscard]] std::optional<std::chrono::milliseconds> parseRetryAfter(QByteArrayView value,
                                                                       EpochMs now);

/// NetworkBadAnswer with the likeliest reason: empty, HTML, cut off, or no JSON.
[[nodiscard]] Error unreadableAnswer(QByteArrayView body);

} // namespace Gapline
