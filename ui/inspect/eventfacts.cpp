// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/eventfacts.h"

#include "core/domain/displaytext.h"
#include "core/domain/steplineage.h"
#include "core/report/eventslices.h"
#include "core/report/jsonstring.h"
#include "core/stream/gapfinder.h"
#include "ui/models/datasummary.h"
#include "ui/models/jsonscan.h"
#include "ui/models/streammodel.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace Gapline {
namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(EventFacts)
};

Fact fact(const QString &label, const QString &value, bool isFixed = true)
{
    return {label, displayText(value), value, isFixed};
}

void appendIfAny(QList<Fact> &facts,
                 const QString &label,
                 const QString &value,
                 bool isFixed = true)
{
    if (!value.isEmpty())
        facts << fact(label, value, isFixed);
}

void appendTime(QList<Fact> &facts,
                const QString &label,
                const std::optional<EpochMs> &time,
                TimeZoneChoice zone)
{
    if (time)
        facts << fact(label, isoTime(*time, zone));
}

QString fieldText(QByteArrayView value)
{
    return QString::fromUtf8(unescapedJsonString(value));
}

const StepView *findStep(const QList<StepView> &steps, const QString &stepId)
{
    const auto found = std::ranges::find_if(
        steps, [&stepId](const StepView &step) { return step.stepId.text() == stepId; });
    return found == steps.end() ? nullptr : &*found;
}

bool isDocumentedField(const QString &key)
{
    for (const char *known :
         {"eventId", "seq", "type", "stepId", "timestamp", "correlationId", "data"}) {
        if (key == QLatin1String(known))
            return true;
    }
    return false;
}

void appendFieldsOf(QList<Fact> &facts, QByteArrayView raw)
{
    const EventSlices slices = findEventSlices(raw);
    if (!slices.correlationId.isEmpty())
        facts << fact(Text::tr("Correlation"), fieldText(slices.correlationId));
    if (!slices.eventId.isEmpty())
        facts << fact(Text::tr("Event id"), fieldText(slices.eventId));
    for (const JsonMember &member : jsonMembers(raw)) {
        if (isDocumentedField(member.key))
            continue;
        constexpr qsizetype kLabelCharacters = 40;
        facts << Fact{displayText(member.key, kLabelCharacters),
                      displayText(jsonText(
                          member.value.first(std::min(member.value.size(), 4 * kCellCharacters)))),
                      QString::fromUtf8(member.value),
                      true};
    }
}

QString number(qint64 value)
{
    return QLocale().toString(value);
}

void appendFailure(QList<Fact> &facts,
                   const QString &label,
                   const std::optional<FailureReason> &failure)
{
    if (!failure)
        return;
    const QString words = failure->message.isEmpty()
        ? failure->code
        : QStringLiteral("%1: %2").arg(failure->code, failure->message);
    facts << fact(label, words, false);
}

QString timeText(const EventStream &stream, qsizetype event, TimeZoneChoice zone)
{
    const std::optional<EpochMs> time = stream.timeAt(event);
    return time ? isoTime(*time, zone) : Text::tr("none was sent");
}

} // namespace

QList<Fact> eventFacts(const EventStream &stream,
                       qsizetype event,
                       const std::optional<QByteArray> &raw,
                       const QList<StepView> &steps,
                       TimeZoneChoice zone)
{
    QList<Fact> facts;
    facts << fact(Text::tr("Type"), QString::fromUtf8(stream.typeAt(event)))
          << fact(Text::tr("Seq"), QString::number(stream.seqAt(event).value))
          << fact(Text::tr("Time"), timeText(stream, event, zone));
    if (const auto delta = sincePrevious(stream, event)) {
        facts << Fact{
            Text::tr("Since prev"), exactDeltaText(*delta), QString::number(delta->count()), false};
    }
    if (const std::optional<QByteArray> step = stream.stepIdAt(event)) {
        const QString stepId = QString::fromUtf8(*step);
        const StepView *view = findStep(steps, stepId);
        const QString node = view && !view->nodeId.isEmpty() ? view->nodeId.text()
                                                             : QString::fromUtf8(nodeOfStep(*step));
        facts << fact(Text::tr("Step"), node) << fact(Text::tr("Step id"), stepId);
    }
    if (raw)
        appendFieldsOf(facts, *raw);
    return facts;
}

