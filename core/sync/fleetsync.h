// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/stream/cachedexecution.h"
#include "core/sync/fleetrules.h"
#include "core/sync/syncprogress.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QPointer>

#include <functional>
#include <vector>

namespace Gapline {

class Cache;
class Connection;
class InventorySync;

struct FleetOptions
{
    int pageSize = 500;
    std::optional<Seq> since{}; ///< As in StreamSyncOptions.
    /// Every stream is read again from 0 and compared with the cache (StreamVerify).
    bool verifies = false;
};

/// Brings a whole workspace into the cache: the inventory by executions/list, then the streams of those executions
/// that are new, running or changed (fleetrules), in the order of the list: newest first. Several streams run at once,
/// as background requests, as many as keep the connection busy. An error of one stream is its own; refused
/// credentials and a network that fails for several streams in a row end all. What is stored stays: another one goes on
/// from there. Starts when control returns to the event loop. Lives on the connection's thread.
class FleetSync : public QObject
{
    Q_OBJECT

public:
    /// `connection`, `cache` and `clock` must outlive it.
    FleetSync(Connection &connection,
              Cache &cache,
              const Clock &clock,
              const FleetOptions &options = {},
              QObject *parent = nullptr);
    ~FleetSync() override;

    [[nodiscard]] const FleetProgress &progress() const { return m_progress; }
    /// Nothing for executions that the list has not named.
    [[nodiscard]] std::optional<FleetState> stateOf(const ExecutionId &executionId) const;

public slots:
    /// Ends what runs; every stream that has not ended reports ErrorId::Cancelled.
    void cancel();
    /// The same, with the reason.
    void stop(const Gapline::Error &why);

signals:
    /// At most ten times a second, and at each end.
    void progressed(const Gapline::FleetProgress &progress);
    /// Once for each listed execution, in no order; `index` is its place in the list. One that is not fetched again
    /// made no request.
    void executionEnded(int index, const Gapline::SyncOutcome &outcome);
    /// Once.
    void finished(const Gapline::FleetOutcome &outcome);

private:
    struct Member
    {
        ExecutionId executionId;
        FleetState state = FleetState::Waiting;
        StreamStanding standing{}; ///< When the list had come.
    };

    void start();
    void plan(const InventoryOutcome &inventory);
    void enlist(const QList<ExecutionId> &listed, const QList<StreamStanding> &standings);
    void startMore();
    void fetch(int index);
    void take(int index, const SyncOutcome &outcome);
    void note(int index, FleetState state, const SyncOutcome &outcome);
    void noteUntouched(int index, FleetState state, const std::optional<Error> &error = {});
    void setState(int index, FleetState state);
    [[nodiscard]] int &countOf(FleetState state);
    void endIfDone();
    void tell(bool atOnce = false);

    Connection &m_connection;
    Cache &m_cache;
    const Clock &m_clock;
    FleetOptions m_options;
    QPointer<InventorySync> m_inventory;
    std::vector<Member> m_members; ///< In the order of the list.
    QHash<ExecutionId, int> m_indexes;
    QHash<int, std::function<void()>> m_cancels; ///< Of the streams that run.
    int m_next = 0;
    int m_networkFailures = 0; ///< In a row.
    FleetProgress m_progress;
    FleetOutcome m_outcome;
    std::optional<Error> m_stop; ///< Why nothing more is started.
    Pace m_pace;
    QElapsedTimer m_sinceTold;
    bool m_isFinished = false;
};

} // namespace Gapline
