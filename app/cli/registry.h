// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

#include <memory>
#include <vector>

namespace Gapline {

using Commands = std::vector<std::unique_ptr<Command>>;

/// Every subcommand, in the order that `gapline --help` shows. A new one is added in registry.cpp.
[[nodiscard]] Commands makeCommands();

/// Every first word that is for the command line, "help" included.
[[nodiscard]] QStringList commandNames(const Commands &commands);
/// nullptr when there is none of this name.
[[nodiscard]] Command *findCommand(const Commands &commands, const QString &name);

} // namespace Gapline
