// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

namespace Gapline {

/// What lies at the path of a cache, before SQLite touches it.
struct CacheFileState
{
    bool exists = false;
    bool isWritable = false; ///< The file and its folder (SQLite makes companions beside it).
    bool hasJournal = false; ///< A -wal or -journal with content lies beside it.
    bool isPrivate = false; ///< Neither its group nor others may do anything with it.
    quint64 device = 0;
    quint64 inode = 0;
    qint64 byteCount = 0;
    qint64 changedNs = 0; ///< When its content last changed, in ns since 1970.

    /// Whether some process, this one too, holds SQLite locks on it now. Only where it has to be known: the system stops
    /// everybody's locking for a list of locks, which can take it some ten milliseconds.
    [[nodiscard]] bool isInUse() const;
    /// It is another file, or holds something else.
    [[nodiscard]] bool isOtherThan(const CacheFileState &before) const
    {
        return device != before.device || inode != before.inode || byteCount != before.byteCount
            || changedNs != before.changedNs;
    }
};

/// Where caches lie that nobody has named: $XDG_DATA_HOME/gapline.
[[nodiscard]] QString cacheFolder();

/// Looks without opening the file: closing a descriptor of a database would drop the locks that another connection
/// of this process holds (sqlite.org/howtocorrupt.html, 2.2). Errors: CacheUnsafePath for a link, no regular
/// file, or one of another user (root's may be read).
[[nodiscard]] Result<CacheFileState> inspectCacheFile(const QString &file);

/// Makes the file, empty and private (0600), and its folders (0700) where there are none.
Result<void> createCacheFile(const QString &file);

/// Makes the folders that lead to the file, private (0700) where there are none.
Result<void> makeFolderOf(const QString &file);

/// Takes group and world permissions from a file that is known to be ours.
void makePrivate(const QString &file);

/// Renames the file and its -wal and -shm to "<file>.damaged-<UTC time>", and returns that name. Empty when the file
/// at the path is no longer the one that `state` saw: another process was first.
[[nodiscard]] Result<QString>
setAside(const QString &file, const CacheFileState &state, EpochMs now);

/// Bytes of the file with its companions.
[[nodiscard]] qint64 sizeWithCompanions(const QString &file);

} // namespace Gapline
