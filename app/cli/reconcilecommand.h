// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/sessioncommand.h"

namespace Gapline {

/// `gapline reconcile [EXECUTION...] --deliveries FILE...`: which webhooks the receiver missed (reconcile.md).
/// Answers from the cache alone; only --triage asks the API, for its list.
class ReconcileCommand final : public SessionCommand
{
public:
    ReconcileCommand();

protected:
    [[nodiscard]] QList<QCommandLineOption> ownOptions() const override;
    [[nodiscard]] SessionKind kindOf(const Arguments &arguments) const override;
    [[nodiscard]] Result<Work> prepare(const Arguments &arguments,
                                       const SharedChoices &shared,
                                       CliContext &context) const override;
};

} // namespace Gapline
