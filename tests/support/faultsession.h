// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/faultserver.h"

#include "core/api/apiclient.h"
#include "core/cache/cache.h"
#include "core/sync/connection.h"
#include "core/sync/streamsync.h"

#include <QSignalSpy>
#include <QTemporaryDir>

namespace Gapline::Test {

/// Deadlines and waits short enough for a test; everything else as in the product.
inline ApiOptions quickOptions()
{
    using namespace std::chrono_literals;
    ApiOptions options;
    options.deadlines = {2s, 250ms, 1s, 250ms, 1024};
    options.retries.first = 4ms;
    options.retries.longest = 16ms;
    options.rate = RateLimits{.start = std::nullopt, .most = 1e6, .least = 1e3};
    options.random = [] { return 0.5; };
    return options;
}

/// A cache of its own and a connection to one server.
struct FaultSession
{
    explicit FaultSession(const QUrl &url, const ApiOptions &options = quickOptions())
        : FaultSession(Profile{{}, url, {}, {}}, options)
    { }

    FaultSession(const Profile &profile, const ApiOptions &options)
    {
        client = new ApiClient(
            profile, {Secret("canary-key-5fd1"), Secret("canary-token-77ab")}, clock, options);
        cache.open(directory.filePath(QStringLiteral("cache/gapline.db"))).waitForFinished();
        connection = std::make_unique<Connection>(std::unique_ptr<ApiClient>(client), cache, clock);
    }

    /// Waits for the end: an outcome without an end is an unexpected error.
    SyncOutcome sync(int pageSize = 2, const ExecutionId &execution = FaultServer::executionId())
    {
        StreamSync *stream = connection->syncStream(execution, pageSize);
        QSignalSpy finished(stream, &StreamSync::finished);
        if (finished.isEmpty() && !finished.wait(30'000)) {
            SyncOutcome none;
            none.error =
                Error{ErrorId::InternalUnexpected, QStringLiteral("The sync never ended.")};
            return none;
        }
        return finished.first().first().value<SyncOutcome>();
    }

    EventStreamPtr stream(const ExecutionId &execution = FaultServer::executionId())
    {
        return *cache.loadStream(execution).result();
    }

    QList<qint64> seqs(const ExecutionId &execution = FaultServer::executionId())
    {
        const EventStreamPtr known = stream(execution);
        return {known->seqs().begin(), known->seqs().end()};
    }

    QTemporaryDir directory;
    SystemClock clock;
    Cache cache;
    ApiClient *client = nullptr;
    std::unique_ptr<Connection> connection;
};

} // namespace Gapline::Test
