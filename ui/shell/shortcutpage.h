// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QMenuBar;

namespace Gapline {

/// Every command of the menus that has a shortcut, and the keys of timeline and table, as an HTML page; names are
/// escaped.
[[nodiscard]] QString shortcutPage(const QMenuBar &bar);

} // namespace Gapline
