// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/commandpalette.h"

class QMenuBar;

namespace Gapline {

class Workspace;

/// What the command palette offers now: every enabled command of the menus, then the steps of the open execution, then
/// all executions. `bar` and `workspace` must outlive the entries.
[[nodiscard]] QList<PaletteEntry> paletteEntries(const QMenuBar &bar, Workspace &workspace);

/// "&Zoom to A && B" as one reads it.
[[nodiscard]] QString plainMenuText(const QString &menuText);

} // namespace Gapline
