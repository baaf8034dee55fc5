// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/cache/segmentcodec.h"

#include <functional>
#include <span>

namespace Gapline {

class Database;

/// One row of `segments` with its columns: events that arrived together and share one body.
struct Segment
{
    qint64 id = 0; ///< Of its body as well.
    SeqRange seqs; ///< From its first to its last event.
    SeqRange scanned; ///< By the page that brought it.
    qint64 eventCount = 0;
    bool isMarked = false; ///< Known to be damaged: its seqs have left the coverage.
    bool isDamaged = false; ///< Marked, or its checksum failed now.
    std::optional<SegmentColumns> columns; ///< Absent when they cannot be read.
};

/// The same with its columns still packed, for a stream that unpacks them to where they stay.
struct StreamSegment
{
    Segment segment; ///< Without columns.
    std::optional<PackedColumns> columns; ///< Absent when they cannot be read.
};

/// The bytes of a segment's events.
struct StoredBody
{
    SeqRange seqs;
    std::optional<QByteArray> bytes; ///< Absent when their checksum failed.
};

/// A body as it lies in the file; its checksum has not been looked at.
struct PackedBody
{
    qint64 id = 0;
    SeqRange seqs;
    qint64 byteCount = 0; ///< Unpacked.
    QByteArray packed;
    QByteArray hash;
};
/// Nothing when the checksum fails. Pure; thread: any.
[[nodiscard]] std::optional<QByteArray> unpackBody(const PackedBody &body);
/// unpackBody() of each, of several at once in less time.
[[nodiscard]] std::vector<std::optional<QByteArray>>
unpackBodies(std::span<const PackedBody> bodies);

/// A segment as the bytes that are stored, all but what its place in the file adds.
struct PackedSegment
{
    SeqRange seqs;
    qint64 eventCount = 0;
    QByteArray columns;
    qint64 byteCount = 0; ///< Of the body, unpacked.
    QByteArray body;
};
/// `columns` has an event; `body` holds the bytes of all of them, one after the other. Pure; thread: any.
[[nodiscard]] PackedSegment packSegment(const SegmentColumns &columns, QByteArrayView body);

// Checksums are checked at each load. Inside a transaction of the caller.

/// Called with one segment after the other; its columns may be moved out.
using TakeSegment = std::function<Result<void>(Segment &segment)>;

/// Segments with an id above `after`, in the order of their ids; all of them in the order of their last seqs. Ends at the first error that `take` returns.
Result<void>
forEachSegment(Database &database, qint64 execution, qint64 after, const TakeSegment &take);
using TakeStreamSegment = std::function<Result<void>(StreamSegment &segment)>;
/// The same.
Result<void> forEachStreamSegment(Database &database,
                                  qint64 execution,
                                  qint64 after,
                                  const TakeStreamSegment &take);
/// Of each execution, the segment that reaches furthest.
Result<void>
forEachLastSegment(Database &database,
                   const std::function<void(qint64 execution, const Segment &segment)> &take);
/// Segments that may hold an event in `range`.
[[nodiscard]] Result<std::vector<Segment>>
loadSegmentsWithin(Database &database, qint64 execution, SeqRange range);
/// Nothing when there is no such body.
[[nodiscard]] Result<std::optional<PackedBody>> loadPackedBody(Database &database, qint64 id);
/// The same, unpacked.
[[nodiscard]] Result<std::optional<StoredBody>> loadStoredBody(Database &database, qint64 id);
/// Returns the id.
[[nodiscard]] Result<qint64>
insertSegment(Database &database, qint64 execution, SeqRange scanned, const PackedSegment &packed);
Result<void> removeSegment(Database &database, qint64 id);

} // namespace Gapline
