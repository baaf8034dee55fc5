// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/cacheworker.h"

#include "core/cache/cacheaudit.h"
#include "core/cache/cachefile.h"
#include "core/domain/wording.h"

#include <chrono>
#include <utility>

namespace Gapline {

using namespace std::chrono_literals;

CacheWorker::CacheWorker()
{
    constexpr int kPackingAtOnce = 2;
    m_packing.setMaxThreadCount(kPackingAtOnce);
}

Result<CacheOpening> CacheWorker::open(const QString &file, CacheAccess access)
{
    if (isOpenAs(file, access))
        return m_opening;
    // Snapshots outlive a file that is only opened in another way.
    const bool isSameFile = m_database && m_database->file() == file;
    KnownSegments known = isSameFile ? m_events->known() : KnownSegments();
    close();
    m_whyClosed.reset();
    m_stateAtOpening = inspectCacheFile(file).value_or(CacheFileState());
    Result<OpenedCache> opened = openCache(file, access, SystemClock().now());
    if (!opened) {
        m_whyClosed = opened.error();
        return Failure(opened.error());
    }
    m_access = access;
    m_opening = opened->opening;
    // Not the state from before: a damaged file was moved aside.
    m_openFile = inspectCacheFile(file).value_or(CacheFileState());
    attach(*std::move(opened), std::move(known));
    return m_opening;
}

bool CacheWorker::isOpenAs(const QString &file, CacheAccess access) const
{
    // A file that nobody writes may have changed: it is read without locks.
    if (!m_database || !m_database->isWritable() || m_database->file() != file
        || m_access != access)
        return false;
    const Result<CacheFileState> state = inspectCacheFile(file);
    return state && state->exists && state->device == m_openFile.device
        && state->inode == m_openFile.inode;
}

void CacheWorker::attach(OpenedCache opened, KnownSegments known)
{
    m_database = std::move(opened.database);
    m_events = std::make_unique<EventStore>(*m_database, std::move(known));
    m_executions = std::make_unique<ExecutionStore>(*m_database);
    m_deliveries = std::make_unique<DeliveryStore>(*m_database);
    m_bookmarks = std::make_unique<BookmarkStore>(*m_database);
    if (m_database->mode() == DatabaseMode::Immutable)
        return;
    m_dataVersion = valueOf("PRAGMA data_version");
    m_streamsSeen = valueOf("SELECT max(changed) FROM streams");
    m_executionsSeen = valueOf("SELECT max(changed) FROM executions");
    m_poll = std::make_unique<QTimer>();
    connect(m_poll.get(), &QTimer::timeout, this, &CacheWorker::noticeOthers);
    m_poll->start(1s);
}

void CacheWorker::close()
{
    m_poll.reset();
    m_deliveries.reset();
    m_bookmarks.reset();
    m_executions.reset();
    m_events.reset();
    m_database.reset();
}

Result<void> CacheWorker::ensureOpen()
{
    if (!m_database && m_whyClosed)
        return Failure(*m_whyClosed);
    if (!m_database)
        return failure(ErrorId::CacheNotStored, CoreText::tr("The cache is not open."));
    if (!hasChangedBeneath())
        return {};
    // Its -wal must be seen, and its changes be locked out.
    const QString file = m_database->file();
    const Result<CacheOpening> opened = open(file, CacheAccess::ReadOnly);
    if (!opened)
        return Failure(opened.error());
    return {};
}

/// Whether another process has written since a file was opened that nobody wrote then.
bool CacheWorker::hasChangedBeneath() const
{
    if (!m_database || m_database->mode() != DatabaseMode::Immutable)
        return false;
    const Result<CacheFileState> state = inspectCacheFile(m_database->file());
    if (!state)
        return true;
    // One that was renamed or removed can still be read, and nobody writes it any more.
    return state->hasJournal || (state->exists && state->isOtherThan(m_stateAtOpening));
}

Result<PageStored> CacheWorker::storePage(const EventPage &page,
                                          EpochMs fetchedAt,
                                          const std::optional<StorageMark> &before,
                                          std::shared_ptr<const PackedSegment> packed)
{
    Result<PageStored> stored = m_events->storePage(page, fetchedAt, before, std::move(packed));
    if (stored) {
        emit streamChanged(page.executionId);
        if (m_events->hasMadeExecution())
            emit executionsChanged();
    }
    return stored;
}

Result<void> CacheWorker::storeExecutions(const QList<Execution> &executions, EpochMs fetchedAt)
{
    Result<void> stored = m_executions->storeExecutions(executions, fetchedAt);
    if (stored && !executions.isEmpty())
        emit executionsChanged();
    return stored;
}

Result<qint64> CacheWorker::purge(const QList<ExecutionId> &executionIds)
{
    Result<qint64> purged = purgeCache(*m_database, executionIds);
    if (purged)
        emit executionsChanged();
    return purged;
}

void CacheWorker::reportDamage()
{
    if (!m_events)
        return;
    for (const ExecutionId &executionId : m_events->takeDamagedStreams())
        emit streamChanged(executionId);
}

qint64 CacheWorker::valueOf(const char *sql)
{
    const Result<QVariant> value = m_database->value(QString::fromLatin1(sql));
    return value ? value->toLongLong() : 0;
}

void CacheWorker::noticeOthers()
{
    // data_version moves for commits of other connections alone; reading it touches no table.
    const qint64 dataVersion = valueOf("PRAGMA data_version");
    if (dataVersion == m_dataVersion)
        return;
    m_dataVersion = dataVersion;
    {
        Query query = m_database->query(
            "SELECT execution_id, streams.changed FROM streams"
            " JOIN executions ON executions.id = streams.execution WHERE streams.changed > ?");
        const qint64 seen = m_streamsSeen;
        if (!query.bind(seen).run())
            return;
        while (query.next()) {
            m_streamsSeen = std::max(m_streamsSeen, query.integer(1));
            emit streamChanged(ExecutionId(query.text(0)));
        }
    }
    const qint64 executions = valueOf("SELECT max(changed) FROM executions");
    if (executions != m_executionsSeen) {
        m_executionsSeen = executions;
        emit executionsChanged();
    }
}

} // namespace Gapline
