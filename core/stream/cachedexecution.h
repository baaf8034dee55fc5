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

} // namespace Gapline
