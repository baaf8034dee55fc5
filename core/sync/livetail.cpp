// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/livetail.h"

#include "core/api/apiclient.h"
#include "core/base/whenfinished.h"
#include "core/cache/cache.h"
#include "core/domain/eventtype.h"
#include "core/sync/alarms.h"
#include "core/sync/streamsync.h"

#include <algorithm>
#include <utility>

namespace Gapline {

using namespace std::chrono_literals;

LiveTail::LiveTail(ApiClient &client,
                   Cache &cache,
                   const Clock &clock,
                   const ExecutionId &executionId,
                   QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_cache(cache)
    , m_clock(clock)
    , m_executionId(executionId)
    , m_pacing(clock.monotonic())
    , m_due(clock.monotonic())
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &LiveTail::wake);
    QTimer::singleShot(0, this, &LiveTail::begin);
}

LiveTail::~LiveTail()
{
    if (m_sync)
        m_sync->disconnect(this);
}

void LiveTail::begin()
{
    // A terminal event may lie further back than the overlap reaches.
    whenFinished(m_cache.loadStream(m_executionId))
        .then(this, [this](const Result<EventStreamPtr> &stream) {
            if (stream)
                m_hasTerminal |= std::ranges::any_of((*stream)->types().texts(), &endsExecution);
            wake();
        });
}

void LiveTail::wake()
{
    if (m_state != TailState::Waiting)
        return;
    const std::chrono::milliseconds rest = m_due - m_clock.monotonic();
    if (rest > 0ms)
        m_timer.start(rest);
    else
        poll();
}

void LiveTail::poll()
{
    m_timer.stop();
    StreamSyncOptions options;
    options.overlap = kOverlap;
    options.urgency = Urgency::Background;
    options.raisesAlarms = false;
    m_sync = new StreamSync(m_client, m_cache, m_clock, m_executionId, options, this);
    connect(m_sync, &StreamSync::pageStored, this, &LiveTail::note);
    connect(m_sync, &StreamSync::finished, this, &LiveTail::take);
    connect(m_sync, &StreamSync::finished, m_sync, &QObject::deleteLater);
    setState(TailState::Polling);
}

void LiveTail::take(const SyncOutcome &outcome)
{
    m_sync.clear();
    ++m_polls;
    const SyncProgress &progress = outcome.progress;
    m_lateEvents += progress.lateEvents;
    m_hasTerminal |= progress.hasTerminal;
    m_trouble = outcome.error;
    tellAlarms();
    emit polled(progress);
    if (m_state != TailState::Polling) // Somebody paused it meanwhile.
        return;
    if (m_trouble) {
        if (m_trouble->kind().isRetried)
            waitFor(TailPacing::kAfterTrouble);
        else
            setState(TailState::Halted);
        return;
    }
    const bool isFirst = !m_cursor.has_value();
    const bool hasMoved = progress.newEvents > 0 || (!isFirst && progress.cursor > *m_cursor);
    m_cursor = progress.cursor;
    const auto wait = m_pacing.take({hasMoved, m_hasTerminal}, m_clock.monotonic());
    if (wait)
        waitFor(*wait);
    else
        setState(TailState::Over);
}

void LiveTail::note(const PageStored &stored)
{
    const auto add = [this](const std::vector<Seq> &seqs, std::vector<Seq> &to) {
        for (const Seq seq : seqs) {
            if (!m_doubted.contains(seq.value))
                to.push_back(seq);
            m_doubted.insert(seq.value);
        }
    };
    add(stored.conflicts, m_changed);
    add(stored.gone, m_gone);
}

void LiveTail::tellAlarms()
{
    const std::vector<Seq> changed = std::exchange(m_changed, {});
    const std::vector<Seq> gone = std::exchange(m_gone, {});
    if (changed.empty() && gone.empty())
        return;
    // One alarm for both: a second one would take the place of the first before anybody could read it.
    Error alarm = changed.empty() ? goneEventsAlarm(gone) : changedEventsAlarm(changed);
    if (!changed.empty() && !gone.empty())
        alarm.message += u' ' + goneEventsAlarm(gone).message;
    emit alarmed(alarm);
}

void LiveTail::waitFor(std::chrono::milliseconds wait)
{
    m_due = m_clock.monotonic() + wait;
    m_timer.start(wait);
    setState(TailState::Waiting);
}

void LiveTail::pause()
{
    if (m_state == TailState::Over)
        return;
    m_timer.stop();
    setState(TailState::Paused);
    if (const QPointer<StreamSync> sync = std::exchange(m_sync, nullptr)) {
        sync->disconnect(this);
        sync->cancel();
    }
}

void LiveTail::resume()
{
    if (m_state != TailState::Polling)
        poll();
}

std::optional<std::chrono::milliseconds> LiveTail::untilNextPoll() const
{
    if (m_state != TailState::Waiting)
        return std::nullopt;
    return std::max(0ms, m_due - m_clock.monotonic());
}

void LiveTail::setState(TailState state)
{
    m_state = state;
    emit stateChanged();
}

} // namespace Gapline
