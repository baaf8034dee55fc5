// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/payloadsource.h"
#include "core/stream/streamrows.h"

#include <utility>
#include <vector>

class QIODevice;

namespace Gapline {

/// Some rows that follow each other, with the bodies that their events lie in.
class RowChunk
{
public:
    qsizetype firstRow = 0;
    qsizetype endRow = 0; ///< Exclusive.
    qint64 rawBytes = 0; ///< Of all events.
    bool hasMalformed = false; ///< Events with a malformed payload.

    /// The event's bytes. The body must have been added.
    [[nodiscard]] QByteArrayView raw(const RawLocation &location) const;
    /// Null when it has not been added.
    [[nodiscard]] const SegmentBody *body(qint64 bodyId) const;
    void add(SegmentBodyPtr body) { m_bodies.push_back(std::move(body)); }

private:
    std::vector<SegmentBodyPtr> m_bodies;
};

/// Makes `text` what the chunk's rows give; what it held before is of no account, but its memory is to be used again.
/// Runs on several pool threads at once: it must only read what they share.
using ChunkFormat = std::function<void(const RowChunk &chunk, QByteArray &text)>;

/// Formats the rows on two pool threads and writes the texts to `out` in order; memory stays bounded by a few
/// chunks. Blocks the calling thread. `begin` is written before them. Gives the number of rows written.
/// Errors: those of the payload source; CacheDamaged for a body that failed its checksum or is too short;
/// FileUnwritable when `out` takes less than all; Cancelled.
[[nodiscard]] Result<qint64> exportRows(const StreamRows &rows,
                                        const PayloadSource &payloads,
                                        const ChunkFormat &format,
                                        QIODevice &out,
                                        const KeepGoing &keepGoing,
                                        QByteArrayView begin = {});

/// Writes all of `bytes`: QIODevice may take fewer without an error (a full disk).
[[nodiscard]] Result<void> writeAll(QIODevice &out, const QByteArray &bytes);

} // namespace Gapline
