// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/segments.h"

#include "core/cache/checksums.h"
#include "core/cache/database.h"
#include "core/stream/beside.h"

#include <functional>
#include <utility>

namespace Gapline {
namespace {

ChecksummedBytes checkedColumns(qint64 execution, const Segment &segment, QByteArrayView columns)
{
    return {{execution,
             segment.seqs.first.value,
             segment.seqs.last.value,
             segment.scanned.first.value,
             segment.scanned.last.value,
             segment.eventCount},
            columns};
}

/// The seqs stand in both tables, so that damage to one row never hides which range to fetch again.
ChecksummedBytes checkedBody(qint64 id, SeqRange seqs, qint64 byteCount, QByteArrayView body)
{
    return {{id, seqs.first.value, seqs.last.value, byteCount}, body};
}

ChecksummedBytes checkedBody(const PackedBody &body)
{
    return checkedBody(body.id, body.seqs, body.byteCount, body.packed);
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

ChecksummedBytes checkedColumns(const PackedRow &row, qint64 execution)
{
    return checkedColumns(execution, row.segment, row.columns);
}

/// `checksum`: what the row's hash should be. Any thread.
void unpackRow(PackedRow row, const QByteArray &checksum, StreamSegment &to)
{
    to.segment = std::move(row.segment);
    if (row.hash == checksum)
        to.columns = readColumns(row.columns);
    if (to.columns && !matchesFrame(to.segment, to.columns->events))
        to.columns.reset();
    to.segment.isDamaged = to.segment.isMarked || !to.columns;
}

/// The same.
void unpackRow(PackedRow row, const QByteArray &checksum, Segment &to)
{
    StreamSegment packed;
    unpackRow(std::move(row), checksum, packed);
    to = std::move(packed.segment);
    if (packed.columns)
        to.columns = unpackColumns(*packed.columns);
    to.isDamaged = to.isMarked || !to.columns;
}

template<typename Unpacked>
std::vector<Unpacked> unpackRows(std::vector<PackedRow> rows, qint64 execution)
{
    std::vector<ChecksummedBytes> checked;
    checked.reserve(rows.size());
    for (const PackedRow &row : rows)
        checked.push_back(checkedColumns(row, execution));
    const std::vector<QByteArray> checksums = checksumsOf(checked);
    std::vector<Unpacked> unpacked(rows.size());
    for (size_t i = 0; i < rows.size(); ++i)
        unpackRow(std::move(rows[i]), checksums[i], unpacked[i]);
    return unpacked;
}

Segment readSegment(const Query &query, qint64 execution)
{
    PackedRow row = readRow(query);
    const QByteArray checksum = checksumOf(checkedColumns(row, execution));
    Segment segment;
    unpackRow(std::move(row), checksum, segment);
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
            const bool areFew = rows.size() < kAtOnce;
            std::vector<Unpacked> unpacked;
            const auto unpack = [&] {
                unpacked = unpackRows<Unpacked>(std::move(rows), m_execution);
            };
            const auto go = [this] {
                takeReady();
                readSome();
            };
            if (areFew) {
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
    if (body.hash != checksumOf(checkedBody(body)))
        return std::nullopt;
    return decompress(body.packed, body.byteCount);
}

std::vector<std::optional<QByteArray>> unpackBodies(std::span<const PackedBody> bodies)
{
    std::vector<ChecksummedBytes> checked;
    checked.reserve(bodies.size());
    for (const PackedBody &body : bodies)
        checked.push_back(checkedBody(body));
    const std::vector<QByteArray> checksums = checksumsOf(checked);
    std::vector<std::optional<QByteArray>> unpacked(bodies.size());
    for (size_t i = 0; i < bodies.size(); ++i) {
        if (bodies[i].hash == checksums[i])
            unpacked[i] = decompress(bodies[i].packed, bodies[i].byteCount);
    }
    return unpacked;
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
            .bind(checksumOf(checkedColumns(execution, segment, packed.columns)));
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
        .bind(checksumOf(checkedBody(segment.id, segment.seqs, packed.byteCount, packed.body)));
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
