// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stream/eventstream.h"

#include <algorithm>
#include <limits>
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

} // namespace

RawLocation EventStream::rawLocationAt(qsizetype index) const
{
    const auto i = size_t(index);
    return {m_bodyIds[m_bodies[i]], m_rawOffsets[i], m_rawLengths[i]};
}

std::optional<QByteArray> EventStream::stepIdAt(qsizetype index) const
{
    const quint32 step = stepIndexAt(index);
    if (step == kNoStep)
        return std::nullopt;
    return m_stepTable.at(step);
}

bool EventStream::runsBackwardsAt(qsizetype index) const
{
    return index > 0 && m_timestamps[size_t(index)] < m_timestamps[size_t(index - 1)];
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

EventStream::Builder::Builder(const EventStream &base)
    : m_stream(std::make_shared<EventStream>(base))
{ }

void EventStream::Builder::reserve(qsizetype events)
{
    const auto size = size_t(events);
    m_stream->m_seqs.reserve(size);
    m_stream->m_timestamps.reserve(size);
    m_stream->m_types.reserve(size);
    m_stream->m_steps.reserve(size);
    m_stream->m_bodies.reserve(size);
    m_stream->m_rawOffsets.reserve(size);
    m_stream->m_rawLengths.reserve(size);
    m_stream->m_flags.reserve(size);
}

void EventStream::Builder::add(qint64 bodyId,
                               std::span<const EventColumns> events,
                               const StringTable &types,
                               const StringTable &steps)
{
    EventStream &stream = *m_stream;
    std::vector<quint16> typeIndexes;
    typeIndexes.reserve(types.size());
    for (const QByteArray &text : types.texts()) {
        const quint32 index = stream.m_typeTable.intern(text);
        Q_ASSERT(index <= std::numeric_limits<quint16>::max());
        typeIndexes.push_back(quint16(index));
    }
    std::vector<quint32> stepIndexes;
    stepIndexes.reserve(steps.size());
    for (const QByteArray &text : steps.texts())
        stepIndexes.push_back(stream.m_stepTable.intern(text));

    const auto body = quint32(stream.m_bodyIds.size());
    stream.m_bodyIds.push_back(bodyId);
    for (const EventColumns &event : events) {
        if (!stream.m_seqs.empty() && event.seq.value <= stream.m_seqs.back())
            m_isAscending = false;
        stream.m_seqs.push_back(event.seq.value);
        stream.m_timestamps.push_back(toEpochMs(event.timestamp));
        stream.m_types.push_back(typeIndexes[event.typeIndex]);
        stream.m_steps.push_back(event.stepIndex == kNoStep ? kNoStep
                                                            : stepIndexes[event.stepIndex]);
        stream.m_bodies.push_back(body);
        stream.m_rawOffsets.push_back(event.rawOffset);
        stream.m_rawLengths.push_back(event.rawLength);
        stream.m_flags.push_back(quint8(event.flags.toInt()));
    }
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
        if (const std::optional<qsizetype> index = m_stream->indexOf(seq))
            m_stream->m_flags[size_t(*index)] |= quint8(flag);
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
    permute(stream.m_bodies, order);
    permute(stream.m_rawOffsets, order);
    permute(stream.m_rawLengths, order);
    permute(stream.m_flags, order);
    permute(stream.m_seqs, order);
}

} // namespace Gapline
