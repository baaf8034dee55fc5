// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/console.h"
#include "core/sync/connection.h"

namespace Gapline {

/// Says on standard error which request failed and when it is tried again, as long as `lifetime` is there.
/// `namesExecution`: several executions are under way, so each line begins with the one that its request is about.
void sayRetries(const Connection &connection,
                Console &console,
                bool namesExecution,
                QObject *lifetime);

} // namespace Gapline
