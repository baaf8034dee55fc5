// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/streamsync.h"

#include "core/api/apiclient.h"
#include "core/api/fetcheventsjob.h"
#include "core/base/log.h"
#include "core/base/whenfinished.h"
#include "core/cache/cache.h"
#include "core/domain/eventtype.h"
#include "core/sync/alarms.h"
#include "core/sync/pagingrules.h"

#include <QTimer>

#include <algorithm>
#include <utility>

namespace Gapline {
namespace {

/// Enough to keep the network busy while the disk works; bounds memory to a few pages.
constexpr int kMostStoring = 4;
constexpr qint64 kTellEveryMs = 33;

} // namespace

Seq startOfSync(const SeqSet &coverage, const StreamSyncOptions &options)
{
    if (options.isRescan)
        return Seq{0};
    if (!options.since)
        return Seq{std::max<qint64>(0, coverage.contiguousEnd().value - options.overlap)};
    for (const SeqRange &range : coverage.ranges()) {
        if (range.contains(options.since->next()))
            return range.last;
    }
    return *options.since;
}

StreamSync::StreamSync(ApiClient &client,
                       Cache &cache,
                       const Clock &clock,
                       const ExecutionId &executionId,
                       const StreamSyncOptions &options,
                       QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_cache(cache)
    , m_clock(clock)
    , m_executionId(executionId)
    , m_options(options)
{
    m_progress.executionId = executionId;
    m_sinceTold.start();
    QTimer::singleShot(0, this, &StreamSync::start);
}

StreamSync::~StreamSync()
{
    m_isFinished = true;
    if (m_job)
        m_job->cancel();
}

void StreamSync::start()
{
    if (m_isFinished)
        return;
    whenFinished(m_cache.loadMark()).then(this, [this](const Result<StorageMark> &mark) {
        if (!mark)
            return end(mark.error());
        m_mark = *mark;
    });
    // The cache answers in the order in which it is asked.
    whenFinished(m_cache.loadStreamState(m_executionId))
        .then(this, [this](const Result<StreamState> &state) {
            if (m_isEnding)
                return;
            if (!state)
                return end(state.error());
            m_cursor = startOfSync(state->coverage, m_options);
            m_progress.cursor = m_cursor;
            request();
        });
}

void StreamSync::request()
{
    if (m_isEnding || m_isFinished)
        return;
    m_job = new FetchEventsJob(m_executionId, m_cursor, m_options.pageSize);
    m_job->setUrgency(m_options.urgency);
    ++m_progress.requests;
    connect(m_job, &ApiJob::retried, this, [this] {
        ++m_progress.retries;
        ++m_progress.requests;
        tell();
    });
    connect(m_job, &FetchEventsJob::finished, this, &StreamSync::take);
    m_client.start(m_job);
}

void StreamSync::take(const Result<EventPage> &answer)
{
    if (m_isFinished)
        return;
    if (!answer) {
        if (answer.error().exitStatus() == ExitStatus::Contract)
            return refuse(answer.error());
        return end(answer.error());
    }
    const Result<PageVerdict> verdict =
        checkPage(*answer, m_executionId, m_cursor, m_options.pageSize);
    if (!verdict) {
        const bool mayPass = verdict.error().id == ErrorId::ContractStuckCursor;
        if (mayPass && !std::exchange(m_hasRetriedCursor, true))
            return request();
        return refuse(verdict.error());
    }
    m_hasRetriedCursor = false;
    m_outcome.violations << verdict->warnings;
    m_progress.received += qint64(answer->events.size());
    m_cursor = answer->nextCursor;
    m_progress.cursor = m_cursor;
    m_progress.isComplete = !answer->hasMore;
    m_progress.hasTerminal |= std::ranges::any_of(answer->types.texts(), &endsExecution);
    if (answer->executionId == m_executionId) {
        store(*answer);
    } else {
        EventPage named = *answer; // Of an older server, which names none.
        named.executionId = m_executionId;
        store(named);
    }
    tell();
    if (answer->hasMore)
        goOn();
    else
        end(std::nullopt);
}

void StreamSync::refuse(const Error &violation)
{
    m_outcome.violations << violation.message;
    qCWarning(lcSync) << "page refused:" << violation.textId() << violation.message;
    ++m_storing;
    const QByteArray body = m_job ? m_job->answer() : QByteArray();
    whenFinished(m_cache.storeRefusedPage(m_executionId, violation, body, m_clock.now()))
        .then(this, [this](const Result<void> &kept) {
            --m_storing;
            if (!kept)
                m_outcome.violations << QStringLiteral("The refused page could not be kept: %1")
                                            .arg(kept.error().message);
            finishWhenStored();
        });
    end(violation);
}

void StreamSync::store(const EventPage &page)
{
    ++m_storing;
    whenFinished(m_cache.storePage(page, m_clock.now(), m_mark))
        .then(this, [this](const Result<PageStored> &stored) {
            --m_storing;
            noteStored(stored);
        });
}

void StreamSync::noteStored(const Result<PageStored> &stored)
{
    if (!stored) {
        m_progress.isComplete = false;
        if (m_job)
            m_job->disconnect(this);
        if (m_job)
            m_job->cancel();
        if (!m_outcome.error)
            m_outcome.error = stored.error();
        m_isEnding = true;
    } else {
        m_hasStored = true;
        m_progress.newEvents += stored->newEvents;
        m_progress.lateEvents += stored->lateEvents;
        m_outcome.storedEvents = stored->storedEvents;
        if (m_options.raisesAlarms)
            noteDoubts(*stored);
        emit pageStored(*stored);
        tell();
        if (std::exchange(m_isWaitingForStore, false))
            request();
    }
    finishWhenStored();
}

/// An alarm, and no reason to stop: what is stored stays as it is.
void StreamSync::noteDoubts(const PageStored &stored)
{
    const auto raise = [this](const Error &alarm) {
        m_outcome.violations << alarm.message;
        if (!m_outcome.error)
            m_outcome.error = alarm;
    };
    if (!stored.conflicts.empty())
        raise(changedEventsAlarm(stored.conflicts));
    if (!stored.gone.empty())
        raise(goneEventsAlarm(stored.gone));
}

void StreamSync::goOn()
{
    m_isWaitingForStore = m_storing >= kMostStoring;
    if (!m_isWaitingForStore)
        request();
}

void StreamSync::end(const std::optional<Error> &error)
{
    if (error) // Beats an alarm about a changed event, which does not end a sync.
        m_outcome.error = error;
    m_isEnding = true;
    finishWhenStored();
}

void StreamSync::finishWhenStored()
{
    if (!m_isEnding || m_storing > 0 || m_isFinished)
        return;
    if (m_hasStored)
        return report();
    // No page says how many events the cache holds; ask it.
    m_hasStored = true;
    ++m_storing;
    whenFinished(m_cache.loadStream(m_executionId))
        .then(this, [this](const Result<EventStreamPtr> &stream) {
            --m_storing;
            m_outcome.storedEvents = stream ? (*stream)->count() : 0;
            finishWhenStored();
        });
}

void StreamSync::cancel()
{
    if (m_isFinished)
        return;
    m_outcome.error = Error{ErrorId::Cancelled,
                            QStringLiteral("The sync was stopped at seq %1.").arg(m_cursor.value)};
    report();
}

void StreamSync::report()
{
    if (std::exchange(m_isFinished, true))
        return;
    if (m_job) {
        m_job->disconnect(this);
        m_job->cancel();
    }
    m_outcome.progress = m_progress;
    emit progressed(m_progress);
    emit finished(m_outcome);
}

void StreamSync::tell()
{
    if (m_sinceTold.elapsed() < kTellEveryMs)
        return;
    m_sinceTold.restart();
    emit progressed(m_progress);
}

} // namespace Gapline
