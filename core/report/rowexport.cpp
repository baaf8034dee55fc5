// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/rowexport.h"

#include "core/domain/wording.h"

#include <QIODevice>
#include <QtConcurrent>

#include <algorithm>
#include <deque>

namespace Gapline {
namespace {

/// So few that a chunk's bytes are still in the processor's cache when its text is made and written.
constexpr qsizetype kRowsPerChunk = 1024;
constexpr qint64 kBytesPerChunk = 8 * 1024 * 1024;
/// Two being formatted, two waiting to be written.
constexpr std::size_t kChunksInFlight = 4;

/// Its memory goes from chunk to chunk: fresh pages cost more than formatting.
using TextPtr = std::shared_ptr<QByteArray>;

struct PendingText
{
    QFuture<void> made;
    TextPtr text;
    qsizetype endRow = 0;
};

Result<void>
addBody(RowChunk &chunk, const RawLocation &location, Seq seq, const PayloadSource &payloads)
{
    const Result<SegmentBodyPtr> body = payloads(location.bodyId);
    if (!body)
        return Failure(body.error());
    if ((*body)->isDamaged) {
        return failure(
            ErrorId::CacheDamaged,
            CoreText::tr("The stored bytes around seq %1 fail their checksum.").arg(seq.value));
    }
    chunk.add(*body);
    return {};
}

/// The next chunk from `firstRow` on, with its bodies loaded.
Result<RowChunk>
loadChunk(const StreamRows &rows, qsizetype firstRow, const PayloadSource &payloads)
{
    RowChunk chunk;
    chunk.firstRow = firstRow;
    const EventStream &stream = *rows.stream();
    qint64 knownBody = -1;
    qsizetype row = firstRow;
    for (; row < rows.count() && row - firstRow < kRowsPerChunk && chunk.rawBytes < kBytesPerChunk;
         ++row) {
        const StreamRows::Row at = rows.at(row);
        if (at.isGap)
            continue;
        const RawLocation location = stream.rawLocationAt(at.index);
        chunk.rawBytes += location.length;
        chunk.hasMalformed |= stream.flagsAt(at.index).testFlag(EventFlag::MalformedPayload);
        if (location.bodyId != knownBody && !chunk.holds(location.bodyId)) {
            const Result<void> added = addBody(chunk, location, stream.seqAt(at.index), payloads);
            if (!added)
                return Failure(added.error());
        }
        knownBody = location.bodyId;
        if (chunk.raw(location).size() != qsizetype(location.length)) {
            return failure(ErrorId::CacheDamaged,
                           CoreText::tr("The stored bytes of seq %1 are cut off.")
                               .arg(stream.seqAt(at.index).value));
        }
    }
    chunk.endRow = row;
    return chunk;
}

} // namespace

const SegmentBody *RowChunk::bodyOf(qint64 bodyId) const
{
    // The newest first: rows follow the order of the bodies, nearly always.
    const auto found = std::find_if(m_bodies.crbegin(),
                                    m_bodies.crend(),
                                    [bodyId](const auto &body) { return body->id == bodyId; });
    return found == m_bodies.crend() ? nullptr : found->get();
}

QByteArrayView RowChunk::raw(const RawLocation &location) const
{
    const SegmentBody *body = bodyOf(location.bodyId);
    if (!body || qint64(location.offset) + location.length > body->bytes.size())
        return {};
    return body->raw(location);
}

Result<void> writeAll(QIODevice &out, const QByteArray &bytes)
{
    // QFile::error() stays 0 on a full disk; only the count tells.
    const qint64 written = out.write(bytes);
    if (written == bytes.size())
        return {};
    return failure(
        ErrorId::FileUnwritable,
        written < 0
            ? CoreText::tr("Writing %1 bytes failed: %2.").arg(bytes.size()).arg(out.errorString())
            : CoreText::tr("Only %1 of %2 bytes could be written; the disk "
                           "may be full.")
                  .arg(written)
                  .arg(bytes.size()));
}

Result<qint64> exportRows(const StreamRows &rows,
                          const PayloadSource &payloads,
                          const ChunkFormat &format,
                          QIODevice &out,
                          const KeepGoing &keepGoing)
{
    std::deque<PendingText> pending;
    std::vector<TextPtr> unused;
    const auto writeOldest = [&]() -> Result<void> {
        PendingText oldest = std::move(pending.front());
        pending.pop_front();
        oldest.made.waitForFinished();
        const Result<void> written = writeAll(out, *oldest.text);
        unused.push_back(std::move(oldest.text));
        if (written && keepGoing && !keepGoing(oldest.endRow)) {
            return failure(ErrorId::Cancelled,
                           CoreText::tr("Stopped after %1 rows.").arg(oldest.endRow));
        }
        return written;
    };
    // What runs on the pool reads `format`'s captures: wait for it whatever happens.
    const auto finish = qScopeGuard([&pending] {
        for (PendingText &each : pending)
            each.made.waitForFinished();
    });

    qsizetype row = 0;
    while (row < rows.count()) {
        Result<RowChunk> chunk = loadChunk(rows, row, payloads);
        if (!chunk)
            return Failure(chunk.error());
        row = chunk->endRow;
        TextPtr text = std::make_shared<QByteArray>();
        if (!unused.empty()) {
            text = std::move(unused.back());
            unused.pop_back();
        }
        const auto make = [&format, taken = std::move(*chunk), text] { format(taken, *text); };
        pending.push_back({QtConcurrent::run(make), text, row});
        if (pending.size() >= kChunksInFlight) {
            const Result<void> written = writeOldest();
            if (!written)
                return Failure(written.error());
        }
    }
    while (!pending.empty()) {
        const Result<void> written = writeOldest();
        if (!written)
            return Failure(written.error());
    }
    return row;
}

} // namespace Gapline
