// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/domain/secret.h"
#include "core/domain/webhook.h"

namespace Gapline {

/// How a receiver expects to be signed to (api-contract.md, "Webhooks").
enum class SignatureScheme : quint8
{
    Direct, ///< x-velt-signature, x-velt-event-id, x-velt-attempt.
    Advanced, ///< webhook-id, webhook-timestamp, webhook-signature.
};

/// The headers with which the sender would deliver the webhook at `now`, as its first attempt.
[[nodiscard]] WebhookHeaders
signedHeaders(SignatureScheme scheme, const Secret &secret, const Webhook &webhook, EpochMs now);

} // namespace Gapline
