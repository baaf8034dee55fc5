// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/executionreporttext.h"

#include "core/report/htmltext.h"
#include "core/stream/gapfinder.h"

#include <QLocale>

#include <algorithm>

namespace Gapline {
namespace {

constexpr qsizetype kMostSteps = 2000;

constexpr char kStyle[] = R"(<style>
:root { color-scheme: light dark; --line: #8885; --soft: #8882; --bad: #b53a00; --warn: #8a5a00; }
@media (prefers-color-scheme: dark) { :root { --bad: #ff7a45; --warn: #f0b028; } }
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 82rem; padding: 0 1rem; }
h1 { font-size: 1.35rem; overflow-wrap: anywhere; }
h2 { font-size: 1.1rem; margin-top: 2rem; }
dl { display: grid; gap: .15rem 1.25rem; grid-template-columns: max-content 1fr; }
dt { opacity: .75; }
dd { margin: 0; overflow-wrap: anywhere; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; }
th, td { border-bottom: 1px solid var(--line); padding: .25rem .6rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { white-space: nowrap; }
.events td:nth-child(2) { min-width: 12rem; }
.events td:nth-child(4) { white-space: nowrap; }
.events td:nth-child(3) { min-width: 12rem; }
.events td:last-child { min-width: 16rem; }
.events { font-size: 13px; }
li { overflow-wrap: anywhere; }
.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
code { font: 12px/1.4 ui-monospace, monospace; }
small { opacity: .75; }
tr.internal { background: repeating-linear-gradient(135deg, transparent 0 5px, var(--soft) 5px 6px); }
tr.unknown { background: #7b61c433; font-style: italic; }
figure { margin: 1rem 0; }
figure svg { background: #fff; border: 1px solid var(--line); display: block; height: auto; width: 100%; }
.missed, .rejected, .forged, .conflict { color: var(--bad); font-weight: 600; }
.late, .pending, .foreign, .unexpected { color: var(--warn); font-weight: 600; }
footer { border-top: 1px solid var(--line); margin-top: 2rem; opacity: .8; padding-top: .5rem; }
@page { margin: 12mm; }
@media print { body { font-size: 9.5pt; margin: 0; max-width: none; padding: 0; } thead { display: table-header-group; } tr, figure { break-inside: avoid; } .wide { overflow: visible; } }
</style>
)";

QByteArray inHtml(const QString &own)
{
    return own.toHtmlEscaped().toUtf8();
}

QString number(qint64 value)
{
    return QLocale().toString(qlonglong(value));
}

QByteArray title(const QString &text)
{
    return "<h2>" + inHtml(text) + "</h2>\n";
}

QByteArray paragraph(const QString &text)
{
    return "<p>" + inHtml(text) + "</p>\n";
}

QByteArray headCell(const QString &text, bool isNumber = false)
{
    return (isNumber ? "<th class=\"n\" scope=\"col\">" : "<th scope=\"col\">") + inHtml(text)
        + "</th>";
}

/// A term and what it is; nothing where that is empty.
QByteArray fact(const QString &term, const QString &value)
{
    if (value.isEmpty())
        return {};
    return "<dt>" + inHtml(term) + "</dt><dd>" + escapedHtml(value, 1000) + "</dd>\n";
}

} // namespace

ExecutionReportText::ExecutionReportText(const ExecutionReport &report)
    : m_report(report)
    , m_stream(*report.stream)
    , m_gaps(findGaps(*report.stream))
{ }

QString ExecutionReportText::shownTime(const std::optional<EpochMs> &time) const
{
    return time ? isoTime(*time, m_report.zone) : QString();
}

QByteArray ExecutionReportText::beforeEvents() const
{
    return head() + facts() + coverage() + timeline() + webhooks() + steps() + gaps();
}

QByteArray ExecutionReportText::head() const
{
    const QByteArray id = escapedHtml(m_stream.executionId().text(), 1000);
    return "<!DOCTYPE html>\n<html lang=\"" + inHtml(tr("en", "language of the report, as in HTML"))
        + "\" xmlns=\"http://www.w3.org/1999/xhtml\">\n<head>\n<meta charset=\"utf-8\"/>\n"
          "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
          "'unsafe-inline'; base-uri 'none'; form-action 'none'\"/>\n"
          "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
          "<meta name=\"referrer\" content=\"no-referrer\"/>\n<title>"
        + inHtml(tr("Execution")) + ' ' + id + "</title>\n" + kStyle + "</head>\n<body>\n<h1>"
        + inHtml(tr("Execution")) + ' ' + id + "</h1>\n";
}

QByteArray ExecutionReportText::facts() const
{
    QByteArray html = "<dl>\n";
    if (const std::optional<Definition> &definition = m_report.definition)
        html += fact(tr("Workflow"), definition->name);
    if (!m_report.execution) {
        return html + "</dl>\n"
            + paragraph(tr("The API has not been asked what it knows of this execution as a whole; "
                           "the events below stand alone."));
    }
    const Execution &execution = *m_report.execution;
    html += fact(tr("Status"), execution.status)
        + fact(tr("Definition"), execution.definitionId.text());
    if (execution.definitionVersion)
        html += fact(tr("Definition version"), QString::number(*execution.definitionVersion));
    const std::optional<EpochMs> ended = execution.endedAt();
    html +=
        fact(tr("Started"), shownTime(execution.startedAt)) + fact(tr("Ended"), shownTime(ended));
    if (ended && execution.startedAt && *ended >= *execution.startedAt)
        html += fact(tr("Duration, start to end"), deltaText(*ended - *execution.startedAt).mid(1));
    if (execution.failureReason) {
        html += fact(tr("Failure"),
                     QStringLiteral("%1: %2").arg(execution.failureReason->code,
                                                  execution.failureReason->message));
    }
    return html + fact(tr("Correlation id"), execution.correlationId) + "</dl>\n";
}

QByteArray ExecutionReportText::coverage() const
{
    const StreamState &state = m_stream.state();
    QByteArray html = title(tr("What the numbers cover")) + "<dl>\n"
        + fact(tr("Seqs scanned"), number(state.coverage.count()))
        + fact(tr("Events"), number(m_stream.count()))
        + fact(tr("Internal-only seqs"), number(countSeqs(m_gaps, GapKind::InternalOnly)))
        + fact(tr("Unknown seqs"), number(countSeqs(m_gaps, GapKind::Unknown)))
        + fact(tr("Cursor"), number(state.cursor.value))
        + fact(tr("Complete"),
               state.isComplete ? tr("yes: the last answer said that there is no more")
                                : tr("no: there may be more to fetch"))
        + fact(tr("Fetched"), shownTime(state.fetchedAt));
    if (state.lateCount > 0)
        html += fact(tr("Appeared late"), number(state.lateCount));
    if (state.conflictCount > 0)
        html += fact(tr("With changed content"), number(state.conflictCount));
    if (state.goneCount > 0)
        html += fact(tr("No longer returned"), number(state.goneCount));
    return html + "</dl>\n"
        + paragraph(
               tr("Internal-only seqs were scanned and hold no event that the API shows: "
                  "nothing is to be recovered there. Of unknown seqs nothing can be said until "
                  "they are scanned."));
}

QByteArray ExecutionReportText::timeline() const
{
    if (m_report.timeline.isEmpty())
        return {};
    return title(tr("Timeline")) + "<figure>\n" + m_report.timeline + "\n</figure>\n";
}

QByteArray ExecutionReportText::webhooks() const
{
    QByteArray html = title(tr("Webhooks"));
    if (!m_report.deliveries) {
        return html
            + paragraph(tr("No receiver's log was compared with these events: nothing is said "
                           "about which webhooks arrived."));
    }
    const ReconcileTotals &totals = m_report.deliveries->totals();
    QByteArray names = headCell(tr("expected"), true);
    QByteArray counts = htmlNumberCell(totals.expected());
    const auto add = [&](QLatin1String name, qint64 count) {
        names += headCell(name, true);
        counts += htmlNumberCell(count);
    };
    for (const Verdict verdict : kVerdicts)
        add(verdictName(verdict), totals.of(verdict));
    add(QLatin1String("duplicate"), totals.duplicate);
    html += "<div class=\"wide\"><table class=\"verdicts\"><thead><tr>" + names
        + "</tr></thead><tbody><tr>" + counts + "</tr></tbody></table></div>\n"
        + paragraph(
                tr("These numbers are this execution's. They rest on the comparison that covers:"))
        + "<ul>\n";
    for (const QString &line : coverageStatement(
             m_report.deliveries->comparison().report(), m_report.zone, Wording::Window))
        html += "<li>" + escapedHtml(line, line.size()) + "</li>\n";
    return html + "</ul>\n";
}

QByteArray ExecutionReportText::steps() const
{
    if (!m_report.execution || m_report.execution->steps.isEmpty())
        return {};
    const QList<StepView> &all = m_report.execution->steps;
    QByteArray html = title(tr("Steps"));
    if (all.size() > kMostSteps)
        html +=
            paragraph(tr("The first %1 of %2 steps.").arg(number(kMostSteps), number(all.size())));
    html += "<div class=\"wide\"><table class=\"steps\"><thead><tr>" + headCell(tr("node"))
        + headCell(tr("node type")) + headCell(tr("status")) + headCell(tr("started"))
        + headCell(tr("ended")) + headCell(tr("error")) + headCell(tr("step id"))
        + "</tr></thead><tbody>\n";
    for (const StepView &step : all.first(std::min(all.size(), kMostSteps))) {
        const QString error = step.error
            ? QStringLiteral("%1: %2").arg(step.error->code, step.error->message)
            : QString();
        html += "<tr>" + htmlCell(escapedHtml(step.nodeId.text()))
            + htmlCell(escapedHtml(step.nodeType)) + htmlCell(escapedHtml(step.status))
            + htmlCell(shownTime(step.startedAt).toUtf8())
            + htmlCell(shownTime(step.completedAt).toUtf8()) + htmlCell(escapedHtml(error))
            + htmlCell("<small>" + escapedHtml(step.stepId.text()) + "</small>") + "</tr>\n";
    }
    return html + "</tbody></table></div>\n";
}

QByteArray ExecutionReportText::gaps() const
{
    QByteArray html = title(tr("Gaps"));
    if (m_gaps.empty())
        return html + paragraph(tr("None: every seq that is known of holds an event."));
    const auto listed =
        std::min<size_t>(m_gaps.size(), size_t(std::max<qint64>(m_report.mostGaps, 0)));
    if (listed < m_gaps.size()) {
        html +=
            paragraph(tr("The first %1 of %2 gaps. The rest is on the command line: gapline gaps "
                         "EXECUTION --format json.")
                          .arg(number(qint64(listed)), number(qint64(m_gaps.size()))));
    }
    html += "<table class=\"gaps\"><thead><tr>" + headCell(tr("from seq"), true)
        + headCell(tr("to seq"), true) + headCell(tr("seqs"), true) + headCell(tr("what it is"))
        + "</tr></thead><tbody>\n";
    for (size_t i = 0; i < listed; ++i) {
        const Gap &gap = m_gaps[i];
        const QString kind = gap.kind == GapKind::InternalOnly
            ? tr("internal-only: scanned, nothing to recover")
            : tr("unknown: not scanned yet");
        html += "<tr>" + htmlNumberCell(gap.range.first.value)
            + htmlNumberCell(gap.range.last.value) + htmlNumberCell(gap.range.count())
            + htmlCell(inHtml(kind)) + "</tr>\n";
    }
    return html + "</tbody></table>\n";
}

QByteArray ExecutionReportText::afterEvents() const
{
    return "<footer>\n"
        + paragraph(tr("Written by Gapline %1 at %2. Values of members that may be secrets are "
                       "masked; long data is cut off where \"…\" stands.")
                        .arg(QStringLiteral(GAPLINE_VERSION),
                             isoTime(m_report.writtenAt, m_report.zone)))
        + "</footer>\n</body>\n</html>\n";
}

} // namespace Gapline
