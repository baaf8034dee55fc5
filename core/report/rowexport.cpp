// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/rowexport.h"

#include "core/domain/wording.h"

#include <QIODevice>
#include <QScopeGuard>
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

/// Makes chunks of the rows, one after the other, with their bodies loaded.
class ChunkReading
{
public:
    ChunkReading(const StreamRows &rows, const PayloadSource &payloads)
        : m_rows(rows)
        , m_stream(*rows.stream())
        , m_payloads(payloads)
    { }

    Result<RowChunk> next(qsizetype firstRow)
    {
        RowChunk chunk;
        chunk.firstRow = firstRow;
        m_stretch = {};
        qsizetype row = firstRow;
        const qsizetype end = std::min(m_rows.count(), firstRow + kRowsPerChunk);
        while (row < end && chunk.rawBytes < kBytesPerChunk) {
            const StreamRows::Row at = m_rows.at(row);
            const Result<qsizetype> taken =
                at.isGap ? Result<qsizetype>(1) : takeEvents(chunk, row, at.index, end);
            if (!taken)
                return Failure(taken.error());
            row += *taken;
        }
        chunk.endRow = row;
        return chunk;
    }

private:
    /// Events that follow each other in one body.
    struct Stretch
    {
        qsizetype begin = 0;
        qsizetype end = 0;
        qint64 bodySize = 0;
    };

    /// The event in this row, and those that follow it in the rows and in its body; gives how many.
    Result<qsizetype> takeEvents(RowChunk &chunk, qsizetype row, quint32 index, qsizetype end)
    {
        const RawLocation first = m_stream.rawLocationAt(index);
        if (const Result<void> there = ensureBody(chunk, index, first); !there)
            return Failure(there.error());
        qsizetype count = std::min({m_rows.eventsInARow(row), end - row, m_stretch.end - index});
        qint64 bytes = bytesOf(index, count);
        if (chunk.rawBytes + bytes > kBytesPerChunk || first.offset + bytes > m_stretch.bodySize) {
            count = 1;
            bytes = first.length;
        }
        if (first.offset + bytes > m_stretch.bodySize) {
            return failure(ErrorId::CacheDamaged,
                           CoreText::tr("The stored bytes of seq %1 are cut off.")
                               .arg(m_stream.seqAt(index).value));
        }
        chunk.rawBytes += bytes;
        for (qsizetype i = 0; m_stream.hasFlags() && i < count; ++i) {
            const EventFlags flags = m_stream.flagsAt(qsizetype(index) + i);
            chunk.hasMalformed |= flags.testFlag(EventFlag::MalformedPayload);
        }
        return count;
    }

    /// Of events that lie one behind the other.
    [[nodiscard]] qint64 bytesOf(quint32 index, qsizetype count) const
    {
        const RawLocation first = m_stream.rawLocationAt(index);
        const RawLocation last = m_stream.rawLocationAt(index + count - 1);
        return qint64(last.offset) + last.length - first.offset;
    }

    Result<void> ensureBody(RowChunk &chunk, quint32 index, const RawLocation &location)
    {
        if (m_stretch.begin <= index && index < m_stretch.end)
            return {};
        const SegmentBody *body = chunk.body(location.bodyId);
        if (!body) {
            const Result<void> added = addBody(chunk, location, m_stream.seqAt(index), m_payloads);
            if (!added)
                return added;
            body = chunk.body(location.bodyId);
        }
        // A source that gave another body than the one it was asked for has given none of its bytes.
        m_stretch = {index, m_stream.rawStretchEnd(index), body ? body->bytes.size() : 0};
        return {};
    }

    const StreamRows &m_rows;
    const EventStream &m_stream;
    const PayloadSource &m_payloads;
    Stretch m_stretch;
};

/// Writes whole blocks, at places that are multiples of their size where `out` is a file that begins here: the kernel then
/// takes memory for many pages at once, at half the cost.
class BlockWriter
{
public:
    explicit BlockWriter(QIODevice &out)
        : m_out(out)
    { }

    Result<void> add(QByteArrayView text)
    {
        const qsizetype lacking = std::min(kBlock - m_pending.size(), text.size());
        m_pending += text.first(lacking);
        text = text.sliced(lacking);
        if (m_pending.size() < kBlock)
            return {};
        if (Result<void> written = flush(); !written)
            return written;
        const qsizetype whole = text.size() - text.size() % kBlock;
        if (whole > 0) {
            const auto blocks = QByteArray::fromRawData(text.data(), whole);
            if (Result<void> written = writeAll(m_out, blocks); !written)
                return written;
        }
        m_pending += text.sliced(whole);
        return {};
    }
    Result<void> flush()
    {
        const Result<void> written =
            m_pending.isEmpty() ? Result<void>() : writeAll(m_out, m_pending);
        m_pending.truncate(0);
        return written;
    }

private:
    static constexpr qsizetype kBlock = 64 * 1024;

    QIODevice &m_out;
    QByteArray m_pending; ///< Less than a block.
};

} // namespace

const SegmentBody *RowChunk::body(qint64 bodyId) const
{
    // The newest first: rows follow the order of the bodies, nearly always.
    const auto found = std::find_if(m_bodies.crbegin(),
                                    m_bodies.crend(),
                                    [bodyId](const auto &body) { return body->id == bodyId; });
    return found == m_bodies.crend() ? nullptr : found->get();
}

QByteArrayView RowChunk::raw(const RawLocation &location) const
{
    const SegmentBody *found = body(location.bodyId);
    return found ? found->raw(location) : QByteArrayView();
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
                          const KeepGoing &keepGoing,
                          QByteArrayView begin)
{
    BlockWriter writer(out);
    if (const Result<void> begun = writer.add(begin); !begun)
        return Failure(begun.error());
    std::deque<PendingText> pending;
    std::vector<TextPtr> unused;
    const auto writeOldest = [&]() -> Result<void> {
        PendingText oldest = std::move(pending.front());
        pending.pop_front();
        oldest.made.waitForFinished();
        const Result<void> written = writer.add(*oldest.text);
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
    const auto writeAllRows = [&]() -> Result<void> {
        ChunkReading chunks(rows, payloads);
        for (qsizetype row = 0; row < rows.count();) {
            Result<RowChunk> chunk = chunks.next(row);
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
                if (Result<void> written = writeOldest(); !written)
                    return written;
            }
        }
        while (!pending.empty()) {
            if (Result<void> written = writeOldest(); !written)
                return written;
        }
        return {};
    };

    const Result<void> written = writeAllRows();
    // Also what was made before a failure: the rows that were reported as written have to be there. Where writing itself
    // has failed nothing is pending, and so nothing follows the gap.
    const Result<void> flushed = writer.flush();
    if (!written)
        return Failure(written.error());
    if (!flushed)
        return Failure(flushed.error());
    return qint64(rows.count());
}

} // namespace Gapline
