// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/domain/ids.h"

#include <QList>
#include <QStringList>

#include <chrono>
#include <optional>

namespace Gapline {

/// How far a sync has come. Counts are of this run.
struct SyncProgress
{
    ExecutionId executionId;
    int requests = 0;
    int retries = 0;
    qint64 received = 0;
    qint64 newEvents = 0;
    qint64 lateEvents = 0;
    /// Of what was fetched; at the end, of what the cache holds, from StreamSyncOptions::since on.
    Seq cursor;
    bool isComplete = false; ///< At the end: the cursor is where the stream ends.
    bool hasTerminal = false; ///< Among the received events is one that ends the execution.
};

/// What a connection may ask for at present, and does.
struct RequestBudget
{
    std::optional<double> perSecond{}; ///< Absent: unlimited.
    int atOnce = 0; ///< At most under way at the same time.
    int inFlight = 0;
    qsizetype waiting = 0; ///< For their turn.
    bool isLimiting = false; ///< The server has said "too many" within the last half minute.

    friend bool operator==(const RequestBudget &, const RequestBudget &) = default;
};

/// How a sync ended. What was stored before an error stays.
struct SyncOutcome
{
    SyncProgress progress;
    qint64 storedEvents = 0; ///< In the cache afterwards.
    QStringList violations; ///< Contract violations and warnings, in words.
    QString verified; ///< Of a verification: what was compared and how it came out, in words.
    std::optional<Error> error; ///< Absent when the end was reached.
};

/// How listing the executions ended. What was stored before an error stays.
struct InventoryOutcome
{
    int items = 0; ///< Different executions seen.
    QList<ExecutionId> executionIds; ///< Theirs, in the order of the list.
    int requests = 0;
    QStringList warnings; ///< Why the list may not be complete, in words.
    std::optional<Error> error; ///< Absent when the last page was reached.
};

/// What a fleet sync does about one execution.
enum class FleetState : quint8
{
    NotNeeded, ///< Over and fully scanned: not fetched again.
    Waiting,
    Fetching,
    Done,
    Failed,
    Cancelled,
};

/// How far a fleet sync has come. Counts are of executions, but where they name something else.
struct FleetProgress
{
    bool isListing = true; ///< The inventory is not complete yet: only `listed` is known.
    int listed = 0;
    int notNeeded = 0;
    int waiting = 0;
    int fetching = 0;
    int done = 0;
    int failed = 0;
    int cancelled = 0;
    qint64 requests = 0;
    qint64 newEvents = 0;
    std::optional<std::chrono::seconds> remaining{}; ///< Absent while it cannot be told.

    [[nodiscard]] int ended() const { return done + failed + cancelled; }
    [[nodiscard]] int toFetch() const { return ended() + waiting + fetching; }
};

/// How a fleet sync ended. What was stored before an error stays; the next one goes on from there.
struct FleetOutcome
{
    FleetProgress progress;
    QStringList warnings; ///< Why the list may not be complete, in words.
    /// What ended it early, or else the first error of a stream. Absent when every stream is complete.
    std::optional<Error> error;
};

} // namespace Gapline

Q_DECLARE_METATYPE(Gapline::FleetProgress)
Q_DECLARE_METATYPE(Gapline::FleetOutcome)
Q_DECLARE_METATYPE(Gapline::SyncProgress)
Q_DECLARE_METATYPE(Gapline::SyncOutcome)
Q_DECLARE_METATYPE(Gapline::InventoryOutcome)
