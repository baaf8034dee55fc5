// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/fleetsync.h"
#include "core/sync/inventorysync.h"
#include "core/sync/streamsync.h"
#include "ui/workspace/fetchstate.h"

#include <QHash>
#include <QMap>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <optional>

namespace Gapline {

class Connection;

/// The syncs that a workspace has started and that still run. Lives on the UI thread.
class Fetches : public QObject
{
    Q_OBJECT

public:
    explicit Fetches(QObject *parent = nullptr);

    /// Nothing new begins for an execution whose fetch runs already.
    void startStream(Connection &connection, const ExecutionId &executionId);
    void startInventory(Connection &connection);
    /// Every execution that needs it; nothing new begins while that runs.
    void startFleet(Connection &connection);
    void cancelFleet();
    /// They end with ErrorId::Cancelled. An empty id is the list of executions.
    void cancel(const ExecutionId &executionId);
    void cancelAll();
    /// Their connection is gone, or going.
    void forget();

    [[nodiscard]] QList<FetchState> states() const;
    [[nodiscard]] std::optional<FleetProgress> fleetProgress() const;
    /// Of the fleet sync that runs; what failed in the last one stays known.
    [[nodiscard]] std::optional<FleetState> fleetStateOf(const ExecutionId &executionId) const;
    [[nodiscard]] bool isEmpty() const { return m_streams.isEmpty() && !m_inventory && !m_fleet; }
    [[nodiscard]] bool isFetching(const ExecutionId &executionId) const
    {
        return m_streams.contains(executionId);
    }

signals:
    /// At once when a fetch begins or ends; about its progress at most 30 times a second.
    void changed();
    void fleetChanged();
    /// `executionId` is empty for the list of executions.
    void ended(const Gapline::ExecutionId &executionId, const std::optional<Gapline::Error> &error);
    /// What a fetch that came to its end has to say all the same.
    void noticed(const QString &message);

private:
    struct Stream
    {
        QPointer<StreamSync> sync;
        SyncProgress progress;
    };

    void endStream(const SyncOutcome &outcome, const ExecutionId &executionId);
    void endFleet(const FleetOutcome &outcome);

    QMap<ExecutionId, Stream> m_streams;
    QPointer<InventorySync> m_inventory;
    QTimer m_progress;
    QPointer<FleetSync> m_fleet;
    QHash<ExecutionId, FleetState> m_failed; ///< By the last fleet sync.
};

} // namespace Gapline
