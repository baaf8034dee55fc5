// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/csvwriter.h"

#include "core/domain/steplineage.h"
#include "core/domain/timetext.h"
#include "core/report/eventslices.h"

#include <cstring>

namespace Gapline {
namespace {

constexpr QByteArrayView
    kHeader("executionId,seq,type,stepId,nodeId,timestamp,time,correlationId,eventId,data\r\n");
constexpr QByteArrayView kByteOrderMark("\xEF\xBB\xBF");
/// Numbers, time, separators and the line's end, generously.
constexpr qsizetype kFixedRowBytes = 256;

/// ISO 8601 UTC as isoTime() writes it, with the date worked out once a day.
class IsoTimeWriter
{
public:
    void write(CellWriter &cells, qint64 ms)
    {
        constexpr qint64 kMsPerDay = 86'400'000;
        qint64 day = ms / kMsPerDay;
        qint64 rest = ms % kMsPerDay;
        if (rest < 0) {
            rest += kMsPerDay;
            --day;
        }
        if (day != m_day || m_text.isEmpty()) {
            m_day = day;
            m_text = isoTime(fromEpochMs(ms)).toLatin1();
        }
        // "2026-04-28T11:16:02.114Z": a date beyond the years 1–9999 has another form.
        if (m_text.size() != 24 || m_text[10] != 'T') {
            cells.cell(isoTime(fromEpochMs(ms)).toLatin1());
            return;
        }
        char *const text = m_text.data();
        put(text + 11, rest / 3'600'000, 2);
        put(text + 14, rest / 60'000 % 60, 2);
        put(text + 17, rest / 1000 % 60, 2);
        put(text + 20, rest % 1000, 3);
        cells.verbatim(m_text);
    }

private:
    static void put(char *to, qint64 number, int digits)
    {
        for (int i = digits - 1; i >= 0; --i) {
            to[i] = char('0' + number % 10);
            number /= 10;
        }
    }

    qint64 m_day = 0;
    QByteArray m_text;
};

/// What all rows share, made into cells once. Only read while rows are formatted.
class CsvFormat
{
public:
    CsvFormat(const StreamRows &rows, const CsvOptions &options);

    void format(const RowChunk &chunk, QByteArray &text) const;

private:
    /// What the rows of one chunk share while they are written.
    struct Tools
    {
        IsoTimeWriter time;
        EventSlicer slicer;
        QByteArray readable; ///< The payload at hand, where it had to be made UTF-8.
    };

    [[nodiscard]] qsizetype sizeOf(const RowChunk &chunk) const;
    void writeGap(CellWriter &cells, const Gap &gap) const;
    void writeEvent(CellWriter &cells, quint32 index, const RowChunk &chunk, Tools &tools) const;

