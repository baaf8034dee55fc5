// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/streamjumps.h"

#include "core/stream/gapfinder.h"
#include "ui/workspace/bookmarks.h"

#include <QDateTime>

namespace Gapline {
namespace {

SeqRange oneSeq(Seq seq)
{
    return {seq, seq};
}

std::optional<SeqRange> found(std::optional<Seq> seq)
{
    return seq ? std::optional(oneSeq(*seq)) : std::nullopt;
}

std::optional<SeqRange> placeAt(const StreamView &view, Seq seq)
{
    if (view.stream()->indexOf(seq))
        return oneSeq(seq);
    const Gap *gap = gapAt(view.gaps(), seq);
    return gap ? std::optional(gap->range) : std::nullopt;
}

/// The clock may run backwards inside a stream: the first in the order of the seqs. Events without a time are at none.
std::optional<SeqRange> placeAt(const EventStream &stream, EpochMs time)
{
    const std::span<const qint64> times = stream.timestamps();
    for (qsizetype event = 0; event < stream.count(); ++event) {
        if (times[size_t(event)] >= toEpochMs(time) && stream.timeAt(event))
            return oneSeq(stream.seqAt(event));
    }
    return std::nullopt;
}

std::optional<EpochMs> firstTimeOf(const EventStream &stream)
{
    for (qsizetype event = 0; event < stream.count(); ++event) {
        if (const std::optional<EpochMs> time = stream.timeAt(event))
            return time;
    }
    return std::nullopt;
}

std::optional<EpochMs> timeFrom(const EventStream &stream, const QString &text, TimeZoneChoice zone)
{
    const Qt::TimeSpec spec = zone == TimeZoneChoice::Utc ? Qt::UTC : Qt::LocalTime;
    const QTime clock = QTime::fromString(text, Qt::ISODateWithMs);
    const std::optional<EpochMs> first = clock.isValid() ? firstTimeOf(stream) : std::nullopt;
    if (first) {
        const QDateTime begin = QDateTime::fromMSecsSinceEpoch(toEpochMs(*first), spec);
        QDateTime time(begin.date(), clock, spec);
        // A run over midnight.
        if (time < begin)
            time = time.addDays(1);
        return fromEpochMs(time.toMSecsSinceEpoch());
    }
    const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (time.isValid() && time.timeSpec() == Qt::LocalTime) {
        // Without an offset the text means what the window shows.
        return fromEpochMs(QDateTime(time.date(), time.time(), spec).toMSecsSinceEpoch());
    }
    return parseTime(text);
}

} // namespace

bool jumpTo(StreamView &view, JumpTarget target, Direction direction)
{
    const StreamRows &rows = *view.rows();
    const SeqRange here =
        view.selection().value_or(oneSeq(Seq{qint64(view.visibleSeqs().from) - 1}));
    const Seq from =
        direction == Direction::Forward && target == JumpTarget::Event ? here.last : here.first;
    std::optional<SeqRange> next;
    switch (target) {
    case JumpTarget::Event:
        next = found(nextEvent(rows, from, direction));
        break;
    case JumpTarget::Gap:
        if (const std::optional<Gap> gap = nextGap(view.gaps(), here, direction))
            next = gap->range;
        break;
    case JumpTarget::FailedEvent:
        next = found(nextFailure(rows, from, direction));
        break;
    case JumpTarget::SameStep:
        next = found(nextOfSameStep(rows, from, direction));
        break;
    case JumpTarget::MarkedSeq:
        next = found(view.bookmarks().next(direction == Direction::Forward ? here.last : here.first,
                                           direction == Direction::Forward));
        break;
    }
    if (next)
        selectAndReveal(view, *next);
    return next.has_value();
}

void selectAndReveal(StreamView &view, SeqRange range)
{
    view.select(range);
    const VisibleSeqs visible = view.visibleSeqs();
    const double first = double(range.first.value);
    const double end = double(range.last.value) + 1;
    if (first >= visible.from && end <= visible.to)
        return;
    // A jump lands in the middle, where its surroundings can be seen.
    const double middle = (first + end) / 2;
    view.setVisibleSeqs({middle - visible.width() / 2, middle + visible.width() / 2});
}

std::optional<SeqRange> placeFrom(const StreamView &view, const QString &text, TimeZoneChoice zone)
{
    const QString wanted = text.trimmed();
    bool isNumber = false;
    const Seq seq{QString(wanted).remove(u',').remove(u'\u202f').toLongLong(&isNumber)};
    if (isNumber && seq >= Seq{1} && seq <= view.stream()->highestKnownSeq())
        return placeAt(view, seq);
    // A seq beyond what is known is no moment of 1970.
    constexpr qint64 kLeastEpochMs = 100'000'000'000;
    if (isNumber && seq.value < kLeastEpochMs)
        return std::nullopt;
    const std::optional<EpochMs> time = timeFrom(*view.stream(), wanted, zone);
    return time ? placeAt(*view.stream(), *time) : std::nullopt;
}

} // namespace Gapline
