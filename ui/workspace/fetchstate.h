// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/syncprogress.h"

namespace Gapline {

/// A fetch that runs: for progress bars and their cancel buttons.
struct FetchState
{
    ExecutionId executionId; ///< Empty for the list of executions.
    SyncProgress progress;
};

} // namespace Gapline
