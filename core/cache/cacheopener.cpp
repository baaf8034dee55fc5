// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/cacheopener.h"

#include "core/base/log.h"
#include "core/cache/bookmarkstore.h"
#include "core/cache/cachefile.h"
#include "core/cache/cachemark.h"
#include "core/cache/deliverystore.h"
#include "core/cache/schema.h"
#include "core/domain/wording.h"

namespace Gapline {
namespace {

Failure damaged(const QString &file, const QString &why)
{
    return failure(ErrorId::CacheDamaged, QStringLiteral("%1: %2").arg(file, why));
}

DatabaseMode readingMode(const CacheFileState &state)
{
    // A -wal holds committed pages, so it must be read; without one, locks and companions are needless.
    return state.hasJournal ? DatabaseMode::ReadOnly : DatabaseMode::Immutable;
}

Result<void> checkIdentity(const QString &file, const SchemaIdentity &identity)
{
    if (identity.isEmpty)
        return {};
    if (identity.applicationId != kCacheApplicationId
        && identity.applicationId != kCaseApplicationId) {
        return failure(ErrorId::CacheForeignFile,
                       CoreText::tr("%1 is a database of another program (application id %2).")
                           .arg(file)
                           .arg(identity.applicationId));
    }
    if (identity.version > kCacheSchemaVersion) {
        return failure(ErrorId::CacheNewerSchema,
                       CoreText::tr("%1 has schema version %2; this Gapline knows versions up "
                                    "to %3. The file was left as it is.")
                           .arg(file)
                           .arg(identity.version)
                           .arg(kCacheSchemaVersion));
    }
    return {};
}

Result<void> checkSchema(Database &database)
{
    const Result<bool> isExpected = hasExpectedSchema(database);
    if (!isExpected)
        return Failure(isExpected.error());
    if (!*isExpected)
        return damaged(database.file(), CoreText::tr("its tables are not those of a cache"));
    return {};
}

Result<void> quickCheck(Database &database)
{
    const Result<QVariant> verdict = database.value(QStringLiteral("PRAGMA quick_check(1)"));
    if (!verdict)
        return Failure(verdict.error());
    if (verdict->toString() != QLatin1String("ok"))
        return damaged(database.file(), verdict->toString());
    return {};
}

/// Reads the header, and after an unclean end checks the whole, without changing a byte of the file or its -wal:
/// closing a connection that may write would move the -wal's pages into the file.
Result<SchemaIdentity> probe(const QString &file, const CacheFileState &state)
{
    // Nobody uses the file, yet a journal was left: the last user ended without closing it. Before it is opened here.
    const bool endedUncleanly = state.hasJournal && !state.isInUse();
    const Result<std::unique_ptr<Database>> database = Database::open(file, readingMode(state));
    if (!database)
        return Failure(database.error());
    Result<SchemaIdentity> identity = readIdentity(**database);
    const bool isOurs = identity && checkIdentity(file, *identity);
    if (isOurs && endedUncleanly) {
        if (const Result<void> checked = quickCheck(**database); !checked)
            return Failure(checked.error());
    }
    return identity;
}

Result<OpenedCache> openForWriting(const QString &file)
{
    Result<std::unique_ptr<Database>> opened = Database::open(file, DatabaseMode::ReadWrite);
    if (!opened)
        return Failure(opened.error());
    Database &database = **opened;
    const Result<SchemaIdentity> identity = readIdentity(database);
    if (!identity)
        return Failure(identity.error());
    if (const Result<void> checked = checkIdentity(file, *identity); !checked)
        return Failure(checked.error());
    for (const auto step : {&migrate, &applyPragmas, &checkSchema}) {
        if (const Result<void> done = step(database); !done)
            return Failure(done.error());
    }
    makePrivate(file);
    OpenedCache cache;
    cache.database = *std::move(opened);
    cache.opening.file = file;
    cache.opening.isNew = identity->isEmpty;
    return cache;
}

Result<OpenedCache>
openForReading(const QString &file, const CacheFileState &state, const SchemaIdentity &identity)
{
    if (identity.isEmpty)
        return failure(ErrorId::CacheNotStored, CoreText::tr("%1 is empty.").arg(file));
    Result<std::unique_ptr<Database>> opened = Database::open(file, readingMode(state));
    if (!opened)
        return Failure(opened.error());
    if (const Result<void> checked = checkSchema(**opened); !checked)
        return Failure(checked.error());
    OpenedCache cache;
    cache.database = *std::move(opened);
    cache.opening.file = file;
    cache.opening.isReadOnly = true;
    return cache;
}

Result<OpenedCache>
openExisting(const QString &file, const CacheFileState &state, CacheAccess access)
{
    bool writes = access == CacheAccess::ReadWrite && state.isWritable;
    const Result<SchemaIdentity> identity = probe(file, state);
    if (identity) {
        // Somebody's evidence: nothing is ever added to a case file.
        writes = writes && identity->applicationId != kCaseApplicationId;
        if (const Result<void> checked = checkIdentity(file, *identity); !checked)
            return Failure(checked.error());
    } else if (!writes || identity.error().id == ErrorId::CacheDamaged) {
        return Failure(identity.error());
    }
    // A hot rollback journal keeps a reader out; opening for writing rolls it back.
    return writes ? openForWriting(file) : openForReading(file, state, *identity);
}

/// What is told of a damaged file that stays where it is.
Failure leftAlone(const QString &file, const CacheFileState &state, const Error &why)
{
    if (!wasCacheOfOurs(file, state)) {
        return failure(ErrorId::CacheForeignFile,
                       CoreText::tr("%1 is no cache of Gapline. It was left as it is.").arg(file),
                       why.message);
    }
    Error error = why;
    error.message += CoreText::tr(". It was left as it is.");
    return Failure(error);
}

/// What people brought or wrote cannot be fetched again; what cannot be read any more is left aside.
void salvage(const QString &setAsideAs, Database &fresh)
{
    const Result<CacheFileState> state = inspectCacheFile(setAsideAs);
    const Result<std::unique_ptr<Database>> old = state
        ? Database::open(setAsideAs, readingMode(*state))
        : Result<std::unique_ptr<Database>>(Failure(state.error()));
    if (!old) {
        qCWarning(lcCache) << "nothing taken over" << old.error().message;
        return;
    }
    if (const auto bookmarks = BookmarkStore(fresh).salvageFrom(**old); !bookmarks)
        qCWarning(lcCache) << "no bookmarks taken over" << bookmarks.error().message;
    if (const auto logs = DeliveryStore(fresh).salvageFrom(**old); !logs)
        qCWarning(lcCache) << "no imported logs taken over" << logs.error().message;
}

} // namespace

Result<OpenedCache> openCache(const QString &file, CacheAccess access, EpochMs now)
{
    QString setAsideAs;
    // More than one round only when other processes set the same file aside meanwhile.
    constexpr int kRounds = 3;
    for (int round = 0;; ++round) {
        Result<CacheFileState> state = inspectCacheFile(file);
        if (!state)
            return Failure(state.error());
        if (!state->exists) {
            if (access == CacheAccess::ReadOnly)
                return failure(ErrorId::CacheNotStored,
                               CoreText::tr("There is no cache at %1.").arg(file));
            if (const Result<void> made = createCacheFile(file); !made)
                return Failure(made.error());
            state = inspectCacheFile(file);
            if (!state)
                return Failure(state.error());
        }
        Result<OpenedCache> opened = openExisting(file, *state, access);
        if (opened) {
            opened->opening.setAsideAs = setAsideAs;
            if (!setAsideAs.isEmpty())
                salvage(setAsideAs, *opened->database);
            return opened;
        }
        if (opened.error().id != ErrorId::CacheDamaged || round + 1 == kRounds)
            return opened;
        const bool canReplace = access == CacheAccess::ReadWrite && state->isWritable;
        if (!canReplace || !wasCacheOfOurs(file, *state))
            return leftAlone(file, *state, opened.error());
        const Result<QString> aside = setAside(file, *state, now);
        if (!aside)
            return Failure(aside.error());
        if (!aside->isEmpty()) {
            setAsideAs = *aside;
            qCWarning(lcCache) << "cache set aside as" << *aside << opened.error().message;
        }
    }
}

} // namespace Gapline
