// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/apiclient.h"
#include "core/cache/cache.h"
#include "core/sync/connection.h"
#include "core/sync/streamsync.h"

#include <QSignalSpy>
#include <QTemporaryDir>

#include <memory>

namespace Gapline::Test {

/// A cache of its own and a connection to one server.
struct LiveSession
{
    LiveSession(const QUrl &url, const Clock &clock, const ExecutionId &execution)
        : executionId(execution)
    {
        Profile profile;
        profile.baseUrl = url;
        ApiOptions options;
        options.retries.retries = 1;
        options.retries.first = std::chrono::milliseconds(1);
        options.retries.longest = std::chrono::milliseconds(2);
        auto client = std::make_unique<ApiClient>(
            profile, Credentials{Secret("key"), Secret("token")}, clock, options);
        if (!cache.open(folder.filePath(QStringLiteral("cache.db"))).result())
            qFatal("the cache does not open");
        connection = std::make_unique<Connection>(std::move(client), cache, clock);
    }

    SyncOutcome sync(int pageSize = 500)
    {
        StreamSync *sync = connection->syncStream(executionId, pageSize);
        QSignalSpy finished(sync, &StreamSync::finished);
        return finished.wait(20'000) ? finished.first().first().value<SyncOutcome>()
                                     : SyncOutcome();
    }

    EventStreamPtr stream() { return *cache.loadStream(executionId).result(); }

    ExecutionId executionId;
    QTemporaryDir folder;
    Cache cache;
    std::unique_ptr<Connection> connection;
};

} // namespace Gapline::Test
