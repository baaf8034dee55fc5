// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QString>

#include <optional>

namespace Gapline {

/// How times are shown, everywhere at once (command-line.md, --utc / --local).
enum class TimeZoneChoice
{
    Utc,
    Local
};

/// "2026-04-28T11:16:02.114Z", or with the local offset "2026-04-28T13:16:02.114+02:00". Dates outside the
/// years 1–9999 give the raw number of milliseconds (trust.md, "What people see").
[[nodiscard]] QString isoTime(EpochMs time, TimeZoneChoice zone = TimeZoneChoice::Utc);
/// "11:16:02.114Z"; local times carry no suffix. For table cells under a header that names the zone.
[[nodiscard]] QString clockTime(EpochMs time, TimeZoneChoice zone);
/// "2026-04-28 11:16:02Z", for lists.
[[nodiscard]] QString shortDateTime(EpochMs time, TimeZoneChoice zone);
/// "+12 ms", "+9.1 s", "+3 m 12 s", "+2 h 5 m"; "−" in front when the clock ran backwards.
[[nodiscard]] QString deltaText(std::chrono::milliseconds delta);
/// ISO 8601 (without an offset: UTC) or epoch ms. Nothing for anything else.
[[nodiscard]] std::optional<EpochMs> parseTime(QStringView text);

} // namespace Gapline