    const StreamRows &m_rows;
    const EventStream &m_stream;
    CellSafety m_safety;
    QByteArray m_executionCell; ///< With its comma, as those below.
    std::vector<QByteArray> m_typeCells;
    std::vector<QByteArray> m_stepCells; ///< Step and node.
    qsizetype m_longestTypeCell = 0;
    qsizetype m_longestStepCell = 2;
};

CsvFormat::CsvFormat(const StreamRows &rows, const CsvOptions &options)
    : m_rows(rows)
    , m_stream(*rows.stream())
    , m_safety(options.safety)
    , m_executionCell(csvCell(m_stream.executionId().text().toUtf8(), m_safety) + ',')
{
    for (const QByteArray &type : m_stream.types().texts()) {
        m_typeCells.push_back(csvCell(type, m_safety) + ',');
        m_longestTypeCell = std::max(m_longestTypeCell, m_typeCells.back().size());
    }
    for (const QByteArray &step : m_stream.steps().texts()) {
        const auto known = options.nodeIds.constFind(step);
        const QByteArray node =
            known == options.nodeIds.cend() ? nodeOfStep(step).toByteArray() : *known;
        m_stepCells.push_back(csvCell(step, m_safety) + ',' + csvCell(node, m_safety) + ',');
        m_longestStepCell = std::max(m_longestStepCell, m_stepCells.back().size());
    }
}

qsizetype CsvFormat::sizeOf(const RowChunk &chunk) const
{
    const qsizetype rows = chunk.endRow - chunk.firstRow;
    const qsizetype fixed =
        m_executionCell.size() + m_longestTypeCell + m_longestStepCell + kFixedRowBytes;
    // Each byte of a malformed payload may become the three of U+FFFD.
    const qsizetype size = kCellSlack + rows * (fixed + longestCell(0))
        + longestCell(chunk.rawBytes) * (chunk.hasMalformed ? 3 : 1);
    return size;
}

void CsvFormat::format(const RowChunk &chunk, QByteArray &text) const
{
    text.resize(sizeOf(chunk));
    CellWriter cells(text.data(), m_safety);
    Tools tools;
    for (qsizetype row = chunk.firstRow; row < chunk.endRow; ++row) {
        const StreamRows::Row at = m_rows.at(row);
        cells.verbatim(m_executionCell);
        if (at.isGap)
            writeGap(cells, m_rows.gaps()[at.index]);
        else
            writeEvent(cells, at.index, chunk, tools);
        cells.verbatim("\r\n");
    }
    text.truncate(cells.position() - text.constData());
}

void CsvFormat::writeGap(CellWriter &cells, const Gap &gap) const
{
    cells.integerCell(gap.range.first.value);
    cells.verbatim('-');
    cells.integerCell(gap.range.last.value);
    cells.verbatim(',');
    cells.verbatim(gapTypeCell(gap.kind));
    cells.verbatim(",,,,,,,");
}

void CsvFormat::writeEvent(CellWriter &cells,
                           quint32 index,
                           const RowChunk &chunk,
                           Tools &tools) const
{
    cells.integerCell(m_stream.seqAt(index).value);
    cells.verbatim(',');
    cells.verbatim(m_typeCells[m_stream.typeIndexAt(index)]);
    const quint32 step = m_stream.stepIndexAt(index);
    cells.verbatim(step == kNoStep ? QByteArrayView(",,") : QByteArrayView(m_stepCells[step]));
    const std::optional<EpochMs> at = m_stream.timeAt(index);
    if (at)
        cells.integerCell(toEpochMs(*at));
    cells.verbatim(',');
    if (at)
        tools.time.write(cells, toEpochMs(*at));
    cells.verbatim(',');

    QByteArrayView raw = chunk.raw(m_stream.rawLocationAt(index));
    if (m_stream.flagsAt(index).testFlag(EventFlag::MalformedPayload)) {
        tools.readable = QString::fromUtf8(raw).toUtf8();
        raw = tools.readable;
    }
    const EventSlices slices = tools.slicer.slice(raw);
    for (const QByteArrayView value : {slices.correlationId, slices.eventId}) {
        const bool isPlain = value.size() >= 2 && value.front() == '"' && value.back() == '"'
            && !value.contains('\\');
        if (isPlain)
            cells.cell(value.sliced(1, value.size() - 2));
        else
            cells.cell(unescapedJsonString(value));
        cells.verbatim(',');
    }
    cells.compactJsonCell(slices.data, slices.isDataCompact);
}

} // namespace

QByteArray gapTypeCell(GapKind kind)
{
    return kind == GapKind::InternalOnly ? QByteArrayLiteral("(internal-only)")
                                         : QByteArrayLiteral("(unknown)");
}

Result<qint64> writeCsv(const StreamRows &rows,
                        const PayloadSource &payloads,
                        const CsvOptions &options,
                        QIODevice &out,
                        const KeepGoing &keepGoing)
{
    QByteArray begin;
    if (options.hasByteOrderMark)
        begin += kByteOrderMark;
    begin += kHeader;
    if (const Result<void> begun = writeAll(out, begin); !begun)
        return Failure(begun.error());
    const CsvFormat csv(rows, options);
    return exportRows(
        rows,
        payloads,
        [&csv](const RowChunk &chunk, QByteArray &text) { csv.format(chunk, text); },
        out,
        keepGoing);
}

} // namespace Gapline
