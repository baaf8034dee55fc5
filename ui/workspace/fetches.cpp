// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/fetches.h"

#include "core/sync/connection.h"

namespace Gapline {

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
        emit changed();
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

void Fetches::cancelAll()
{
    const QList<Stream> streams = m_streams.values();
    const QPointer<InventorySync> inventory = m_inventory;
    for (const Stream &stream : streams) {
        if (stream.sync)
            stream.sync->cancel();
    }
    if (inventory)
        inventory->cancel();
}

void Fetches::forget()
{
    m_streams.clear();
    m_inventory.clear();
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
