// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinetext.h"

#include "core/domain/displaytext.h"

#include <QLocale>

namespace Gapline {
namespace {

QString number(qint64 value)
{
    return QLocale().toString(value);
}

/// Qt's plural forms take an int; nobody counts further than that.
int plural(qint64 count)
{
    return int(std::min<qint64>(count, std::numeric_limits<int>::max()));
}

QString nodeOf(const TimelineIndex &index, qsizetype event)
{
    return displayText(index.lanes().nodeOf(index.stream().stepIndexAt(event)));
}

} // namespace

QString TimelineText::gap(const Gap &gap)
{
    const bool isOne = gap.range.count() == 1;
    const QString seqs = isOne
        ? tr("seq %1").arg(number(gap.range.first.value))
        : tr("seq %1 to %2").arg(number(gap.range.first.value), number(gap.range.last.value));
    const QString kind =
        gap.kind == GapKind::Unknown ? tr("%1 not scanned yet") : tr("%1 internal-only");
    return tr("%1, %2").arg(seqs, kind.arg(number(gap.range.count())));
}

QString TimelineText::event(const TimelineIndex &index, qsizetype event)
{
    const EventStream &stream = index.stream();
    QString text = tr("seq %1, %2")
                       .arg(number(stream.seqAt(event).value),
                            displayText(QString::fromUtf8(stream.typeAt(event))));
    if (const QString node = nodeOf(index, event); !node.isEmpty())
        text = tr("%1, %2").arg(text, node);
    return text;
}

QString TimelineText::iteration(const StepIteration &iteration)
{
    return tr("Iteration %1 of %2 of a loop")
        .arg(number(iteration.number), number(iteration.count));
}

QString TimelineText::gapMeaning(const Gap &gap)
{
    if (gap.kind == GapKind::Unknown)
        return tr("Nothing can be said of these seqs until they are fetched.");
    return tr("%n seq(s) used by internal events, which the API keeps to itself and never sends as "
              "webhooks.",
              nullptr,
              plural(gap.range.count()));
}

QString TimelineText::gapDetails(const Gap &gap)
{
    return TimelineText::gap(gap) + u'\n' + gapMeaning(gap);
}

QString TimelineText::eventDetails(const TimelineIndex &index, qsizetype event, TimeZoneChoice zone)
{
    const EventStream &stream = index.stream();
    const std::optional<EpochMs> time = stream.timeAt(event);
    QString text = TimelineText::event(index, event) + u'\n'
        + (time ? isoTime(*time, zone) : tr("The API sent no timestamp."));
    const auto delta = event > 0 ? stream.timeBetween(event - 1, event) : std::nullopt;
    if (delta)
        text += tr(" (%1)").arg(deltaText(*delta));
    if (const std::optional<QByteArray> step = stream.stepIdAt(event))
        text += u'\n' + displayText(QString::fromUtf8(*step), 120);
    for (const QString &remark : remarks(stream, event))
        text += u'\n' + remark;
    return text;
}

QStringList TimelineText::remarks(const EventStream &stream, qsizetype event)
{
    QStringList remarks;
    const EventFlags flags = stream.flagsAt(event);
    if (flags & EventFlag::MalformedPayload)
        remarks << tr("Its payload cannot be read as JSON; the raw bytes are kept.");
    if (flags & EventFlag::AppearedLate)
        remarks << tr("Appeared late, in a range that had been scanned before.");
    if (flags & EventFlag::Conflict)
        remarks << tr("The API has sent other content for this seq; both are kept.");
    if (flags & EventFlag::Gone)
        remarks << tr("The API no longer returned it when its seq was scanned again; it is kept.");
    if (flags & EventFlag::Damaged)
        remarks << tr("Its copy in the cache is damaged: fetch it again.");
    return remarks;
}

QString TimelineText::span(const TimelineIndex &index, const TimelineIndex::Span &span)
{
    const EventStream &stream = index.stream();
    const QString node = nodeOf(index, span.start);
    const QString what = node.isEmpty() ? tr("Execution") : node;
    const QString from = number(index.startOf(span).value);
    if (span.end == kOpenEnd)
        return tr("%1: from seq %2, still open").arg(what, from);
    const QString to = number(index.endOf(span).value);
    const auto delta = stream.timeBetween(span.start, span.end);
    return delta ? tr("%1: from seq %2 to %3 (%4)").arg(what, from, to, deltaText(*delta))
                 : tr("%1: from seq %2 to %3").arg(what, from, to);
}

QString TimelineText::bookmark(const Bookmark &bookmark)
{
    const QString seq = number(bookmark.seq.value);
    return bookmark.note.isEmpty()
        ? tr("Bookmark of seq %1").arg(seq)
        : tr("Bookmark of seq %1: %2").arg(seq, displayText(bookmark.note));
}

QString TimelineText::untimed(qint64 count)
{
    return count == 1
        ? tr("1 event has no time: only the seq axis shows it")
        : tr("%1 events have no time: only the seq axis shows them").arg(number(count));
}

QString TimelineText::category(EventCategory category)
{
    switch (category) {
    case EventCategory::Execution:
        return tr("execution");
    case EventCategory::Awaiting:
        return tr("awaiting");
    case EventCategory::Completed:
        return tr("completed");
    case EventCategory::Failed:
        return tr("failed");
    case EventCategory::Breached:
        return tr("breached");
    case EventCategory::Cancelled:
        return tr("cancelled");
    case EventCategory::Group:
        return tr("group");
    case EventCategory::Loop:
        return tr("loop");
    case EventCategory::Unknown:
        break;
    }
    return tr("other type");
}

} // namespace Gapline
