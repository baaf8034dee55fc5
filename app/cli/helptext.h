// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/registry.h"

#include <QString>

namespace Gapline {

/// `gapline --help`.
[[nodiscard]] QString programHelp(const Commands &commands);
/// `gapline COMMAND --help`.
[[nodiscard]] QString commandHelp(const Command &command);
/// "gapline 0.1.0"
[[nodiscard]] QString versionText();

/// "-q, --quiet" or "--cache FILE"; the man page and the completions are checked against it.
[[nodiscard]] QString optionSyntax(const QCommandLineOption &option);

} // namespace Gapline
