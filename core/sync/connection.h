// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/execution.h"
#include "core/domain/httplog.h"
#include "core/domain/profile.h"
#include "core/sync/syncprogress.h"

#include <QFuture>
#include <QObject>

#include <memory>

namespace Gapline {

class ApiClient;
class Cache;
class Clock;
class FleetSync;
class InventorySync;
class LiveTail;
class StreamSync;
class StreamVerify;
struct FleetOptions;
struct StreamSyncOptions;

/// One profile's way to the API, for those who must not know how requests are made: starts syncs, asks for
/// executions and definitions, and puts every answer into the cache. Lives on the UI thread (or the command
/// line's main thread), as do the objects it starts.
class Connection : public QObject
{
    Q_OBJECT

public:
    /// `cache` and `clock` must outlive the connection.
    Connection(std::unique_ptr<ApiClient> client,
               Cache &cache,
               const Clock &clock,
               QObject *parent = nullptr);
    ~Connection() override;

    [[nodiscard]] const Profile &profile() const;

    /// Brings one execution into the cache, from where its coverage ends. The object belongs to the connection
    /// and deletes itself after finished(). Asking again while one runs returns the running one.
    /// With `since`, nothing at or before that seq is asked for: the sync begins there, or at the end of the
    /// covered run that holds the seq after it; what lies before stays as the cache has it, scanned or unknown.
    StreamSync *
    syncStream(const ExecutionId &executionId, int pageSize = 500, std::optional<Seq> since = {});
    /// The same with all that can be chosen. A sync that runs already keeps its own options, but becomes urgent when
    /// this one is.
    StreamSync *syncStream(const ExecutionId &executionId, const StreamSyncOptions &options);
    /// Reads one execution from 0 again, beside what the cache holds, and reports every difference. The object belongs
    /// to the connection and deletes itself after finished().
    StreamVerify *verifyStream(const ExecutionId &executionId, int pageSize = 500);
    /// Polls a running execution from now on. Belongs to the connection until the caller deletes it.
    LiveTail *followStream(const ExecutionId &executionId);
    /// executions/list from its first page to its last, into the cache.
    InventorySync *syncInventory();
    /// The inventory, and then every stream that is not known to be complete. Asking again while one runs gives the
    /// running one.
    FleetSync *syncFleet(const FleetOptions &options);
    /// executions/get and definitions/get; the answer is stored before the future is ready.
    QFuture<Result<Execution>> fetchExecution(const ExecutionId &executionId);
    QFuture<Result<Definition>> fetchDefinition(const DefinitionId &definitionId);

    /// Credentials entered by the user; queued requests go on with them.
    void setCredentials(const Credentials &credentials);
    [[nodiscard]] RequestBudget budget() const;
    /// Ends the waits that retryScheduled() announced.
    void retryNow();

signals:
    /// The server refused the credentials; every request is held until setCredentials().
    void credentialsNeeded(const Gapline::Error &why);
    /// A request failed and will be tried again; cleared by the next answer.
    void retryScheduled(const Gapline::Error &why, std::chrono::milliseconds delay);
    void retryCleared();
    /// At most four times a second.
    void budgetChanged();
    /// An attempt at a request has ended, for good or ill.
    void attemptLogged(const Gapline::HttpLogEntry &attempt);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Gapline