QList<Fact> stepFacts(const StepView &step, TimeZoneChoice zone)
{
    QList<Fact> facts;
    appendIfAny(facts, Text::tr("Node"), step.nodeId.text());
    appendIfAny(facts, Text::tr("Node type"), step.nodeType, false);
    appendIfAny(facts, Text::tr("Status"), step.status, false);
    appendIfAny(facts, Text::tr("Group"), step.groupId.value_or(QString()));
    appendTime(facts, Text::tr("Started"), step.startedAt, zone);
    appendTime(facts, Text::tr("Completed"), step.completedAt, zone);
    if (step.startedAt && step.completedAt)
        facts << fact(
            Text::tr("Duration"), durationText(*step.completedAt - *step.startedAt), false);
    if (!step.output.isEmpty()) {
        facts << Fact{Text::tr("Output"),
                      dataSummary({}, step.output),
                      QString::fromUtf8(step.output),
                      false};
    }
    appendFailure(facts, Text::tr("Error"), step.error);
    return facts;
}

QList<Fact> executionFacts(const ExecutionId &id,
                           const std::optional<Execution> &execution,
                           const std::optional<Definition> &definition,
                           TimeZoneChoice zone)
{
    QList<Fact> facts;
    facts << fact(Text::tr("Execution"), id.text());
    if (!execution)
        return facts;
    appendIfAny(facts, Text::tr("Status"), execution->status, false);
    appendTime(facts, Text::tr("Started"), execution->startedAt, zone);
    appendTime(facts, Text::tr("Completed"), execution->completedAt, zone);
    appendTime(facts, Text::tr("Cancelled"), execution->cancelledAt, zone);
    if (execution->startedAt && execution->endedAt())
        facts << fact(Text::tr("Duration"),
                      durationText(*execution->endedAt() - *execution->startedAt),
                      false);
    QString definitionText = execution->definitionId.text();
    if (execution->definitionVersion)
        definitionText += Text::tr(", version %1").arg(*execution->definitionVersion);
    appendIfAny(facts, Text::tr("Definition"), definitionText);
    if (definition)
        appendIfAny(facts, Text::tr("Name"), definition->name, false);
    appendFailure(facts, Text::tr("Failure"), execution->failureReason);
    appendIfAny(facts, Text::tr("Correlation"), execution->correlationId);
    appendIfAny(facts, Text::tr("Idempotency"), execution->idempotencyKey);
    if (!execution->steps.isEmpty())
        facts << fact(Text::tr("Steps"), number(execution->steps.size()), false);
    return facts;
}

QList<Fact> streamFacts(const EventStream &stream, const StreamTotals &totals, TimeZoneChoice zone)
{
    const StreamState &state = stream.state();
    QList<Fact> facts;
    facts << fact(Text::tr("Seqs scanned"), number(state.coverage.count()), false)
          << fact(Text::tr("Events"), number(stream.count()), false)
          << fact(Text::tr("Internal-only"), number(totals.internalSeqs), false);
    if (const qint64 unknown = totals.unknownSeqs; unknown > 0)
        facts << fact(
            Text::tr("Unknown"), Text::tr("%1: not scanned yet").arg(number(unknown)), false);
    facts << fact(Text::tr("Cursor"), QString::number(state.cursor.value))
          << fact(Text::tr("Read to its end"),
                  state.isComplete ? Text::tr("yes") : Text::tr("no, more may follow"),
                  false);
    if (state.lateCount > 0)
        facts << fact(Text::tr("Appeared late"), number(state.lateCount), false);
    if (state.conflictCount > 0)
        facts << fact(Text::tr("Conflicts"), number(state.conflictCount), false);
    if (state.goneCount > 0)
        facts << fact(Text::tr("Gone"),
                      Text::tr("%1: no longer returned").arg(number(state.goneCount)),
                      false);
    appendTime(facts, Text::tr("Fetched"), state.fetchedAt, zone);
    return facts;
}

