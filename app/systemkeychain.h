// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/keychain.h"

namespace Gapline {

/// The desktop's keychain (Secret Service or KWallet) by way of QtKeychain, without its insecure fallback.
class SystemKeychain final : public Keychain
{
public:
    void read(const QString &entry, const Read &answer) override;
    void write(const QString &entry, const Secret &secret, const Done &answer) override;
    void remove(const QString &entry, const Done &answer) override;
};

/// A session bus is there to be asked. Looking for one that is not would start one, which takes a while.
[[nodiscard]] bool hasSessionBus();
/// Where there is none, keeps Qt from looking for one: it asks while it makes the menu bar, and libdbus would start a
/// daemon that outlives the program. Comes before the application.
void leaveMissingSessionBus();

} // namespace Gapline
