// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/csvwriter.h"

#include "core/domain/steplineage.h"
#include "core/domain/timetext.h"
#include "core/report/eventslices.h"
#include "core/report/jsonstring.h"

#include <array>
#include <charconv>
#include <cstring>

namespace Gapline {
namespace {

constexpr QByteArrayView
    kHeader("executionId,seq,type,stepId,nodeId,timestamp,time,correlationId,eventId,data\r\n");
constexpr QByteArrayView kByteOrderMark("\xEF\xBB\xBF");
/// Numbers, time, separators and the line's end, generously.
constexpr qsizetype kFixedRowBytes = 256;

/// Two cells, epoch ms and ISO 8601 UTC as isoTime() writes it. Their text is kept for the next event: the date is worked
/// out once a day, and once a second what is above the milliseconds.
class TimeWriter
{
public:
    void write(CellWriter &cells, qint64 ms)
    {
        // Before 1970, in its first second, and where a date has another form, nothing is shared.
        if (ms < kMsPerSecond || (ms / kMsPerSecond != m_second && !beginSecond(ms))) {
            cells.integerCell(ms);
            cells.verbatim(',');
            cells.cell(isoTime(fromEpochMs(ms)).toLatin1());
            cells.verbatim(',');
            return;
        }
        const qint64 rest = ms - m_second * kMsPerSecond;
        put(m_text.data() + m_msAt, rest, 3);
        put(m_text.data() + m_isoAt + 20, rest, 3);
        cells.block(m_text, m_textSize);
    }

private:
    static constexpr qint64 kMsPerSecond = 1000;
    static constexpr qint64 kMsPerDay = 86'400'000;
    static constexpr qsizetype kIsoSize = 24;

    /// False where the date is beyond the years 1–9999, which has another form than "2026-04-28T11:16:02.114Z".
    bool beginSecond(qint64 ms)
    {
        m_second = -1;
        if (ms / kMsPerDay != m_day) {
            m_day = ms / kMsPerDay;
            m_iso = isoTime(fromEpochMs(ms)).toLatin1();
        }
        if (m_iso.size() != kIsoSize || m_iso[10] != 'T')
            return false;
        m_second = ms / kMsPerSecond;
        // Events are often more than a second apart: nothing is allocated here.
        char *const begin = m_text.data();
        char *const ms3 = std::to_chars(begin, begin + 20, m_second).ptr;
        m_msAt = ms3 - begin;
        m_isoAt = m_msAt + 4;
        char *const iso = begin + m_isoAt;
        ms3[3] = ',';
        std::memcpy(iso, m_iso.constData(), kIsoSize);
        const auto inDay = unsigned(m_second % (kMsPerDay / kMsPerSecond));
        put(iso + 11, inDay / 3600, 2);
        put(iso + 14, inDay / 60 % 60, 2);
        put(iso + 17, inDay % 60, 2);
        iso[kIsoSize] = ',';
        m_textSize = m_isoAt + kIsoSize + 1;
        return true;
    }
    static void put(char *to, qint64 value, int digits)
    {
        auto number = unsigned(value);
        for (int i = digits - 1; i >= 0; --i) {
            to[i] = char('0' + number % 10);
            number /= 10;
        }
    }

    qint64 m_day = -1;
    qint64 m_second = -1; ///< None of which m_text tells.
    QByteArray m_iso; ///< Of the day.
    std::array<char, 64> m_text = {}; ///< Both cells with their commas.
    qsizetype m_textSize = 0;
    qsizetype m_msAt = 0;
    qsizetype m_isoAt = 0;
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
        TimeWriter time;
        EventSlicer slicer;
        const SegmentBody *body = nullptr; ///< The one that was looked into last.
        size_t rawHint = 0;
        QByteArray readable; ///< The payload at hand, where it had to be made UTF-8.
    };

    [[nodiscard]] qsizetype sizeOf(const RowChunk &chunk) const;
    void writeGap(CellWriter &cells, const Gap &gap) const;
    static void writeString(CellWriter &cells, QByteArrayView value, bool isPlain);
    void writeEvent(CellWriter &cells, quint32 index, const RowChunk &chunk, Tools &tools) const;

