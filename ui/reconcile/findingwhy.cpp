// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reconcile/findingwhy.h"

#include "core/domain/displaytext.h"
#include "core/report/evidence.h"
#include "ui/models/countedtext.h"
#include "ui/models/deliverytext.h"
#include "ui/reconcile/fleetpage.h"

#include <QLocale>

#include <algorithm>

namespace Gapline {
namespace {

QString grouped(qint64 count)
{
    return QLocale().toString(qlonglong(count));
}

/// More are counted in words.
constexpr int kListed = 20;

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
        {FleetPage::tr("Totals"), totalsInWords(finding.totals)},
        {FleetPage::tr("Read"),
         FleetPage::tr("to cursor %1 (%2)")
             .arg(grouped(stream.state().cursor.value),
                  stream.state().isComplete ? FleetPage::tr("complete")
                                            : FleetPage::tr("not complete"))},
        {FleetPage::tr("Hidden"),
         FleetPage::tr("%1: never expected").arg(CountedText::internalSeqs(finding.internalSeqs))}};
    if (finding.unknownSeqs > 0)
        facts.append(
            {FleetPage::tr("Not scanned"),
             FleetPage::tr("%1: to be fetched first").arg(CountedText::seqs(finding.unknownSeqs))});
    for (const Outage &outage : report.outages) {
        if (std::ranges::binary_search(outage.executions, execution))
            facts.append({FleetPage::tr("Outage"),
                          outageInWords(outage, report.result.schedule, zone, Wording::Window)});
    }
    int listed = 0;
    for (size_t i = 0; i < finding.events.size() && listed < kListed; ++i) {
        if (finding.events[i].verdict != Verdict::Missed)
            continue;
        ++listed;
        const EventFinding event = findingAt(report, execution, qsizetype(i));
        facts.append({FleetPage::tr("Seq %1").arg(stream.seqAt(qsizetype(i)).value),
                      verdictInWords(comparison, event, zone)});
    }
    if (const qint64 more = finding.totals.of(Verdict::Missed) - listed; more > 0)
        facts.append({FleetPage::tr("And"),
                      FleetPage::tr("%1 more missed: open the execution").arg(grouped(more))});
    return {FleetPage::tr("Why? %1").arg(displayText(stream.executionId().text(), 60)), facts};
}

Why whyOutage(const Comparison &comparison, size_t outage, TimeZoneChoice zone)
{
    const Outage &window = comparison.report().outages[outage];
    QStringList executions;
    for (size_t i = 0; i < std::min(window.executions.size(), size_t(kListed)); ++i)
        executions << displayText(
            comparison.input().executions[window.executions[i]].stream->executionId().text(), 80);
    if (window.executions.size() > size_t(kListed))
        executions << FleetPage::tr("and %1 more")
                          .arg(grouped(qint64(window.executions.size()) - kListed));
    return {FleetPage::tr("Why an outage?"),
            {{FleetPage::tr("Found"),
              FleetPage::tr(
                  "Every expected delivery of this time failed, or was first acknowledged by a "
                  "later attempt.")},
             {FleetPage::tr("From"),
              FleetPage::tr("%1, the first event that failed").arg(isoTime(window.from, zone))},
             {FleetPage::tr("To"),
              window.isOver ? FleetPage::tr("%1, when the receiver first acknowledged again")
                                  .arg(isoTime(window.to, zone))
                            : FleetPage::tr("%1: not over").arg(isoTime(window.to, zone))},
             {FleetPage::tr("Cost"),
              FleetPage::tr("%1 missed, %2 rejected, %3 only when sent again, %4 late, %5 pending")
                  .arg(grouped(window.missed),
                       grouped(window.rejected),
                       grouped(qint64(window.sentAgain.size())),
                       grouped(window.late),
                       grouped(window.pending))},
             {FleetPage::tr("In words"),
              outageInWords(window, comparison.result().schedule, zone, Wording::Window)},
             {FleetPage::tr("Executions"), executions.join(QStringLiteral(", "))}}};
}

Why whyCause(const Comparison &comparison, size_t number, TimeZoneChoice zone)
{
    const Cause &cause = comparison.report().causes[number];
    const QString evidence = evidenceInWords(cause, Wording::Window);
    QList<std::pair<QString, QString>> facts{
        {FleetPage::tr("Cause"), causeTitle(cause)},
        {FleetPage::tr("Count"),
         cause.kind == Cause::Kind::SignaturesInvalid
             ? CountedText::rows(cause.count)
             : FleetPage::tr("%1 missed").arg(CountedText::events(cause.count))},
        {FleetPage::tr("Evidence"), displayText(evidence, evidence.size())}};
    if (cause.from)
        facts.append({FleetPage::tr("From"), isoTime(*cause.from, zone)});
    return {FleetPage::tr("Why this cause?"), facts};
}

Why whySubscription(const Comparison &comparison, qsizetype problem)
{
    return {
        FleetPage::tr("Why this cause?"),
        {{FleetPage::tr("Subscription"),
          problemInWords(comparison.report().subscriptionProblems.at(problem), Wording::Window)},
         {FleetPage::tr("Not subscribed"),
          CountedText::events(comparison.result().totals.of(Verdict::NotSubscribed))}}};
}

} // namespace Gapline
