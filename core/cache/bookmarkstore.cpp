// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/bookmarkstore.h"

#include "core/cache/database.h"
#include "core/cache/fulldurability.h"
#include "core/cache/segmentcodec.h"

#include <functional>

namespace Gapline {
namespace {

QByteArray checksumOf(const QString &executionId, const Bookmark &bookmark)
{
    return Checksum()
        .add(executionId.toUtf8())
        .add(bookmark.seq.value)
        .add(bookmark.note.toUtf8())
        .add(toEpochMs(bookmark.changedAt))
        .result();
}

/// From the columns execution_id, seq, note, changed_at, hash.
std::optional<Bookmark> readBookmark(const Query &query)
{
    const Bookmark bookmark{{query.integer(1)}, query.text(2), fromEpochMs(query.integer(3))};
    if (query.bytes(4) != checksumOf(query.text(0), bookmark))
        return std::nullopt;
    return bookmark;
}

Result<bool> hasBookmarks(Database &database)
{
    const Result<QVariant> found = database.value(QStringLiteral(
        "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'bookmarks'"));
    if (!found)
        return Failure(found.error());
    return found->toLongLong() > 0;
}

} // namespace

Result<void> BookmarkStore::insert(const QString &executionId, const Bookmark &bookmark)
{
    Query query = m_database.query(
        "INSERT OR REPLACE INTO bookmarks(execution_id, seq, note, changed_at, hash)"
        " VALUES(?, ?, ?, ?, ?)");
    query.bind(executionId)
        .bind(bookmark.seq.value)
        .bind(bookmark.note.isNull() ? QStringLiteral("") : bookmark.note)
        .bind(toEpochMs(bookmark.changedAt))
        .bind(checksumOf(executionId, bookmark));
    if (!query.run())
        return query.failure();
    return {};
}

Result<void> BookmarkStore::storeBookmark(const ExecutionId &executionId, const Bookmark &bookmark)
{
    const FullDurability durability(m_database);
    Transaction transaction(m_database);
    if (Result<void> begun = transaction.begin(); !begun)
        return begun;
    if (Result<void> stored = insert(executionId.text(), bookmark); !stored)
        return stored;
    return transaction.commit();
}

Result<void> BookmarkStore::removeBookmark(const ExecutionId &executionId, Seq seq)
{
    const FullDurability durability(m_database);
    Transaction transaction(m_database);
    if (Result<void> begun = transaction.begin(); !begun)
        return begun;
    {
        Query query = m_database.query("DELETE FROM bookmarks WHERE execution_id = ? AND seq = ?");
        if (!query.bind(executionId.text()).bind(seq.value).run())
            return query.failure();
    }
    return transaction.commit();
}

Result<QList<Bookmark>> BookmarkStore::loadBookmarks(const ExecutionId &executionId)
{
    const Result<bool> has = hasBookmarks(m_database);
    if (!has)
        return Failure(has.error());
    QList<Bookmark> bookmarks;
    if (!*has)
        return bookmarks;
    Query query = m_database.query("SELECT execution_id, seq, note, changed_at, hash FROM bookmarks"
                                   " WHERE execution_id = ? ORDER BY seq");
    if (!query.bind(executionId.text()).run())
        return query.failure();
    while (query.next()) {
        if (const std::optional<Bookmark> bookmark = readBookmark(query))
            bookmarks << *bookmark;
    }
    if (query.hasFailed())
        return query.failure();
    return bookmarks;
}

Result<QStringList> BookmarkStore::findDamaged()
{
    const Result<bool> has = hasBookmarks(m_database);
    if (!has)
        return Failure(has.error());
    QStringList problems;
    if (!*has)
        return problems;
    Query query = m_database.query("SELECT execution_id, seq, note, changed_at, hash FROM bookmarks"
                                   " ORDER BY execution_id, seq");
    if (!query.run())
        return query.failure();
    while (query.next()) {
        if (!readBookmark(query))
            problems << QStringLiteral("%1, seq %2: the bookmark fails its checksum")
                            .arg(query.text(0))
                            .arg(query.integer(1));
    }
    if (query.hasFailed())
        return query.failure();
    return problems;
}

Result<qint64> BookmarkStore::salvageFrom(Database &damaged)
{
    const Result<bool> has = hasBookmarks(damaged);
    if (!has || !*has)
        return has ? Result<qint64>(0) : Result<qint64>(Failure(has.error()));
    const FullDurability durability(m_database);
    Transaction transaction(m_database);
    if (const Result<void> begun = transaction.begin(); !begun)
        return Failure(begun.error());
    qint64 count = 0;
    {
        Query query =
            damaged.query("SELECT execution_id, seq, note, changed_at, hash FROM bookmarks");
        if (!query.run())
            return query.failure();
        // Up to where it can be read: what comes before the damage is kept.
        while (query.next()) {
            const std::optional<Bookmark> bookmark = readBookmark(query);
            if (!bookmark)
                continue;
            if (const Result<void> stored = insert(query.text(0), *bookmark); !stored)
                return Failure(stored.error());
            ++count;
        }
    }
    if (const Result<void> committed = transaction.commit(); !committed)
        return Failure(committed.error());
    return count;
}

} // namespace Gapline
