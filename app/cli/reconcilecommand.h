// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace Gapline {

/// `gapline reconcile [EXECUTION...] --deliveries FILE...`: which webhooks the receiver missed (reconcile.md).
/// Answers from the cache alone; the API is never asked.
class ReconcileCommand final : public Command
{
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString positionals() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] QString description() const override;
    [[nodiscard]] QList<QCommandLineOption> options() const override;
    [[nodiscard]] Result<ExitStatus> run(const Arguments &arguments, CliContext &context) override;
};

} // namespace Gapline
