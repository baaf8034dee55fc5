// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/ndjsonwriter.h"

#include "core/report/eventslices.h"

#include <algorithm>

namespace Gapline {
namespace {

void appendOnOneLine(QByteArray &text, QByteArrayView raw)
{
    const char *const end = raw.data() + raw.size();
    for (const char *p = raw.data(); p < end;) {
        if (*p == '"') {
            const char *const behind = skipJsonString(p, end);
            for (; p < behind; ++p) {
                if (*p == '\n')
                    text += "\\n";
                else if (*p == '\r')
                    text += "\\r";
                else
                    text += *p;
            }
        } else {
            if (!isJsonSpace(*p))
                text += *p;
            ++p;
        }
    }
}

/// `separator` stands before every event but the first of all rows.
void formatEvents(const StreamRows &rows,
                  const RowChunk &chunk,
                  QByteArrayView separator,
                  QByteArrayView end,
                  QByteArray &text)
{
    const EventStream &stream = *rows.stream();
    qsizetype size = 0;
    for (qsizetype row = chunk.firstRow; row < chunk.endRow; ++row) {
        const StreamRows::Row at = rows.at(row);
        if (!at.isGap)
            size += stream.rawLocationAt(at.index).length + separator.size() + end.size();
    }
    text.truncate(0);
    text.reserve(size);
    for (qsizetype row = chunk.firstRow; row < chunk.endRow; ++row) {
        const StreamRows::Row at = rows.at(row);
        if (at.isGap)
            continue;
        const QByteArrayView raw = chunk.raw(stream.rawLocationAt(at.index));
        text += separator;
        if (raw.contains('\n') || raw.contains('\r'))
            appendOnOneLine(text, raw);
        else
            text += raw;
        text += end;
    }
}

} // namespace

QByteArray ndjsonLine(QByteArrayView raw)
{
    if (!raw.contains('\n') && !raw.contains('\r'))
        return raw.toByteArray();
    QByteArray line;
    appendOnOneLine(line, raw);
    return line;
}

Result<qint64> writeNdjson(const StreamRows &rows,
                           const PayloadSource &payloads,
                           QIODevice &out,
                           const KeepGoing &keepGoing)
{
    const auto format = [&rows](const RowChunk &chunk, QByteArray &text) {
        formatEvents(rows, chunk, {}, "\n", text);
    };
    return exportRows(rows, payloads, format, out, keepGoing);
}

Result<qint64> writeJsonArray(const StreamRows &rows,
                              const PayloadSource &payloads,
                              QIODevice &out,
                              const KeepGoing &keepGoing)
{
    qsizetype firstEventRow = 0;
    while (firstEventRow < rows.count() && rows.at(firstEventRow).isGap)
        ++firstEventRow;
    const auto format = [&rows, firstEventRow](const RowChunk &chunk, QByteArray &text) {
        formatEvents(rows, chunk, ",\n", {}, text);
        if (chunk.firstRow <= firstEventRow && firstEventRow < chunk.endRow)
            text.remove(0, 1); // The separator's comma, not its line break.
    };
    const Result<qint64> written = exportRows(rows, payloads, format, out, keepGoing, "[");
    if (!written)
        return written;
    if (const Result<void> ended = writeAll(out, "\n]\n"); !ended)
        return Failure(ended.error());
    return written;
}

} // namespace Gapline
