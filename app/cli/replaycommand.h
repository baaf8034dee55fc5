// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace Gapline {

/// `gapline replay PACK --url URL`: sends the missed webhooks of a recovery pack again (reconcile.md, "What can be done
/// about it"). Says what it would do, and does it only with --confirm. Never asks the API.
class ReplayCommand final : public Command
{
public:
    ReplayCommand();

    [[nodiscard]] QList<QCommandLineOption> options() const override;
    [[nodiscard]] Result<ExitStatus> run(const Arguments &arguments, CliContext &context) override;
};

} // namespace Gapline
