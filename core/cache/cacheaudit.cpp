// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/cacheaudit.h"

#include "core/cache/bookmarkstore.h"
#include "core/cache/cachefile.h"
#include "core/cache/database.h"
#include "core/cache/deliverystore.h"
#include "core/cache/executionstore.h"
#include "core/cache/schema.h"
#include "core/cache/segments.h"
#include "core/cache/streamrow.h"

#include <algorithm>

namespace Gapline {
namespace {

struct KnownExecution
{
    qint64 id = 0;
    ExecutionId executionId;
};

Result<std::vector<KnownExecution>> knownExecutions(Database &database)
{
    std::vector<KnownExecution> known;
    Query query = database.query("SELECT id, execution_id FROM executions ORDER BY id");
    if (!query.run())
        return query.failure();
    while (query.next())
        known.push_back({query.integer(0), ExecutionId(query.text(1))});
    if (query.hasFailed())
        return query.failure();
    return known;
}

/// Adds what is wrong with one segment.
Result<void> verifySegment(Database &database,
                           const QString &execution,
                           const Segment &segment,
                           const StreamRow &row,
                           QStringList &problems)
{
    const auto say = [&](const QString &what) {
        problems << QStringLiteral("%1, segment %2 (seq %3 to %4): %5")
                        .arg(execution)
                        .arg(segment.id)
                        .arg(segment.seqs.first.value)
                        .arg(segment.seqs.last.value)
                        .arg(what);
    };
    if (segment.isMarked)
        say(QStringLiteral("known to be damaged; a sync fetches it again"));
    else if (!segment.columns)
        say(QStringLiteral("the columns fail their checksum"));
    const Result<std::optional<StoredBody>> body = loadStoredBody(database, segment.id);
    if (!body)
        return Failure(body.error());
    if (!*body || !(*body)->bytes) {
        if (!segment.isMarked)
            say(QStringLiteral("the event bytes fail their checksum"));
        return {};
    }
    if (!segment.columns || segment.isMarked)
        return {};
    const EventColumns &last = segment.columns->events.back();
    if (qint64(last.rawOffset) + last.rawLength != (*body)->bytes->size())
        say(QStringLiteral("columns and event bytes do not fit together"));
    const bool isScanned =
        std::ranges::all_of(segment.columns->events, [&row](const EventColumns &event) {
            return row.coverage.contains(event.seq);
        });
    if (!isScanned)
        say(QStringLiteral("holds events outside the scanned ranges"));
    return {};
}

Result<void> verifyVersions(Database &database, const KnownExecution &known, QStringList &problems)
{
    Query query = database.query("SELECT seq, content, hash FROM conflicts WHERE execution = ?"
                                 " ORDER BY id");
    if (!query.bind(known.id).run())
        return query.failure();
    while (query.next()) {
        if (query.bytes(2) == Checksum().add(query.bytes(1)).result())
            continue;
        problems << QStringLiteral("%1, seq %2: another answer that was kept fails its checksum")
                        .arg(known.executionId.text())
                        .arg(query.integer(0));
    }
    if (query.hasFailed())
        return query.failure();
    return {};
}

Result<void>
verifyStream(Database &database, const KnownExecution &known, CacheVerification &verification)
{
    const QString name = known.executionId.text();
    const Result<StreamRow> row = loadStreamRow(database, known.id);
    if (!row)
        return Failure(row.error());
    if (row->isDamaged)
        verification.problems
            << QStringLiteral("%1: the scanned ranges fail their checksum").arg(name);
    qint64 events = 0;
    const auto verify = [&](const Segment &segment) {
        ++verification.segmentsChecked;
        events += segment.isDamaged ? 0 : segment.eventCount;
        return verifySegment(database, name, segment, *row, verification.problems);
    };
    if (Result<void> done = forEachSegment(database, known.id, 0, verify); !done)
        return done;
    if (Result<void> done = verifyVersions(database, known, verification.problems); !done)
        return done;
    if (!row->isDamaged && events != row->eventCount) {
        verification.problems << QStringLiteral("%1: %2 events are stored, %3 are counted")
                                     .arg(name)
                                     .arg(events)
                                     .arg(row->eventCount);
    }
    return {};
}

Result<void> integrityCheck(Database &database, QStringList &problems)
{
    Query query = database.query("PRAGMA integrity_check(20)");
    if (!query.run())
        return query.failure();
    while (query.next()) {
        if (query.text(0) != QLatin1String("ok"))
            problems << query.text(0);
    }
    if (query.hasFailed())
        return query.failure();
    return {};
}

Result<void> verifyLogs(Database &database, QStringList &problems)
{
    DeliveryStore store(database);
    const auto logs = store.loadLogs();
    if (!logs)
        return Failure(logs.error());
    for (const ImportedLogInfo &log : *logs) {
        const auto packed = store.loadLog(log.receiver);
        if (!packed && packed.error().id != ErrorId::CacheDamaged)
            return Failure(packed.error());
        const bool isSound = packed && *packed && unpackLog(**packed);
        if (!isSound)
            problems << QStringLiteral("the log imported for \"%1\" fails its checksum")
                            .arg(log.receiver);
    }
    return {};
}

Result<void> forget(Database &database, const KnownExecution &known)
{
    constexpr const char *kById[] = {
        "DELETE FROM bodies WHERE id IN (SELECT id FROM segments WHERE execution = ?)",
        "DELETE FROM segments WHERE execution = ?",
        "DELETE FROM streams WHERE execution = ?",
        "DELETE FROM conflicts WHERE execution = ?",
        "DELETE FROM execution_steps WHERE execution = ?",
        "DELETE FROM executions WHERE id = ?",
    };
    for (const char *statement : kById) {
        Query query = database.query(statement);
        if (!query.bind(known.id).run())
            return query.failure();
    }
    constexpr const char *kByText[] = {
        "DELETE FROM refused_pages WHERE execution_id = ?",
        "DELETE FROM bookmarks WHERE execution_id = ?",
    };
    for (const char *statement : kByText) {
        Query query = database.query(statement);
        if (!query.bind(known.executionId.text()).run())
            return query.failure();
    }
    return {};
}

/// Everything that verifyCache() says, until the database itself cannot be read on.
Result<void> verifyAll(Database &database, CacheVerification &verification)
{
    if (Result<void> done = integrityCheck(database, verification.problems); !done)
        return done;
    const Result<std::vector<KnownExecution>> executions = knownExecutions(database);
    if (!executions)
        return Failure(executions.error());
    for (const KnownExecution &known : *executions) {
        // One state of the file for each stream: others may be writing meanwhile.
        Transaction transaction(database, Transaction::Kind::Read);
        if (Result<void> begun = transaction.begin(); !begun)
            return begun;
        if (Result<void> done = verifyStream(database, known, verification); !done)
            return done;
    }
    for (const Result<QStringList> &damaged :
         {ExecutionStore(database).findDamaged(), BookmarkStore(database).findDamaged()}) {
        if (!damaged)
            return Failure(damaged.error());
        verification.problems << *damaged;
    }
    return verifyLogs(database, verification.problems);
}

} // namespace

Result<CacheInfo> readCacheInfo(Database &database)
{
    CacheInfo info;
    info.file = database.file();
    const Result<SchemaIdentity> identity = readIdentity(database);
    if (!identity)
        return Failure(identity.error());
    info.schemaVersion = identity->version;
    info.fileBytes = sizeWithCompanions(database.file());
    Query query = database.query(
        "SELECT (SELECT count(*) FROM executions), (SELECT count(*) FROM streams),"
        " (SELECT coalesce(sum(event_count), 0) FROM streams), (SELECT count(*) FROM bodies),"
        " (SELECT coalesce(sum(conflict_count), 0) FROM streams)");
    if (!query.run() || !query.next())
        return query.failure();
    info.executions = query.integer(0);
    info.streams = query.integer(1);
    info.events = query.integer(2);
    info.segments = query.integer(3);
    info.conflicts = query.integer(4);
    return info;
}

Result<CacheVerification> verifyCache(Database &database)
{
    CacheVerification verification;
    if (const Result<void> done = verifyAll(database, verification); !done) {
        // What was asked is whether it is damaged: that is an answer, and no reason to give none.
        if (done.error().id != ErrorId::CacheDamaged)
            return Failure(done.error());
        verification.problems << done.error().message;
    }
    verification.isSound = verification.problems.isEmpty();
    return verification;
}

Result<qint64> purgeCache(Database &database, const QList<ExecutionId> &executionIds)
{
    if (const Result<void> done = database.run(QStringLiteral("PRAGMA secure_delete=ON")); !done)
        return Failure(done.error());
    const bool isAll = executionIds.isEmpty();
    qint64 count = 0;
    {
        Transaction transaction(database);
        if (const Result<void> begun = transaction.begin(); !begun)
            return Failure(begun.error());
        const Result<std::vector<KnownExecution>> executions = knownExecutions(database);
        if (!executions)
            return Failure(executions.error());
        for (const KnownExecution &known : *executions) {
            if (!isAll && !executionIds.contains(known.executionId))
                continue;
            if (const Result<void> done = forget(database, known); !done)
                return Failure(done.error());
            ++count;
        }
        if (isAll) {
            for (const char *table : {"definitions", "refused_pages", "bookmarks"}) {
                const QString statement =
                    QStringLiteral("DELETE FROM %1").arg(QString::fromLatin1(table));
                if (const Result<void> done = database.run(statement); !done)
                    return Failure(done.error());
            }
        }
        if (const Result<void> committed = transaction.commit(); !committed)
            return Failure(committed.error());
    }
    for (const char *statement : {"VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"}) {
        if (const Result<void> done = database.run(QString::fromLatin1(statement)); !done)
            return Failure(done.error());
    }
    return count;
}

} // namespace Gapline
