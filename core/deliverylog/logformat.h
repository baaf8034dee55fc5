// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace Gapline {

enum class LogEncoding : quint8
{
    Utf8,
    Utf16Le,
    Utf16Be,
};

enum class LogShape : quint8
{
    JsonLines, ///< One JSON object a line; what precedes the first brace of a line is skipped.
    JsonValues, ///< A JSON array of objects, or objects that span lines.
    Delimited, ///< CSV, TSV or another delimiter, with a header line.
};

/// What a receiver's log looks like, told from its content alone: names and extensions are no evidence.
struct LogFormat
{
    bool isGzip = false;
    LogEncoding encoding = LogEncoding::Utf8;
    LogShape shape = LogShape::JsonLines;
    char delimiter = ','; ///< Of a delimited log.

    friend bool operator==(const LogFormat &, const LogFormat &) = default;
};

[[nodiscard]] bool isGzip(QByteArrayView head);
/// From a byte-order mark, or from where the zero bytes of the first characters lie.
[[nodiscard]] LogEncoding guessEncoding(QByteArrayView head);
/// Number of bytes of the byte-order mark.
[[nodiscard]] qsizetype byteOrderMarkLength(QByteArrayView head);

struct ShapeGuess
{
    LogShape shape = LogShape::JsonLines;
    char delimiter = ',';
};
/// `head` is UTF-8 without a mark, the log's first bytes: the longer, the surer (64 KiB will do).
[[nodiscard]] ShapeGuess guessShape(QByteArrayView head);

/// "NDJSON", "JSON, gzip", "TSV, UTF-16"; for previews and coverage statements.
[[nodiscard]] QString formatName(const LogFormat &format);

} // namespace Gapline
