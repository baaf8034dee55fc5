// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/clicontext.h"
#include "app/cli/registry.h"

#include <QStringList>

namespace Gapline {

/// True when these words (those after the program's name) are for the command line: a command, `help`, --help or
/// --version. Else they are for the window.
[[nodiscard]] bool isForCommandLine(const Commands &commands, const QStringList &words);

/// Runs one command from its words to its exit status: parses, helps, shows errors. Needs a QCoreApplication.
[[nodiscard]] ExitStatus
runCommandLine(const Commands &commands, const QStringList &words, CliContext &context);

} // namespace Gapline
