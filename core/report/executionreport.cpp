// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/executionreport.h"

#include "core/report/executionreporttext.h"
#include "core/report/reportevents.h"

#include <numeric>

namespace Gapline {

StreamRows rowsOf(const ExecutionReport &report)
{
    const EventStream &stream = *report.stream;
    const auto listed = size_t(std::clamp<qint64>(report.mostEvents, 0, stream.count()));
    EventIndexes indexes(listed);
    std::iota(indexes.begin(), indexes.end(), 0U);
    EventFilter filter;
    if (qint64(listed) < stream.count())
        filter.untilSeq = listed > 0 ? stream.seqAt(qsizetype(listed) - 1) : Seq{0};
    return {report.stream, indexes, filter, GapRows::All};
}

Result<qint64> writeExecutionReport(const ExecutionReport &report,
                                    const PayloadSource &payloads,
                                    QIODevice &out,
                                    const KeepGoing &keepGoing)
{
    const ExecutionReportText text(report);
    if (const Result<void> begun = writeAll(out, text.beforeEvents()); !begun)
        return Failure(begun.error());
    const StreamRows rows = rowsOf(report);
    const ReportEvents events(report, rows);
    if (const Result<void> begun = writeAll(out, events.begin()); !begun)
        return Failure(begun.error());
    const Result<qint64> written = exportRows(
        rows,
        payloads,
        [&events](const RowChunk &chunk, QByteArray &html) { events.format(chunk, html); },
        out,
        keepGoing);
    if (!written)
        return written;
    if (const Result<void> ended = writeAll(out, events.end() + text.afterEvents()); !ended)
        return Failure(ended.error());
    return qint64(rows.eventCount());
}

} // namespace Gapline
