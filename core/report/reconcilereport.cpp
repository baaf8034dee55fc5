// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/reconcilereport.h"

#include "core/reconcile/retryhorizon.h"

#include <algorithm>

namespace Gapline {
namespace {

QString timeOrNone(const std::optional<EpochMs> &time, TimeZoneChoice zone)
{
    return time ? isoTime(*time, zone) : QStringLiteral("(unknown)");
}

QString executionLine(const EventStream &stream, TimeZoneChoice zone)
{
    const StreamState &state = stream.state();
    return QStringLiteral("%1 to cursor %2 (%3, fetched %4)")
        .arg(stream.executionId().text())
        .arg(state.cursor.value)
        .arg(state.isComplete ? QStringLiteral("complete") : QStringLiteral("not complete"),
             timeOrNone(state.fetchedAt, zone));
}

/// The first few, and how many more.
QString shortened(const QStringList &items)
{
    constexpr qsizetype kShown = 3;
    QString text = items.mid(0, kShown).join(QStringLiteral(", "));
    if (items.size() > kShown)
        text += QStringLiteral(" and %1 more").arg(items.size() - kShown);
    return text;
}

/// How many streams were compared, how many of them to their end, and when they were fetched.
QString comparedLine(const ReconcileReport &report, TimeZoneChoice zone)
{
    QStringList compared;
    qsizetype complete = 0;
    std::optional<EpochMs> first;
    std::optional<EpochMs> last;
    for (const ReconcileExecution &execution : report.input.executions) {
        const StreamState &state = execution.stream->state();
        compared.append(executionLine(*execution.stream, zone));
        complete += state.isComplete;
        if (const auto t = state.fetchedAt) {
            first = first ? std::min(*first, *t) : *t;
            last = last ? std::max(*last, *t) : *t;
        }
    }
    if (compared.size() == 1)
        return QStringLiteral("Compared 1 execution: %1.").arg(compared.constFirst());
    return QStringLiteral("Compared %1 executions, %2 of them complete, fetched %3 to %4: %5.")
        .arg(compared.size())
        .arg(complete)
        .arg(timeOrNone(first, zone), timeOrNone(last, zone), shortened(compared));
}

} // namespace

bool FindingFilter::shows(Verdict verdict) const
{
    return verdict != Verdict::NotExpected && (isAll() || events.contains(verdict));
}

bool FindingFilter::shows(RowVerdict verdict) const
{
    return isAll() || rows.contains(verdict);
}

ReconcileReport makeReport(const ReconcileInput &input, const Reconciliation &result)
{
    const std::vector<TimedEvent> timeline = timelineOf(input, result);
    ReconcileReport report{input, result, {}, {}, {}, {}, {}, {}};
    report.outages = findOutages(timeline, input, result);
    report.causes = findCauses(timeline, input, result);
    report.subscriptionProblems = lintSubscription(input.receiver.subscribedTypes);
    return report;
}

EventFinding findingAt(const ReconcileReport &report, quint32 execution, qsizetype event)
{
    const EventVerdict &verdict = report.result.executions[execution].events[size_t(event)];
    EventFinding finding;
    finding.execution = execution;
    finding.event = event;
    finding.verdict = verdict.verdict;
    finding.attempts = verdict.rowCount;
    finding.duplicates = verdict.duplicates;
    if (verdict.decisiveRow != kNoRow) {
        finding.attempt = report.input.deliveries->attemptAt(verdict.decisiveRow);
        finding.receivedAt = report.input.deliveries->receivedAt(verdict.decisiveRow);
    }
    if (verdict.verdict == Verdict::Pending) {
        const EventStream &stream = *report.input.executions[execution].stream;
        if (const auto t = stream.timeAt(event))
            finding.latestArrival = latestArrival(report.result.schedule, *t);
    }
    return finding;
}

void visitFindings(const ReconcileReport &report,
                   const std::function<bool(const EventFinding &)> &visit)
{
    for (size_t i = 0; i < report.result.executions.size(); ++i) {
        const auto &events = report.result.executions[i].events;
        for (size_t event = 0; event < events.size(); ++event) {
            if (!report.filter.shows(events[event].verdict))
                continue;
            if (!visit(findingAt(report, quint32(i), qsizetype(event))))
                return;
        }
    }
}

QStringList coverageStatement(const ReconcileReport &report, TimeZoneChoice zone)
{
    const Reconciliation &result = report.result;
    const ReceiverProfile &receiver = report.input.receiver;
    QStringList lines{comparedLine(report, zone)};
    if (!report.notRead.isEmpty()) {
        lines.append(QStringLiteral("Not read, because nothing of them is in the cache: %1 (%2).")
                         .arg(report.notRead.size())
                         .arg(shortened(report.notRead)));
    }
    lines.append(
        QStringLiteral("Log span: %1 to %2 (%3); as of %4.")
            .arg(timeOrNone(result.span.from, zone),
                 timeOrNone(result.span.to, zone),
                 result.isSpanStated ? QStringLiteral("stated") : QStringLiteral("from its rows"),
                 timeOrNone(result.asOf, zone)));
    for (const DeliveryFile &file : report.input.deliveries->files()) {
        lines.append(QStringLiteral("%1 (%2): %3 rows, %4 not readable, %5 repeated.")
                         .arg(file.name, file.format)
                         .arg(file.rows)
                         .arg(file.rejected)
                         .arg(file.repeated));
    }
    if (result.unknownSeqs > 0 || result.rowsBeyondCoverage > 0) {
        lines.append(QStringLiteral("Not scanned: %1 seqs; %2 log rows belong there. Sync first.")
                         .arg(result.unknownSeqs)
                         .arg(result.rowsBeyondCoverage));
    }
    if (result.rowsOfOtherExecutions > 0) {
        lines.append(
            QStringLiteral("%1 log rows belong to cached executions that were not compared.")
                .arg(result.rowsOfOtherExecutions));
    }
    lines.append(QStringLiteral("Subscription assumed: %1; schedule %2: %3.")
                     .arg(receiver.subscribedTypes.isEmpty()
                              ? QStringLiteral("all types")
                              : receiver.subscribedTypes.join(QStringLiteral(", ")),
                          result.schedule.name,
                          scheduleInWords(result.schedule)));
    return lines;
}

} // namespace Gapline
