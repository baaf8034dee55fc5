// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/cachefile.h"

namespace Gapline {

/// Whether a file that SQLite cannot read, or not wholly, was a cache of ours: only such a file may be set aside.
/// It was when it has our mark (the application id of its header, or a table of ours further on), lies where
/// Gapline keeps its caches, has SQLite's journal beside it, or is named like a cache or a database. Without any of
/// these it was when it is no text and nobody else may read it, as Gapline makes each of its files. Anything else
/// may be a document that was named by mistake.
[[nodiscard]] bool wasCacheOfOurs(const QString &file, const CacheFileState &state);

/// Whether the header of a file that SQLite cannot read has the mark of a case file.
[[nodiscard]] bool wasCaseFile(const QString &file);

} // namespace Gapline
