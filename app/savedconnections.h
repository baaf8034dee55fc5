// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/clicontext.h"

namespace Gapline {

// What the command line's --profile means: the connections that the window has saved.

/// From the settings file.
[[nodiscard]] ProfileLookup savedProfiles();
/// From the system keychain, by the origin of the profile's base URL.
[[nodiscard]] CredentialsLookup keychainCredentials();

} // namespace Gapline
