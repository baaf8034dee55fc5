// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/domain/delivery.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace Gapline {

/// What a log file was when it was imported, so that a change can be noticed.
struct LogFileState
{
    qint64 byteCount = 0;
    std::optional<EpochMs> modifiedAt;

    friend bool operator==(const LogFileState &, const LogFileState &) = default;
};

/// The logs of one receiver, as they were imported. Never a secret: no body, no signature, only what checking it gave.
struct ImportedLog
{
    QString receiver; ///< Name of its profile.
    EpochMs importedAt;
    DeliveryTablePtr deliveries; ///< Never null.
    std::vector<LogFileState> files; ///< As many as the table has.
    std::vector<UnreadableRow> unreadable;
};

/// The same as the bytes that are stored; made and read without the database, so that no other call waits for it.
struct PackedLog
{
    struct Rows
    {
        qint64 count = 0;
        qint64 byteCount = 0; ///< Before compression.
        QByteArray bytes;
    };
    struct File
    {
        DeliveryFile facts;
        LogFileState state;
        std::vector<Rows> rows;
    };
    QString receiver;
    EpochMs importedAt;
    std::vector<File> files;
    std::vector<UnreadableRow> unreadable;
};
[[nodiscard]] PackedLog packLog(const ImportedLog &log);
/// Errors: CacheDamaged.
[[nodiscard]] Result<ImportedLog> unpackLog(const PackedLog &log);

/// One imported log, for a list.
struct ImportedLogInfo
{
    QString receiver;
    EpochMs importedAt;
    QStringList files;
    qint64 rows = 0;
};

} // namespace Gapline
