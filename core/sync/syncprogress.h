// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/domain/ids.h"

#include <QList>
#include <QStringList>

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
    Seq cursor;
    bool isComplete = false; ///< The last answer had hasMore false.
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
    std::optional<Error> error; ///< Absent when the stream is complete.
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

} // namespace Gapline

Q_DECLARE_METATYPE(Gapline::SyncProgress)
Q_DECLARE_METATYPE(Gapline::SyncOutcome)
Q_DECLARE_METATYPE(Gapline::InventoryOutcome)
