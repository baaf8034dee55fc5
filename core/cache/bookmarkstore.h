// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/bookmark.h"

#include <QList>

namespace Gapline {

class Database;

/// What people have marked, by execution id: it does not depend on what was fetched, and stays when that is fetched
/// anew. Nothing else can bring it back, so each change is on the medium before it counts as stored
/// (trust.md, "Cache"). Lives on the cache thread.
class BookmarkStore
{
public:
    explicit BookmarkStore(Database &database)
        : m_database(database)
    { }

    /// Replaces the bookmark of the same seq.
    Result<void> storeBookmark(const ExecutionId &executionId, const Bookmark &bookmark);
    Result<void> removeBookmark(const ExecutionId &executionId, Seq seq);
    /// Ascending by seq; without those whose checksum fails. An older cache, opened for reading, has none.
    Result<QList<Bookmark>> loadBookmarks(const ExecutionId &executionId);
    /// Those whose checksum fails, in words. Reads all of them.
    Result<QStringList> findDamaged();

    /// Takes over what can still be read in a damaged cache, which is only read. The number of bookmarks.
    Result<qint64> salvageFrom(Database &damaged);

private:
    Result<void> insert(const QString &executionId, const Bookmark &bookmark);

    Database &m_database;
};

} // namespace Gapline
