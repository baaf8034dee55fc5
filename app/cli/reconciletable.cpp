// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/reconciletable.h"

#include "app/cli/tableformatter.h"
#include "core/domain/displaytext.h"
#include "core/report/piecewriter.h"

#include <functional>

namespace Gapline {
namespace {

QString totalsLine(const ReconcileTotals &totals)
{
    QStringList parts;
    for (const Verdict verdict : {Verdict::Missed,
                                  Verdict::Late,
                                  Verdict::Pending,
                                  Verdict::Rejected,
                                  Verdict::Delivered,
                                  Verdict::NotSubscribed,
                                  Verdict::NoEvidence}) {
        const bool isAlwaysSaid = verdict == Verdict::Missed || verdict == Verdict::Delivered;
        if (isAlwaysSaid || totals.of(verdict) > 0)
            parts.append(QStringLiteral("%1 %2").arg(totals.of(verdict)).arg(verdictName(verdict)));
    }
    QString line = QStringLiteral("%1 expected: %2.")
                       .arg(totals.expected())
                       .arg(parts.join(QStringLiteral(", ")));
    QStringList beside;
    if (totals.duplicate > 0)
        beside.append(QStringLiteral("%1 duplicate").arg(totals.duplicate));
    for (int i = 0; i < kRowVerdictCount; ++i) {
        if (totals.of(RowVerdict(i)) > 0) {
            beside.append(QStringLiteral("%1 %2")
                              .arg(totals.of(RowVerdict(i)))
                              .arg(rowVerdictName(RowVerdict(i))));
        }
    }
    if (totals.unreadableRows > 0)
        beside.append(QStringLiteral("%1 not readable").arg(totals.unreadableRows));
    if (!beside.isEmpty())
        line += QStringLiteral(" Log rows: %1.").arg(beside.join(QStringLiteral(", ")));
    return line;
}

QStringList
eventCells(const ReconcileReport &report, const EventFinding &finding, TimeZoneChoice zone)
{
    const EventStream &stream = *report.input.executions[finding.execution].stream;
    const std::optional<EpochMs> t = stream.timeAt(finding.event);
    QString note;
    if (finding.receivedAt && t)
        note = deltaText(*finding.receivedAt - *t);
    if (finding.attempt)
        note += QStringLiteral(" on attempt %1").arg(*finding.attempt);
    if (finding.latestArrival)
        note = QStringLiteral("may arrive until %1").arg(isoTime(*finding.latestArrival, zone));
    if (finding.duplicates > 0)
        note += QStringLiteral(" (%1 duplicates)").arg(finding.duplicates);
    return {stream.executionId().text(),
            QString::number(stream.seqAt(finding.event).value),
            QString::fromUtf8(stream.typeAt(finding.event)),
            t ? isoTime(*t, zone) : QString(),
            verdictName(finding.verdict),
            QString::number(finding.attempts),
            note.trimmed()};
}

QStringList rowCells(const ReconcileReport &report, const RowFinding &finding, TimeZoneChoice zone)
{
    const DeliveryTable &rows = *report.input.deliveries;
    const auto seq = rows.seqAt(finding.row);
    const auto received = rows.receivedAt(finding.row);
    return {QString::fromUtf8(rows.executions().at(rows.executionIndexAt(finding.row))),
            seq ? QString::number(seq->value) : QString(),
            QString::fromUtf8(rows.typeAt(finding.row)),
            received ? isoTime(*received, zone) : QString(),
            rowVerdictName(finding.verdict),
            QStringLiteral("1"),
            QStringLiteral("line %1 of %2")
                .arg(rows.lineAt(finding.row))
                .arg(rows.files().at(size_t(rows.fileAt(finding.row))).name)};
}

/// Calls `take` with the cells of one row after the other.
void visitRows(const ReconcileReport &report,
               TimeZoneChoice zone,
               const std::function<void(const QStringList &cells)> &take)
{
    visitFindings(report, [&](const EventFinding &finding) {
        const bool isQuiet =
            finding.verdict == Verdict::Delivered || finding.verdict == Verdict::NotSubscribed;
        if (!isQuiet || !report.filter.isAll())
            take(eventCells(report, finding, zone));
        return true;
    });
    for (const RowFinding &finding : report.result.rows) {
        if (report.filter.shows(finding.verdict))
            take(rowCells(report, finding, zone));
    }
}

QByteArray lineOf(const QString &text)
{
    return displayText(text, text.size()).toUtf8() + '\n';
}

} // namespace

Result<void> writeReconcileTable(const ReconcileReport &report,
                                 TimeZoneChoice zone,
                                 std::optional<int> columns,
                                 QIODevice &out)
{
    PieceWriter pieces(out);
    pieces.add(lineOf(totalsLine(report.result.totals)));
    for (const Outage &outage : report.outages) {
        pieces.add(lineOf(QStringLiteral("Outage ")
                          + outageInWords(outage, report.result.schedule, zone)));
    }
    for (const Cause &cause : report.causes) {
        pieces.add(lineOf(QStringLiteral("Cause %1 %2 (%3): %4")
                              .arg(causeName(cause.kind), cause.subject)
                              .arg(cause.count)
                              .arg(evidenceInWords(cause))));
    }
    for (const SubscriptionProblem &problem : report.subscriptionProblems)
        pieces.add(lineOf(QStringLiteral("Subscription: ") + problemInWords(problem)));
    // Rows are made twice, to be measured and to be written: all of them at once would be held as text.
    TableLayout table({{QStringLiteral("EXECUTION"), false, true},
                       {QStringLiteral("SEQ"), true},
                       {QStringLiteral("TYPE")},
                       {QStringLiteral("TIME")},
                       {QStringLiteral("VERDICT")},
                       {QStringLiteral("ATTEMPTS"), true},
                       {QStringLiteral("NOTE")}},
                      columns);
    visitRows(report, zone, [&table](const QStringList &cells) { table.measure(cells); });
    if (!table.isEmpty()) {
        pieces.add('\n' + table.header());
        visitRows(report, zone, [&](const QStringList &cells) { pieces.add(table.line(cells)); });
    }
    pieces.add("\n");
    for (const QString &line : coverageStatement(report, zone))
        pieces.add(lineOf(line));
    return pieces.finish();
}

} // namespace Gapline
