// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deliverylog/recordsplitter.h"

#include <algorithm>

namespace Gapline {
namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/// Of a byte order mark, which stands within where files were joined; no JSON value begins with one of them.
bool isOfMark(char c)
{
    return c == '\xef' || c == '\xbb' || c == '\xbf';
}

QByteArrayView withoutLineEnd(QByteArrayView line)
{
    if (line.endsWith('\n'))
        line.chop(1);
    if (line.endsWith('\r'))
        line.chop(1);
    return line;
}

} // namespace

RecordSplitter::RecordSplitter(LogBytes &source, QByteArray head, ShapeGuess shape)
    : m_source(source)
    , m_shape(shape)
    , m_buffer(std::move(head))
{ }

bool RecordSplitter::next(LogRecord &record)
{
    record = {};
    m_depth = 0;
    m_isInString = false;
    m_isFieldStart = true;
    do {
        skipBetweenRecords();
    } while (m_begin == m_buffer.size() && fill());
    if (m_begin == m_buffer.size())
        return false;
    m_scanned = m_begin;
    while (true) {
        const qsizetype end = findEnd();
        if (end >= 0) {
            if (end - m_begin > kMaxRecordBytes)
                rejectLine(record, QStringLiteral("the row is longer than 4 MiB"));
            else
                take(record, end);
            return true;
        }
        if (m_buffer.size() - m_begin > kMaxRecordBytes) {
            rejectLine(record, QStringLiteral("the row is longer than 4 MiB"));
            return true;
        }
        if (!fill())
            break;
    }
    record.isLast = true;
    if (m_shape.shape == LogShape::JsonValues)
        rejectLine(record, QStringLiteral("the JSON value ends early"));
    else if (m_shape.shape == LogShape::Delimited && m_isInString)
        rejectLine(record, QStringLiteral("a quote is never closed"));
    else
        take(record, m_buffer.size());
    return true;
}

void RecordSplitter::skipBetweenRecords()
{
    const bool isValues = m_shape.shape == LogShape::JsonValues;
    while (m_begin < m_buffer.size()) {
        const char c = m_buffer.at(m_begin);
        if (m_isResyncing && c == '{')
            m_isResyncing = false;
        const bool isBetween =
            isSpace(c) || (isValues && (c == ',' || c == '[' || c == ']' || isOfMark(c)));
        if (m_isResyncing && !isBetween) {
            const qsizetype newline = m_buffer.indexOf('\n', m_begin);
            m_begin = newline < 0 ? m_buffer.size() : newline;
            continue;
        }
        // A tab or a space may be an empty first cell; an empty line is no row.
        if (m_shape.shape == LogShape::Delimited ? c != '\n' && c != '\r' : !isBetween)
            return;
        m_line += c == '\n';
        ++m_begin;
    }
}

qsizetype RecordSplitter::findEnd()
{
    switch (m_shape.shape) {
    case LogShape::JsonLines:
        return findLineEnd();
    case LogShape::JsonValues:
        return findValueEnd();
    case LogShape::Delimited:
        break;
    }
    return findDelimitedEnd();
}

qsizetype RecordSplitter::findLineEnd()
{
    const qsizetype newline = m_buffer.indexOf('\n', m_scanned);
    m_scanned = m_buffer.size();
    return newline < 0 ? -1 : newline + 1;
}

/// RFC 4180: a quote at the beginning of a cell opens, a doubled one is a character.
qsizetype RecordSplitter::findDelimitedEnd()
{
    const char *bytes = m_buffer.constData();
    const qsizetype size = m_buffer.size();
    for (; m_scanned < size; ++m_scanned) {
        const char c = bytes[m_scanned];
        if (m_isInString) {
            // Doubled quotes close and open again: the same result.
            m_isInString = c != '"';
            m_isFieldStart = c == '"';
        } else if (c == '\n') {
            return m_scanned + 1;
        } else if (c == '"' && m_isFieldStart) {
            m_isInString = true;
        } else {
            m_isFieldStart = c == m_shape.delimiter || (m_isFieldStart && c == ' ');
        }
    }
    return -1;
}

qsizetype RecordSplitter::findValueEnd()
{
    const char *bytes = m_buffer.constData();
    const qsizetype size = m_buffer.size();
    if (bytes[m_begin] != '{') {
        // No object: up to the next separator or line end, to be rejected as a row.
        for (; m_scanned < size; ++m_scanned) {
            if (bytes[m_scanned] == '\n' || bytes[m_scanned] == ',' || bytes[m_scanned] == ']')
                return m_scanned;
        }
        return m_isAtEnd ? size : -1;
    }
    for (; m_scanned < size; ++m_scanned) {
        const char c = bytes[m_scanned];
        if (m_isInString) {
            if (c == '\\') {
                if (m_scanned + 1 == size)
                    return -1; // Come back with the character that it escapes.
                ++m_scanned;
            } else if (c == '"') {
                m_isInString = false;
            }
        } else if (c == '"') {
            m_isInString = true;
        } else if (c == '{' || c == '[') {
            ++m_depth;
        } else if ((c == '}' || c == ']') && --m_depth <= 0) {
            return m_scanned + 1;
        }
    }
    return -1;
}

bool RecordSplitter::fill()
{
    const QByteArray chunk = m_isAtEnd ? QByteArray() : m_source.read();
    if (chunk.isEmpty()) {
        m_isAtEnd = true;
        return false;
    }
    m_buffer.remove(0, m_begin);
    m_scanned -= m_begin;
    m_begin = 0;
    m_buffer.append(chunk);
    return true;
}

void RecordSplitter::take(LogRecord &record, qsizetype end)
{
    const QByteArrayView bytes = QByteArrayView(m_buffer).sliced(m_begin, end - m_begin);
    record.line = m_line;
    record.bytes = withoutLineEnd(bytes);
    record.isLast = record.bytes.size() == bytes.size() && end == m_buffer.size() && m_isAtEnd;
    m_line += std::count(bytes.begin(), bytes.end(), '\n');
    m_begin = end;
}

void RecordSplitter::rejectLine(LogRecord &record, const QString &problem)
{
    record.line = m_line;
    record.problem = problem;
    m_isResyncing = m_shape.shape == LogShape::JsonValues;
    dropLongLine();
}

void RecordSplitter::dropLongLine()
{
    while (true) {
        const qsizetype newline = m_buffer.indexOf('\n', m_begin);
        if (newline >= 0) {
            m_begin = newline + 1;
            ++m_line;
            return;
        }
        m_begin = m_buffer.size();
        m_scanned = m_begin;
        if (!fill())
            return;
    }
}

} // namespace Gapline
