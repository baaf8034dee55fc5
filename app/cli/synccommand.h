// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/sessioncommand.h"

namespace Gapline {

/// `gapline sync EXECUTION... | --all`: bring executions into the cache.
class SyncCommand final : public SessionCommand
{
public:
    SyncCommand();

protected:
    [[nodiscard]] QList<QCommandLineOption> ownOptions() const override;
    [[nodiscard]] Result<Work> prepare(const Arguments &arguments,
                                       const SharedChoices &shared,
                                       CliContext &context) const override;
};

} // namespace Gapline
