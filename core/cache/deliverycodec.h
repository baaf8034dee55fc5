// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/delivery.h"

#include <optional>
#include <vector>

namespace Gapline {

/// Rows [first, end) of a log as the bytes that the cache keeps, before compression: what a comparison needs of each,
/// without body and signature. The file that a row belongs to is kept beside.
[[nodiscard]] QByteArray packDeliveries(const DeliveryTable &rows, qsizetype first, qsizetype end);
/// Nothing when the bytes are not `count` rows as packDeliveries() makes them.
[[nodiscard]] std::optional<std::vector<Delivery>> unpackDeliveries(const QByteArray &packed,
                                                                    qint64 count);

} // namespace Gapline
