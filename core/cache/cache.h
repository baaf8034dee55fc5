// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/cache/packedlog.h"
#include "core/domain/bookmark.h"
#include "core/domain/execution.h"
#include "core/domain/page.h"
#include "core/stream/cachedexecution.h"
#include "core/stream/eventstream.h"
#include "core/stream/segmentbody.h"

#include <QFuture>
#include <QObject>
#include <QThread>

#include <memory>

namespace Gapline {

class CacheWorker;

enum class CacheAccess
{
    ReadWrite,
    ReadOnly, ///< Never creates or changes the file; for --offline reports on read-only media.
};

/// How opening went, to be told to the user.
struct CacheOpening
{
    QString file;
    bool isNew = false;
    bool isReadOnly = false; ///< Asked for, or the medium allows no more.
    QString setAsideAs; ///< Where a damaged file was moved; empty when none was.
};

/// A moment in the cache's life: what was stored before it can be told from what came later, whoever stored it.
struct StorageMark
{
    qint64 lastSegment = 0;
};

/// What is expected of a page's events; whatever they turn out to be is stored right.
enum class PageNovelty
{
    New,
    Known, ///< Read again: nothing is packed in advance.
};

/// What storing one page changed.
struct PageStored
{
    ExecutionId executionId;
    SeqRange scanned; ///< (sinceSeq, nextCursor] as an inclusive range.
    qint64 newEvents = 0;
    qint64 lateEvents = 0; ///< New, but inside a range that had been scanned before.
    qint64 storedEvents = 0; ///< Of this execution, after the page.
    std::vector<Seq> late; ///< Of the late events.
    std::vector<Seq>
        conflicts; ///< Stored with other content before: both are kept, integrity alarm.
    /// Stored before the page was asked for, inside what it scanned, and not in it: kept and marked, alarm.
    std::vector<Seq> gone;
    StreamState state; ///< After the page.
};

struct CacheInfo
{
    QString file;
    int schemaVersion = 0;
    qint64 fileBytes = 0; ///< With its -wal and -shm companions.
    qint64 executions = 0;
    qint64 streams = 0; ///< Executions with at least one scanned page.
    qint64 events = 0;
    qint64 segments = 0;
    qint64 conflicts = 0;
};

struct CacheVerification
{
    bool isSound = false;
    qint64 segmentsChecked = 0;
    QStringList problems; ///< One line each, plain text.
};

/// The asynchronous face of the SQLite cache. Lives on the thread that made it; the database itself is touched
/// on one cache thread only, in the order of the calls, and every call answers through a QFuture: take it with
/// .then(this, ...) in the window, or .result() where waiting is right (command line). Destroying the cache
/// finishes what was queued.
/// Errors: the Cache* ids of ErrorId.
class Cache : public QObject
{
    Q_OBJECT

public:
    explicit Cache(QObject *parent = nullptr);
    ~Cache() override;

    /// For a program with a window: from the first page that is stored on, the cache's threads leave the processor to the
    /// others where there is more to do than processors, so that a sync never keeps the window waiting.
    void letOthersGoFirst();

    QFuture<Result<CacheOpening>> open(const QString &file,
                                       CacheAccess access = CacheAccess::ReadWrite);

    /// Stores the page's events, its scanned range and the cursor in one transaction. Replaying a page changes
    /// nothing. The page must have passed pagingrules. With `before`, a mark taken before the page was asked for,
    /// an event that was stored by then and that the page does not return is marked as gone; without it, nothing
    /// can be said about absence, since the answer may be older than the event.
    QFuture<Result<PageStored>> storePage(const EventPage &page,
                                          EpochMs fetchedAt,
                                          const std::optional<StorageMark> &before = {},
                                          PageNovelty novelty = PageNovelty::New);
    QFuture<Result<StorageMark>> loadMark();
    /// Keeps a page that broke the contract, for inspection; it never counts as events.
    QFuture<Result<void>> storeRefusedPage(const ExecutionId &executionId,
                                           const Error &violation,
                                           const QByteArray &body,
                                           EpochMs fetchedAt);
    QFuture<Result<void>> storeExecutions(const QList<Execution> &executions, EpochMs fetchedAt);
    QFuture<Result<void>> storeDefinition(const Definition &definition, EpochMs fetchedAt);

    /// All known events of one execution. `base` is an earlier snapshot: only what is new is read. An execution
    /// without any stored page gives an empty stream.
    QFuture<Result<EventStreamPtr>> loadStream(const ExecutionId &executionId,
                                               const EventStreamPtr &base = {});
    QFuture<Result<StreamState>> loadStreamState(const ExecutionId &executionId);
    QFuture<Result<SegmentBodyPtr>> loadBody(qint64 bodyId);
    /// The same for each of several, in their order, at less cost than one by one.
    QFuture<SegmentBodies> loadBodies(const std::vector<qint64> &bodyIds);
    /// With its steps when executions/get has answered.
    QFuture<Result<std::optional<Execution>>> loadExecution(const ExecutionId &executionId);
    QFuture<Result<QList<CachedExecution>>> loadExecutions(); ///< Newest first.
    QFuture<Result<QList<StreamStanding>>> loadStandings(); ///< Of all executions, in no order.
    QFuture<Result<std::optional<Definition>>> loadDefinition(const DefinitionId &definitionId);
    /// What else the API answered for one seq, oldest first; empty for most. The event of the stream is not among it.
    QFuture<Result<QList<EventVersion>>> loadVersions(const ExecutionId &executionId, Seq seq);

    /// A receiver's logs, which cannot be fetched again: on the disk once this has answered. Replaces what was imported
    /// for the receiver before. Packs on the calling thread.
    QFuture<Result<void>> storeLog(const ImportedLog &log);
    /// To be unpacked with unpackLog(), away from the cache's thread; nothing when none was imported.
    QFuture<Result<std::optional<PackedLog>>> loadLog(const QString &receiver);
    QFuture<Result<QList<ImportedLogInfo>>> loadLogs(); ///< The latest import first.
    QFuture<Result<bool>> forgetLog(const QString &receiver); ///< False when there was none.
    /// Of one execution, ascending by seq; see core/cache/bookmarkstore.h.
    QFuture<Result<QList<Bookmark>>> loadBookmarks(const ExecutionId &executionId);
    QFuture<Result<void>> storeBookmark(const ExecutionId &executionId, const Bookmark &bookmark);
    QFuture<Result<void>> removeBookmark(const ExecutionId &executionId, Seq seq);

    QFuture<Result<CacheInfo>> info();
    QFuture<Result<CacheVerification>> verify();
    /// Forgets executions; all when the list is empty.
    QFuture<Result<qint64>> purge(const QList<ExecutionId> &executionIds);

signals:
    /// Stored by this process, or noticed as stored by another one.
    void streamChanged(const Gapline::ExecutionId &executionId);
    void executionsChanged();

private:
    template<typename T, typename Work>
    QFuture<Result<T>> run(Work work);

    QThread m_thread;
    bool m_letsOthersGoFirst = false;
    CacheWorker *m_worker = nullptr; ///< Lives on m_thread.
};

} // namespace Gapline
