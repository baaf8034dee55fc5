// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/page.h"
#include "core/domain/seqset.h"
#include "core/stream/packedevents.h"
#include "core/stream/rawruns.h"

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace Gapline {

/// What is known about a stream beside its events (api-contract.md, "What follows", 1).
struct StreamState
{
    /// Scanned seqs. Every event's seq lies inside, but for events flagged Damaged: what the cache cannot
    /// vouch for counts as not scanned until it is fetched again.
    SeqSet coverage;
    Seq cursor; ///< sinceSeq of the next sync: the end of the coverage that begins at 1.
    /// Where the stream ends, as the answer farthest on has said with hasMore false; what lies before it may still be
    /// unscanned.
    std::optional<Seq> knownEnd;
    bool isComplete = false; ///< All is scanned up to the known end.
    std::optional<EpochMs> fetchedAt; ///< When the last page was stored.
    qint64 lateCount = 0; ///< Events that appeared late.
    qint64 conflictCount = 0; ///< Seqs for which more than one content is kept.
    qint64 goneCount = 0; ///< Events that a later scan of their seq did not return.

    friend bool operator==(const StreamState &, const StreamState &) = default;
};

/// How far into a cache a snapshot has read, so that the next one reads only what is new. Means nothing but to
/// the cache that gave it.
struct StreamRevision
{
    quint64 source = 0; ///< The opened cache; 0 for a stream from elsewhere.
    qint64 lastSegment = 0;
    qint64 rebuilds = 0; ///< Differs when segments that had been read were replaced since.

    friend bool operator==(const StreamRevision &, const StreamRevision &) = default;
};

/// All known events of one execution as columns, ascending by seq; immutable and shared, so that any thread
/// may read it. About 26 bytes an event (budgets.md, row 4). The payloads stay in the cache: see RawLocation.
class EventStream
{
public:
    class Builder;

    [[nodiscard]] const ExecutionId &executionId() const { return m_executionId; }
    [[nodiscard]] const StreamState &state() const { return m_state; }
    [[nodiscard]] const StreamRevision &revision() const { return m_revision; }
    [[nodiscard]] qsizetype count() const { return qsizetype(m_seqs.size()); }
    [[nodiscard]] bool isEmpty() const { return m_seqs.empty(); }

    [[nodiscard]] Seq seqAt(qsizetype index) const { return {m_seqs[size_t(index)]}; }
    [[nodiscard]] EpochMs timestampAt(qsizetype index) const
    {
        return fromEpochMs(m_timestamps[size_t(index)]);
    }
    /// timestampAt(), or nothing when the API sent none: absent is never 1970.
    [[nodiscard]] std::optional<EpochMs> timeAt(qsizetype index) const
    {
        if (flagsAt(index).testFlag(EventFlag::NoTimestamp))
            return std::nullopt;
        return timestampAt(index);
    }
    /// The time between two events, when both have one.
    [[nodiscard]] std::optional<std::chrono::milliseconds> timeBetween(qsizetype from,
                                                                       qsizetype to) const;
    [[nodiscard]] quint32 typeIndexAt(qsizetype index) const { return m_types[size_t(index)]; }
    [[nodiscard]] quint32 stepIndexAt(qsizetype index) const { return m_steps[size_t(index)]; }
    /// False while flagsAt() is empty for every event: nearly always.
    [[nodiscard]] bool hasFlags() const { return !m_flags.empty(); }
    [[nodiscard]] EventFlags flagsAt(qsizetype index) const
    {
        return m_flags.empty() ? EventFlags() : EventFlags(m_flags[size_t(index)]);
    }
    [[nodiscard]] RawLocation rawLocationAt(qsizetype index) const
    {
        return m_raws.at(size_t(index));
    }
    /// The same, faster where the indexes ascend: `hint` is kept between calls, 0 at first.
    [[nodiscard]] RawLocation rawLocationAt(qsizetype index, size_t &hint) const
    {
        return m_raws.at(size_t(index), hint);
    }
    /// Up to which event the raw JSON of all lies in one body, one behind the other, from this event on. Exclusive.
    [[nodiscard]] qsizetype rawStretchEnd(qsizetype index) const
    {
        return qsizetype(m_raws.stretchEnd(size_t(index)));
    }
    [[nodiscard]] const QByteArray &typeAt(qsizetype index) const
    {
        return m_typeTable.at(typeIndexAt(index));
    }
    /// The step id, or nothing on execution.* events.
    [[nodiscard]] std::optional<QByteArray> stepIdAt(qsizetype index) const;
    /// The clock of this event reads earlier than that of the one before; seq order still holds.
    [[nodiscard]] bool runsBackwardsAt(qsizetype index) const;

    [[nodiscard]] std::span<const qint64> seqs() const { return m_seqs; }
    [[nodiscard]] std::span<const qint64> timestamps() const { return m_timestamps; }
    [[nodiscard]] std::span<const quint16> typeIndexes() const { return m_types; }
    [[nodiscard]] std::span<const quint32> stepIndexes() const { return m_steps; }
    [[nodiscard]] const StringTable &types() const { return m_typeTable; }
    [[nodiscard]] const StringTable &steps() const { return m_stepTable; }

    /// Index of the first event at or after seq; count() when there is none.
    [[nodiscard]] qsizetype lowerBound(Seq seq) const;
    [[nodiscard]] std::optional<qsizetype> indexOf(Seq seq) const;
    /// The highest seq known of: the last event's, or the end of the coverage. Seq{0} for an empty stream.
    [[nodiscard]] Seq highestKnownSeq() const;

private:
    ExecutionId m_executionId;
    StreamState m_state;
    StreamRevision m_revision;
    std::vector<qint64> m_seqs;
    std::vector<qint64> m_timestamps;
    std::vector<quint16> m_types;
    std::vector<quint32> m_steps;
    std::vector<quint8> m_flags; ///< Empty while no event has one: nearly always.
    RawRuns m_raws;
    StringTable m_typeTable;
    StringTable m_stepTable;
};

using EventStreamPtr = std::shared_ptr<const EventStream>;

/// Distinct types that one stream tells apart. A server would have to be hostile to send more: the types beyond
/// share the name kFurtherTypes in lists and filters, and keep their own in the event's JSON.
inline constexpr quint32 kMaxDistinctTypes = 65535;
inline constexpr auto kFurtherTypes = "(further types)";

/// Makes an EventStream from groups of events that share one body, in any order. Single-threaded.
class EventStream::Builder
{
public:
    explicit Builder(const ExecutionId &executionId);
    /// Starts from an earlier snapshot, whose bodies keep their ids, with room for `more` events.
    explicit Builder(const EventStream &base, qsizetype more = 0);

    void reserve(qsizetype events);
    /// Adds events whose type and step indexes refer to the given tables. A seq that is already there is
    /// skipped: the first one stands (api-contract.md, "What follows", 4).
    void add(qint64 bodyId,
             std::span<const EventColumns> events,
             const StringTable &types,
             const StringTable &steps);
    /// The same, of events that are still packed; their body holds nothing else.
    void add(qint64 bodyId, const PackedEvents &events);
    void setState(const StreamState &state);
    void setRevision(const StreamRevision &revision);
    /// Adds the flag to the events of these seqs, once all events are in. Seqs without an event are skipped.
    void flag(std::span<const Seq> seqs, EventFlag flag);
    [[nodiscard]] EventStreamPtr build();

private:
    void sortBySeq();
    void ensureFlags();
    [[nodiscard]] quint16 internType(QByteArrayView text);

    std::shared_ptr<EventStream> m_stream;
    bool m_isAscending = true;
    std::vector<quint32> m_lengths; ///< Of the events that are being added.
};

} // namespace Gapline
