// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/page.h"
#include "core/stream/eventstream.h"

namespace Gapline {

class Database;
class Query;

/// The row of `streams` that says what has been scanned of one execution, and the rules by which a page moves it.
struct StreamRow
{
    qint64 execution = 0; ///< Row id in `executions`; 0: this execution is not in the cache.
    bool isStored = false; ///< False: no page was ever stored.
    bool isDamaged =
        false; ///< Its checksum failed: coverage was dropped, so that all is fetched again.
    SeqSet coverage;
    /// nextCursor of the answer that said hasMore false, as far as no later answer took that back: the last seq that was
    /// scanned, or 0 where the answer from 0 had nothing.
    std::optional<Seq> knownEnd;
    qint64 fetchedAt = 0;
    qint64 eventCount = 0; ///< In sound segments.
    qint64 lateCount = 0;
    qint64 conflictCount = 0;
    qint64 goneCount = 0; ///< Counted from `conflicts` when the row is read, not a column of it.
    qint64 rebuilds = 0;

    /// cursor is the end of the coverage that begins at 1: since coverage only grows (damage aside), it never goes
    /// back, in whatever order pages and processes come. The stream is complete while the cursor stands where an
    /// answer with hasMore false ended.
    [[nodiscard]] StreamState state() const;

    /// Events lie outside of the coverage from now on, and snapshots start anew. `rebuilds` is above 0 afterwards, whatever
    /// damage may have made of it.
    void noteRebuild();

    /// Takes in a page's scan. Only a page that ends where the coverage does says anything about the end: hasMore false
    /// there makes its nextCursor the known end, hasMore true takes a known end back. A page whose scan lies elsewhere
    /// changes coverage alone, and one that scanned nothing beyond the coverage says nothing.
    void takeScan(const EventPage &page, EpochMs at);
};

/// 0 when the cache does not know the execution.
[[nodiscard]] Result<qint64> findExecution(Database &database, const ExecutionId &executionId);
/// The row id, made when there is none. Inside a write transaction.
[[nodiscard]] Result<qint64> ensureExecution(Database &database, const ExecutionId &executionId);
/// The row id of one that findExecution() did not find. Inside the same write transaction.
[[nodiscard]] Result<qint64> makeExecution(Database &database, const ExecutionId &executionId);
[[nodiscard]] Result<StreamRow> loadStreamRow(Database &database, qint64 execution);
/// From the columns execution, coverage, known_end, fetched_at, event_count, late_count, conflict_count, rebuilds,
/// hash and the number of events that are gone, of which `first` is the number of the first.
[[nodiscard]] StreamRow readStreamRow(const Query &query, int first);
/// Inside a write transaction.
Result<void> saveStreamRow(Database &database, const StreamRow &row);

} // namespace Gapline
