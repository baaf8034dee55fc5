// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace Gapline {

/// `gapline sandbox`: serves the simulated API on 127.0.0.1 until interrupted.
class SandboxCommand final : public Command
{
public:
    SandboxCommand();

    [[nodiscard]] QList<QCommandLineOption> options() const override;
    /// Needs a QCoreApplication. Ends with ExitStatus::Interrupted.
    [[nodiscard]] Result<ExitStatus> run(const Arguments &arguments, CliContext &context) override;
};

} // namespace Gapline
