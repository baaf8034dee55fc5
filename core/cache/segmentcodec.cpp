// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/segmentcodec.h"

#include <QtEndian>

#include <algorithm>
#include <limits>
#include <memory>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <utility>
#include <zstd.h>

namespace Gapline {
namespace {

constexpr quint8 kFormat = 1;
constexpr int kZstdLevel = 1;

using CompressionContext = std::unique_ptr<ZSTD_CCtx, size_t (*)(ZSTD_CCtx *)>;

CompressionContext compressionContext(Packing packing)
{
    CompressionContext context(ZSTD_createCCtx(), ZSTD_freeCCtx);
    const auto set = [&context](ZSTD_cParameter parameter, int value) {
        [[maybe_unused]] const size_t done =
            ZSTD_CCtx_setParameter(context.get(), parameter, value);
        Q_ASSERT(!ZSTD_isError(done));
    };
    set(ZSTD_c_compressionLevel, kZstdLevel);
    if (packing == Packing::Events) {
        // A tenth less time, and fewer bytes as well; the table leaves room in the processor's first cache.
        set(ZSTD_c_hashLog, 11);
        set(ZSTD_c_minMatch, 7);
    }
    return context;
}

/// Above every page that the API client accepts (64 MiB), below what would not fit into an SQLite value.
constexpr qint64 kMaxUnpackedBytes = qint64(512) << 20;

class Packer
{
public:
    template<typename T>
    void number(T value)
    {
        const T little = qToLittleEndian(value);
        m_bytes.append(reinterpret_cast<const char *>(&little), sizeof(T));
    }

    /// base, width, then one offset above the base for each value.
    template<typename ValueOf>
    void column(const std::vector<EventColumns> &events, ValueOf valueOf)
    {
        qint64 low = std::numeric_limits<qint64>::max();
        qint64 high = std::numeric_limits<qint64>::min();
        for (const EventColumns &event : events) {
            low = std::min(low, qint64(valueOf(event)));
            high = std::max(high, qint64(valueOf(event)));
        }
        // Unsigned, so that the distance of two extreme values is right as well.
        const quint64 range = events.empty() ? 0 : quint64(high) - quint64(low);
        const quint8 width = range == 0 ? 0
            : range <= 0xff             ? 1
            : range <= 0xffff           ? 2
            : range <= 0xffffffff       ? 4
                                        : 8;
        number(low);
        number(width);
        switch (width) {
        case 0:
            return;
        case 1:
            return offsets<quint8>(events, quint64(low), valueOf);
        case 2:
            return offsets<quint16>(events, quint64(low), valueOf);
        case 4:
            return offsets<quint32>(events, quint64(low), valueOf);
        default:
            return offsets<quint64>(events, quint64(low), valueOf);
        }
    }

    void texts(const StringTable &table)
    {
        number(table.size());
        for (const QByteArray &text : table.texts()) {
            number(quint32(text.size()));
            m_bytes.append(text);
        }
    }

    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }

private:
    template<typename T, typename ValueOf>
    void offsets(const std::vector<EventColumns> &events, quint64 low, ValueOf valueOf)
    {
        const qsizetype begin = m_bytes.size();
        m_bytes.resize(begin + qsizetype(events.size() * sizeof(T)));
        char *to = m_bytes.data() + begin;
        for (const EventColumns &event : events) {
            qToLittleEndian(T(quint64(valueOf(event)) - low), to);
            to += sizeof(T);
        }
    }

    QByteArray m_bytes;
};

class Unpacker
{
public:
    explicit Unpacker(QByteArrayView bytes)
        : m_bytes(bytes)
    { }

    template<typename T>
    T number()
    {
        if (!has(sizeof(T)))
            return {};
        const T value = qFromLittleEndian<T>(m_bytes.data() + m_at);
        m_at += qsizetype(sizeof(T));
        return value;
    }

    PackedColumn column(size_t count)
    {
        const auto base = quint64(number<qint64>());
        const auto width = number<quint8>();
        const bool isWidth = width == 0 || width == 1 || width == 2 || width == 4 || width == 8;
        const qsizetype size = isWidth ? qsizetype(width) * qsizetype(count) : 0;
        if (!isWidth || !has(size)) {
            m_isSound = false;
            return {};
        }
        return {base, width, m_bytes.data() + std::exchange(m_at, m_at + size)};
    }

    std::vector<QByteArrayView> texts()
    {
        std::vector<QByteArrayView> texts;
        const auto count = number<quint32>();
        for (quint32 i = 0; i < count && m_isSound; ++i) {
            const auto size = qsizetype(number<quint32>());
            if (!has(size))
                break;
            texts.push_back(m_bytes.sliced(m_at, size));
            m_at += size;
        }
        return texts;
    }

