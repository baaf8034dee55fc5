// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/comparison.h"
#include "core/report/payloadsource.h"

#include <QString>

namespace Gapline {

enum class FindingFormat
{
    Csv,
    Ndjson,
    Json,
    Html,
    RecoveryPack, ///< Into a folder.
};

/// What to write of a comparison, and where: the same bytes as `gapline reconcile --format ...` with the same
/// filter, or `--recovery-pack`.
struct FindingExport
{
    FindingFormat format = FindingFormat::Csv;
    QString target; ///< A file; a folder for the recovery pack.
    FindingFilter filter; ///< The pack holds what was missed, whatever the filter.
    TimeZoneChoice zone = TimeZoneChoice::Utc;
};

/// Gives the number of events and rows that were listed. Files appear whole or not at all. Thread: any; `payloads` is
/// called on the same one. Errors: FileUnwritable, those of `payloads`.
[[nodiscard]] Result<qint64> writeFindings(const Comparison &comparison,
                                           const FindingExport &request,
                                           const PayloadSource &payloads);

} // namespace Gapline
