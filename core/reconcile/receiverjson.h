// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/receiver.h"

#include <QByteArray>

namespace Gapline {

/// A receiver profile as JSON, for settings. Never holds its secrets or `asOf`, which belong to one comparison.
[[nodiscard]] QByteArray receiverJson(const ReceiverProfile &receiver);
/// Errors: FileMalformed for what receiverJson() did not write.
[[nodiscard]] Result<ReceiverProfile> parseReceiverJson(const QByteArray &json);

} // namespace Gapline
