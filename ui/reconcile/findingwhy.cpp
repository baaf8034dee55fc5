// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reconcile/findingwhy.h"

#include "core/domain/displaytext.h"
#include "core/report/evidence.h"
#include "ui/models/deliverytext.h"
#include "ui/reconcile/fleetpage.h"

#include <QLocale>

#include <algorithm>

namespace Gapline {
namespace {

/// More are counted in words.
constexpr int kListed = 20;

QString tr(const char *text)
{
    return FleetPage::tr(text);
}

} // namespace

QString causeTitle(const Cause &cause)
{
    const QString subject = displayText(cause.subject, 120);
    switch (cause.kind) {
    case Cause::Kind::TypeNeverDelivered:
        return FleetPage::tr("Type never delivered: %1").arg(subject);
    case Cause::Kind::VersionWithoutDeliveries:
        return FleetPage::tr("No delivery of %1 from version %2 on")
            .arg(subject)
            .arg(cause.fromVersion.value_or(0));
    case Cause::Kind::ExecutionWithoutDeliveries:
        return FleetPage::tr("No delivery of execution %1").arg(subject);
    case Cause::Kind::SignaturesInvalid:
        break;
    }
    return FleetPage::tr("Signatures are invalid");
}

QString totalsInWords(const ReconcileTotals &totals)
{
    const QLocale locale;
    QStringList parts;
    for (const Verdict verdict : {Verdict::Missed,
                                  Verdict::Rejected,
                                  Verdict::Pending,
                                  Verdict::Late,
                                  Verdict::Delivered,
                                  Verdict::NotSubscribed,
                                  Verdict::NoEvidence}) {
        if (totals.of(verdict) > 0 || verdict == Verdict::Missed)
            parts << FleetPage::tr("%1 %2").arg(locale.toString(qlonglong(totals.of(verdict))),
                                                verdictText(verdict));
    }
    return FleetPage::tr("%1 expected: %2")
        .arg(locale.toString(qlonglong(totals.expected())), parts.join(QStringLiteral(" · ")));
}

Why whyExecution(const Comparison &comparison, quint32 execution, TimeZoneChoice zone)
{
    const ReconcileReport &report = comparison.report();
    const EventStream &stream = *comparison.input().executions[execution].stream;
    const ExecutionFinding &finding = comparison.result().executions[execution];
    QList<std::pair<QString, QString>> facts{
        {tr("Totals"), totalsInWords(finding.totals)},
        {tr("Read"),
         tr("to cursor %1 (%2)")
             .arg(stream.state().cursor.value)
             .arg(stream.state().isComplete ? tr("complete") : tr("not complete"))},
        {tr("Hidden"), tr("%1 internal-only seqs: never expected").arg(finding.internalSeqs)}};
    if (finding.unknownSeqs > 0)
        facts.append({tr("Not scanned"), tr("%1 seqs: fetch them first").arg(finding.unknownSeqs)});
    for (const Outage &outage : report.outages) {
        if (std::ranges::binary_search(outage.executions, execution))
            facts.append({tr("Outage"), outageInWords(outage, report.result.schedule, zone)});
    }
    int listed = 0;
    for (size_t i = 0; i < finding.events.size() && listed < kListed; ++i) {
        if (finding.events[i].verdict != Verdict::Missed)
            continue;
        ++listed;
        const EventFinding event = findingAt(report, execution, qsizetype(i));
        facts.append({tr("Seq %1").arg(stream.seqAt(qsizetype(i)).value),
                      verdictInWords(comparison, event, zone)});
    }
    if (const qint64 more = finding.totals.of(Verdict::Missed) - listed; more > 0)
        facts.append({tr("And"), tr("%1 more missed: open the execution").arg(more)});
    return {tr("Why? %1").arg(displayText(stream.executionId().text(), 60)), facts};
}

Why whyOutage(const Comparison &comparison, size_t outage, TimeZoneChoice zone)
{
    const Outage &window = comparison.report().outages[outage];
    QStringList executions;
    for (size_t i = 0; i < std::min(window.executions.size(), size_t(kListed)); ++i)
        executions << displayText(
            comparison.input().executions[window.executions[i]].stream->executionId().text(), 80);
    if (window.executions.size() > size_t(kListed))
        executions << tr("and %1 more").arg(window.executions.size() - kListed);
    return {
        tr("Why an outage?"),
        {{tr("Found"),
          tr("Every expected delivery of this time failed, or was first acknowledged by a "
             "later attempt.")},
         {tr("From"), tr("%1, the first event that failed").arg(isoTime(window.from, zone))},
         {tr("To"),
          window.isOver
              ? tr("%1, when the receiver first acknowledged again").arg(isoTime(window.to, zone))
              : tr("%1: not over").arg(isoTime(window.to, zone))},
         {tr("Cost"),
          tr("%1 missed, %2 rejected, %3 late, %4 pending")
              .arg(window.missed)
              .arg(window.rejected)
              .arg(window.late)
              .arg(window.pending)},
         {tr("In words"), outageInWords(window, comparison.result().schedule, zone)},
         {tr("Executions"), executions.join(QStringLiteral(", "))}}};
}

Why whyCause(const Comparison &comparison, size_t number, TimeZoneChoice zone)
{
    const Cause &cause = comparison.report().causes[number];
    QList<std::pair<QString, QString>> facts{
        {tr("Cause"), causeTitle(cause)},
        {tr("Count"),
         cause.kind == Cause::Kind::SignaturesInvalid ? tr("%1 rows").arg(cause.count)
                                                      : tr("%1 events missed").arg(cause.count)},
        {tr("Evidence"), displayText(cause.evidence, cause.evidence.size())}};
    if (cause.from)
        facts.append({tr("From"), isoTime(*cause.from, zone)});
    return {tr("Why this cause?"), facts};
}

Why whySubscription(const Comparison &comparison, qsizetype problem)
{
    return {
        tr("Why this cause?"),
        {{tr("Subscription"), problemInWords(comparison.report().subscriptionProblems.at(problem))},
         {tr("Not subscribed"),
          tr("%1 events").arg(comparison.result().totals.of(Verdict::NotSubscribed))}}};
}

} // namespace Gapline
