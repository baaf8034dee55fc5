// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/schema.h"

#include "core/cache/database.h"

#include <QStringList>

#include <array>
#include <span>

namespace Gapline {
namespace {

// Plain rowid tables: WITHOUT ROWID grew the file by 40 % (budgets.md). Columns named `hash` hold the 16-byte
// checksum of the row's content (segmentcodec.h), since SQLite itself keeps none. `changed` is a number that
// rises with each change, by which other processes notice what is new.
constexpr std::array kVersion1{
    // What executions/get and executions/list said; view_fetched_at is NULL when only events were fetched.
    "CREATE TABLE executions(id INTEGER PRIMARY KEY, execution_id TEXT NOT NULL UNIQUE,"
    " changed INTEGER NOT NULL, view_fetched_at INTEGER, status TEXT,"
    " started_at INTEGER, completed_at INTEGER, cancelled_at INTEGER, definition_id TEXT,"
    " definition_version INTEGER, correlation_id TEXT, idempotency_key TEXT, failure_code TEXT,"
    " failure_message TEXT, raw BLOB, hash BLOB)",
    "CREATE INDEX executions_changed ON executions(changed)",
    // The view that had steps, packed (executioncodec.h); apart, so that lists never touch it.
    "CREATE TABLE execution_steps(execution INTEGER PRIMARY KEY, steps BLOB NOT NULL,"
    " byte_count INTEGER NOT NULL, raw BLOB NOT NULL, hash BLOB NOT NULL)",
    // coverage: pairs of little-endian int64, first and last seq of each scanned range. known_end: nextCursor of
    // the answer that said hasMore false. rebuilds rises when segments are taken away, so that snapshots start anew.
    "CREATE TABLE streams(execution INTEGER PRIMARY KEY, changed INTEGER NOT NULL,"
    " coverage BLOB NOT NULL, known_end INTEGER, fetched_at INTEGER NOT NULL,"
    " event_count INTEGER NOT NULL, late_count INTEGER NOT NULL, conflict_count INTEGER NOT NULL,"
    " rebuilds INTEGER NOT NULL, hash BLOB NOT NULL)",
    "CREATE INDEX streams_changed ON streams(changed)",
    // AUTOINCREMENT: ids are never given out again, so that an old snapshot can never point at other bytes.
    "CREATE TABLE segments(id INTEGER PRIMARY KEY AUTOINCREMENT, execution INTEGER NOT NULL,"
    " first_seq INTEGER NOT NULL, last_seq INTEGER NOT NULL, scanned_first INTEGER NOT NULL,"
    " scanned_last INTEGER NOT NULL, event_count INTEGER NOT NULL, is_damaged INTEGER NOT NULL,"
    " columns BLOB NOT NULL, hash BLOB NOT NULL)",
    "CREATE INDEX segments_by_seq ON segments(execution, last_seq, first_seq)",
    "CREATE INDEX segments_damaged ON segments(execution) WHERE is_damaged",
    "CREATE TABLE bodies(id INTEGER PRIMARY KEY, first_seq INTEGER NOT NULL,"
    " last_seq INTEGER NOT NULL, byte_count INTEGER NOT NULL, body BLOB NOT NULL,"
    " hash BLOB NOT NULL)",
    // What the API answered for a seq at other times than the event that is stored. Empty content: the seq was scanned
    // again, and the event was not returned.
    "CREATE TABLE conflicts(id INTEGER PRIMARY KEY, execution INTEGER NOT NULL,"
    " seq INTEGER NOT NULL, seen_at INTEGER NOT NULL, content BLOB NOT NULL, hash BLOB NOT NULL,"
    " UNIQUE(execution, seq, hash))",
    "CREATE TABLE refused_pages(id INTEGER PRIMARY KEY, execution_id TEXT NOT NULL,"
    " fetched_at INTEGER NOT NULL, violation TEXT NOT NULL, message TEXT NOT NULL,"
    " byte_count INTEGER NOT NULL, body BLOB NOT NULL)",
    "CREATE TABLE definitions(definition_id TEXT PRIMARY KEY, name TEXT, version INTEGER,"
    " fetched_at INTEGER NOT NULL, raw BLOB NOT NULL, hash BLOB NOT NULL)",
};

// Receivers' logs that were imported, one import for each receiver. They cannot be fetched again. delivery_rows: rows of
// one file, packed (deliverycodec.h) and compressed, in the log's order.
constexpr std::array kVersion2{
    "CREATE TABLE delivery_logs(id INTEGER PRIMARY KEY AUTOINCREMENT,"
    " receiver TEXT NOT NULL UNIQUE, imported_at INTEGER NOT NULL, row_count INTEGER NOT NULL,"
    " hash BLOB NOT NULL)",
    "CREATE TABLE delivery_files(id INTEGER PRIMARY KEY AUTOINCREMENT, log INTEGER NOT NULL,"
    " name TEXT NOT NULL, format TEXT NOT NULL, row_count INTEGER NOT NULL,"
    " accepted INTEGER NOT NULL, rejected INTEGER NOT NULL, repeated INTEGER NOT NULL,"
    " times_unread INTEGER NOT NULL, byte_count INTEGER NOT NULL, modified_at INTEGER)",
    "CREATE TABLE delivery_rows(id INTEGER PRIMARY KEY AUTOINCREMENT, log INTEGER NOT NULL,"
    " file INTEGER NOT NULL, row_count INTEGER NOT NULL, byte_count INTEGER NOT NULL,"
    " rows BLOB NOT NULL, hash BLOB NOT NULL)",
    "CREATE INDEX delivery_rows_by_log ON delivery_rows(log)",
    "CREATE TABLE delivery_unreadable(id INTEGER PRIMARY KEY, log INTEGER NOT NULL,"
    " file TEXT NOT NULL, line INTEGER NOT NULL, reason TEXT NOT NULL)",
};

// What people have written. By execution id, not by row id: it outlives what was fetched. changed_at: epoch ms.
constexpr std::array kVersion3{
    "CREATE TABLE bookmarks(id INTEGER PRIMARY KEY, execution_id TEXT NOT NULL,"
    " seq INTEGER NOT NULL, note TEXT NOT NULL, changed_at INTEGER NOT NULL, hash BLOB NOT NULL,"
    " UNIQUE(execution_id, seq))",
};

constexpr std::array<std::span<const char *const>, kCacheSchemaVersion> kMigrations{
    kVersion1, kVersion2, kVersion3};

// One row each of what a receiver logged, in the log's order; enough to judge it again. case_lists: the lists among the
// settings, in their order.
constexpr std::array kCaseTables{
    "CREATE TABLE case_settings(name TEXT PRIMARY KEY, value TEXT)",
    "CREATE TABLE case_lists(id INTEGER PRIMARY KEY, name TEXT NOT NULL, value TEXT NOT NULL)",
    "CREATE TABLE case_files(id INTEGER PRIMARY KEY, name TEXT NOT NULL, format TEXT NOT NULL,"
    " row_count INTEGER NOT NULL, accepted INTEGER NOT NULL, rejected INTEGER NOT NULL,"
    " repeated INTEGER NOT NULL, times_unread INTEGER NOT NULL)",
    "CREATE TABLE case_deliveries(id INTEGER PRIMARY KEY, file INTEGER NOT NULL,"
    " line INTEGER NOT NULL, received_at INTEGER, status INTEGER, is_acknowledged INTEGER NOT NULL,"
    " attempt INTEGER, execution_id TEXT NOT NULL, seq INTEGER, event_id TEXT NOT NULL,"
    " type TEXT NOT NULL, event_time INTEGER, signature TEXT NOT NULL,"
    " receiver_accepts INTEGER NOT NULL)",
    "CREATE TABLE case_unreadable(id INTEGER PRIMARY KEY, file TEXT NOT NULL,"
    " line INTEGER NOT NULL, reason TEXT NOT NULL)",
    "CREATE TABLE case_verdicts(execution_id TEXT NOT NULL, seq INTEGER NOT NULL,"
    " verdict TEXT NOT NULL, attempts INTEGER NOT NULL, received_at INTEGER,"
    " duplicates INTEGER NOT NULL)",
};

Result<QStringList> schemaOf(Database &database)
{
    QStringList lines;
    // sqlite_% names are SQLite's own (automatic indexes, the sequence table); nobody else can make those.
    Query query =
        database.query("SELECT type, name, tbl_name, sql FROM sqlite_schema"
                       " WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type, name");
    if (!query.run())
        return query.failure();
    while (query.next())
        lines << query.text(0) + u'|' + query.text(1) + u'|' + query.text(2) + u'|' + query.text(3);
    if (query.hasFailed())
        return query.failure();
    return lines;
}

/// From version `from`, 0 for none, to version `to`.
Result<void> runMigrations(Database &database, int from, int to)
{
    for (int version = from; version < to; ++version) {
        for (const char *statement : kMigrations.at(size_t(version))) {
            if (Result<void> done = database.run(QString::fromLatin1(statement)); !done)
                return done;
        }
    }
    return {};
}

} // namespace

Result<SchemaIdentity> readIdentity(Database &database)
{
    const Result<QVariant> application = database.value(QStringLiteral("PRAGMA application_id"));
    if (!application)
        return Failure(application.error());
    const Result<QVariant> version = database.value(QStringLiteral("PRAGMA user_version"));
    if (!version)
        return Failure(version.error());
    const Result<QVariant> tables =
        database.value(QStringLiteral("SELECT count(*) FROM sqlite_schema"));
    if (!tables)
        return Failure(tables.error());
    return SchemaIdentity{application->toLongLong(),
                          version->toInt(),
                          tables->toLongLong() == 0 && application->toLongLong() == 0
                              && version->toInt() == 0};
}

Result<void> applyPragmas(Database &database)
{
    for (const char *pragma : {"PRAGMA journal_mode=WAL",
                               "PRAGMA synchronous=NORMAL",
                               "PRAGMA journal_size_limit=16777216",
                               // As large as that: each checkpoint waits for the disk twice.
                               "PRAGMA wal_autocheckpoint=4000",
                               "PRAGMA temp_store=MEMORY"}) {
        if (Result<void> done = database.run(QString::fromLatin1(pragma)); !done)
            return done;
    }
    return {};
}

Result<void> migrate(Database &database)
{
    Transaction transaction(database);
    if (Result<void> begun = transaction.begin(); !begun)
        return begun;
    // Read again under the lock: another process may have done it meanwhile.
    const Result<SchemaIdentity> identity = readIdentity(database);
    if (!identity)
        return Failure(identity.error());
    const int from = identity->isEmpty ? 0 : identity->version;
    if (from < kCacheSchemaVersion) {
        if (Result<void> made = runMigrations(database, from, kCacheSchemaVersion); !made)
            return made;
        const QString application =
            QStringLiteral("PRAGMA application_id=%1").arg(kCacheApplicationId);
        const QString version = QStringLiteral("PRAGMA user_version=%1").arg(kCacheSchemaVersion);
        for (const QString &pragma : {application, version}) {
            if (Result<void> done = database.run(pragma); !done)
                return done;
        }
    }
    return transaction.commit();
}

Result<void> makeCase(Database &database)
{
    for (const char *statement : kCaseTables) {
        if (Result<void> done = database.run(QString::fromLatin1(statement)); !done)
            return done;
    }
    return database.run(QStringLiteral("PRAGMA application_id=%1").arg(kCaseApplicationId));
}

Result<bool> hasExpectedSchema(Database &database)
{
    const Result<SchemaIdentity> identity = readIdentity(database);
    if (!identity)
        return Failure(identity.error());
    Result<std::unique_ptr<Database>> expected = Database::openInMemory();
    if (!expected)
        return Failure(expected.error());
    if (identity->version < 1 || identity->version > kCacheSchemaVersion)
        return false;
    if (const Result<void> made = runMigrations(**expected, 0, identity->version); !made)
        return Failure(made.error());
    if (identity->applicationId == kCaseApplicationId) {
        if (const Result<void> made = makeCase(**expected); !made)
            return Failure(made.error());
    }
    const Result<QStringList> ours = schemaOf(**expected);
    const Result<QStringList> theirs = schemaOf(database);
    if (!ours)
        return Failure(ours.error());
    if (!theirs)
        return Failure(theirs.error());
    return *ours == *theirs;
}

} // namespace Gapline
