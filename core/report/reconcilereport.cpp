// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/reconcilereport.h"

#include "core/reconcile/clockoffset.h"
#include "core/reconcile/retryhorizon.h"

#include <algorithm>
#include <cstdlib>

namespace Gapline {
namespace {

/// Says it all in one language and one time zone.
class Coverage
{
public:
    Coverage(const ReconcileReport &report, TimeZoneChoice zone, Wording wording)
        : m_report(report)
        , m_zone(zone)
        , m_wording(wording)
    { }

    QStringList lines() const;

private:
    QString say(const char *source) const { return CoreText::say(m_wording, source); }

    QString timeOrNone(const std::optional<EpochMs> &time) const
    {
        return time ? isoTime(*time, m_zone)
                    : say(QT_TRANSLATE_NOOP("Gapline::CoreText", "(unknown)"));
    }

    QString executionLine(const EventStream &stream) const
    {
        const StreamState &state = stream.state();
        const QString text = state.isComplete
            ? say(QT_TRANSLATE_NOOP("Gapline::CoreText", "%1 to cursor %2 (complete, fetched %3)"))
            : say(QT_TRANSLATE_NOOP("Gapline::CoreText",
                                    "%1 to cursor %2 (not complete, fetched %3)"));
        return text.arg(stream.executionId().text(),
                        QString::number(state.cursor.value),
                        timeOrNone(state.fetchedAt));
    }

    /// The first few, and how many more.
    QString shortened(const QStringList &items) const
    {
        constexpr qsizetype kShown = 3;
        const QString text = items.mid(0, kShown).join(QStringLiteral(", "));
        if (items.size() <= kShown)
            return text;
        return say(QT_TRANSLATE_NOOP("Gapline::CoreText", "%1 and %2 more"))
            .arg(text)
            .arg(items.size() - kShown);
    }

    QString compared() const;
    QString logSpan() const;
    QStringList logClock() const;
    QString notScanned() const;
    QString assumed() const;

