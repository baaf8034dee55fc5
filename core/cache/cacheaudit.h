// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/cache.h"

namespace Gapline {

class Database;

[[nodiscard]] Result<CacheInfo> readCacheInfo(Database &database);

/// SQLite's integrity_check, then every checksum, and every event inside what its stream says was scanned.
/// Changes nothing. Reads the whole file; where SQLite cannot read on, that is the last of the problems.
[[nodiscard]] Result<CacheVerification> verifyCache(Database &database);

/// Forgets executions with their views, events, conflicts and refused pages, and returns how many there were; all of
/// them and the definitions when the list is empty. The space is overwritten and given back (secure_delete, VACUUM),
/// so that neither the file nor its -wal holds the payloads any longer.
[[nodiscard]] Result<qint64> purgeCache(Database &database, const QList<ExecutionId> &executionIds);

} // namespace Gapline
