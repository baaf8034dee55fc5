// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/delivery.h"

namespace Gapline {

/// Over all rows of a table, in their order, as a case file keeps them: against decay and accidents (segmentcodec.h).
[[nodiscard]] QByteArray checksumOf(const DeliveryTable &rows);

} // namespace Gapline
