// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/profile.h"

#include <QString>

namespace Gapline {

// Which cache is meant where none is named. Ids are unique within one server alone, so no two servers share one.

/// Below cacheFolder(): in profiles/<name>/, a file for each origin that a named profile has had; without a name
/// cache.sqlite for the default API, and a file in servers/ for each other origin.
[[nodiscard]] QString defaultCacheFile(const Profile &profile);

/// Points the profile to another base URL. Its cache stays its own only within one origin.
void moveTo(Profile &profile, const QUrl &baseUrl);

/// The cache to answer from where no server is named either: that of the default API; while there is none, the one of
/// another server that was written last. The former's name where neither exists.
[[nodiscard]] QString cacheToAnswerFrom();

} // namespace Gapline
