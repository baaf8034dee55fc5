// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/fleetsync.h"

#include "core/base/whenfinished.h"
#include "core/cache/cache.h"
#include "core/domain/wording.h"
#include "core/sync/connection.h"
#include "core/sync/inventorysync.h"
#include "core/sync/streamsync.h"
#include "core/sync/streamverify.h"

#include <QTimer>

#include <algorithm>
#include <utility>

namespace Gapline {
namespace {

constexpr qint64 kTellEveryMs = 100;
/// So many streams that the network gave up on, without one that ended between: it would give up on all.
constexpr int kMostNetworkFailures = 3;

/// Some streams are being stored, or wait for the cache, while others have a request under way.
int streamsAtOnce(const RequestBudget &budget)
{
    return std::max(2, budget.atOnce + budget.atOnce / 2);
}

} // namespace

FleetSync::FleetSync(Connection &connection,
                     Cache &cache,
                     const Clock &clock,
                     const FleetOptions &options,
                     QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_cache(cache)
    , m_clock(clock)
    , m_options(options)
{
    m_sinceTold.start();
    QTimer::singleShot(0, this, &FleetSync::start);
}

FleetSync::~FleetSync()
{
    m_isFinished = true;
    if (m_inventory)
        m_inventory->disconnect(this);
}

std::optional<FleetState> FleetSync::stateOf(const ExecutionId &executionId) const
{
    const auto index = m_indexes.constFind(executionId);
    if (index == m_indexes.cend())
        return std::nullopt;
    return m_members[size_t(*index)].state;
}

void FleetSync::start()
{
    if (m_stop) {
        m_progress.isListing = false;
        return endIfDone();
    }
    m_inventory = m_connection.syncInventory();
    connect(m_inventory, &InventorySync::progressed, this, [this](int items) {
        m_progress.listed = items;
        tell();
    });
    connect(m_inventory, &InventorySync::finished, this, &FleetSync::plan);
}

void FleetSync::plan(const InventoryOutcome &inventory)
{
    m_inventory.clear();
    m_progress.requests += inventory.requests;
    m_progress.listed = inventory.items;
    m_outcome.warnings = inventory.warnings;
    if (inventory.error) {
        m_stop = m_stop.value_or(*inventory.error);
        m_progress.isListing = false;
        return endIfDone();
    }
    whenFinished(m_cache.loadStandings())
        .then(this, [this, listed = inventory.executionIds](const auto &standings) {
            if (!standings)
                m_stop = m_stop.value_or(standings.error());
            enlist(listed, standings ? *standings : QList<StreamStanding>());
        });
}

void FleetSync::enlist(const QList<ExecutionId> &listed, const QList<StreamStanding> &standings)
{
    m_members.reserve(size_t(listed.size()));
    m_indexes.reserve(listed.size());
    for (const ExecutionId &executionId : listed) {
        m_indexes.insert(executionId, int(m_members.size()));
        m_members.push_back({executionId});
    }
    m_progress.isListing = false;
    m_progress.waiting = int(m_members.size());
    for (const StreamStanding &standing : standings) {
        const auto index = m_indexes.constFind(standing.executionId);
        if (index == m_indexes.cend())
            continue;
        m_members[size_t(*index)].standing = standing;
        if (!m_options.verifies && !needsFetch(standing))
            noteUntouched(*index, FleetState::NotNeeded);
    }
    m_pace.note(m_clock.monotonic(), 0);
    tell(true);
    startMore();
    endIfDone();
}

void FleetSync::startMore()
{
    const int atOnce = streamsAtOnce(m_connection.budget());
    while (!m_stop && m_next < int(m_members.size()) && m_progress.fetching < atOnce) {
        const int index = m_next++;
        if (m_members[size_t(index)].state == FleetState::Waiting)
            fetch(index);
    }
}

void FleetSync::fetch(int index)
{
    setState(index, FleetState::Fetching);
    const ExecutionId executionId = m_members[size_t(index)].executionId;
    if (m_options.verifies) {
        StreamVerify *verify = m_connection.verifyStream(executionId, m_options.pageSize);
        m_cancels.insert(index, [verify] { verify->cancel(); });
        connect(verify, &StreamVerify::finished, this, [this, index](const VerifyOutcome &outcome) {
            take(index, outcome.sync);
        });
        return;
    }
    StreamSyncOptions options;
    options.pageSize = m_options.pageSize;
    options.since = m_options.since;
    options.urgency = Urgency::Background;
    StreamSync *sync = m_connection.syncStream(executionId, options);
    m_cancels.insert(index, [sync] { sync->cancel(); });
    connect(sync, &StreamSync::finished, this, [this, index](const SyncOutcome &outcome) {
        take(index, outcome);
    });
}

void FleetSync::take(int index, const SyncOutcome &outcome)
{
    m_cancels.remove(index);
    SyncOutcome told = outcome;
    told.progress.executionId = m_members[size_t(index)].executionId;
    m_progress.requests += told.progress.requests;
    m_progress.newEvents += told.progress.newEvents;
    const std::optional<Error> &error = outcome.error;
    const bool isCancelled = error && error->isCancelled();
    // Stopped by us: the reason says more than "cancelled".
    if (isCancelled && m_stop)
        told.error = m_stop;
    if (error && !isCancelled && !m_outcome.error)
        m_outcome.error = error;
    note(index,
         !error            ? FleetState::Done
             : isCancelled ? FleetState::Cancelled
                           : FleetState::Failed,
         told);
    m_pace.note(m_clock.monotonic(), m_progress.ended());
    const ExitStatus status = error ? error->exitStatus() : ExitStatus::Done;
    m_networkFailures = status == ExitStatus::Network ? m_networkFailures + 1 : 0;
    if (status == ExitStatus::Credentials || m_networkFailures >= kMostNetworkFailures)
        stop(*error);
    startMore();
    endIfDone();
    tell();
}

void FleetSync::note(int index, FleetState state, const SyncOutcome &outcome)
{
    setState(index, state);
    emit executionEnded(index, outcome);
}

/// Nothing was asked: what the cache held when the list had come is what it holds.
void FleetSync::noteUntouched(int index, FleetState state, const std::optional<Error> &error)
{
    const Member &member = m_members[size_t(index)];
    SyncOutcome outcome;
    outcome.progress.executionId = member.executionId;
    outcome.progress.cursor = member.standing.cursor;
    outcome.progress.isComplete = member.standing.isComplete;
    outcome.storedEvents = member.standing.eventCount;
    outcome.error = error;
    note(index, state, outcome);
}

void FleetSync::setState(int index, FleetState state)
{
    Member &member = m_members[size_t(index)];
    --countOf(member.state);
    member.state = state;
    ++countOf(state);
}

int &FleetSync::countOf(FleetState state)
{
    switch (state) {
    case FleetState::NotNeeded:
        return m_progress.notNeeded;
    case FleetState::Waiting:
        return m_progress.waiting;
    case FleetState::Fetching:
        return m_progress.fetching;
    case FleetState::Done:
        return m_progress.done;
    case FleetState::Failed:
        return m_progress.failed;
    case FleetState::Cancelled:
        break;
    }
    return m_progress.cancelled;
}

void FleetSync::cancel()
{
    stop({ErrorId::Cancelled, CoreText::tr("The sync of all executions was stopped.")});
}

void FleetSync::stop(const Error &why)
{
    if (m_stop || m_isFinished)
        return;
    m_stop = why;
    if (m_inventory) {
        m_inventory->cancel();
        return;
    }
    const auto cancels = m_cancels;
    for (const auto &cancelOne : cancels)
        cancelOne();
    endIfDone();
}

void FleetSync::endIfDone()
{
    if (m_isFinished || m_progress.isListing || m_progress.fetching > 0)
        return;
    if (!m_stop && m_progress.waiting > 0)
        return;
    m_isFinished = true;
    for (int index = 0; index < int(m_members.size()); ++index) {
        if (m_members[size_t(index)].state == FleetState::Waiting)
            noteUntouched(index, FleetState::Cancelled, m_stop);
    }
    if (m_stop)
        m_outcome.error = m_stop;
    m_progress.remaining.reset();
    m_outcome.progress = m_progress;
    emit progressed(m_progress);
    emit finished(m_outcome);
}

void FleetSync::tell(bool atOnce)
{
    if (m_isFinished || (!atOnce && m_sinceTold.elapsed() < kTellEveryMs))
        return;
    m_sinceTold.restart();
    m_progress.remaining = m_pace.remaining(m_clock.monotonic(),
                                            m_progress.waiting + m_progress.fetching,
                                            m_connection.budget().perSecond);
    emit progressed(m_progress);
}

} // namespace Gapline
