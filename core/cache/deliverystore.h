// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/packedlog.h"

namespace Gapline {

class Database;

/// The receivers' logs in the cache: one import for each receiver. They cannot be fetched again, so writes are
/// synchronous=FULL (trust.md, "Cache"). Errors: the Cache* ids.
class DeliveryStore
{
public:
    /// `database` must outlive the store.
    explicit DeliveryStore(Database &database)
        : m_database(database)
    { }

    /// Replaces what was imported for the receiver before.
    Result<void> storeLog(const PackedLog &log);
    /// Nothing when none was imported. CacheDamaged when what is stored fails its checksums: it is never shown.
    Result<std::optional<PackedLog>> loadLog(const QString &receiver);
    /// In the order of import, the latest first.
    Result<QList<ImportedLogInfo>> loadLogs();
    /// False when there was none.
    Result<bool> forgetLog(const QString &receiver);
    /// Takes over the logs of a cache that was set aside, but for those that cannot be read whole: half a log would turn
    /// what was delivered into missed. How many there were.
    Result<qint64> salvageFrom(Database &damaged);

private:
    Result<bool> hasTables();
    Result<void> insert(const PackedLog &log);
    Result<void> loadFiles(qint64 log, PackedLog &packed);
    Result<void> loadRows(qint64 log, PackedLog &packed);
    Result<void> loadUnreadable(qint64 log, PackedLog &packed);
    Result<bool> remove(const QString &receiver);

    Database &m_database;
};

} // namespace Gapline