    [[nodiscard]] bool has(qsizetype size)
    {
        m_isSound = m_isSound && size <= m_bytes.size() - m_at;
        return m_isSound;
    }
    [[nodiscard]] bool isSound() const { return m_isSound; }
    [[nodiscard]] bool isAtEnd() const { return m_at == m_bytes.size(); }

private:
    QByteArrayView m_bytes;
    qsizetype m_at = 0;
    bool m_isSound = true;
};

bool areBelow(const PackedColumn &column, size_t count, size_t limit)
{
    quint64 highest = 0;
    column.forEach(count,
                   [&highest](qint64 value) { highest = std::max(highest, quint64(value)); });
    return count == 0 || highest < limit;
}

/// Nothing when one is there twice: that would shift every index after it.
std::optional<StringTable> tableOf(const std::vector<QByteArrayView> &texts)
{
    StringTable table;
    for (size_t i = 0; i < texts.size(); ++i) {
        if (table.intern(texts[i]) != i)
            return std::nullopt;
    }
    return table;
}

const EVP_MD *fetchSha256()
{
    // At the program's end OpenSSL would free, without a lock, what it keeps for each thread, and a thread that ends frees
    // its own. QThread::wait() returns before that has been done.
    OPENSSL_init_crypto(OPENSSL_INIT_NO_ATEXIT, nullptr);
    return EVP_MD_fetch(nullptr, "SHA256", nullptr);
}

} // namespace

QByteArray packColumns(const SegmentColumns &columns)
{
    Packer packer;
    packer.number(kFormat);
    packer.number(quint32(columns.events.size()));
    packer.column(columns.events, [](const EventColumns &e) { return e.seq.value; });
    packer.column(columns.events, [](const EventColumns &e) { return toEpochMs(e.timestamp); });
    packer.column(columns.events, [](const EventColumns &e) { return e.typeIndex; });
    // One up, so that "no step" is 0 and the column stays narrow.
    packer.column(columns.events, [](const EventColumns &e) { return quint32(e.stepIndex + 1); });
    packer.column(columns.events, [](const EventColumns &e) { return e.rawLength; });
    packer.column(columns.events, [](const EventColumns &e) { return e.flags.toInt(); });
    packer.texts(columns.types);
    packer.texts(columns.steps);

    Packer framed;
    framed.number(quint32(packer.bytes().size()));
    return framed.bytes() + compress(packer.bytes());
}

std::optional<PackedColumns> readColumns(QByteArrayView packed)
{
    if (packed.size() < qsizetype(sizeof(quint32)))
        return std::nullopt;
    std::optional<QByteArray> bytes =
        decompress(packed.sliced(sizeof(quint32)), qFromLittleEndian<quint32>(packed.data()));
    if (!bytes)
        return std::nullopt;
    PackedColumns columns{*std::move(bytes), {}};
    Unpacker unpacker(columns.bytes);
    const auto format = unpacker.number<quint8>();
    const auto count = unpacker.number<quint32>();
    // A column of equal values takes no space, so the count is bounded by itself.
    constexpr quint32 kMaxEvents = 1 << 24;
    if (!unpacker.isSound() || format != kFormat || count > kMaxEvents)
        return std::nullopt;

    PackedEvents &events = columns.events;
    events.count = count;
    events.seqs = unpacker.column(count);
    events.timestamps = unpacker.column(count);
    events.types = unpacker.column(count);
    events.steps = unpacker.column(count);
    events.rawLengths = unpacker.column(count);
    events.flags = unpacker.column(count);
    events.typeTexts = unpacker.texts();
    events.stepTexts = unpacker.texts();
    if (!unpacker.isSound() || !unpacker.isAtEnd()
        || !areBelow(events.types, count, events.typeTexts.size())
        || !areBelow(events.steps, count, events.stepTexts.size() + 1))
        return std::nullopt;
    return columns;
}

std::optional<SegmentColumns> unpackColumns(const PackedColumns &packed)
{
    const PackedEvents &events = packed.events;
    std::optional<StringTable> types = tableOf(events.typeTexts);
    std::optional<StringTable> steps = tableOf(events.stepTexts);
    if (!types || !steps)
        return std::nullopt;
    SegmentColumns columns{
        std::vector<EventColumns>(events.count), *std::move(types), *std::move(steps)};
    const auto fill = [&columns](const PackedColumn &column, auto take) {
        auto event = columns.events.begin();
        column.forEach(columns.events.size(), [&](qint64 value) { take(*event++, value); });
    };
    fill(events.seqs, [](EventColumns &e, qint64 v) { e.seq = {v}; });
    fill(events.timestamps, [](EventColumns &e, qint64 v) { e.timestamp = fromEpochMs(v); });
    fill(events.types, [](EventColumns &e, qint64 v) { e.typeIndex = quint32(v); });
    fill(events.steps, [](EventColumns &e, qint64 v) { e.stepIndex = quint32(v) - 1; });
    fill(events.flags, [](EventColumns &e, qint64 v) { e.flags = EventFlags::fromInt(quint8(v)); });
    fill(events.rawLengths, [offset = quint32(0)](EventColumns &e, qint64 v) mutable {
        e.rawLength = quint32(v);
        e.rawOffset = offset;
        offset += e.rawLength;
    });
    return columns;
}