QList<Fact> rangeFacts(const EventStream &stream, const std::vector<Gap> &gaps, SeqRange range)
{
    const qsizetype first = stream.lowerBound(range.first);
    const qsizetype end = stream.lowerBound(range.last.next());
    qint64 internalOnly = 0;
    qint64 unknown = 0;
    for (const Gap &gap : gaps) {
        const Seq from = std::max(gap.range.first, range.first);
        const Seq to = std::min(gap.range.last, range.last);
        if (from <= to) {
            (gap.kind == GapKind::InternalOnly ? internalOnly : unknown) +=
                SeqRange{from, to}.count();
        }
    }
    QList<Fact> facts;
    facts << fact(Text::tr("Seqs"), seqsText(range))
          << fact(Text::tr("Count"), number(range.count()), false)
          << fact(Text::tr("Events"), number(end - first), false)
          << fact(Text::tr("Internal-only"), number(internalOnly), false);
    if (unknown > 0)
        facts << fact(
            Text::tr("Unknown"), Text::tr("%1: not scanned yet").arg(number(unknown)), false);
    const auto duration = end - first > 1 ? stream.timeBetween(first, end - 1) : std::nullopt;
    if (duration)
        facts << fact(Text::tr("First to last"), durationText(*duration), false);
    return facts;
}

QList<Fact> gapFacts(const Gap &gap)
{
    const QString place = gap.place == GapPlace::Leading ? Text::tr("before the first event")
        : gap.place == GapPlace::Trailing                ? Text::tr("after the last event")
                                                         : Text::tr("between two events");
    return {fact(Text::tr("Kind"),
                 gap.kind == GapKind::InternalOnly ? Text::tr("internal-only")
                                                   : Text::tr("unknown: not scanned yet"),
                 false),
            fact(Text::tr("Seqs"), seqsText(gap.range)),
            fact(Text::tr("Count"), number(gap.range.count()), false),
            fact(Text::tr("Place"), place, false)};
}

QString gapMeaning(const Gap &gap)
{
    const QString seqs = gap.range.count() == 1 ? Text::tr("Seq %1").arg(seqsText(gap.range))
                                                : Text::tr("Seqs %1").arg(seqsText(gap.range));
    const bool isOne = gap.range.count() == 1;
    if (gap.kind == GapKind::InternalOnly) {
        return (isOne ? Text::tr(
                    "%1 was used by an internal-only event. It is filtered out by the API and was "
                    "never sent as a webhook: nothing is missing here.")
                      : Text::tr(
                          "%1 were used by internal-only events. They are filtered out by the "
                          "API and were "
                          "never sent as webhooks: nothing is missing here."))
            .arg(seqs);
    }
    return (isOne ? Text::tr(
                "%1 has not been scanned yet: it may hold an event or not. Refresh reads "
                "on from the "
                "cursor; a fetch from sinceSeq = %2 scans it.")
                  : Text::tr(
                      "%1 have not been scanned yet: they may hold events or not. Refresh reads "
                      "on from the "
                      "cursor; a fetch from sinceSeq = %2 scans them."))
        .arg(seqs)
        .arg(gap.range.first.previous().value);
}

QString lateMeaning(const EventStream &stream)
{
    const qint64 late = stream.state().lateCount;
    if (late == 0)
        return {};
    return (late == 1
                ? Text::tr("%1 event of this stream appeared late, at a seq that had been taken "
                           "for internal-only.")
                : Text::tr("%1 events of this stream appeared late, at seqs that had been taken "
                           "for internal-only."))
               .arg(number(late))
        + u' '
        + Text::tr("So \"internal-only\" says what the API showed when the seqs were last scanned; "
                   "Verify against API scans all of them again.");
}

