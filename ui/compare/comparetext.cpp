// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/comparetext.h"

#include "core/domain/displaytext.h"
#include "core/domain/timetext.h"
#include "ui/inspect/eventfacts.h"
#include "ui/models/countedtext.h"

#include <QLocale>

namespace Gapline {
namespace {

constexpr qsizetype kNodeCharacters = 80;

QString number(qint64 value)
{
    return QLocale().toString(qlonglong(value));
}

QString atLeast(const ComparedRun &run, qint64 value)
{
    return run.isComplete ? number(value) : QStringLiteral("≥ ") + number(value);
}

} // namespace

EventCategory categoryOfVisit(const std::optional<StepVisit> &visit)
{
    if (!visit)
        return EventCategory::Unknown;
    switch (visit->outcome) {
    case VisitOutcome::Open:
        return visit->isBreached ? EventCategory::Breached : EventCategory::Awaiting;
    case VisitOutcome::Completed:
        return EventCategory::Completed;
    case VisitOutcome::Failed:
        return EventCategory::Failed;
    case VisitOutcome::Cancelled:
        return EventCategory::Cancelled;
    case VisitOutcome::Told:
        break;
    }
    return EventCategory::Unknown;
}

QString CompareText::path(const QStringList &nodes)
{
    QStringList shown;
    for (const QString &node : nodes)
        shown << displayText(node, kNodeCharacters);
    return shown.join(QStringLiteral(" › "));
}

QString CompareText::outcome(const std::optional<StepVisit> &visit, ProofLack lack)
{
    if (!visit)
        return lack == ProofLack::Nothing ? tr("none") : tr("not seen");
    QString text;
    switch (visit->outcome) {
    case VisitOutcome::Open:
        text = visit->isProved ? tr("not ended") : tr("end not seen");
        break;
    case VisitOutcome::Completed:
        text = tr("completed");
        break;
    case VisitOutcome::Failed:
        text = tr("failed");
        break;
    case VisitOutcome::Cancelled:
        text = tr("cancelled");
        break;
    case VisitOutcome::Told:
        return tr("%1, without an event").arg(displayText(visit->told, kNodeCharacters));
    }
    return visit->isBreached ? tr("%1 · SLA breached").arg(text) : text;
}

QString CompareText::waited(const std::optional<StepVisit> &visit)
{
    return visit && visit->waited ? durationText(*visit->waited) : QString();
}

QString CompareText::lack(ProofLack lack)
{
    switch (lack) {
    case ProofLack::Nothing:
        break;
    case ProofLack::NotFetched:
        return tr("none of it is fetched");
    case ProofLack::UnknownSeqs:
        return tr("not all of its seqs are scanned");
    case ProofLack::StillRunning:
        return tr("it is still running");
    case ProofLack::NoSteps:
        return tr("executions/get has not told of its steps since it ended");
    }
    return {};
}

QString CompareText::difference(const ComparedStep &step, ProofLack lackOfA, ProofLack lackOfB)
{
    if (step.isUnproved) {
        if (!step.a)
            return tr("not seen in A: %1").arg(lack(lackOfA));
        if (!step.b)
            return tr("not seen in B: %1").arg(lack(lackOfB));
        return tr("not compared: seqs before its end are not scanned");
    }
    QStringList parts;
    if (step.differences.testFlag(StepDifference::OnlyInA))
        parts << (step.turn > 1 ? tr("turn only in A") : tr("only in A"));
    if (step.differences.testFlag(StepDifference::OnlyInB))
        parts << (step.turn > 1 ? tr("turn only in B") : tr("only in B"));
    if (step.differences.testFlag(StepDifference::Outcome))
        parts << tr("ended otherwise");
    if (step.differences.testFlag(StepDifference::Breach))
        parts << (step.a->isBreached ? tr("SLA breached only in A") : tr("SLA breached only in B"));
    if (step.differences.testFlag(StepDifference::Waited))
        parts << (step.waitedLonger()->count() > 0 ? tr("waited longer in B")
                                                   : tr("waited longer in A"));
    return parts.isEmpty() ? tr("same") : parts.join(QStringLiteral(", "));
}

QString CompareText::basis(const RunDuration &duration)
{
    return duration.basis == RunDuration::Basis::Api ? tr("start to end, by the API")
                                                     : tr("dispatch to end, by the events");
}

QString CompareText::run(const ComparedRun &run)
{
    QStringList parts{run.status.isEmpty() ? tr("status not known")
                                           : displayText(run.status, kNodeCharacters)};
    if (run.duration)
        parts << tr("%1 (%2)").arg(durationText(run.duration->length), basis(*run.duration));
    if (!run.definitionId.isEmpty()) {
        const QString id = displayText(run.definitionId.text(), kNodeCharacters);
        parts << (run.definitionVersion
                      ? tr("definition %1 version %2").arg(id).arg(*run.definitionVersion)
                      : tr("definition %1").arg(id));
    }
    return parts.join(QStringLiteral(" · "));
}

QString CompareText::durations(const ComparedRun &a, const ComparedRun &b)
{
    if (!a.duration && !b.duration)
        return tr("In all: how long the two took is not known.");
    if (!a.duration)
        return tr("In all (%2): B took %1; how long A took is not known.")
            .arg(durationText(b.duration->length), basis(*b.duration));
    if (!b.duration)
        return tr("In all (%2): A took %1; how long B took is not known.")
            .arg(durationText(a.duration->length), basis(*a.duration));
    const QString tookA = durationText(a.duration->length);
    const QString tookB = durationText(b.duration->length);
    if (a.duration->basis != b.duration->basis)
        return tr("In all: A took %1 (%2), B %3 (%4). These are not measured alike.")
            .arg(tookA, basis(*a.duration), tookB, basis(*b.duration));
    const auto longer = b.duration->length - a.duration->length;
    if (longer.count() == 0)
        return tr("In all (%2): both took %1.").arg(tookA, basis(*a.duration));
    return longer.count() > 0 ? tr("In all (%4): A took %1, B %2: B took %3 longer.")
                                    .arg(tookA, tookB, durationText(longer), basis(*a.duration))
                              : tr("In all (%4): A took %1, B %2: A took %3 longer.")
                                    .arg(tookA, tookB, durationText(-longer), basis(*a.duration));
}

QString CompareText::counts(const ExecutionComparison &comparison)
{
    const ComparisonCounts &counts = comparison.counts;
    QStringList parts;
    const auto add = [&parts](qint64 count, const QString &text) {
        if (count > 0)
            parts << text.arg(number(count));
    };
    add(counts.onlyInA, tr("%1 only in A"));
    add(counts.onlyInB, tr("%1 only in B"));
    add(counts.outcome, tr("%1 ended otherwise"));
    add(counts.breach, tr("%1 breached their SLA in one of the two"));
    add(counts.waited,
        tr("%1 waited differently by %2 or more")
            .arg(QStringLiteral("%1"), durationText(comparison.tolerance)));
    add(counts.same, tr("%1 the same"));
    add(counts.unproved, tr("%1 not compared, since what is known proves nothing"));
    const qint64 steps = qint64(comparison.steps.size());
    if (steps == 0)
        return tr("No step of either is known.");
    return (steps == 1 ? tr("%1 step, by node path and turn: %2.")
                       : tr("%1 steps, by node path and turn: %2."))
        .arg(number(steps), parts.join(QStringLiteral(" · ")));
}

QString CompareText::turns(const ComparedRun &a, const ComparedRun &b)
{
    if (a.turns == 0 && b.turns == 0)
        return {};
    return tr("Loop iterations begun anew: A %1, B %2.")
        .arg(atLeast(a, a.turns), atLeast(b, b.turns));
}

QString CompareText::breaches(const ComparedRun &a, const ComparedRun &b)
{
    if (a.breaches == 0 && b.breaches == 0)
        return {};
    return tr("SLA breaches: A %1, B %2.").arg(atLeast(a, a.breaches), atLeast(b, b.breaches));
}

QString CompareText::definitions(const ComparedRun &a, const ComparedRun &b)
{
    if (a.definitionId.isEmpty() || b.definitionId.isEmpty())
        return {};
    if (a.definitionId != b.definitionId)
        return tr("They ran different definitions: steps that share a node id need not mean the "
                  "same.");
    if (a.definitionVersion && b.definitionVersion && *a.definitionVersion != *b.definitionVersion)
        return tr("They ran different versions of the definition: A %1, B %2.")
            .arg(*a.definitionVersion)
            .arg(*b.definitionVersion);
    return {};
}

QString CompareText::coverage(const QString &name, const ComparedRun &run)
{
    QString text;
    if (run.lack == ProofLack::NotFetched)
        text = tr("%1: nothing is fetched yet.").arg(name);
    else if (run.isComplete && run.scannedSeqs == 0)
        text = tr("%1: read to the end of its stream, which has no event yet.").arg(name);
    else if (run.isComplete)
        text = run.scannedSeqs == 1
            ? tr("%1: its one seq is scanned, to the end of the stream.").arg(name)
            : tr("%1: all %2 seqs are scanned, to the end of the stream.")
                  .arg(name, number(run.scannedSeqs));
    else
        text = tr("%1: %2 scanned, %3 before the last of them unknown, and more may follow.")
                   .arg(name, CountedText::seqs(run.scannedSeqs), number(run.unknownSeqs));
    if (run.lack == ProofLack::Nothing)
        return text;
    return text + u' '
        + tr("A step that is not seen in %1 is not said to be missing: %2.")
              .arg(name, lack(run.lack));
}

QStringList CompareText::summary(const ExecutionComparison &comparison)
{
    const ComparedRun &a = comparison.a;
    const ComparedRun &b = comparison.b;
    QStringList sentences{durations(a, b),
                          counts(comparison),
                          turns(a, b),
                          breaches(a, b),
                          definitions(a, b),
                          tr("Compared are which steps there are and the types and times of their "
                             "events; decisions in the events' data are not."),
                          coverage(tr("A"), a),
                          coverage(tr("B"), b)};
    sentences.removeAll(QString());
    return sentences;
}

} // namespace Gapline
