// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/bookmarkstore.h"
#include "core/cache/cachefile.h"
#include "core/cache/cacheopener.h"
#include "core/cache/deliverystore.h"
#include "core/cache/eventstore.h"
#include "core/cache/executionstore.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <memory>

namespace Gapline {

/// Owns the database. Lives on the cache thread, made and destroyed there; each call runs to its end before the
/// next one begins. While open for writing it looks once a second whether another process has written.
class CacheWorker : public QObject
{
    Q_OBJECT

public:
    CacheWorker();

    /// Does nothing where the file is open in the same way, and still the one at its path.
    Result<CacheOpening> open(const QString &file, CacheAccess access);
    /// Closes the file; further calls answer with an error.
    void close();
    /// The error of every call before open() has succeeded, and while the file cannot be read.
    Result<void> ensureOpen();
    /// The answer of `work`, once the file is open. One that failed while another process wrote beneath a reader that
    /// takes no locks is asked for again: it was no answer to anything that ever stood in the file.
    template<typename T, typename Work>
    Result<T> answer(Work &work)
    {
        Result<void> open = ensureOpen();
        Result<T> result = open ? work(*this) : Result<T>(Failure(open.error()));
        if (result || !open || !hasChangedBeneath())
            return result;
        open = ensureOpen();
        return open ? work(*this) : result;
    }

    [[nodiscard]] Database &database() { return *m_database; }
    [[nodiscard]] EventStore &events() { return *m_events; }
    [[nodiscard]] DeliveryStore &deliveries() { return *m_deliveries; }
    [[nodiscard]] ExecutionStore &executions() { return *m_executions; }
    /// Packs what is to be stored, and checks and unpacks what was read, so that the cache thread can go on. May be used
    /// from any thread. What runs there never waits for the cache thread.
    [[nodiscard]] QThreadPool &packing() { return m_packing; }
    [[nodiscard]] BookmarkStore &bookmarks() { return *m_bookmarks; }

    Result<PageStored> storePage(const EventPage &page,
                                 EpochMs fetchedAt,
                                 const std::optional<StorageMark> &before,
                                 std::shared_ptr<const PackedSegment> packed);
    Result<void> storeExecutions(const QList<Execution> &executions, EpochMs fetchedAt);
    Result<qint64> purge(const QList<ExecutionId> &executionIds);
    /// Tells of damage that the call before has met.
    void reportDamage();

signals:
    void streamChanged(const Gapline::ExecutionId &executionId);
    void executionsChanged();

private:
    void attach(OpenedCache opened, KnownSegments known);
    [[nodiscard]] bool hasChangedBeneath() const;
    [[nodiscard]] bool isOpenAs(const QString &file, CacheAccess access) const;
    void noticeOthers();
    [[nodiscard]] qint64 valueOf(const char *sql);

    std::unique_ptr<Database> m_database;
    std::unique_ptr<EventStore> m_events;
    std::unique_ptr<ExecutionStore> m_executions;
    std::unique_ptr<DeliveryStore> m_deliveries;
    std::unique_ptr<BookmarkStore> m_bookmarks;
    std::unique_ptr<QTimer> m_poll;
    QThreadPool m_packing;
    CacheFileState m_stateAtOpening; ///< Looked at before.
    CacheAccess m_access = CacheAccess::ReadWrite; ///< As it was asked for.
    CacheFileState m_openFile; ///< Looked at after.
    std::optional<Error>
        m_whyClosed; ///< The file could not be opened: what everything that needs it is told.
    CacheOpening m_opening;
    qint64 m_dataVersion = 0;
    qint64 m_streamsSeen = 0; ///< streams.changed up to which changes are known here.
    qint64 m_executionsSeen = 0;
};

} // namespace Gapline
