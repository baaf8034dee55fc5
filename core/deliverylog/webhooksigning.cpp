// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deliverylog/webhooksigning.h"

#include "core/deliverylog/signature.h"

namespace Gapline {

WebhookHeaders
signedHeaders(SignatureScheme scheme, const Secret &secret, const Webhook &webhook, EpochMs now)
{
    if (scheme == SignatureScheme::Advanced) {
        const QByteArray time = QByteArray::number(toEpochMs(now) / 1000);
        return {{"webhook-id", webhook.eventId},
                {"webhook-timestamp", time},
                {"webhook-signature", signAdvanced(secret, webhook.eventId, time, webhook.body)}};
    }
    WebhookHeaders headers{{"x-velt-signature", signDirect(secret, webhook.body)},
                           {"x-velt-attempt", "0"}};
    if (!webhook.eventId.isEmpty())
        headers.append({"x-velt-event-id", webhook.eventId});
    return headers;
}

} // namespace Gapline
