// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/streamsync.h"

#include "core/api/apiclient.h"
#include "core/api/fetcheventsjob.h"
#include "core/base/log.h"
#include "core/base/whenfinished.h"
#include "core/cache/cache.h"
#include "core/domain/eventtype.h"
#include "core/domain/wording.h"
#include "core/sync/alarms.h"
#include "core/sync/pagingrules.h"

#include <QTimer>

#include <algorithm>
#include <utility>

namespace Gapline {
namespace {

/// Enough to keep the network busy while the disk works: a checkpoint of the cache takes as long as some thirty pages.
constexpr int kMostStoring = 32;
/// Bounds what they take up; of large pages fewer wait.
constexpr qint64 kMostStoringBytes = qint64(16) << 20;
constexpr qint64 kTellEveryMs = 33;
/// Some 350 bytes each: they fit into the ten segments (RFC 6928) that a connection may send before the first round trip
/// has told it more.
constexpr int kShortPage = 32;
/// Pages that are not much longer are nearly as soon there.
constexpr int kLeastShortened = 4 * kShortPage;
/// Pages in a row without an event after which a moving cursor counts as one that leads nowhere.
constexpr int kMostEmptyPages = 1000;

/// The coverage, but for what lies before where it ends and is to be read once more.
SeqSet notToBeRead(const SeqSet &coverage, Seq start, const StreamSyncOptions &options)
{
    SeqSet kept;
    for (const SeqRange &range : coverage.ranges()) {
        if (!options.isRescan && !range.contains(start.next()))
            kept.add(range);
    }
    return kept;
}

/// What servers may say of a place where nothing is: a cursor that stands still or runs back to the end, or that there
/// is no such place. The cursor loop would never have asked.
bool isFromBeyondTheEnd(const RangePlan::Ask &ask, const Error &error)
{
    return ask.isProbe
        && (error.id == ErrorId::ContractStuckCursor
            || error.exitStatus() == ExitStatus::ApiRefused);
}

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
    dropJobs();
}

void StreamSync::dropJobs()
{
    const auto jobs = std::exchange(m_jobs, {});
    for (FetchEventsJob *job : jobs) {
        job->disconnect(this);
        job->cancel();
    }
}

void StreamSync::start()
{
    if (m_isEnding) // Cancelled before it began.
        return;
    whenFinished(m_cache.loadMark()).then(this, [this](const Result<StorageMark> &mark) {
        if (m_isEnding)
            return;
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
            const Seq start = startOfSync(state->coverage, m_options);
            if (m_options.since)
                m_start = start;
            RangeLimits ranges = m_options.ranges;
            ranges.hasShortProbes &= m_options.pageSize >= kLeastShortened;
            m_plan = RangePlan(start, notToBeRead(state->coverage, start, m_options), ranges);
            m_progress.cursor = m_plan.front();
            request();
        });
}

void StreamSync::request()
{
    while (!m_isEnding && !m_isFinished && m_storing < kMostStoring
           && m_storingBytes < kMostStoringBytes) {
        const int lanes = int(m_plan.underWay()) + m_client.spare();
        const std::optional<RangePlan::Ask> ask = m_plan.next(lanes);
        if (!ask)
            return;
        send(*ask);
    }
}

void StreamSync::send(const RangePlan::Ask &ask)
{
    auto *job = new FetchEventsJob(m_executionId, ask.since, pageSizeOf(ask));
    job->setUrgency(m_options.urgency);
    m_jobs.insert(ask.id, job);
    ++m_progress.requests;
    connect(job, &ApiJob::retried, this, [this] {
        ++m_progress.retries;
        ++m_progress.requests;
        tell();
    });
    connect(job, &FetchEventsJob::finished, this, [this, ask](const Result<EventPage> &answer) {
        take(ask, answer);
    });
    m_client.start(job);
}

int StreamSync::pageSizeOf(const RangePlan::Ask &ask) const
{
    return ask.isShort ? kShortPage : m_options.pageSize;
}

void StreamSync::take(const RangePlan::Ask &ask, const Result<EventPage> &answer)
{
    const FetchEventsJob *job = m_jobs.take(ask.id);
    if (m_isFinished || m_isEnding)
        return;
    std::optional<Error> wrong;
    if (!answer) {
        wrong = answer.error();
    } else if (const Result<PageVerdict> verdict =
                   checkPage(*answer, m_executionId, ask.since, m_options.pageSize);
               !verdict) {
        wrong = verdict.error();
        wrong->message = m_client.mask().maskedText(wrong->message);
    } else {
        m_outcome.violations << verdict->warnings;
    }
    if (!wrong)
        return takeIn(ask, *answer);
    if (isFromBeyondTheEnd(ask, *wrong)) {
        m_plan.take(ask, EventPage());
        return request();
    }
    if (canPass(ask, *wrong)) {
        m_plan.drop(ask);
        return request();
    }
    if (wrong->exitStatus() == ExitStatus::Contract)
        refuse(*wrong, job->answer());
    else
        end(*wrong);
}

/// Whether the sync goes on without this answer.
bool StreamSync::canPass(const RangePlan::Ask &ask, const Error &error)
{
    const bool isStuck = error.id == ErrorId::ContractStuckCursor;
    if (ask.isAtFront)
        return isStuck && !std::exchange(m_hasRetriedCursor, true);
    switch (error.exitStatus()) {
    case ExitStatus::Contract:
        return ask.isProbe || isStuck;
    case ExitStatus::ApiRefused:
    case ExitStatus::Network:
        return true; // Met again at the front if it is more than that.
    default:
        return false;
    }
}

void StreamSync::takeIn(const RangePlan::Ask &ask, const EventPage &page)
{
    const RangePlan::Scan scan = m_plan.take(ask, page);
    if (ask.isAtFront)
        m_hasRetriedCursor = false;
    m_progress.received += qint64(page.events.size());
    m_progress.cursor = m_plan.front();
    m_progress.hasTerminal |= std::ranges::any_of(page.types.texts(), &endsExecution);
    const bool isAsItCame = scan.nextCursor == page.nextCursor && scan.hasMore == page.hasMore
        && page.executionId == m_executionId;
    if (scan.isKept && isAsItCame) {
        store(page);
    } else if (scan.isKept) {
        EventPage kept = page;
        kept.executionId = m_executionId; // An older server names none.
        kept.nextCursor = scan.nextCursor;
        kept.hasMore = scan.hasMore;
        store(kept);
    }
    if (m_plan.isContradicted()) {
        m_outcome.violations << CoreText::tr("The API says that nothing follows seq %1, but has "
                                             "returned events after it before.")
                                    .arg(page.nextCursor.value);
    }
    tell();
    m_emptyPages = page.events.empty() && page.hasMore ? m_emptyPages + 1 : 0;
    if (m_plan.isComplete())
        end(std::nullopt);
    else if (m_emptyPages >= kMostEmptyPages)
        endForEmptyPages();
    else
        goOn();
}

void StreamSync::goOn()
{
    request();
    m_client.expect(m_plan.foreseen(int(m_plan.underWay()) + m_client.spare()));
}

void StreamSync::endForEmptyPages()
{
    const Error error{ErrorId::ContractStuckCursor,
                      CoreText::tr("%1 pages in a row held no event and said hasMore; the cursor "
                                   "has come to seq %2.")
                          .arg(m_emptyPages)
                          .arg(m_plan.front().value)};
    m_outcome.violations << error.message;
    end(error);
}

void StreamSync::refuse(const Error &violation, const QByteArray &body)
{
    m_outcome.violations << violation.message;
    qCWarning(lcSync) << "page refused:" << violation.textId() << violation.message;
    ++m_storing;
    const QByteArray evidence = m_client.mask().masked(body);
    whenFinished(m_cache.storeRefusedPage(m_executionId, violation, evidence, m_clock.now()))
        .then(this, [this](const Result<void> &kept) {
            --m_storing;
            if (!kept)
                m_outcome.violations << CoreText::tr("The refused page could not be kept: %1")
                                            .arg(kept.error().message);
            finishWhenStored();
        });
    end(violation);
}

void StreamSync::store(const EventPage &page)
{
    const qint64 bytes = page.body.size();
    ++m_storing;
    m_storingBytes += bytes;
    const PageNovelty novelty = m_options.isRescan ? PageNovelty::Known : PageNovelty::New;
    whenFinished(m_cache.storePage(page, m_clock.now(), m_mark, novelty))
        .then(this, [this, bytes](const Result<PageStored> &stored) {
            --m_storing;
            m_storingBytes -= bytes;
            noteStored(stored);
        });
}

void StreamSync::noteStored(const Result<PageStored> &stored)
{
    if (!stored) {
        dropJobs();
        if (!m_outcome.error)
            m_outcome.error = stored.error();
        m_isEnding = true;
    } else {
        m_stored = stored->state;
        m_progress.newEvents += stored->newEvents;
        m_progress.lateEvents += stored->lateEvents;
        m_outcome.storedEvents = stored->storedEvents;
        if (m_options.raisesAlarms)
            noteDoubts(*stored);
        emit pageStored(*stored);
        tell();
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

void StreamSync::end(const std::optional<Error> &error)
{
    if (error) // Beats an alarm about a changed event, which does not end a sync.
        m_outcome.error = error;
    m_isEnding = true;
    dropJobs();
    finishWhenStored();
}

void StreamSync::finishWhenStored()
{
    if (!m_isEnding || m_storing > 0 || m_isFinished)
        return;
    if (m_stored)
        return report();
    // No page says what the cache holds; ask it.
    ++m_storing;
    whenFinished(m_cache.loadStream(m_executionId))
        .then(this, [this](const Result<EventStreamPtr> &stream) {
            --m_storing;
            m_stored = stream ? (*stream)->state() : StreamState();
            m_outcome.storedEvents = stream ? (*stream)->count() : 0;
            finishWhenStored();
        });
}

void StreamSync::cancel()
{
    if (m_isEnding)
        return;
    m_isCancelled = true;
    end(Error{ErrorId::Cancelled,
              CoreText::tr("The sync was stopped at seq %1.").arg(m_plan.front().value)});
}

void StreamSync::report()
{
    if (std::exchange(m_isFinished, true))
        return;
    // What was fetched and could not be stored is fetched again: what the cache says is what counts. What lies before the
    // seq that was asked for was left out on purpose.
    SeqSet scanned = m_stored->coverage;
    if (m_start > Seq{0})
        scanned.add({Seq{1}, m_start});
    m_progress.cursor = scanned.contiguousEnd();
    m_progress.isComplete = m_stored->knownEnd == m_progress.cursor;
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
