// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deliverylog/logformat.h"

namespace Gapline {
namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

QByteArrayView skipSpace(QByteArrayView text)
{
    while (!text.isEmpty() && isSpace(text.front()))
        text = text.sliced(1);
    return text;
}

/// Braces and brackets closed, outside of strings.
bool isClosed(QByteArrayView line)
{
    int depth = 0;
    bool isInString = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (isInString) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                isInString = false;
        } else if (c == '"') {
            isInString = true;
        } else if (c == '{' || c == '[') {
            ++depth;
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return depth == 0 && !isInString;
}

/// Whether one of the first lines is an object from its first to its last character, as no row of a delimited log is: a
/// log that begins in the middle of a line, or with words of its own, goes on so.
bool hasObjectLine(QByteArrayView text)
{
    constexpr int kLines = 20;
    for (int i = 0; i < kLines; ++i) {
        const qsizetype newline = text.indexOf('\n');
        if (newline < 0)
            break;
        const QByteArrayView line = text.first(newline).trimmed();
        if (line.startsWith('{') && line.endsWith('}') && isClosed(line))
            return true;
        text = text.sliced(newline + 1);
    }
    return false;
}

char guessDelimiter(QByteArrayView header)
{
    char best = ',';
    qsizetype most = 0;
    for (const char candidate : {',', '\t', ';', '|'}) {
        qsizetype count = 0;
        bool isQuoted = false;
        for (const char c : header) {
            if (c == '"')
                isQuoted = !isQuoted;
            else if (c == candidate && !isQuoted)
                ++count;
        }
        if (count > most) {
            most = count;
            best = candidate;
        }
    }
    return best;
}

} // namespace

bool isGzip(QByteArrayView head)
{
    return head.startsWith(QByteArrayView("\x1f\x8b", 2));
}

LogEncoding guessEncoding(QByteArrayView head)
{
    if (head.startsWith(QByteArrayView("\xff\xfe", 2)))
        return LogEncoding::Utf16Le;
    if (head.startsWith(QByteArrayView("\xfe\xff", 2)))
        return LogEncoding::Utf16Be;
    if (head.size() >= 4 && head[0] != 0 && head[1] == 0 && head[2] != 0 && head[3] == 0)
        return LogEncoding::Utf16Le;
    if (head.size() >= 4 && head[0] == 0 && head[1] != 0 && head[2] == 0 && head[3] != 0)
        return LogEncoding::Utf16Be;
    return LogEncoding::Utf8;
}

qsizetype byteOrderMarkLength(QByteArrayView head)
{
    if (head.startsWith(QByteArrayView("\xef\xbb\xbf", 3)))
        return 3;
    const bool isUtf16 = head.startsWith(QByteArrayView("\xff\xfe", 2))
        || head.startsWith(QByteArrayView("\xfe\xff", 2));
    return isUtf16 ? 2 : 0;
}

ShapeGuess guessShape(QByteArrayView head)
{
    const QByteArrayView text = skipSpace(head);
    if (text.isEmpty())
        return {};
    const qsizetype newline = text.indexOf('\n');
    const QByteArrayView line = newline < 0 ? text : text.first(newline);
    if (text.front() == '[') {
        // "[2026-04-28 11:16] {...}" is a line with a prefix; an array goes on with an object or ends.
        const QByteArrayView inside = skipSpace(text.sliced(1));
        if (inside.isEmpty() || inside.front() == '{' || inside.front() == ']')
            return {LogShape::JsonValues, ','};
    }
    if (text.front() == '{') {
        const bool spansLines = newline >= 0 && !isClosed(line);
        // A first line that is cut off also stays open; then the second one begins an object of its own.
        const bool nextBegins =
            newline >= 0 && skipSpace(text.sliced(newline)).startsWith(QByteArrayView("{"));
        return {spansLines && !nextBegins ? LogShape::JsonValues : LogShape::JsonLines, ','};
    }
    if (line.contains('{') || hasObjectLine(text))
        return {LogShape::JsonLines, ','};
    return {LogShape::Delimited, guessDelimiter(line)};
}

QString formatName(const LogFormat &format)
{
    QString name;
    switch (format.shape) {
    case LogShape::JsonLines:
        name = QStringLiteral("NDJSON");
        break;
    case LogShape::JsonValues:
        name = QStringLiteral("JSON");
        break;
    case LogShape::Delimited:
        name = format.delimiter == '\t' ? QStringLiteral("TSV") : QStringLiteral("CSV");
        break;
    }
    if (format.encoding != LogEncoding::Utf8)
        name += QStringLiteral(", UTF-16");
    if (format.isGzip)
        name += QStringLiteral(", gzip");
    return name;
}

} // namespace Gapline