QStringList hiddenSeqsNear(const EventStream &stream, const std::vector<Gap> &gaps, qsizetype event)
{
    const Seq seq = stream.seqAt(event);
    QStringList words;
    // A hole that is partly scanned is several gaps side by side.
    for (const Gap *gap = gapBefore(gaps, seq); gap; gap = gapBefore(gaps, gap->range.first))
        words.prepend(gapMeaning(*gap));
    for (const Gap *gap = gapAfter(gaps, seq); gap; gap = gapAfter(gaps, gap->range.last))
        words.append(gapMeaning(*gap));
    if (words.isEmpty())
        words << Text::tr(
            "None: the seqs right before and after this event are events themselves, or lie "
            "beyond what is known.");
    return words;
}

QStringList remarksExplained(const EventStream &stream, qsizetype event)
{
    QStringList words;
    const EventFlags flags = stream.flagsAt(event);
    if (flags.testFlag(EventFlag::Damaged))
        words << Text::tr(
            "Damaged in the cache: the checksum over this event failed, so it cannot be trusted. "
            "Refresh fetches it again.");
    if (flags.testFlag(EventFlag::MalformedPayload))
        words << Text::tr(
            "Malformed payload: a strict JSON reader refuses it. The bytes are kept as the server "
            "sent them.");
    if (flags.testFlag(EventFlag::Conflict))
        words << Text::tr(
            "Conflict: the API has returned other content for this seq at another time. All "
            "versions are kept; the first one stands in the stream, the others follow below.");
    if (flags.testFlag(EventFlag::Gone))
        words << Text::tr(
            "Gone: its seq was scanned again and the API did not return this event any more. What "
            "it had returned before is kept as evidence.");
    if (flags.testFlag(EventFlag::AppearedLate))
        words << Text::tr(
            "Appeared late: its seq had been scanned before without an event, and was taken for "
            "internal-only until then. Running executions do that near their end; the overlap of "
            "live follow, and Verify against API, find such events.");
    if (stream.runsBackwardsAt(event))
        words << Text::tr(
            "Clock ran backwards: its time is earlier than that of the event before. Events are "
            "ordered by seq, never by time.");
    if (hasImplausibleTime(stream, event))
        words << Text::tr("Implausible time: the date lies outside the years 2000 to 2100.");
    return words;
}

QString seqsText(SeqRange range)
{
    return range.count() == 1
        ? QString::number(range.first.value)
        : QStringLiteral("%1–%2").arg(range.first.value).arg(range.last.value);
}

QString durationText(std::chrono::milliseconds duration)
{
    const qint64 total = duration.count();
    const quint64 ms = total < 0 ? quint64(0) - quint64(total) : quint64(total);
    QStringList parts;
    if (ms >= 86'400'000)
        parts << QStringLiteral("%1 d").arg(ms / 86'400'000);
    if (ms >= 3'600'000)
        parts << QStringLiteral("%1 h").arg(ms / 3'600'000 % 24);
    if (ms >= 60'000)
        parts << QStringLiteral("%1 m").arg(ms / 60'000 % 60);
    if (ms < 1000)
        parts << QStringLiteral("%1 ms").arg(ms);
    else
        parts << QStringLiteral("%1.%2 s")
                     .arg(ms / 1000 % 60)
                     .arg(ms % 1000, 3, 10, QLatin1Char('0'));
    return (total < 0 ? QStringLiteral("−") : QString()) + parts.join(u' ');
}

QString exactDeltaText(std::chrono::milliseconds delta)
{
    return delta.count() < 0 ? durationText(delta) : u'+' + durationText(delta);
}

} // namespace Gapline
