// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/timelinenavigation.h"

#include <algorithm>

namespace Gapline {
namespace {

template<typename IsWanted>
std::optional<Seq> findRow(const StreamRows &rows, Seq from, Direction direction, IsWanted isWanted)
{
    if (!rows.stream())
        return std::nullopt;
    const EventStream &stream = *rows.stream();
    const bool isForward = direction == Direction::Forward;
    qsizetype row = rows.rowAtOrAfter(from).value_or(rows.count());
    if (!isForward)
        --row;
    for (; row >= 0 && row < rows.count(); row += isForward ? 1 : -1) {
        const StreamRows::Row at = rows.at(row);
        if (at.isGap || !isWanted(stream, at.index))
            continue;
        const Seq seq = stream.seqAt(at.index);
        if (isForward ? seq > from : seq < from)
            return seq;
    }
    return std::nullopt;
}

} // namespace

std::optional<Seq> nextEvent(const StreamRows &rows, Seq from, Direction direction)
{
    return findRow(rows, from, direction, [](const EventStream &, quint32) { return true; });
}

std::optional<Seq> nextFailure(const StreamRows &rows, Seq from, Direction direction)
{
    if (!rows.stream())
        return std::nullopt;
    std::vector<bool> failureTypes;
    for (const QByteArray &type : rows.stream()->types().texts())
        failureTypes.push_back(isFailure(categoryOf(type)));
    return findRow(rows, from, direction, [&](const EventStream &stream, quint32 event) {
        return bool(failureTypes[stream.typeIndexAt(event)]);
    });
}

std::optional<Seq> nextOfSameStep(const StreamRows &rows, Seq from, Direction direction)
{
    const std::optional<qsizetype> current =
        rows.stream() ? rows.stream()->indexOf(from) : std::nullopt;
    if (!current || rows.stream()->stepIndexAt(*current) == kNoStep)
        return std::nullopt;
    const quint32 step = rows.stream()->stepIndexAt(*current);
    return findRow(rows, from, direction, [step](const EventStream &stream, quint32 event) {
        return stream.stepIndexAt(event) == step;
    });
}

std::optional<Gap> nextGap(const std::vector<Gap> &gaps, SeqRange from, Direction direction)
{
    if (direction == Direction::Forward) {
        const auto next = std::ranges::upper_bound(
            gaps, from.first, {}, [](const Gap &gap) { return gap.range.first; });
        return next != gaps.end() ? std::optional(*next) : std::nullopt;
    }
    const auto end = std::ranges::lower_bound(
        gaps, from.first, {}, [](const Gap &gap) { return gap.range.first; });
    return end != gaps.begin() ? std::optional(*std::prev(end)) : std::nullopt;
}

std::optional<Seq> nearestInLane(const TimelineIndex &index, quint32 lane, Seq from)
{
    if (lane >= index.lanes().count() || index.eventsOf(lane).empty())
        return std::nullopt;
    const EventStream &stream = index.stream();
    const std::span<const quint32> events = index.eventsOf(lane);
    const auto after = std::ranges::lower_bound(
        events, from.value, {}, [&](quint32 event) { return stream.seqAt(event).value; });
    if (after == events.end())
        return stream.seqAt(events.back());
    const Seq next = stream.seqAt(*after);
    if (after == events.begin())
        return next;
    const Seq previous = stream.seqAt(*std::prev(after));
    return from.value - previous.value <= next.value - from.value ? previous : next;
}

} // namespace Gapline
