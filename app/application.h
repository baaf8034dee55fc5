// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/windowrequest.h"

namespace Gapline {

/// Runs the desktop program until its window is closed (or its picture is written). Gives the exit status
/// (command-line.md). Errors before the window exists go to standard error.
int runWindow(int argc, char *argv[], const WindowRequest &request);

} // namespace Gapline
