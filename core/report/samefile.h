// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Gapline {

/// Whether both names lead to one file, by whatever path or link, which need not exist yet.
[[nodiscard]] bool isSameFile(const QString &one, const QString &other);

} // namespace Gapline
