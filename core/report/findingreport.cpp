// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/findingreport.h"

#include "core/report/htmltext.h"
#include "core/report/piecewriter.h"

namespace Gapline {
namespace {

constexpr char kHead[] = R"(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Webhooks compared with the event stream</title>
<style>
:root { color-scheme: light dark; }
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 72rem; padding: 0 1rem; }
table { border-collapse: collapse; margin: .5rem 0 1.5rem; }
th, td { border-bottom: 1px solid #8886; padding: .25rem .75rem; text-align: left; vertical-align: top; }
td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; }
.missed, .rejected, .forged, .conflict { color: #c0392b; font-weight: 600; }
.late, .pending, .foreign, .unexpected { color: #b9770e; font-weight: 600; }
</style>
</head>
<body>
)";

QByteArray totalsTable(const ReconcileTotals &totals)
{
    QByteArray head = "<th class=\"n\">expected</th>";
    QByteArray row = htmlNumberCell(totals.expected());
    const auto add = [&](QByteArrayView name, qint64 count) {
        head += "<th class=\"n\">" + name.toByteArray() + "</th>";
        row += htmlNumberCell(count);
    };
    for (const Verdict verdict : kVerdicts)
        add(verdictName(verdict).data(), totals.of(verdict));
    add("duplicate", totals.duplicate);
    for (int i = 0; i < kRowVerdictCount; ++i)
        add(rowVerdictName(RowVerdict(i)).data(), totals.of(RowVerdict(i)));
    return "<table><tr>" + head + "</tr><tr>" + row + "</tr></table>\n";
}

QByteArray list(const QByteArray &title, const QStringList &items)
{
    if (items.isEmpty())
        return {};
    QByteArray html = "<h2>" + title + "</h2>\n<ul>\n";
    for (const QString &item : items)
        html += "<li>" + escapedHtml(item, item.size()) + "</li>\n";
    return html + "</ul>\n";
}

QByteArray eventRow(const ReconcileReport &report, const EventFinding &finding, TimeZoneChoice zone)
{
    const EventStream &stream = *report.input.executions[finding.execution].stream;
    const std::optional<EpochMs> t = stream.timeAt(finding.event);
    QString note;
    if (finding.receivedAt)
        note = QStringLiteral("received %1 (%2)")
                   .arg(isoTime(*finding.receivedAt, zone),
                        t ? deltaText(*finding.receivedAt - *t)
                          : QStringLiteral("the event's time was not sent"));
    if (finding.attempt)
        note += QStringLiteral(" on attempt %1").arg(*finding.attempt);
    if (finding.latestArrival)
        note = QStringLiteral("may arrive until %1").arg(isoTime(*finding.latestArrival, zone));
    return "<tr>" + htmlCell(escapedHtml(stream.executionId().text()))
        + htmlNumberCell(stream.seqAt(finding.event).value)
        + htmlCell(escapedHtmlUtf8(stream.typeAt(finding.event)))
        + htmlCell(t ? isoTime(*t, zone).toUtf8() : QByteArray())
        + htmlVerdictCell(verdictName(finding.verdict)) + htmlNumberCell(finding.attempts)
        + htmlNumberCell(finding.duplicates) + htmlCell(escapedHtml(note.trimmed())) + "</tr>\n";
}

bool isListed(const ReconcileReport &report, Verdict verdict)
{
    return !report.filter.isAll()
        || (verdict != Verdict::Delivered && verdict != Verdict::NotSubscribed);
}

void addRows(PieceWriter &out, const ReconcileReport &report)
{
    const DeliveryTable &rows = *report.input.deliveries;
    out.add(
        "<h2>Log rows that match no event</h2>\n<table><tr><th>file</th><th class=\"n\">line</th>"
        "<th>verdict</th><th>execution</th><th class=\"n\">seq</th></tr>\n");
    for (const RowFinding &finding : report.result.rows) {
        if (!report.filter.shows(finding.verdict))
            continue;
        const auto seq = rows.seqAt(finding.row);
        out.add(
            "<tr>" + htmlCell(escapedHtml(rows.files().at(size_t(rows.fileAt(finding.row))).name))
            + htmlNumberCell(rows.lineAt(finding.row))
            + htmlVerdictCell(rowVerdictName(finding.verdict))
            + htmlCell(escapedHtmlUtf8(rows.executions().at(rows.executionIndexAt(finding.row))))
            + (seq ? htmlNumberCell(seq->value) : htmlCell({})) + "</tr>\n");
    }
    out.add("</table>\n");
}

} // namespace

Result<void> writeFindingHtml(const ReconcileReport &report, TimeZoneChoice zone, QIODevice &device)
{
    PieceWriter out(device);
    out.add(kHead);
    out.add("<h1>Webhooks compared with the event stream</h1>\n"
            + totalsTable(report.result.totals));
    QStringList outages;
    for (const Outage &outage : report.outages)
        outages.append(outageInWords(outage, report.result.schedule, zone));
    QStringList causes;
    for (const Cause &cause : report.causes) {
        causes.append(QStringLiteral("%1 %2 (%3): %4")
                          .arg(causeName(cause.kind), cause.subject)
                          .arg(cause.count)
                          .arg(evidenceInWords(cause)));
    }
    for (const SubscriptionProblem &problem : report.subscriptionProblems)
        causes.append(problemInWords(problem));
    out.add(list("Outages", outages) + list("Causes", causes)
            + list("Coverage", coverageStatement(report, zone)));
    out.add("<h2>Events</h2>\n<table><tr><th>execution</th><th "
            "class=\"n\">seq</th><th>type</th><th>time</th>"
            "<th>verdict</th><th class=\"n\">attempts</th><th "
            "class=\"n\">duplicates</th><th>note</th></tr>\n");
    visitFindings(report, [&](const EventFinding &finding) {
        if (isListed(report, finding.verdict))
            out.add(eventRow(report, finding, zone));
        return true;
    });
    out.add("</table>\n");
    if (!report.result.rows.empty())
        addRows(out, report);
    out.add("</body>\n</html>\n");
    return out.finish();
}

} // namespace Gapline
