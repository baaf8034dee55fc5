// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/deliverylog/logreader.h"

#include <QMap>

namespace Gapline {

/// All logs of one receiver, read into one table.
struct LogImport
{
    DeliveryTablePtr table; ///< Never null.
    std::vector<UnreadableRow>
        unreadable; ///< The first kListedUnreadable; the table's files count all.
    bool isCancelled = false;
};

/// A log of nothing but noise must not fill the memory.
inline constexpr size_t kListedUnreadable = 1000;

/// Who is told while logs are read; each is called on the reader's thread, and an empty one is skipped.
struct ImportSinks
{
    std::function<void(const QString &file, const RejectedRow &row)> rejected;
    /// About every 256 KiB; false cancels.
    std::function<bool(const QString &file, qint64 bytesRead)> progress;
    std::function<void(const QString &file, const LogReading &reading)> fileRead;
};

/// Reads every file, in the order given, with the mapping's corrections (RowMapping::corrected); rows that an earlier
/// file holds add nothing. Ends early, and says so, when it is cancelled. Thread: any.
/// Errors: FileUnreadable, FileMalformed, UsageInvalid for a mapping that names no field.
[[nodiscard]] Result<LogImport> importLogs(const QStringList &files,
                                           const QMap<QString, QString> &corrections,
                                           const QList<Secret> &secrets,
                                           const ImportSinks &sinks = {});

} // namespace Gapline
