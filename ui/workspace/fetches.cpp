// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/fetches.h"

#include "core/sync/connection.h"

namespace Gapline {
namespace {

// Pages may come by the millisecond; nobody reads faster than the screen shows.
constexpr std::chrono::milliseconds kProgressInterval{33};

} // namespace

Fetches::Fetches(QObject *parent)
    : QObject(parent)
{
    m_progress.setSingleShot(true);
    m_progress.setInterval(kProgressInterval);
    connect(&m_progress, &QTimer::timeout, this, &Fetches::changed);
}

void Fetches::startStream(Connection &connection, const ExecutionId &executionId)
{
    StreamSync *sync = connection.syncStream(executionId);
    if (m_streams.value(executionId).sync == sync)
        return;
    m_streams.insert(executionId, {sync, {}});
    connect(sync, &StreamSync::progressed, this, [this, executionId](const SyncProgress &progress) {
        const auto stream = m_streams.find(executionId);
        if (stream == m_streams.end())
            return;
        stream->progress = progress;
        if (!m_progress.isActive())
            m_progress.start();
    });
    connect(
        sync, &StreamSync::finished, this, [this, executionId, sync](const SyncOutcome &outcome) {
            // A sync that was replaced has nothing more to say.
            if (m_streams.value(executionId).sync == sync)
                endStream(outcome, executionId);
        });
    emit changed();
}

void Fetches::endStream(const SyncOutcome &outcome, const ExecutionId &executionId)
{
    m_streams.remove(executionId);
    emit ended(executionId, outcome.error);
    if (!outcome.error && !outcome.violations.isEmpty())
        emit noticed(outcome.violations.join(u'\n'));
    emit changed();
}

void Fetches::startInventory(Connection &connection)
{
    InventorySync *sync = connection.syncInventory();
    if (m_inventory == sync)
        return;
    m_inventory = sync;
    connect(sync, &InventorySync::finished, this, [this, sync](const InventoryOutcome &outcome) {
        if (m_inventory != sync)
            return;
        m_inventory.clear();
        emit ended({}, outcome.error);
        if (!outcome.error && !outcome.warnings.isEmpty())
            emit noticed(outcome.warnings.join(u'\n'));
        emit changed();
    });
    emit changed();
}

void Fetches::cancel(const ExecutionId &executionId)
{
    if (executionId.isEmpty() && m_inventory)
        m_inventory->cancel();
    const QPointer<StreamSync> sync = m_streams.value(executionId).sync;
    if (sync)
        sync->cancel();
}

void Fetches::startFleet(Connection &connection)
{
    FleetSync *fleet = connection.syncFleet({});
    if (m_fleet == fleet)
        return;
    m_fleet = fleet;
    m_failed.clear();
    connect(fleet, &FleetSync::progressed, this, [this] {
        emit fleetChanged();
        emit changed();
    });
    connect(fleet, &FleetSync::executionEnded, this, [this](int, const SyncOutcome &outcome) {
        if (outcome.error && !outcome.error->isCancelled())
            m_failed.insert(outcome.progress.executionId, FleetState::Failed);
    });
    connect(fleet, &FleetSync::finished, this, [this, fleet](const FleetOutcome &outcome) {
        if (m_fleet == fleet)
            endFleet(outcome);
    });
    emit fleetChanged();
    emit changed();
}

void Fetches::endFleet(const FleetOutcome &outcome)
{
    m_fleet.clear();
    emit ended({}, outcome.error);
    QStringList remarks = outcome.warnings;
    if (outcome.progress.failed > 0) {
        remarks << tr("%n executions could not be synced; the list marks them.",
                      nullptr,
                      outcome.progress.failed);
    }
    if (!remarks.isEmpty())
        emit noticed(remarks.join(u'\n'));
    emit fleetChanged();
    emit changed();
}

std::optional<FleetProgress> Fetches::fleetProgress() const
{
    return m_fleet ? std::optional(m_fleet->progress()) : std::nullopt;
}

std::optional<FleetState> Fetches::fleetStateOf(const ExecutionId &executionId) const
{
    if (m_fleet)
        return m_fleet->stateOf(executionId);
    const auto failed = m_failed.constFind(executionId);
    return failed == m_failed.cend() ? std::nullopt : std::optional(*failed);
}

void Fetches::cancelFleet()
{
    if (m_fleet)
        m_fleet->cancel();
}

void Fetches::cancelAll()
{
    cancelFleet();
    const QList<ExecutionId> streams = m_streams.keys();
    const bool hasInventory = m_inventory != nullptr;
    for (const ExecutionId &executionId : streams)
        cancel(executionId);
    if (hasInventory)
        cancel({});
}

void Fetches::forget()
{
    m_streams.clear();
    m_inventory.clear();
    m_fleet.clear();
    m_failed.clear();
    emit fleetChanged();
    emit changed();
}

QList<FetchState> Fetches::states() const
{
    QList<FetchState> states;
    if (m_inventory)
        states.append(FetchState());
    for (auto stream = m_streams.cbegin(); stream != m_streams.cend(); ++stream)
        states.append({stream.key(), stream->progress});
    return states;
}

} // namespace Gapline
