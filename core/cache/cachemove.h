// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

namespace Gapline {

/// Gives a cache another place, and makes the folders that lead there. What its -wal holds is written into it first, so
/// that one rename moves all of it or nothing. Errors: CacheBusy while another process uses it, or when something lies
/// at the new place.
Result<void> moveCacheFile(const QString &from, const QString &to);

} // namespace Gapline
