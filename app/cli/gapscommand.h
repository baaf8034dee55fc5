// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/sessioncommand.h"

namespace Gapline {

/// `gapline gaps EXECUTION`: what every seq is: event, internal-only, unknown.
class GapsCommand final : public SessionCommand
{
public:
    GapsCommand();

protected:
    [[nodiscard]] QList<QCommandLineOption> ownOptions() const override;
    [[nodiscard]] Result<Work> prepare(const Arguments &arguments,
                                       const SharedChoices &shared,
                                       CliContext &context) const override;
};

} // namespace Gapline
