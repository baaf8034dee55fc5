// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/execution.h"
#include "core/stream/eventstream.h"

namespace Gapline {

/// One execution as the cache knows it.
struct CachedExecution
{
    Execution execution; ///< Without steps; only executionId is set when just events were fetched.
    bool hasView = false; ///< executions/get or /list has answered for it.
    qint64 eventCount = 0;
    qint64 internalSeqs = 0; ///< Seqs scanned that hold no event.
    StreamState stream;
};

/// How far one execution is known: what decides whether its stream has to be fetched.
struct StreamStanding
{
    ExecutionId executionId;
    bool isTerminal = false; ///< By its status.
    std::optional<EpochMs> endedAt;
    Seq cursor;
    bool isComplete = false; ///< StreamState::isComplete.
    std::optional<EpochMs> fetchedAt; ///< When the last page was stored.
    std::optional<Seq>
        terminalSeq; ///< Of the event that ended it, when it is among the last that are stored.
    qint64 eventCount = 0;
};

} // namespace Gapline
