// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/segments.h"
#include "core/cache/streamrow.h"

#include <deque>
#include <optional>
#include <vector>

namespace Gapline {

/// Where the bytes of a segment lie that was merged into another one.
struct MovedBody
{
    qint64 from = 0; ///< Id of the body that is no more.
    qint64 to = 0;
    qint64 offset = 0;
    qint64 length = 0;
};

/// Merges the small segments at the end of a stream once they have piled up, as live follow makes them: each poll
/// brings a few events, and each segment is a row to read, hash and unpack at every load. Bytes, flags and coverage
/// stay as they are; `rebuilds` rises, so that snapshots start anew. Only neighbours whose seqs do not overlap are
/// merged, and none that fails its checksum. Inside a write transaction; the row is saved by the caller.
[[nodiscard]] Result<std::vector<MovedBody>> mergeSmallSegments(Database &database, StreamRow &row);

/// Segments up to which size count as small, how many may pile up, and how large they are made.
inline constexpr qint64 kSmallSegmentEvents = 250;
inline constexpr size_t kMostSmallSegments = 32;
inline constexpr size_t kMergedSegmentEvents = 500;
inline constexpr qint64 kMergedSegmentBytes = qint64(4) << 20;

/// What was merged in this process lately, so that snapshots and marks from before a merge still hold.
class MovedBodies
{
public:
    void add(const std::vector<MovedBody> &moved);
    /// Where the bytes of the body lie now, after however many merges.
    [[nodiscard]] std::optional<MovedBody> find(qint64 id) const;
    /// Id of the segment that first held the byte at `offset` of the body.
    [[nodiscard]] qint64 originOf(qint64 id, qint64 offset) const;

private:
    std::deque<MovedBody> m_moved; ///< In the order of the merges.
};

} // namespace Gapline
