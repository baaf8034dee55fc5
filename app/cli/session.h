// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"
#include "app/cli/clicontext.h"
#include "core/cache/cache.h"
#include "core/sync/connection.h"

#include <memory>

namespace Gapline {

enum class SessionKind
{
    Online, ///< Cache and API. Credentials are asked for first: without them nothing is opened.
    Offline, ///< The cache alone, read-only.
    CacheOnly, ///< The cache alone, to be changed.
};

/// The cache of one command and, unless it is offline, its connection. Main thread.
class Session
{
public:
    /// Errors: UsageInvalid, UsageInsecureUrl, Credentials*, Cache*; CacheNotStored when there is no cache to
    /// read from.
    [[nodiscard]] static Result<std::unique_ptr<Session>>
    open(const Arguments &arguments, CliContext &context, SessionKind kind);
    ~Session();

    [[nodiscard]] Cache &cache() { return m_cache; }
    /// Only of an online session.
    [[nodiscard]] Connection &connection() { return *m_connection; }
    [[nodiscard]] bool isOnline() const { return m_connection != nullptr; }

    /// Brings one execution into the cache; blocks, showing progress, until it ends or is interrupted. Online only.
    [[nodiscard]] SyncOutcome
    sync(const ExecutionId &executionId, int pageSize, std::optional<Seq> since);
    /// executions/list into the cache. Gives the ids that it named. Online only.
    [[nodiscard]] Result<QList<ExecutionId>> syncInventory();
    /// What is known of the execution: synced first when online.
    /// Errors: those of the sync; CacheNotStored when nothing of it was ever scanned.
    [[nodiscard]] Result<EventStreamPtr>
    stream(const ExecutionId &executionId, int pageSize, std::optional<Seq> since);

private:
    explicit Session(CliContext &context);
    [[nodiscard]] Result<void> openCache(const QString &file, SessionKind kind);

    CliContext &m_context;
    Cache m_cache;
    std::unique_ptr<Connection> m_connection;
};

/// --cache, --profile, --base-url, --retries.
[[nodiscard]] QList<QCommandLineOption> sessionOptions();

} // namespace Gapline
