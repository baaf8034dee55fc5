// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stream/eventstream.h"

#include "core/stream/largepages.h"

#include <algorithm>
#include <numeric>

namespace Gapline {
namespace {

template<typename T>
void permute(std::vector<T> &values, const std::vector<quint32> &order)
{
    std::vector<T> sorted;
    sorted.reserve(order.size());
    for (const quint32 index : order)
        sorted.push_back(values[index]);
    values = std::move(sorted);
}

template<typename T>
void append(std::vector<T> &to, const std::vector<T> &from)
{
    to.insert(to.end(), from.begin(), from.end());
}

/// Adds `more` values and returns the first of them.
template<typename T>
T *grow(std::vector<T> &values, size_t more)
{
    values.resize(values.size() + more);
    return values.data() + values.size() - more;
}

} // namespace

std::optional<QByteArray> EventStream::stepIdAt(qsizetype index) const
{
    const quint32 step = stepIndexAt(index);
    if (step == kNoStep)
        return std::nullopt;
    return m_stepTable.at(step);
}

std::optional<std::chrono::milliseconds> EventStream::timeBetween(qsizetype from,
                                                                  qsizetype to) const
{
    const std::optional<EpochMs> begin = timeAt(from);
    const std::optional<EpochMs> end = timeAt(to);
    if (!begin || !end)
        return std::nullopt;
    return *end - *begin;
}

bool EventStream::runsBackwardsAt(qsizetype index) const
{
    if (index == 0 || m_timestamps[size_t(index)] >= m_timestamps[size_t(index - 1)])
        return false;
    return timeBetween(index - 1, index).has_value();
}

qsizetype EventStream::lowerBound(Seq seq) const
{
    return std::ranges::lower_bound(m_seqs, seq.value) - m_seqs.begin();
}

std::optional<qsizetype> EventStream::indexOf(Seq seq) const
{
    const qsizetype index = lowerBound(seq);
    if (index == count() || seqAt(index) != seq)
        return std::nullopt;
    return index;
}

Seq EventStream::highestKnownSeq() const
{
    const Seq lastEvent = isEmpty() ? Seq{0} : seqAt(count() - 1);
    return std::max(lastEvent, m_state.coverage.last());
}

EventStream::Builder::Builder(const ExecutionId &executionId)
    : m_stream(std::make_shared<EventStream>())
{
    m_stream->m_executionId = executionId;
}

EventStream::Builder::Builder(const EventStream &base, qsizetype more)
    : Builder(base.m_executionId)
{
    // Member by member, so that each column is copied once into memory that has room for what follows.
    EventStream &stream = *m_stream;
    stream.m_state = base.m_state;
    stream.m_revision = base.m_revision;
    stream.m_typeTable = base.m_typeTable;
    stream.m_stepTable = base.m_stepTable;
    reserve(base.count() + more);
    append(stream.m_seqs, base.m_seqs);
    append(stream.m_timestamps, base.m_timestamps);
    append(stream.m_types, base.m_types);
    append(stream.m_steps, base.m_steps);
    if (!base.m_flags.empty()) {
        stream.m_flags.reserve(size_t(base.count() + more));
        append(stream.m_flags, base.m_flags);
    }
    stream.m_raws = base.m_raws;
}

void EventStream::Builder::reserve(qsizetype events)
{
    const auto size = size_t(events);
    reserveLarge(m_stream->m_seqs, size);
    reserveLarge(m_stream->m_timestamps, size);
    reserveLarge(m_stream->m_types, size);
    reserveLarge(m_stream->m_steps, size);
    m_stream->m_raws.reserve(size);
}

void EventStream::Builder::add(qint64 bodyId,
                               std::span<const EventColumns> events,
                               const StringTable &types,
                               const StringTable &steps)
{
    EventStream &stream = *m_stream;
    std::vector<quint16> typeIndexes;
    typeIndexes.reserve(types.size());
    for (const QByteArray &text : types.texts())
        typeIndexes.push_back(internType(text));
    std::vector<quint32> stepIndexes;
    stepIndexes.reserve(steps.size());
    for (const QByteArray &text : steps.texts())
        stepIndexes.push_back(stream.m_stepTable.intern(text));

    qint64 last = stream.m_seqs.empty() ? 0 : stream.m_seqs.back();
    const size_t more = events.size();
    const bool hasFlags = std::ranges::any_of(
        events, [](const EventColumns &event) { return event.flags.toInt() != 0; });
    quint8 *flags = nullptr;
    if (hasFlags || !stream.m_flags.empty()) {
        ensureFlags();
        flags = grow(stream.m_flags, more);
    }
    qint64 *seqs = grow(stream.m_seqs, more);
    qint64 *timestamps = grow(stream.m_timestamps, more);
    quint16 *typesOut = grow(stream.m_types, more);
    quint32 *stepsOut = grow(stream.m_steps, more);
    for (const EventColumns &event : events) {
        m_isAscending &= last < event.seq.value;
        last = event.seq.value;
        *seqs++ = event.seq.value;
        *timestamps++ = toEpochMs(event.timestamp);
        *typesOut++ = typeIndexes[event.typeIndex];
        *stepsOut++ = event.stepIndex == kNoStep ? kNoStep : stepIndexes[event.stepIndex];
        stream.m_raws.append({bodyId, event.rawOffset, event.rawLength});
        if (flags)
            *flags++ = quint8(event.flags.toInt());
    }
}

void EventStream::Builder::add(qint64 bodyId, const PackedEvents &events)
{
    EventStream &stream = *m_stream;
    const size_t count = events.count;
    std::vector<quint16> typeIndexes;
    typeIndexes.reserve(events.typeTexts.size());
    for (const QByteArrayView text : events.typeTexts)
        typeIndexes.push_back(internType(text));
    std::vector<quint32> stepIndexes{kNoStep};
    stepIndexes.reserve(events.stepTexts.size() + 1);
    for (const QByteArrayView text : events.stepTexts)
        stepIndexes.push_back(stream.m_stepTable.intern(text));

    qint64 last = stream.m_seqs.empty() ? 0 : stream.m_seqs.back();
    if (!events.flags.isZero() || !stream.m_flags.empty()) {
        ensureFlags();
        quint8 *flags = grow(stream.m_flags, count);
        events.flags.forEach(count, [&flags](qint64 value) { *flags++ = quint8(value); });
    }
    qint64 *seqs = grow(stream.m_seqs, count);
    bool isAscending = true;
    events.seqs.forEach(count, [&](qint64 seq) {
        isAscending &= last < seq;
        last = seq;
        *seqs++ = seq;
    });
    m_isAscending &= isAscending;
    qint64 *timestamps = grow(stream.m_timestamps, count);
    events.timestamps.forEach(count, [&timestamps](qint64 time) { *timestamps++ = time; });
    quint16 *types = grow(stream.m_types, count);
    events.types.forEach(
        count, [&types, to = typeIndexes.data()](qint64 type) { *types++ = to[size_t(type)]; });
    quint32 *steps = grow(stream.m_steps, count);
    events.steps.forEach(
        count, [&steps, to = stepIndexes.data()](qint64 step) { *steps++ = to[size_t(step)]; });
    m_lengths.resize(count);
    quint32 *lengths = m_lengths.data();
    events.rawLengths.forEach(count, [&lengths](qint64 length) { *lengths++ = quint32(length); });
    stream.m_raws.append(bodyId, m_lengths);
}

/// Those of the events that are already there, none of which had one until now.
void EventStream::Builder::ensureFlags()
{
    EventStream &stream = *m_stream;
    if (!stream.m_flags.empty())
        return;
    stream.m_flags.reserve(stream.m_seqs.capacity());
    stream.m_flags.resize(stream.m_seqs.size());
}

quint16 EventStream::Builder::internType(QByteArrayView text)
{
    StringTable &table = m_stream->m_typeTable;
    const bool isFull = table.size() >= kMaxDistinctTypes && !table.contains(text);
    return quint16(table.intern(isFull ? QByteArrayView(kFurtherTypes) : text));
}

void EventStream::Builder::setState(const StreamState &state)
{
    m_stream->m_state = state;
}

void EventStream::Builder::setRevision(const StreamRevision &revision)
{
    m_stream->m_revision = revision;
}

void EventStream::Builder::flag(std::span<const Seq> seqs, EventFlag flag)
{
    sortBySeq();
    for (const Seq seq : seqs) {
        if (const std::optional<qsizetype> index = m_stream->indexOf(seq)) {
            ensureFlags();
            m_stream->m_flags[size_t(*index)] |= quint8(flag);
        }
    }
}

EventStreamPtr EventStream::Builder::build()
{
    sortBySeq();
    return std::exchange(m_stream, std::make_shared<EventStream>());
}

void EventStream::Builder::sortBySeq()
{
    if (std::exchange(m_isAscending, true))
        return;
    EventStream &stream = *m_stream;
    std::vector<quint32> order(stream.m_seqs.size());
    std::iota(order.begin(), order.end(), 0U);
    const auto seqOf = [&stream](quint32 index) { return stream.m_seqs[index]; };
    std::ranges::stable_sort(order, {}, seqOf);
    const auto repeated = std::ranges::unique(order, {}, seqOf);
    order.erase(repeated.begin(), repeated.end());
    permute(stream.m_timestamps, order);
    permute(stream.m_types, order);
    permute(stream.m_steps, order);
    if (!stream.m_flags.empty())
        permute(stream.m_flags, order);
    stream.m_raws.reorder(order);
    permute(stream.m_seqs, order);
}

} // namespace Gapline
