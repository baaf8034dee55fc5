// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/sessioncommand.h"
#include "core/domain/receiver.h"
#include "core/report/reconcilereport.h"

#include <optional>

namespace Gapline {

class Cache;

/// What was asked of a comparison, read from its options.
struct ReconcileChoices
{
    ReceiverProfile receiver;
    FindingFilter filter;
};

/// One run of `gapline reconcile`: loads what the cache holds, imports the logs, compares, and writes what was asked for.
[[nodiscard]] Result<ExitStatus> runReconcile(const ReconcileChoices &choices,
                                              const Arguments &arguments,
                                              const SharedChoices &shared,
                                              CliContext &context,
                                              Cache &cache);

/// The same with --triage. `listed`: what executions/list named just now; nothing when the cache answers.
[[nodiscard]] Result<ExitStatus> runTriage(const ReceiverProfile &receiver,
                                           const std::optional<QList<ExecutionId>> &listed,
                                           const Arguments &arguments,
                                           const SharedChoices &shared,
                                           CliContext &context,
                                           Cache &cache);

} // namespace Gapline
