// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/event.h"
#include "core/domain/seqset.h"
#include "core/domain/stringtable.h"
#include "core/stream/packedevents.h"

#include <optional>
#include <span>
#include <vector>

namespace Gapline {

/// The columns of one segment, unpacked. rawOffset counts from the start of the segment's body, in which the
/// events' bytes follow each other without anything between.
struct SegmentColumns
{
    std::vector<EventColumns> events;
    StringTable types;
    StringTable steps;
};

/// Columns that were read but not unpacked: `events` refers to `bytes`, wherever those are moved to.
struct PackedColumns
{
    QByteArray bytes;
    PackedEvents events;
};

/// Columns as the bytes that the cache keeps: each column an array of the narrowest unsigned width that holds its
/// values above a base, then the texts, zstd over all. Lengths are kept, offsets follow from them.
[[nodiscard]] QByteArray packColumns(const SegmentColumns &columns);
/// Nothing when the bytes are not what packColumns() makes; never reads or allocates beyond what they can hold.
[[nodiscard]] std::optional<SegmentColumns> unpackColumns(QByteArrayView packed);
/// The first half of unpackColumns(), at a fraction of its cost; only whether a text is there twice is not looked at.
[[nodiscard]] std::optional<PackedColumns> readColumns(QByteArrayView packed);
/// The second half.
[[nodiscard]] std::optional<SegmentColumns> unpackColumns(const PackedColumns &columns);

/// What is compressed, and so what zstd should look for.
enum class Packing
{
    Any, ///< Level 1.
    Events, ///< JSON that repeats itself in long stretches: short ones are not looked for.
};

/// A zstd frame.
[[nodiscard]] QByteArray compress(QByteArrayView bytes, Packing packing = Packing::Any);
/// Nothing when the bytes do not unpack to exactly `byteCount` bytes.
[[nodiscard]] std::optional<QByteArray> decompress(QByteArrayView compressed, qint64 byteCount);

/// Pairs of little-endian int64.
[[nodiscard]] QByteArray packCoverage(const SeqSet &coverage);
[[nodiscard]] std::optional<SeqSet> unpackCoverage(QByteArrayView packed);

/// First 16 bytes of the SHA-256 over numbers and texts, each text preceded by its length. Against decay and
/// accidents: whoever can write the file can also write a new checksum.
class Checksum
{
public:
    static constexpr qsizetype kBytes = 16;

    Checksum();
    ~Checksum();
    Checksum(const Checksum &) = delete;
    Checksum &operator=(const Checksum &) = delete;

    Checksum &add(qint64 number);
    Checksum &add(QByteArrayView bytes);
    /// Without a length before them.
    Checksum &addPlain(QByteArrayView bytes);
    [[nodiscard]] QByteArray result();

private:
    void *m_context; ///< EVP_MD_CTX
};

} // namespace Gapline
