// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace Gapline {

class Database;

/// "Gpln" in the header of every cache file, so that no other program's database is taken for one.
inline constexpr qint64 kCacheApplicationId = 0x47706c6e;
/// PRAGMA user_version of a cache that this program writes: the number of migrations.
inline constexpr int kCacheSchemaVersion = 3;

/// "Gpcs": a case file (casefile.h), which is a cache with more tables and is only ever read.
inline constexpr qint64 kCaseApplicationId = 0x47706373;

/// What the header of a database file says about who wrote it.
struct SchemaIdentity
{
    qint64 applicationId = 0;
    int version = 0;
    bool isEmpty = false; ///< A file without a byte, or a database without a table.
};

[[nodiscard]] Result<SchemaIdentity> readIdentity(Database &database);

/// Journal and durability settings of a writable connection: WAL, and synchronous=NORMAL, since nearly all can be
/// fetched again (trust.md, "Cache"); who stores what cannot asks for FULL meanwhile (DeliveryStore, BookmarkStore).
Result<void> applyPragmas(Database &database);

/// Brings an empty or older database to kCacheSchemaVersion, in one transaction. Several processes may try at once.
Result<void> migrate(Database &database);

/// Adds the tables of a case file to a database that was just migrated, and marks it as one.
Result<void> makeCase(Database &database);

/// True when tables and indexes are exactly those that the migrations make up to the version that the file states:
/// nothing planted, nothing dropped.
[[nodiscard]] Result<bool> hasExpectedSchema(Database &database);

} // namespace Gapline
