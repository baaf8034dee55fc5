// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

namespace Gapline {

/// A bundled icon (resources/icons), drawn in the palette's text colour of the moment, so that it follows the
/// theme. An empty picture when there is no such icon.
[[nodiscard]] QIcon themedIcon(const QString &name);

} // namespace Gapline
