// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/sessioncommand.h"

namespace Gapline {

/// `gapline events EXECUTION`: print or export events.
class EventsCommand final : public SessionCommand
{
public:
    EventsCommand();

protected:
    [[nodiscard]] QList<QCommandLineOption> ownOptions() const override;
    [[nodiscard]] Result<Work> prepare(const Arguments &arguments,
                                       const SharedChoices &shared,
                                       CliContext &context) const override;
};

} // namespace Gapline
