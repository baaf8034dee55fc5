// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/csvcell.h"
#include "core/report/piecewriter.h"
#include "core/report/reconcilereport.h"

namespace Gapline {
namespace {

std::optional<qint64> ms(const std::optional<EpochMs> &time)
{
    return time ? std::optional(toEpochMs(*time)) : std::nullopt;
}

QByteArray cell(const std::optional<qint64> &number)
{
    return number ? QByteArray::number(*number) : QByteArray();
}

QByteArray eventCells(const ReconcileReport &report, const EventFinding &finding)
{
    const ReconcileExecution &execution = report.input.executions[finding.execution];
    const EventStream &stream = *execution.stream;
    const std::optional<EpochMs> t = stream.timeAt(finding.event);
    const auto received = ms(finding.receivedAt);
    const QByteArray id = finding.event < execution.eventIds.count()
        ? execution.eventIds.at(finding.event).toByteArray()
        : QByteArray();
    QString note;
    if (finding.latestArrival)
        note = QStringLiteral("may arrive until %1").arg(isoTime(*finding.latestArrival));
    const QList<QByteArray> cells{
        csvCell(stream.executionId().text().toUtf8(), CellSafety::Neutralised),
        QByteArray::number(stream.seqAt(finding.event).value),
        csvCell(stream.typeAt(finding.event), CellSafety::Neutralised),
        csvCell(id, CellSafety::Neutralised),
        cell(ms(t)),
        t ? isoTime(*t).toUtf8() : QByteArray(),
        QByteArray(verdictName(finding.verdict).data()),
        QByteArray::number(finding.attempts),
        cell(finding.attempt ? std::optional<qint64>(*finding.attempt) : std::nullopt),
        cell(received),
        cell(received && t ? std::optional(*received - toEpochMs(*t)) : std::nullopt),
        QByteArray::number(finding.duplicates),
        note.toUtf8()};
    return cells.join(',') + "\r\n";
}

QByteArray rowCells(const ReconcileReport &report, const RowFinding &finding)
{
    const DeliveryTable &rows = *report.input.deliveries;
    const auto seq = rows.seqAt(finding.row);
    const auto attempt = rows.attemptAt(finding.row);
    const QString note = QStringLiteral("line %1 of %2")
                             .arg(rows.lineAt(finding.row))
                             .arg(rows.files().at(size_t(rows.fileAt(finding.row))).name);
    const QList<QByteArray> cells{
        csvCell(rows.executions().at(rows.executionIndexAt(finding.row)), CellSafety::Neutralised),
        cell(seq ? std::optional(seq->value) : std::nullopt),
        csvCell(rows.typeAt(finding.row), CellSafety::Neutralised),
        csvCell(rows.eventIdAt(finding.row), CellSafety::Neutralised),
        {},
        {},
        QByteArray(rowVerdictName(finding.verdict).data()),
        "1",
        cell(attempt ? std::optional<qint64>(*attempt) : std::nullopt),
        cell(ms(rows.receivedAt(finding.row))),
        {},
        {},
        csvCell(note.toUtf8(), CellSafety::Neutralised)};
    return cells.join(',') + "\r\n";
}

} // namespace

Result<void> writeReconcileCsv(const ReconcileReport &report, QIODevice &device)
{
    PieceWriter out(device);
    out.add(
        QByteArrayLiteral("executionId,seq,type,eventId,timestamp,time,verdict,attempts,attempt,"
                          "receivedAt,delayMs,duplicates,note\r\n"));
    visitFindings(report, [&](const EventFinding &finding) {
        out.add(eventCells(report, finding));
        return true;
    });
    for (const RowFinding &finding : report.result.rows) {
        if (report.filter.shows(finding.verdict))
            out.add(rowCells(report, finding));
    }
    for (const QString &line : coverageStatement(report, TimeZoneChoice::Utc))
        out.add(",,,,,,(coverage),,,,,," + csvCell(line.toUtf8(), CellSafety::Neutralised)
                + "\r\n");
    return out.finish();
}

} // namespace Gapline
