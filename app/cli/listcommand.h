// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace Gapline {

/// `gapline list`: executions known to the API, or offline to the cache.
class ListCommand final : public Command
{
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] QString description() const override;
    [[nodiscard]] QList<QCommandLineOption> options() const override;
    [[nodiscard]] Result<ExitStatus> run(const Arguments &arguments, CliContext &context) override;
};

} // namespace Gapline
