// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reconcile/reconciler.h"
#include "core/stream/cachedexecution.h"

#include <QStringList>

#include <functional>
#include <span>

namespace Gapline {

/// Where the streams of a comparison come from. Both wait for their answer, on the thread that loads.
struct StreamSource
{
    /// `base` is an earlier snapshot of the same execution, or null.
    std::function<Result<EventStreamPtr>(const ExecutionId &id, const EventStreamPtr &base)> stream;
    BodySource body;
};

/// The executions that a comparison is about.
struct ReconcileSet
{
    std::vector<ReconcileExecution> executions; ///< In the order in which they were asked for.
    QSet<ExecutionId>
        others; ///< In the cache, but not among them (ReconcileInput::otherExecutions).
    QStringList
        notRead; ///< Known, but nothing of them was scanned: nothing can be said of their webhooks.
};

/// A run without events yet has no coverage, but its emptiness was read.
[[nodiscard]] bool isRead(const StreamState &state);

/// False stops.
using LoadProgress = std::function<bool(qint64 loaded, qint64 total)>;

/// Loads what is to be compared: `wanted`, or all of `cached` when it is empty. Of executions that `earlier` (of a
/// comparison before) holds unchanged, event ids are not read again. Window and command line both take their input from here, so that they
/// agree on every number. Errors: CacheNotStored for a wanted execution of which nothing was read; Cancelled; those of
/// `source`.
[[nodiscard]] Result<ReconcileSet>
loadReconcileSet(const QList<CachedExecution> &cached,
                 const QList<ExecutionId> &wanted,
                 const StreamSource &source,
                 const LoadProgress &progress = {},
                 std::span<const ReconcileExecution> earlier = {});

} // namespace Gapline
