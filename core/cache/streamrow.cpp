// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/streamrow.h"

#include "core/cache/database.h"
#include "core/cache/segmentcodec.h"

#include <algorithm>

namespace Gapline {
namespace {

QByteArray streamRowChecksum(const StreamRow &row, const QByteArray &coverage)
{
    return Checksum()
        .add(row.execution)
        .add(coverage)
        .add(row.knownEnd ? row.knownEnd->value : -1)
        .add(row.fetchedAt)
        .add(row.eventCount)
        .add(row.lateCount)
        .add(row.conflictCount)
        .add(row.rebuilds)
        .result();
}

} // namespace

StreamState StreamRow::state() const
{
    StreamState state;
    state.coverage = coverage;
    state.cursor = coverage.contiguousEnd();
    state.knownEnd = knownEnd;
    state.isComplete = knownEnd && *knownEnd == state.cursor;
    if (isStored)
        state.fetchedAt = fromEpochMs(fetchedAt);
    state.lateCount = lateCount;
    state.conflictCount = conflictCount;
    state.goneCount = goneCount;
    return state;
}

void StreamRow::noteRebuild()
{
    rebuilds = std::clamp<qint64>(rebuilds, 0, kMaxSafeInteger) + 1;
}

void StreamRow::takeScan(const EventPage &page, EpochMs at)
{
    if (page.sinceSeq < page.nextCursor)
        coverage.add({page.sinceSeq.next(), page.nextCursor});
    // Beyond it lies only a page that scanned nothing: asked for after any seq, a server may answer that very seq.
    if (page.nextCursor == coverage.last()) {
        if (page.hasMore)
            knownEnd.reset();
        else
            knownEnd = page.nextCursor;
    }
    fetchedAt = std::max(fetchedAt, toEpochMs(at));
    isStored = true;
}

Result<qint64> findExecution(Database &database, const ExecutionId &executionId)
{
    Query query = database.query("SELECT id FROM executions WHERE execution_id = ?");
    if (!query.bind(executionId.text()).run())
        return query.failure();
    if (query.next())
        return query.integer(0);
    if (query.hasFailed())
        return query.failure();
    return 0;
}

Result<qint64> ensureExecution(Database &database, const ExecutionId &executionId)
{
    Result<qint64> found = findExecution(database, executionId);
    if (!found || *found != 0)
        return found;
    return makeExecution(database, executionId);
}

Result<qint64> makeExecution(Database &database, const ExecutionId &executionId)
{
    Query query =
        database.query("INSERT INTO executions(execution_id, changed)"
                       " VALUES(?, (SELECT coalesce(max(changed), 0) + 1 FROM executions))");
    if (!query.bind(executionId.text()).run())
        return query.failure();
    return query.insertedId();
}

Result<StreamRow> loadStreamRow(Database &database, qint64 execution)
{
    Query query =
        database.query("SELECT execution, coverage, known_end, fetched_at, event_count, late_count,"
                       " conflict_count, rebuilds, hash, (SELECT count(*) FROM conflicts"
                       " WHERE conflicts.execution = streams.execution AND length(content) = 0)"
                       " FROM streams WHERE execution = ?");
    if (!query.bind(execution).run())
        return query.failure();
    if (query.next())
        return readStreamRow(query, 0);
    if (query.hasFailed())
        return query.failure();
    StreamRow row;
    row.execution = execution;
    return row;
}

StreamRow readStreamRow(const Query &query, int first)
{
    StreamRow row;
    row.isStored = true;
    row.execution = query.integer(first);
    if (!query.isNull(first + 2))
        row.knownEnd = Seq{query.integer(first + 2)};
    row.fetchedAt = query.integer(first + 3);
    row.eventCount = query.integer(first + 4);
    row.lateCount = query.integer(first + 5);
    row.conflictCount = query.integer(first + 6);
    row.rebuilds = query.integer(first + 7);
    row.goneCount = query.integer(first + 9);
    const QByteArray packed = query.bytes(first + 1);
    const std::optional<SeqSet> coverage = unpackCoverage(packed);
    if (coverage && query.bytes(first + 8) == streamRowChecksum(row, packed)) {
        row.coverage = *coverage;
        // Written before empty answers from beyond the end were told from the end: the next sync finds it.
        if (row.knownEnd && *row.knownEnd > row.coverage.last())
            row.knownEnd.reset();
        return row;
    }
    // What was scanned is not known any more; the events themselves have checksums of their own.
    row.isDamaged = true;
    row.knownEnd.reset();
    return row;
}

Result<void> saveStreamRow(Database &database, const StreamRow &row)
{
    const QByteArray coverage = packCoverage(row.coverage);
    Query query = database.query(
        "INSERT INTO streams(execution, changed, coverage, known_end, fetched_at, event_count,"
        " late_count, conflict_count, rebuilds, hash)"
        " VALUES(?, (SELECT coalesce(max(changed), 0) + 1 FROM streams), ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT(execution) DO UPDATE SET changed = excluded.changed,"
        " coverage = excluded.coverage, known_end = excluded.known_end,"
        " fetched_at = excluded.fetched_at, event_count = excluded.event_count,"
        " late_count = excluded.late_count, conflict_count = excluded.conflict_count,"
        " rebuilds = excluded.rebuilds, hash = excluded.hash");
    query.bind(row.execution)
        .bind(coverage)
        .bind(row.knownEnd ? QVariant(row.knownEnd->value) : QVariant())
        .bind(row.fetchedAt)
        .bind(row.eventCount)
        .bind(row.lateCount)
        .bind(row.conflictCount)
        .bind(row.rebuilds)
        .bind(streamRowChecksum(row, coverage));
    if (!query.run())
        return query.failure();
    return {};
}

} // namespace Gapline
