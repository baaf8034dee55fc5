// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/deliverylog/logbytes.h"

#include <QByteArrayView>

#include <functional>

namespace Gapline {

/// The longest row that is read; a longer one is rejected without being held (trust.md, "Imports").
inline constexpr qsizetype kMaxRecordBytes = 4 * 1024 * 1024;

/// One row's bytes, or why there are none.
struct LogRecord
{
    qint64 line = 0; ///< 1-based, of its first byte.
    QByteArrayView bytes; ///< Valid until the next call of next().
    bool isLast = false; ///< The file ended with it, without a line feed.
    QString problem; ///< Not empty: the row is rejected.
};

/// Cuts a log into rows: lines, JSON values or CSV records. Holds at most one row and two chunks. What cannot
/// be a row (too long, a quote or brace that never closes) costs one line, and cutting goes on after it.
/// Single-threaded.
class RecordSplitter
{
public:
    RecordSplitter(LogBytes &source, QByteArray head, ShapeGuess shape);

    /// False at the end of the log.
    [[nodiscard]] bool next(LogRecord &record);

private:
    /// Index after the record that begins at m_begin, or -1 when more bytes are needed.
    [[nodiscard]] qsizetype findEnd();
    [[nodiscard]] qsizetype findLineEnd();
    [[nodiscard]] qsizetype findDelimitedEnd();
    [[nodiscard]] qsizetype findValueEnd();
    void skipBetweenRecords();
    /// False when the source has no more.
    bool fill();
    void take(LogRecord &record, qsizetype end);
    /// Rejects the first line of what is buffered and goes on after it.
    void rejectLine(LogRecord &record, const QString &problem);
    void dropLongLine();

    LogBytes &m_source;
    ShapeGuess m_shape;
    QByteArray m_buffer;
    qsizetype m_begin = 0; ///< Of the record to come.
    qsizetype m_scanned = 0; ///< Looked at already, up to here.
    qint64 m_line = 1; ///< Of m_begin.
    bool m_isAtEnd = false;
    bool m_isResyncing = false; ///< JSON values: skip to a line that begins an object.
    int m_depth = 0;
    bool m_isInString = false;
    bool m_isFieldStart = true;
};

} // namespace Gapline
