// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/requestqueue.h"
#include "core/base/result.h"
#include "core/cache/cache.h"
#include "core/domain/page.h"
#include "core/stream/eventstream.h"
#include "core/sync/rangeplan.h"
#include "core/sync/syncprogress.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>

namespace Gapline {

class ApiClient;
class Clock;
class FetchEventsJob;

struct StreamSyncOptions
{
    int pageSize = 500;
    /// Begin after this seq, or where the covered run that holds the seq after it ends. Absent: where the
    /// coverage from 1 ends.
    std::optional<Seq> since{};
    bool isRescan = false; ///< Begin at 0, whatever is covered.
    /// Begin this many seqs before where the coverage from 1 ends: on a live run a seq may become visible late
    /// (api-contract.md, "What follows", 6).
    qint64 overlap = 0;
    /// Changed and gone events end the sync with an error and in its violations. A verification, which says them
    /// for the whole run at once, takes them from pageStored() instead.
    bool raisesAlarms = true;
    Urgency urgency = Urgency::Interactive;
    RangeLimits ranges{}; ///< From when on several ranges are fetched at once.
};

/// The seq after which a sync begins, given what has been scanned. Pure.
[[nodiscard]] Seq startOfSync(const SeqSet &coverage, const StreamSyncOptions &options);

/// Brings one execution into the cache, page by page, until an answer says hasMore false. Which page is next is
/// rangeplan's to decide: a long stream is fetched at several places at once while the connection has requests to
/// spare. Each page is checked (pagingrules) and then stored while others are under way; few are on their way to the
/// store at once. Any error ends it and what was stored stays; a page that breaks the contract is kept apart for
/// inspection. A request whose answer was only hoped for (a probe) can fail without harm: the sync goes on in order.
/// Starts when control returns to the event loop. Lives on the client's thread.
class StreamSync : public QObject
{
    Q_OBJECT

public:
    /// All three must outlive it.
    StreamSync(ApiClient &client,
               Cache &cache,
               const Clock &clock,
               const ExecutionId &executionId,
               const StreamSyncOptions &options = {},
               QObject *parent = nullptr);
    ~StreamSync() override;

    [[nodiscard]] const SyncProgress &progress() const { return m_progress; }
    /// For the requests that follow.
    void setUrgency(Urgency urgency) { m_options.urgency = urgency; }
    /// Asks for nothing more and ends with ErrorId::Cancelled, once the pages handed to the cache before are stored; it
    /// never waits for the server. One that is ending anyway ends as it would have.
    void cancel();
    [[nodiscard]] bool isCancelled() const { return m_isCancelled; }

signals:
    /// At most 30 times a second.
    void progressed(const Gapline::SyncProgress &progress);
    /// After each page that the cache has taken.
    void pageStored(const Gapline::PageStored &stored);
    /// Once.
    void finished(const Gapline::SyncOutcome &outcome);

private:
    void start();
    void request();
    void goOn();
    [[nodiscard]] int pageSizeOf(const RangePlan::Ask &ask) const;
    void send(const RangePlan::Ask &ask);
    void take(const RangePlan::Ask &ask, const Result<EventPage> &answer);
    [[nodiscard]] bool canPass(const RangePlan::Ask &ask, const Error &error);
    void endForEmptyPages();
    void refuse(const Error &violation, const QByteArray &body);
    void takeIn(const RangePlan::Ask &ask, const EventPage &page);
    void store(const EventPage &page);
    void noteStored(const Result<PageStored> &stored);
    void noteDoubts(const PageStored &stored);
    void dropJobs();
    void end(const std::optional<Error> &error);
    void finishWhenStored();
    void report();
    void tell();

    ApiClient &m_client;
    Cache &m_cache;
    const Clock &m_clock;
    ExecutionId m_executionId;
    StreamSyncOptions m_options;
    SyncProgress m_progress;
    SyncOutcome m_outcome;
    RangePlan m_plan{Seq{0}, {}};
    QHash<quint64, FetchEventsJob *> m_jobs; ///< By the id of what was asked.
    QElapsedTimer m_sinceTold;
    std::optional<StreamState>
        m_stored; ///< After the last page that was stored; at the end, what is in the cache.
    Seq m_start; ///< Where StreamSyncOptions::since had it begin; 0 without.
    StorageMark m_mark; ///< Taken before the first request: tells what is gone.
    int m_storing = 0; ///< Pages on their way to the cache.
    qint64 m_storingBytes = 0; ///< Of their bodies.
    int m_emptyPages = 0; ///< In a row.
    bool m_hasRetriedCursor = false;
    bool m_isCancelled = false;
    bool m_isEnding = false;
    bool m_isFinished = false;
};

} // namespace Gapline
