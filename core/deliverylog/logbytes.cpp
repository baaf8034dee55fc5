// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deliverylog/logbytes.h"

#include <zlib.h>

namespace Gapline {
namespace {

constexpr qint64 kChunk = 256 * 1024;

} // namespace

/// Inflates gzip members one after the other.
class LogBytes::Inflater
{
public:
    Inflater() { m_isReady = inflateInit2(&m_stream, 15 + 16) == Z_OK; }
    ~Inflater() { inflateEnd(&m_stream); }
    Inflater(const Inflater &) = delete;
    Inflater &operator=(const Inflater &) = delete;

    [[nodiscard]] bool needsInput() const { return m_position >= m_input.size(); }
    void feed(const QByteArray &input)
    {
        m_input = input;
        m_position = 0;
    }
    [[nodiscard]] bool isBetweenMembers() const { return m_isBetweenMembers; }

    /// At most one chunk of output; an error text when the data is no gzip.
    std::optional<QString> inflateSome(QByteArray &output)
    {
        if (m_isBetweenMembers) {
            // Zero bytes pad some archives after the last member.
            while (m_position < m_input.size() && m_input[m_position] == 0)
                ++m_position;
            if (needsInput())
                return std::nullopt;
            inflateReset(&m_stream);
            m_isBetweenMembers = false;
        }
        output.resize(kChunk);
        // zlib's interface is not const-correct: it does not write to next_in.
        m_stream.next_in =
            reinterpret_cast<Bytef *>(const_cast<char *>(m_input.constData())) + m_position;
        m_stream.avail_in = uInt(m_input.size() - m_position);
        m_stream.next_out = reinterpret_cast<Bytef *>(output.data());
        m_stream.avail_out = uInt(output.size());
        const int status = m_isReady ? inflate(&m_stream, Z_NO_FLUSH) : Z_MEM_ERROR;
        m_position = m_input.size() - qsizetype(m_stream.avail_in);
        output.truncate(output.size() - qsizetype(m_stream.avail_out));
        if (status == Z_STREAM_END)
            m_isBetweenMembers = true;
        else if (status != Z_OK && status != Z_BUF_ERROR)
            return QStringLiteral("the gzip data is damaged");
        return std::nullopt;
    }

private:
    z_stream m_stream{};
    QByteArray m_input;
    qsizetype m_position = 0;
    bool m_isReady = false;
    bool m_isBetweenMembers = false;
};

LogBytes::LogBytes(QIODevice &device)
    : m_device(device)
{
    m_lookAhead = readDevice();
    if (Gapline::isGzip(m_lookAhead))
        m_inflater = std::make_unique<Inflater>();
}

LogBytes::~LogBytes() = default;

QByteArray LogBytes::read()
{
    QByteArray chunk;
    if (m_inflater)
        chunk = readInflated();
    else if (!m_lookAhead.isEmpty())
        chunk = std::exchange(m_lookAhead, {});
    else
        chunk = readDevice();
    if (m_isAtStart && !chunk.isEmpty()) {
        m_isAtStart = false;
        m_encoding = guessEncoding(chunk);
        chunk.remove(0, byteOrderMarkLength(chunk));
        if (m_encoding != LogEncoding::Utf8) {
            m_decoder =
                QStringDecoder(m_encoding == LogEncoding::Utf16Le ? QStringConverter::Utf16LE
                                                                  : QStringConverter::Utf16BE);
        }
        if (chunk.isEmpty())
            return read();
    }
    if (m_encoding == LogEncoding::Utf8 || chunk.isEmpty())
        return chunk;
    const QString text = m_decoder.decode(chunk);
    const QByteArray decoded = text.toUtf8();
    // Half a character may be all that a chunk holds.
    return decoded.isEmpty() ? read() : decoded;
}

QByteArray LogBytes::readDevice()
{
    if (m_problem)
        return {};
    QByteArray chunk(kChunk, Qt::Uninitialized);
    const qint64 length = m_device.read(chunk.data(), chunk.size());
    if (length < 0) {
        m_problem = QStringLiteral("reading failed: %1").arg(m_device.errorString());
        return {};
    }
    chunk.truncate(length);
    m_bytesRead += length;
    return chunk;
}

QByteArray LogBytes::readInflated()
{
    QByteArray output;
    while (output.isEmpty() && !m_problem) {
        if (m_inflater->needsInput()) {
            QByteArray input =
                m_lookAhead.isEmpty() ? readDevice() : std::exchange(m_lookAhead, {});
            if (input.isEmpty()) {
                if (!m_inflater->isBetweenMembers() && !m_problem)
                    m_problem = QStringLiteral("the gzip data ends early");
                return {};
            }
            m_inflater->feed(input);
        }
        m_problem = m_inflater->inflateSome(output);
    }
    return output;
}

} // namespace Gapline
