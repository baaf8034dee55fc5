// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/delivery.h"

namespace Gapline {

class Database;

/// Over all rows of a table, in their order, as a case file keeps them: against decay and accidents (segmentcodec.h).
[[nodiscard]] QByteArray checksumOf(const DeliveryTable &rows);

/// The setting that holds what checksumOfSettings() gave.
inline constexpr char kSettingsHash[] = "settingsHash";

/// Over all that an open case file says besides events and rows: settings, lists, logs and unreadable rows. They decide
/// verdicts and totals as much as the rows do.
[[nodiscard]] Result<QByteArray> checksumOfSettings(Database &database);

} // namespace Gapline