std::optional<SegmentColumns> unpackColumns(QByteArrayView packed)
{
    const std::optional<PackedColumns> columns = readColumns(packed);
    return columns ? unpackColumns(*columns) : std::nullopt;
}

QByteArray compress(QByteArrayView bytes, Packing packing)
{
    // Contexts are costly to make, and each thread that compresses keeps them.
    thread_local const CompressionContext forAny = compressionContext(Packing::Any);
    thread_local const CompressionContext forEvents = compressionContext(Packing::Events);
    ZSTD_CCtx *const context = (packing == Packing::Events ? forEvents : forAny).get();
    // A buffer that is kept spares a large allocation, whose pages the kernel would have to clear each time.
    thread_local QByteArray compressed;
    const auto bound = qsizetype(ZSTD_compressBound(size_t(bytes.size())));
    constexpr qsizetype kKeptBytes = qsizetype(4) << 20;
    if (compressed.size() < bound)
        compressed = QByteArray(bound, Qt::Uninitialized);
    const size_t size = ZSTD_compress2(
        context, compressed.data(), size_t(compressed.size()), bytes.data(), size_t(bytes.size()));
    Q_ASSERT(!ZSTD_isError(size));
    QByteArray result(compressed.constData(), qsizetype(size));
    if (compressed.size() > kKeptBytes)
        compressed.clear();
    return result;
}

std::optional<QByteArray> decompress(QByteArrayView compressed, qint64 byteCount)
{
    if (byteCount < 0 || byteCount > kMaxUnpackedBytes)
        return std::nullopt;
    thread_local const std::unique_ptr<ZSTD_DCtx, size_t (*)(ZSTD_DCtx *)> context(
        ZSTD_createDCtx(), ZSTD_freeDCtx);
    QByteArray bytes(byteCount, Qt::Uninitialized);
    const size_t size = ZSTD_decompressDCtx(context.get(),
                                            bytes.data(),
                                            size_t(byteCount),
                                            compressed.data(),
                                            size_t(compressed.size()));
    if (ZSTD_isError(size) || qint64(size) != byteCount)
        return std::nullopt;
    return bytes;
}

QByteArray packCoverage(const SeqSet &coverage)
{
    Packer packer;
    for (const SeqRange range : coverage.ranges()) {
        packer.number(range.first.value);
        packer.number(range.last.value);
    }
    return packer.bytes().isNull() ? QByteArray("") : packer.bytes();
}

std::optional<SeqSet> unpackCoverage(QByteArrayView packed)
{
    constexpr qsizetype kPair = 2 * sizeof(qint64);
    if (packed.size() % kPair != 0)
        return std::nullopt;
    Unpacker unpacker(packed);
    SeqSet coverage;
    while (!unpacker.isAtEnd()) {
        const Seq first{unpacker.number<qint64>()};
        const Seq last{unpacker.number<qint64>()};
        if (first < Seq{1} || last < first || last > Seq{kMaxSafeInteger})
            return std::nullopt;
        coverage.add({first, last});
    }
    return coverage;
}

Checksum::Checksum()
    : m_context(EVP_MD_CTX_new())
{
    // Fetched once: the look-up costs more than the hash of a small row.
    static const EVP_MD *const sha256 = fetchSha256();
    EVP_DigestInit_ex(static_cast<EVP_MD_CTX *>(m_context), sha256, nullptr);
}

Checksum::~Checksum()
{
    EVP_MD_CTX_free(static_cast<EVP_MD_CTX *>(m_context));
}

Checksum &Checksum::add(qint64 number)
{
    const qint64 little = qToLittleEndian(number);
    EVP_DigestUpdate(static_cast<EVP_MD_CTX *>(m_context), &little, sizeof(little));
    return *this;
}

Checksum &Checksum::add(QByteArrayView bytes)
{
    add(qint64(bytes.size()));
    return addPlain(bytes);
}

Checksum &Checksum::addPlain(QByteArrayView bytes)
{
    EVP_DigestUpdate(static_cast<EVP_MD_CTX *>(m_context), bytes.data(), size_t(bytes.size()));
    return *this;
}

QByteArray Checksum::result()
{
    QByteArray digest(EVP_MAX_MD_SIZE, Qt::Uninitialized);
    unsigned int size = 0;
    EVP_DigestFinal_ex(static_cast<EVP_MD_CTX *>(m_context),
                       reinterpret_cast<unsigned char *>(digest.data()),
                       &size);
    digest.truncate(kBytes);
    return digest;
}

} // namespace Gapline
