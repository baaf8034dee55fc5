// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/domain/secret.h"
#include "core/domain/webhook.h"

namespace Gapline {

/// The headers with which the sender would deliver the webhook at `now`, as its first attempt.
[[nodiscard]] WebhookHeaders
signedHeaders(SignatureScheme scheme, const Secret &secret, const Webhook &webhook, EpochMs now);

} // namespace Gapline
