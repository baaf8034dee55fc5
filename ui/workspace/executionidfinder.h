// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/ids.h"

#include <optional>

namespace Gapline {

/// The execution id inside text that somebody pasted: the id alone, a console URL, a JSON body (also one that is
/// escaped inside a log record), or a log line. The first one named as executionId wins, then the first that
/// has the API's own form "exec_...", then the segment after "executions/"; a single word is taken as it is.
/// Only the first 64 Ki characters are read. Pure.
[[nodiscard]] std::optional<ExecutionId> findExecutionId(QStringView text);

} // namespace Gapline
