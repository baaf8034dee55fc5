// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/generation.h"
#include "ui/workspace/fetches.h"
#include "ui/workspace/following.h"
#include "ui/workspace/opentabs.h"
#include "ui/workspace/reloadpacer.h"
#include "ui/workspace/workspace.h"

namespace Gapline {

/// What the files of Workspace share: workspace.cpp, workspacetabs.cpp (what is open), workspaceconnecting.cpp (profile, cache file,
/// connection, errors), workspacefetching.cpp (what is asked of the API, and what the cache then holds).
struct Workspace::Private
{
    Private(Cache &usedCache, const Clock &usedClock, MakeConnection maker)
        : cache(usedCache)
        , clock(usedClock)
        , makeConnection(std::move(maker))
        , reconcile(usedCache, usedClock)
        , replay(usedCache, usedClock)
        , compare(usedCache)
    { }

    Cache &cache;
    const Clock &clock;
    MakeConnection makeConnection;

    Profile profile;
    std::optional<Credentials> credentials;
    bool isSandbox = false;
    std::optional<SandboxReceiver> sandboxReceiver;
    bool isOffline = false;
    std::unique_ptr<Connection> connection;
    bool isCase = false; ///< The profile's cache was named as a case file.
    QString openCacheFile;

    QList<CachedExecution> executions;
    bool areExecutionsUnreadable = false; ///< The last answer of the cache was an error.
    OpenTabs tabs;
    std::unique_ptr<StreamView> view; ///< Of the tab that is shown; null when none is open.
    TimeZoneChoice timeZone = TimeZoneChoice::Utc;
    Fetches fetches;
    ReconcileView reconcile;
    ReplayView replay;
    CompareView compare;
    RequestLog requests;
    std::unique_ptr<Following> following;

    std::optional<Error> lastError;
    /// Why the credentials are being asked for; every request is held meanwhile.
    std::optional<Error> refusal;
    bool isWaiting = false;

    ReloadPacer viewPacer;
    ReloadPacer listPacer;
    Generation connections; ///< Answers of an earlier profile are dropped.
};

} // namespace Gapline
