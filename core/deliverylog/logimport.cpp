// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deliverylog/logimport.h"

namespace Gapline {

Result<LogImport> importLogs(const QStringList &files,
                             const QMap<QString, QString> &corrections,
                             const QList<Secret> &secrets,
                             const ImportSinks &sinks)
{
    const auto mapping = RowMapping::corrected(corrections);
    if (!mapping)
        return Failure(mapping.error());
    LogImport result;
    auto table = std::make_shared<DeliveryTable>();
    for (const QString &file : files) {
        LogSinks logSinks;
        logSinks.rejected = [&](const RejectedRow &row) {
            if (result.unreadable.size() < kListedUnreadable)
                result.unreadable.push_back({file, row.line, row.reason});
            if (sinks.rejected)
                sinks.rejected(file, row);
        };
        logSinks.progress = [&](qint64 bytes) {
            return !sinks.progress || sinks.progress(file, bytes);
        };
        const auto reading = importLog(file, *mapping, secrets, *table, logSinks);
        if (!reading)
            return Failure(reading.error());
        if (sinks.fileRead)
            sinks.fileRead(file, *reading);
        if (reading->isCancelled) {
            result.isCancelled = true;
            break;
        }
    }
    result.table = std::move(table);
    return result;
}

} // namespace Gapline
