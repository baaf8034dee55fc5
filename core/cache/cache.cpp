// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/cache.h"

#include "core/cache/cacheaudit.h"
#include "core/cache/cacheworker.h"
#include "core/cache/giveway.h"
#include "core/cache/packedpage.h"

#include <QPromise>

#include <future>

namespace Gapline {
namespace {

/// Nothing when one of them is not found by its own id. On the cache thread.
std::optional<std::vector<PackedBody>> packedBodies(CacheWorker &worker,
                                                    const std::vector<qint64> &ids)
{
    if (!worker.ensureOpen())
        return std::nullopt;
    std::vector<PackedBody> bodies;
    bodies.reserve(ids.size());
    for (const qint64 id : ids) {
        Result<std::optional<PackedBody>> body = worker.events().loadPackedBody(id);
        if (!body || !*body)
            return std::nullopt;
        bodies.push_back(**std::move(body));
    }
    return bodies;
}

SegmentBodyPtr bodyOf(qint64 id, std::optional<QByteArray> bytes)
{
    if (!bytes)
        return nullptr;
    auto body = std::make_shared<SegmentBody>();
    body->id = id;
    body->bytes = *std::move(bytes);
    return body;
}

/// Nothing when one of them is damaged. Any thread.
std::optional<SegmentBodies> soundBodies(const std::vector<PackedBody> &packed)
{
    std::vector<std::optional<QByteArray>> unpacked = unpackBodies(packed);
    SegmentBodies bodies;
    bodies.reserve(packed.size());
    for (size_t i = 0; i < packed.size(); ++i) {
        SegmentBodyPtr body = bodyOf(packed[i].id, std::move(unpacked[i]));
        if (!body)
            return std::nullopt;
        bodies.push_back(std::move(body));
    }
    return bodies;
}

} // namespace

Cache::Cache(QObject *parent)
    : QObject(parent)
    , m_worker(new CacheWorker)
{
    m_thread.setObjectName(QStringLiteral("cache"));
    m_worker->moveToThread(&m_thread);
    connect(m_worker, &CacheWorker::streamChanged, this, &Cache::streamChanged);
    connect(m_worker, &CacheWorker::executionsChanged, this, &Cache::executionsChanged);
    m_thread.start();
}

Cache::~Cache()
{
    // Queued behind every call that was made: those are finished first, and then what they have begun.
    QMetaObject::invokeMethod(
        m_worker,
        [worker = m_worker] {
            worker->packing().waitForDone();
            QMetaObject::invokeMethod(
                worker,
                [worker] {
                    worker->close();
                    worker->deleteLater();
                    QThread::currentThread()->quit();
                },
                Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
    m_thread.wait();
}

void Cache::letOthersGoFirst()
{
    m_letsOthersGoFirst = true;
}

template<typename T, typename Work>
QFuture<Result<T>> Cache::run(Work work)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    QFuture<Result<T>> future = promise->future();
    QMetaObject::invokeMethod(
        m_worker,
        [worker = m_worker, promise, work = std::move(work)]() mutable {
            promise->addResult(worker->answer<T>(work));
            promise->finish();
            worker->reportDamage();
        },
        Qt::QueuedConnection);
    return future;
}

QFuture<Result<CacheOpening>> Cache::open(const QString &file, CacheAccess access)
{
    auto promise = std::make_shared<QPromise<Result<CacheOpening>>>();
    promise->start();
    QFuture<Result<CacheOpening>> future = promise->future();
    QMetaObject::invokeMethod(
        m_worker,
        [worker = m_worker, promise, file, access] {
            promise->addResult(worker->open(file, access));
            promise->finish();
        },
        Qt::QueuedConnection);
    return future;
}

QFuture<Result<PageStored>> Cache::storePage(const EventPage &page,
                                             EpochMs fetchedAt,
                                             const std::optional<StorageMark> &before,
                                             PageNovelty novelty)
{
    if (novelty == PageNovelty::Known) {
        return run<PageStored>([page, fetchedAt, before](CacheWorker &worker) {
            return worker.storePage(page, fetchedAt, before, {});
        });
    }
    // Both hold the page; each call is answered in its turn, so the cache thread waits for the packing of its own.
    const auto shared = std::make_shared<const EventPage>(page);
    const auto packing = std::make_shared<std::promise<std::shared_ptr<const PackedSegment>>>();
    const std::shared_future<std::shared_ptr<const PackedSegment>> packed(packing->get_future());
    m_worker->packing().start([shared, packing, givesWay = m_letsOthersGoFirst] {
        if (givesWay)
            giveWay();
        packing->set_value(packPage(*shared));
    });
    return run<PageStored>(
        [shared, packed, fetchedAt, before, givesWay = m_letsOthersGoFirst](CacheWorker &worker) {
            // Here, not before: what is only opened and looked at is not to wait for other programs.
            if (givesWay)
                giveWay();
            return worker.storePage(*shared, fetchedAt, before, packed.get());
        });
}

QFuture<Result<StorageMark>> Cache::loadMark()
{
    return run<StorageMark>([](CacheWorker &worker) { return worker.events().loadMark(); });
}

QFuture<Result<void>> Cache::storeRefusedPage(const ExecutionId &executionId,
                                              const Error &violation,
                                              const QByteArray &body,
                                              EpochMs fetchedAt)
{
    return run<void>([=](CacheWorker &worker) {
        return worker.events().storeRefusedPage(executionId, violation, body, fetchedAt);
    });
}

QFuture<Result<void>> Cache::storeExecutions(const QList<Execution> &executions, EpochMs fetchedAt)
{
    return run<void>([executions, fetchedAt](CacheWorker &worker) {
        return worker.storeExecutions(executions, fetchedAt);
    });
}

QFuture<Result<void>> Cache::storeDefinition(const Definition &definition, EpochMs fetchedAt)
{
    return run<void>([definition, fetchedAt](CacheWorker &worker) {
        return worker.executions().storeDefinition(definition, fetchedAt);
    });
}

QFuture<Result<EventStreamPtr>> Cache::loadStream(const ExecutionId &executionId,
                                                  const EventStreamPtr &base)
{
    return run<EventStreamPtr>([executionId, base](CacheWorker &worker) {
        return worker.events().loadStream(executionId, base);
    });
}

QFuture<Result<StreamState>> Cache::loadStreamState(const ExecutionId &executionId)
{
    return run<StreamState>(
        [executionId](CacheWorker &worker) { return worker.events().loadState(executionId); });
}

QFuture<Result<SegmentBodyPtr>> Cache::loadBody(qint64 bodyId)
{
    // Read on the cache thread, unpacked on others: exports ask for several at once.
    auto promise = std::make_shared<QPromise<Result<SegmentBodyPtr>>>();
    promise->start();
    QFuture<Result<SegmentBodyPtr>> future = promise->future();
    const auto loadThere = [worker = m_worker, promise, bodyId] {
        const auto load = [bodyId](CacheWorker &it) { return it.events().loadBody(bodyId); };
        promise->addResult(worker->answer<SegmentBodyPtr>(load));
        promise->finish();
        worker->reportDamage();
    };
    QMetaObject::invokeMethod(
        m_worker,
        [worker = m_worker, promise, bodyId, loadThere] {
            Result<std::optional<PackedBody>> packed = std::nullopt;
            if (worker->ensureOpen())
                packed = worker->events().loadPackedBody(bodyId);
            if (!packed || !*packed)
                return loadThere();
            worker->packing().start([worker, promise, loadThere, body = **std::move(packed)] {
                SegmentBodyPtr unpacked = bodyOf(body.id, unpackBody(body));
                if (!unpacked) {
                    // Damage is noted in the database, over there.
                    QMetaObject::invokeMethod(worker, loadThere, Qt::QueuedConnection);
                    return;
                }
                promise->addResult(Result<SegmentBodyPtr>(std::move(unpacked)));
                promise->finish();
            });
        },
        Qt::QueuedConnection);
    return future;
}

QFuture<SegmentBodies> Cache::loadBodies(const std::vector<qint64> &bodyIds)
{
    auto promise = std::make_shared<QPromise<SegmentBodies>>();
    promise->start();
    QFuture<SegmentBodies> future = promise->future();
    const auto loadThere = [worker = m_worker, promise, bodyIds] {
        SegmentBodies bodies;
        for (const qint64 id : bodyIds) {
            const auto load = [id](CacheWorker &it) { return it.events().loadBody(id); };
            bodies.push_back(worker->answer<SegmentBodyPtr>(load));
        }
        promise->addResult(std::move(bodies));
        promise->finish();
        worker->reportDamage();
    };
    QMetaObject::invokeMethod(
        m_worker,
        [worker = m_worker, promise, bodyIds, loadThere] {
            std::optional<std::vector<PackedBody>> packed = packedBodies(*worker, bodyIds);
            if (!packed)
                return loadThere();
            worker->packing().start([worker, promise, loadThere, all = *std::move(packed)] {
                std::optional<SegmentBodies> bodies = soundBodies(all);
                if (!bodies) {
                    // Damage is noted in the database, over there.
                    QMetaObject::invokeMethod(worker, loadThere, Qt::QueuedConnection);
                    return;
                }
                promise->addResult(*std::move(bodies));
                promise->finish();
            });
        },
        Qt::QueuedConnection);
    return future;
}

QFuture<Result<std::optional<Execution>>> Cache::loadExecution(const ExecutionId &executionId)
{
    return run<std::optional<Execution>>([executionId](CacheWorker &worker) {
        return worker.executions().loadExecution(executionId);
    });
}

QFuture<Result<QList<CachedExecution>>> Cache::loadExecutions()
{
    return run<QList<CachedExecution>>(
        [](CacheWorker &worker) { return worker.executions().loadExecutions(); });
}

QFuture<Result<QList<StreamStanding>>> Cache::loadStandings()
{
    return run<QList<StreamStanding>>(
        [](CacheWorker &worker) { return worker.executions().loadStandings(); });
}

QFuture<Result<std::optional<Definition>>> Cache::loadDefinition(const DefinitionId &definitionId)
{
    return run<std::optional<Definition>>([definitionId](CacheWorker &worker) {
        return worker.executions().loadDefinition(definitionId);
    });
}

QFuture<Result<QList<EventVersion>>> Cache::loadVersions(const ExecutionId &executionId, Seq seq)
{
    return run<QList<EventVersion>>([executionId, seq](CacheWorker &worker) {
        return worker.events().loadVersions(executionId, seq);
    });
}

QFuture<Result<void>> Cache::storeLog(const ImportedLog &log)
{
    return run<void>([packed = packLog(log)](CacheWorker &worker) {
        return worker.deliveries().storeLog(packed);
    });
}

QFuture<Result<std::optional<PackedLog>>> Cache::loadLog(const QString &receiver)
{
    return run<std::optional<PackedLog>>(
        [receiver](CacheWorker &worker) { return worker.deliveries().loadLog(receiver); });
}

QFuture<Result<QList<ImportedLogInfo>>> Cache::loadLogs()
{
    return run<QList<ImportedLogInfo>>(
        [](CacheWorker &worker) { return worker.deliveries().loadLogs(); });
}

QFuture<Result<bool>> Cache::forgetLog(const QString &receiver)
{
    return run<bool>(
        [receiver](CacheWorker &worker) { return worker.deliveries().forgetLog(receiver); });
}

QFuture<Result<QList<Bookmark>>> Cache::loadBookmarks(const ExecutionId &executionId)
{
    return run<QList<Bookmark>>([executionId](CacheWorker &worker) {
        return worker.bookmarks().loadBookmarks(executionId);
    });
}

QFuture<Result<void>> Cache::storeBookmark(const ExecutionId &executionId, const Bookmark &bookmark)
{
    return run<void>([executionId, bookmark](CacheWorker &worker) {
        return worker.bookmarks().storeBookmark(executionId, bookmark);
    });
}

QFuture<Result<void>> Cache::removeBookmark(const ExecutionId &executionId, Seq seq)
{
    return run<void>([executionId, seq](CacheWorker &worker) {
        return worker.bookmarks().removeBookmark(executionId, seq);
    });
}

QFuture<Result<CacheInfo>> Cache::info()
{
    return run<CacheInfo>([](CacheWorker &worker) { return readCacheInfo(worker.database()); });
}

QFuture<Result<CacheVerification>> Cache::verify()
{
    return run<CacheVerification>(
        [](CacheWorker &worker) { return verifyCache(worker.database()); });
}

QFuture<Result<qint64>> Cache::purge(const QList<ExecutionId> &executionIds)
{
    return run<qint64>([executionIds](CacheWorker &worker) { return worker.purge(executionIds); });
}

} // namespace Gapline
