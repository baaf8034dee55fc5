// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/reconciletable.h"

#include "app/cli/tableformatter.h"
#include "core/domain/displaytext.h"

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

QList<QStringList> findingRows(const ReconcileReport &report, TimeZoneChoice zone)
{
    QList<QStringList> cells;
    visitFindings(report, [&](const EventFinding &finding) {
        const bool isQuiet =
            finding.verdict == Verdict::Delivered || finding.verdict == Verdict::NotSubscribed;
        if (!isQuiet || !report.filter.isAll())
            cells.append(eventCells(report, finding, zone));
        return true;
    });
    for (const RowFinding &finding : report.result.rows) {
        if (report.filter.shows(finding.verdict))
            cells.append(rowCells(report, finding, zone));
    }
    return cells;
}

QByteArray lineOf(const QString &text)
{
    return displayText(text, text.size()).toUtf8() + '\n';
}

} // namespace

QByteArray
reconcileTable(const ReconcileReport &report, TimeZoneChoice zone, std::optional<int> columns)
{
    QByteArray text = lineOf(totalsLine(report.result.totals));
    for (const Outage &outage : report.outages)
        text +=
            lineOf(QStringLiteral("Outage ") + outageInWords(outage, report.result.schedule, zone));
    for (const Cause &cause : report.causes) {
        text += lineOf(QStringLiteral("Cause %1 %2 (%3): %4")
                           .arg(causeName(cause.kind), cause.subject)
                           .arg(cause.count)
                           .arg(cause.evidence));
    }
    for (const SubscriptionProblem &problem : report.subscriptionProblems)
        text += lineOf(QStringLiteral("Subscription: ") + problemInWords(problem));
    const QList<QStringList> rows = findingRows(report, zone);
    if (!rows.isEmpty()) {
        text += '\n'
            + formatTable({{QStringLiteral("EXECUTION")},
                           {QStringLiteral("SEQ"), true},
                           {QStringLiteral("TYPE")},
                           {QStringLiteral("TIME")},
                           {QStringLiteral("VERDICT")},
                           {QStringLiteral("ATTEMPTS"), true},
                           {QStringLiteral("NOTE")}},
                          rows,
                          columns);
    }
    text += '\n';
    for (const QString &line : coverageStatement(report, zone))
        text += lineOf(line);
    return text;
}

} // namespace Gapline
