// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/profile.h"

#include <QString>

namespace Gapline {

// Which cache is meant where none is named. Ids are unique within one server alone, so no two servers share one.

/// Below cacheFolder(): in profiles/<name>/, a file for each origin that a named profile has had; without a name
/// cache.sqlite for the default API, and a file in servers/ for each other origin.
[[nodiscard]] QString defaultCacheFile(const Profile &profile);

/// The cache of a named profile, and what the user should know about where it was found.
struct ProfileCache
{
    QString file;
    QString notice; ///< Empty: it lies where it is looked for.
};

/// defaultCacheFile(); but for a profile whose cache is still profiles/<name>.sqlite, where it lay before each server had
/// one of its own. That one is moved to the new place, with its replay journal; or, when it must not be (`mayMove`) or
/// cannot be, used where it is.
[[nodiscard]] ProfileCache cacheOfProfile(const Profile &profile, bool mayMove);

/// Points the profile to another base URL. Its cache stays its own only within one origin.
void moveTo(Profile &profile, const QUrl &baseUrl);

/// The cache to answer from where no server is named either: that of the default API; while there is none, the one of
/// another server that was written last. The former's name where neither exists.
[[nodiscard]] QString cacheToAnswerFrom();

} // namespace Gapline