    const ReconcileReport &m_report;
    TimeZoneChoice m_zone;
    Wording m_wording;
};

/// How many streams were compared, how many of them to their end, and when they were fetched.
QString Coverage::compared() const
{
    QStringList compared;
    qsizetype complete = 0;
    std::optional<EpochMs> first;
    std::optional<EpochMs> last;
    for (const ReconcileExecution &execution : m_report.input.executions) {
        const StreamState &state = execution.stream->state();
        compared.append(executionLine(*execution.stream));
        complete += state.isComplete;
        if (const auto t = state.fetchedAt) {
            first = first ? std::min(*first, *t) : *t;
            last = last ? std::max(*last, *t) : *t;
        }
    }
    if (compared.size() == 1)
        return say(QT_TRANSLATE_NOOP("Gapline::CoreText", "Compared 1 execution: %1."))
            .arg(compared.constFirst());
    return say(QT_TRANSLATE_NOOP("Gapline::CoreText",
                                 "Compared %1 executions, %2 of them complete, fetched %3 to %4: "
                                 "%5."))
        .arg(compared.size())
        .arg(complete)
        .arg(timeOrNone(first), timeOrNone(last), shortened(compared));
}

QString Coverage::logSpan() const
{
    const Reconciliation &result = m_report.result;
    const QString text = result.isSpanStated
        ? say(QT_TRANSLATE_NOOP("Gapline::CoreText", "Log span: %1 to %2 (stated); as of %3."))
        : say(QT_TRANSLATE_NOOP("Gapline::CoreText",
                                "Log span: %1 to %2 (from its rows); as of %3."));
    return text.arg(
        timeOrNone(result.span.from), timeOrNone(result.span.to), timeOrNone(result.asOf));
}

/// Why the log may cover less of the events' time than its span says; empty where nothing shows that.
QStringList Coverage::logClock() const
{
    const auto offset = clockOffset(m_report.input, m_report.result);
    if (!offset)
        return {};
    const qint64 seconds = std::abs(offset->count()) / 1000;
    const char *text = offset->count() > 0
        ? QT_TRANSLATE_NOOP("Gapline::CoreText",
                            "By the log's clock every first attempt came at least %1 s after its "
                            "event: if that clock is ahead, the log ends as much earlier than its "
                            "span says, and what is called missed there is not covered.")
        : QT_TRANSLATE_NOOP("Gapline::CoreText",
                            "By the log's clock every first attempt came at least %1 s before its "
                            "event: that clock is behind, the log begins as much later than its "
                            "span says, and what is called missed there is not covered.");
    return {say(text).arg(seconds)};
}

QString Coverage::assumed() const
{
    const QStringList &types = m_report.input.receiver.subscribedTypes;
    const RetrySchedule &schedule = m_report.result.schedule;
    return say(QT_TRANSLATE_NOOP("Gapline::CoreText", "Subscription assumed: %1; schedule %2: %3."))
        .arg(types.isEmpty() ? say(QT_TRANSLATE_NOOP("Gapline::CoreText", "all types"))
                             : types.join(QStringLiteral(", ")),
             schedule.name,
             scheduleInWords(schedule, m_wording));
}

QString Coverage::notScanned() const
{
    const qint64 seqs = m_report.result.unknownSeqs;
    const qint64 rows = m_report.result.rowsBeyondCoverage;
    const char *seqText = seqs == 1 ? QT_TRANSLATE_NOOP("Gapline::CoreText", "%1 seq")
                                    : QT_TRANSLATE_NOOP("Gapline::CoreText", "%1 seqs");
    const char *text = rows == 1
        ? QT_TRANSLATE_NOOP("Gapline::CoreText",
                            "Not scanned: %1; %2 log row belongs there. Sync first.")
        : QT_TRANSLATE_NOOP("Gapline::CoreText",
                            "Not scanned: %1; %2 log rows belong there. Sync first.");
    return say(text).arg(say(seqText).arg(seqs)).arg(rows);
}

QStringList Coverage::lines() const
{
    const Reconciliation &result = m_report.result;
    QStringList lines{compared()};
    if (!m_report.notRead.isEmpty()) {
        lines.append(say(QT_TRANSLATE_NOOP("Gapline::CoreText",
                                           "Not read, because nothing of them is in the cache: "
                                           "%1 (%2)."))
                         .arg(m_report.notRead.size())
                         .arg(shortened(m_report.notRead)));
    }
    lines.append(logSpan());
    lines.append(logClock());
    for (const DeliveryFile &file : m_report.input.deliveries->files()) {
        const char *text = file.rows == 1
            ? QT_TRANSLATE_NOOP("Gapline::CoreText",
                                "%1 (%2): %3 row, %4 not readable, %5 repeated.")
            : QT_TRANSLATE_NOOP("Gapline::CoreText",
                                "%1 (%2): %3 rows, %4 not readable, %5 repeated.");
        lines.append(say(text)
                         .arg(file.name, file.format)
                         .arg(file.rows)
                         .arg(file.rejected)
                         .arg(file.repeated));
    }
    if (result.unknownSeqs > 0 || result.rowsBeyondCoverage > 0)
        lines.append(notScanned());
    if (result.rowsOfOtherExecutions > 0) {
        const char *text = result.rowsOfOtherExecutions == 1
            ? QT_TRANSLATE_NOOP("Gapline::CoreText",
                                "%1 log row belongs to a cached execution that was not compared.")
            : QT_TRANSLATE_NOOP("Gapline::CoreText",
                                "%1 log rows belong to cached executions that were not compared.");
        lines.append(say(text).arg(result.rowsOfOtherExecutions));
    }
    lines.append(assumed());
    return lines;
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

QStringList coverageStatement(const ReconcileReport &report, TimeZoneChoice zone, Wording wording)
{
    return Coverage(report, zone, wording).lines();
}

} // namespace Gapline
