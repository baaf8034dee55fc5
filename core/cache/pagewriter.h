// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/cache.h"
#include "core/cache/segmentmerge.h"
#include "core/cache/segments.h"
#include "core/cache/streamrow.h"

#include <memory>
#include <unordered_map>

namespace Gapline {

class Database;

/// Puts one page into the cache, inside a write transaction of the caller: compares what is there already, adds
/// what is new as segments, moves coverage and counts.
class PageWriter
{
public:
    /// `before`: as Cache::storePage(). `packed`: packPage() of the page, or null. `moved` must outlive it.
    PageWriter(Database &database,
               const EventPage &page,
               std::shared_ptr<const PackedSegment> packed,
               EpochMs fetchedAt,
               const std::optional<StorageMark> &before,
               const MovedBodies &moved);

    Result<PageStored> write();
    /// To be remembered once the transaction is committed.
    [[nodiscard]] const std::vector<MovedBody> &newlyMoved() const { return m_newlyMoved; }
    /// The cache did not know the execution before.
    [[nodiscard]] bool isFirstOfExecution() const { return m_isFirstOfExecution; }

private:
    struct Found
    {
        qint64 segment = 0;
        EventColumns event;
    };

    Result<void> noteLostCoverage();
    [[nodiscard]] bool mayHoldKnownEvents() const;
    Result<void> findStored();
    Result<void> takeStored(const Segment &segment);
    Result<void> quarantine(const Segment &segment);
    void sortEvents();
    [[nodiscard]] bool isSameAsStored(const EventColumns &event, const Found &found) const;
    Result<void> keepConflicts();
    Result<bool> keepVersion(Seq seq, const QByteArray &content);
    Result<void> insertSegments();
    Result<void> dropReplaced();
    Result<void> mergeSegments();

    Database &m_database;
    const EventPage &m_page;
    std::shared_ptr<const PackedSegment> m_packed;
    EpochMs m_fetchedAt;
    std::optional<StorageMark> m_before;
    const MovedBodies &m_moved;
    std::vector<MovedBody> m_newlyMoved;
    StreamRow m_row;
    std::unordered_map<qint64, Found> m_stored; ///< By seq: what the page brings once more.
    std::unordered_map<qint64, QByteArray> m_bodies; ///< Of the segments that hold those.
    std::vector<EventColumns> m_new;
    bool m_hasNewDamage = false;
    bool m_isFirstOfExecution = false;
    bool m_isAsPacked = false; ///< The cache knows none of the page's events.
    PageStored m_result;
};

} // namespace Gapline