    const StreamRows &m_rows;
    const EventStream &m_stream;
    CellSafety m_safety;
    CellTable m_executionCell; ///< With its comma, as those below.
    CellTable m_typeCells;
    CellTable m_stepCells; ///< Step and node; behind the last one what an event without a step has.
};

std::vector<QByteArray> typeCells(const EventStream &stream, CellSafety safety)
{
    std::vector<QByteArray> cells;
    for (const QByteArray &type : stream.types().texts())
        cells.push_back(csvCell(type, safety) + ',');
    return cells;
}

std::vector<QByteArray> stepCells(const EventStream &stream, const CsvOptions &options)
{
    std::vector<QByteArray> cells;
    for (const QByteArray &step : stream.steps().texts()) {
        const auto known = options.nodeIds.constFind(step);
        const QByteArray node =
            known == options.nodeIds.cend() ? nodeOfStep(step).toByteArray() : *known;
        cells.push_back(csvCell(step, options.safety) + ',' + csvCell(node, options.safety) + ',');
    }
    cells.push_back(",,");
    return cells;
}

CsvFormat::CsvFormat(const StreamRows &rows, const CsvOptions &options)
    : m_rows(rows)
    , m_stream(*rows.stream())
    , m_safety(options.safety)
    , m_executionCell({csvCell(m_stream.executionId().text().toUtf8(), m_safety) + ','})
    , m_typeCells(typeCells(m_stream, m_safety))
    , m_stepCells(stepCells(m_stream, options))
{ }

qsizetype CsvFormat::sizeOf(const RowChunk &chunk) const
{
    const qsizetype rows = chunk.endRow - chunk.firstRow;
    const qsizetype fixed =
        m_executionCell.longest() + m_typeCells.longest() + m_stepCells.longest() + kFixedRowBytes;
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
        cells.verbatim(m_executionCell, 0);
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
    cells.verbatim(m_typeCells, m_stream.typeIndexAt(index));
    const quint32 step = m_stream.stepIndexAt(index);
    cells.verbatim(m_stepCells, step == kNoStep ? size_t(m_stream.steps().size()) : step);
    const std::optional<EpochMs> at = m_stream.timeAt(index);
    if (at)
        tools.time.write(cells, toEpochMs(*at));
    else
        cells.verbatim(",,");

    const RawLocation location = m_stream.rawLocationAt(index, tools.rawHint);
    if (!tools.body || tools.body->id != location.bodyId)
        tools.body = chunk.body(location.bodyId);
    QByteArrayView raw = tools.body ? tools.body->raw(location) : QByteArrayView();
    const char *readableEnd = tools.body ? tools.body->bytes.constEnd() : raw.data();
    if (m_stream.flagsAt(index).testFlag(EventFlag::MalformedPayload)) {
        tools.readable = QString::fromUtf8(raw).toUtf8();
        raw = tools.readable;
        readableEnd = tools.readable.constEnd();
    }
    const EventSlices slices = tools.slicer.slice(raw, readableEnd);
    writeString(cells, slices.correlationId, slices.isCorrelationIdPlain);
    writeString(cells, slices.eventId, slices.isEventIdPlain);
    if (slices.isDataCompact && slices.quotes && !slices.data.isEmpty())
        cells.cell(raw, slices.data.data() - raw.data(), slices.data.size(), *slices.quotes);
    else if (slices.isDataCompact)
        cells.cell(slices.data, readableEnd);
    else
        cells.compactJsonCell(slices.data);
}

/// A JSON string as a cell with its comma; `isPlain` says that it is known to have nothing to escape.
void CsvFormat::writeString(CellWriter &cells, QByteArrayView value, bool isPlain)
{
    const bool hasNoEscape = value.size() >= 2 && value.front() == '"' && value.back() == '"'
        && (isPlain || !value.contains('\\'));
    if (isPlain && hasNoEscape)
        cells.plainCell(value.sliced(1, value.size() - 2));
    else if (hasNoEscape)
        cells.cell(value.sliced(1, value.size() - 2));
    else
        cells.cell(unescapedJsonString(value));
    cells.verbatim(',');
}

} // namespace

QHash<QByteArray, QByteArray> nodeIdsOf(const Execution &execution)
{
    QHash<QByteArray, QByteArray> nodes;
    for (const StepView &step : execution.steps) {
        if (!step.nodeId.isEmpty())
            nodes.insert(step.stepId.text().toUtf8(), step.nodeId.text().toUtf8());
    }
    return nodes;
}

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
    const CsvFormat csv(rows, options);
    return exportRows(
        rows,
        payloads,
        [&csv](const RowChunk &chunk, QByteArray &text) { csv.format(chunk, text); },
        out,
        keepGoing,
        begin);
}

} // namespace Gapline
