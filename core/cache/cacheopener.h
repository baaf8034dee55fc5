// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/cache.h"
#include "core/cache/database.h"

namespace Gapline {

struct OpenedCache
{
    std::unique_ptr<Database> database;
    CacheOpening opening;
};

/// The open sequence (trust.md, "Cache"): a private regular file of our own; another program's database, a file that
/// is no cache at all, or a newer schema is refused and left untouched; a damaged cache is set aside under a new name
/// and a fresh one begun, when writing is asked for and possible. `now` names the file that is set aside.
[[nodiscard]] Result<OpenedCache> openCache(const QString &file, CacheAccess access, EpochMs now);

} // namespace Gapline
