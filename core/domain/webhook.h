// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/ids.h"

#include <QByteArray>
#include <QList>
#include <QUrl>

#include <utility>

namespace Gapline {

/// One webhook that can be sent again.
struct Webhook
{
    ExecutionId executionId;
    Seq seq;
    QByteArray eventId; ///< Goes into a header; visible ASCII, or empty when it is not known.
    QByteArray body; ///< The webhook body, byte for byte what is signed and sent.

    friend bool operator==(const Webhook &, const Webhook &) = default;
};

/// How a receiver expects to be signed to (api-contract.md, "Webhooks").
enum class SignatureScheme : quint8
{
    Direct, ///< x-velt-signature, x-velt-event-id, x-velt-attempt.
    Advanced, ///< webhook-id, webhook-timestamp, webhook-signature.
};

/// Name and value of HTTP headers.
using WebhookHeaders = QList<std::pair<QByteArray, QByteArray>>;

/// An address that webhooks may be sent to. Errors: UsageInvalid for what is no http(s) address, or one with a user or
/// fragment, or the API's own host, which takes no webhooks; UsageInsecureUrl for http:// to anything but loopback.
[[nodiscard]] Result<QUrl> checkedReceiverUrl(const QString &text);

/// Visible ASCII: it can neither end the header that it is put in nor begin another one.
[[nodiscard]] bool isHeaderSafe(QByteArrayView text);

} // namespace Gapline
