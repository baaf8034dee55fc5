// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/timetext.h"
#include "core/report/rowexport.h"

#include <optional>

namespace Gapline {

struct EventTableOptions
{
    TimeZoneChoice zone = TimeZoneChoice::Utc;
    std::optional<int> columns; ///< Cut lines to a terminal's width.
};

/// The rows as a table for people: seq, time, type, step, data. Column widths come from the whole stream's columns,
/// so that rows can be written as they are read. Same contract as exportRows().
[[nodiscard]] Result<qint64> writeEventTable(const StreamRows &rows,
                                             const PayloadSource &payloads,
                                             const EventTableOptions &options,
                                             QIODevice &out,
                                             const KeepGoing &keepGoing);

} // namespace Gapline
