// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/segments.h"

#include "core/cache/database.h"

namespace Gapline {
namespace {

QByteArray columnsChecksum(qint64 execution, const Segment &segment, const QByteArray &columns)
{
    return Checksum()
        .add(execution)
        .add(segment.seqs.first.value)
        .add(segment.seqs.last.value)
        .add(segment.scanned.first.value)
        .add(segment.scanned.last.value)
        .add(segment.eventCount)
        .add(columns)
        .result();
}

/// The seqs stand in both tables, so that damage to one row never hides which range to fetch again.
QByteArray bodyChecksum(qint64 id, SeqRange seqs, qint64 byteCount, const QByteArray &body)
{
    return Checksum()
        .add(id)
        .add(seqs.first.value)
        .add(seqs.last.value)
        .add(byteCount)
        .add(body)
        .result();
}

bool matchesFrame(const Segment &segment, const SegmentColumns &columns)
{
    return qint64(columns.events.size()) == segment.eventCount && !columns.events.empty()
        && columns.events.front().seq == segment.seqs.first
        && columns.events.back().seq == segment.seqs.last;
}

/// Columns of the SELECT: id, first_seq, last_seq, scanned_first, scanned_last, event_count, is_damaged, columns, hash.
Segment readSegment(const Query &query, qint64 execution)
{
    Segment segment;
    segment.id = query.integer(0);
    segment.seqs = {{query.integer(1)}, {query.integer(2)}};
    segment.scanned = {{query.integer(3)}, {query.integer(4)}};
    segment.eventCount = query.integer(5);
    segment.isMarked = query.integer(6) != 0;
    const QByteArray packed = query.bytes(7);
    if (query.bytes(8) == columnsChecksum(execution, segment, packed))
        segment.columns = unpackColumns(packed);
    if (segment.columns && !matchesFrame(segment, *segment.columns))
        segment.columns.reset();
    segment.isDamaged = segment.isMarked || !segment.columns;
    return segment;
}

Result<void> runFor(Query query, qint64 id)
{
    if (!query.bind(id).run())
        return query.failure();
    return {};
}

} // namespace

Result<void>
forEachSegment(Database &database, qint64 execution, qint64 after, const TakeSegment &take)
{
    // From the index, where all are read: in the order of their seqs, so that nothing need be sorted afterwards.
    Query query = database.query(
        after == 0 ? "SELECT id, first_seq, last_seq, scanned_first, scanned_last, event_count,"
                     " is_damaged, columns, hash FROM segments WHERE execution = ? AND id > ?"
                     " ORDER BY last_seq, first_seq"
                   : "SELECT id, first_seq, last_seq, scanned_first, scanned_last, event_count,"
                     " is_damaged, columns, hash FROM segments WHERE execution = ? AND id > ? "
                     "ORDER BY id");
    if (!query.bind(execution).bind(after).run())
        return query.failure();
    while (query.next()) {
        Segment segment = readSegment(query, execution);
        if (Result<void> taken = take(segment); !taken)
            return taken;
    }
    if (query.hasFailed())
        return query.failure();
    return {};
}

Result<void>
forEachLastSegment(Database &database,
                   const std::function<void(qint64 execution, const Segment &segment)> &take)
{
    Query query = database.query(
        "SELECT segments.id, first_seq, last_seq, scanned_first, scanned_last,"
        " segments.event_count, is_damaged, columns, segments.hash, segments.execution"
        " FROM streams JOIN segments ON segments.id ="
        " (SELECT id FROM segments AS last WHERE last.execution = streams.execution"
        " ORDER BY last_seq DESC LIMIT 1)");
    if (!query.run())
        return query.failure();
    while (query.next())
        take(query.integer(9), readSegment(query, query.integer(9)));
    if (query.hasFailed())
        return query.failure();
    return {};
}

Result<std::vector<Segment>>
loadSegmentsWithin(Database &database, qint64 execution, SeqRange range)
{
    Query query = database.query(
        "SELECT id, first_seq, last_seq, scanned_first, scanned_last, event_count, is_damaged,"
        " columns, hash FROM segments WHERE execution = ? AND last_seq >= ? AND first_seq <= ?");
    if (!query.bind(execution).bind(range.first.value).bind(range.last.value).run())
        return query.failure();
    std::vector<Segment> segments;
    while (query.next())
        segments.push_back(readSegment(query, execution));
    if (query.hasFailed())
        return query.failure();
    return segments;
}

Result<std::optional<PackedBody>> loadPackedBody(Database &database, qint64 id)
{
    Query query = database.query(
        "SELECT first_seq, last_seq, byte_count, body, hash FROM bodies WHERE id = ?");
    if (!query.bind(id).run())
        return query.failure();
    if (!query.next()) {
        if (query.hasFailed())
            return query.failure();
        return std::nullopt;
    }
    return PackedBody{id,
                      {{query.integer(0)}, {query.integer(1)}},
                      query.integer(2),
                      query.bytes(3),
                      query.bytes(4)};
}

std::optional<QByteArray> unpackBody(const PackedBody &body)
{
    if (body.hash != bodyChecksum(body.id, body.seqs, body.byteCount, body.packed))
        return std::nullopt;
    return decompress(body.packed, body.byteCount);
}

Result<std::optional<StoredBody>> loadStoredBody(Database &database, qint64 id)
{
    const Result<std::optional<PackedBody>> packed = loadPackedBody(database, id);
    if (!packed)
        return Failure(packed.error());
    if (!*packed)
        return std::nullopt;
    return StoredBody{(*packed)->seqs, unpackBody(**packed)};
}

PackedSegment packSegment(const SegmentColumns &columns, QByteArrayView body)
{
    return {{columns.events.front().seq, columns.events.back().seq},
            qint64(columns.events.size()),
            packColumns(columns),
            body.size(),
            compress(body, Packing::Events)};
}

Result<qint64>
insertSegment(Database &database, qint64 execution, SeqRange scanned, const PackedSegment &packed)
{
    Segment segment;
    segment.seqs = packed.seqs;
    segment.scanned = scanned;
    segment.eventCount = packed.eventCount;
    {
        Query query = database.query(
            "INSERT INTO segments(execution, first_seq, last_seq, scanned_first, scanned_last,"
            " event_count, is_damaged, columns, hash) VALUES(?, ?, ?, ?, ?, ?, 0, ?, ?)");
        query.bind(execution)
            .bind(segment.seqs.first.value)
            .bind(segment.seqs.last.value)
            .bind(segment.scanned.first.value)
            .bind(segment.scanned.last.value)
            .bind(segment.eventCount)
            .bind(packed.columns)
            .bind(columnsChecksum(execution, segment, packed.columns));
        if (!query.run())
            return query.failure();
        segment.id = query.insertedId();
    }
    Query query =
        database.query("INSERT INTO bodies(id, first_seq, last_seq, byte_count, body, hash)"
                       " VALUES(?, ?, ?, ?, ?, ?)");
    query.bind(segment.id)
        .bind(segment.seqs.first.value)
        .bind(segment.seqs.last.value)
        .bind(packed.byteCount)
        .bind(packed.body)
        .bind(bodyChecksum(segment.id, segment.seqs, packed.byteCount, packed.body));
    if (!query.run())
        return query.failure();
    return segment.id;
}

Result<void> removeSegment(Database &database, qint64 id)
{
    if (Result<void> done = runFor(database.query("DELETE FROM bodies WHERE id = ?"), id); !done)
        return done;
    return runFor(database.query("DELETE FROM segments WHERE id = ?"), id);
}

} // namespace Gapline
