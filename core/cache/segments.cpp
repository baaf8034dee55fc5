// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/segments.h"

#include "core/cache/database.h"
#include "core/stream/beside.h"

#include <functional>
#include <utility>

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

bool matchesFrame(const Segment &segment, const PackedEvents &events)
{
    return qint64(events.count) == segment.eventCount && events.count > 0
        && events.seqs.at(0) == segment.seqs.first.value
        && events.seqs.at(events.count - 1) == segment.seqs.last.value;
}

/// A row as it was read: what it says of itself, and what is still to be checked and unpacked.
struct PackedRow
{
    Segment segment;
    QByteArray columns;
    QByteArray hash;
};

/// Columns of the SELECT: id, first_seq, last_seq, scanned_first, scanned_last, event_count, is_damaged, columns, hash.
PackedRow readRow(const Query &query)
{
    PackedRow row;
    row.segment.id = query.integer(0);
    row.segment.seqs = {{query.integer(1)}, {query.integer(2)}};
    row.segment.scanned = {{query.integer(3)}, {query.integer(4)}};
    row.segment.eventCount = query.integer(5);
    row.segment.isMarked = query.integer(6) != 0;
    row.columns = query.bytes(7);
    row.hash = query.bytes(8);
    return row;
}

/// Any thread.
void unpackRow(PackedRow row, qint64 execution, StreamSegment &to)
{
    to.segment = std::move(row.segment);
    if (row.hash == columnsChecksum(execution, to.segment, row.columns))
        to.columns = readColumns(row.columns);
    if (to.columns && !matchesFrame(to.segment, to.columns->events))
        to.columns.reset();
    to.segment.isDamaged = to.segment.isMarked || !to.columns;
}

/// Any thread.
void unpackRow(PackedRow row, qint64 execution, Segment &to)
{
    StreamSegment packed;
    unpackRow(std::move(row), execution, packed);
    to = std::move(packed.segment);
    if (packed.columns)
        to.columns = unpackColumns(*packed.columns);
    to.isDamaged = to.isMarked || !to.columns;
}

Segment readSegment(const Query &query, qint64 execution)
{
    Segment segment;
    unpackRow(readRow(query), execution, segment);
    return segment;
}

/// Reads rows and hands their segments on in the same order, while a second thread unpacks the next ones.
template<typename Unpacked>
class SegmentReading
{
public:
    using Take = std::function<Result<void>(Unpacked &segment)>;

    SegmentReading(Query &query, qint64 execution, const Take &take)
        : m_query(query)
        , m_execution(execution)
        , m_take(take)
    { }

    Result<void> run()
    {
        readSome();
        while (!m_rows.empty() && m_taken) {
            std::vector<PackedRow> rows = std::exchange(m_rows, {});
            std::vector<Unpacked> unpacked(rows.size());
            const auto unpack = [&] {
                for (size_t i = 0; i < rows.size(); ++i)
                    unpackRow(std::move(rows[i]), m_execution, unpacked[i]);
            };
            const auto go = [this] {
                takeReady();
                readSome();
            };
            if (rows.size() < kAtOnce) {
                // The last ones, or the few of a short stream: not worth a thread.
                unpack();
                go();
            } else {
                runBeside(unpack, go);
            }
            m_ready = std::move(unpacked);
        }
        takeReady();
        return m_taken;
    }

private:
    /// Some milliseconds of work, and a small part of a processor's cache once unpacked.
    static constexpr size_t kAtOnce = 32;

    void readSome()
    {
        while (m_taken && m_rows.size() < kAtOnce && m_query.next())
            m_rows.push_back(readRow(m_query));
    }
    void takeReady()
    {
        for (Unpacked &segment : m_ready) {
            if (m_taken)
                m_taken = m_take(segment);
        }
        m_ready.clear();
    }

    Query &m_query;
    qint64 m_execution;
    const Take &m_take;
    std::vector<PackedRow> m_rows; ///< Read, not yet unpacked.
    std::vector<Unpacked> m_ready; ///< Unpacked, not yet taken.
    Result<void> m_taken;
};

Result<void> runFor(Query query, qint64 id)
{
    if (!query.bind(id).run())
        return query.failure();
    return {};
}

template<typename Unpacked>
Result<void> readSegments(Database &database,
                          qint64 execution,
                          qint64 after,
                          const std::function<Result<void>(Unpacked &segment)> &take)
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
    if (const Result<void> taken = SegmentReading<Unpacked>(query, execution, take).run(); !taken)
        return taken;
    if (query.hasFailed())
        return query.failure();
    return {};
}

} // namespace

Result<void>
forEachSegment(Database &database, qint64 execution, qint64 after, const TakeSegment &take)
{
    return readSegments<Segment>(database, execution, after, take);
}

Result<void> forEachStreamSegment(Database &database,
                                  qint64 execution,
                                  qint64 after,
                                  const TakeStreamSegment &take)
{
    return readSegments<StreamSegment>(database, execution, after, take);
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
