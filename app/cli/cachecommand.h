// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/sessioncommand.h"

namespace Gapline {

/// `gapline cache info | verify | purge`: the cache file.
class CacheCommand final : public SessionCommand
{
public:
    CacheCommand();

protected:
    [[nodiscard]] QList<QCommandLineOption> ownOptions() const override;
    [[nodiscard]] QList<QCommandLineOption> connectedBy() const override;
    [[nodiscard]] SessionKind kindOf(const Arguments &arguments) const override;
    [[nodiscard]] Result<ExitStatus> answerWithout(const Arguments &arguments,
                                                   const SharedChoices &shared,
                                                   CliContext &context,
                                                   const Error &why) const override;
    [[nodiscard]] Result<Work> prepare(const Arguments &arguments,
                                       const SharedChoices &shared,
                                       CliContext &context) const override;
};

} // namespace Gapline
