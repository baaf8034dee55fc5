// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/cache.h"
#include "core/cache/knownsegments.h"
#include "core/cache/segmentmerge.h"
#include "core/cache/segments.h"
#include "core/cache/streamrow.h"

#include <memory>
#include <utility>

namespace Gapline {

class Database;

/// Pages ↔ SQLite. A page's new events become one segment: its columns in `segments`, its bytes in `bodies`
/// (budgets.md, "The cache stores pages, not rows"). Lives on the cache thread.
///
/// Damage: a segment whose checksum fails is marked, and its seqs leave the coverage, so that the next sync
/// fetches them again; until then its events, as far as they can be read, carry EventFlag::Damaged. Once the
/// range has been scanned anew, the damaged segment is removed.
///
/// The small segments of a run that is followed live are merged when they pile up (segmentmerge.h); bodies that were
/// merged, by this process or another one, can still be loaded by their old ids.
class EventStore
{
public:
    /// `known`: what an earlier store over the same file knew of its segments.
    explicit EventStore(Database &database, KnownSegments known = {});

    [[nodiscard]] const KnownSegments &known() const { return m_known; }

    /// `packed`: packPage() of the page, or null to have it packed here.
    Result<PageStored> storePage(const EventPage &page,
                                 EpochMs fetchedAt,
                                 const std::optional<StorageMark> &before = {},
                                 std::shared_ptr<const PackedSegment> packed = {});
    /// The page that was stored last was the first of an execution that the cache did not know.
    [[nodiscard]] bool hasMadeExecution() const { return m_hasMadeExecution; }
    Result<StorageMark> loadMark();
    Result<void> storeRefusedPage(const ExecutionId &executionId,
                                  const Error &violation,
                                  const QByteArray &body,
                                  EpochMs fetchedAt);

    Result<EventStreamPtr> loadStream(const ExecutionId &executionId, const EventStreamPtr &base);
    Result<StreamState> loadState(const ExecutionId &executionId);
    Result<SegmentBodyPtr> loadBody(qint64 bodyId);
    /// To be unpacked elsewhere. Nothing for a body that loadBody() would not find by its own id, or at all.
    Result<std::optional<PackedBody>> loadPackedBody(qint64 bodyId);
    Result<QList<EventVersion>> loadVersions(const ExecutionId &executionId, Seq seq);

    /// The streams in which a load has met damage since the last call; their coverage has shrunk.
    [[nodiscard]] std::vector<ExecutionId> takeDamagedStreams()
    {
        return std::exchange(m_damagedStreams, {});
    }

private:
    Result<void> noteDamage(const ExecutionId &executionId, qint64 execution);
    Result<void> noteDamagedBody(qint64 bodyId);
    Result<SegmentBodyPtr> loadMovedBody(qint64 bodyId);
    [[nodiscard]] Result<std::optional<MovedBody>> findMoved(qint64 bodyId, bool asksFile);
    Result<EventStreamPtr>
    buildStream(const ExecutionId &executionId, const EventStreamPtr &base, bool *hasNewDamage);

    [[nodiscard]] Result<EventStreamPtr>
    heldStream(const ExecutionId &executionId, qint64 execution, const StreamRow &row);

    Database &m_database;
    std::weak_ptr<const EventStream> m_held; ///< What was loaded last, if somebody has it.
    quint64 m_source; ///< Tells snapshots of this opened cache from those of another one.
    std::vector<ExecutionId> m_damagedStreams;
    MovedBodies m_moved;
    KnownSegments m_known;
    bool m_hasMadeExecution = false;
};

} // namespace Gapline
