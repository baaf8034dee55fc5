// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/console.h"
#include "app/cli/interrupt.h"
#include "core/base/clock.h"
#include "core/domain/profile.h"

#include <QProcessEnvironment>

#include <functional>
#include <optional>

namespace Gapline {

/// The saved profile of this name. Errors: UsageInvalid when there is none, File* when it cannot be read.
using ProfileLookup = std::function<Result<Profile>(const QString &name)>;
/// What the keychain had to say.
struct KeychainReading
{
    bool isThere = false; ///< A keychain has answered.
    std::optional<Credentials> credentials; ///< Absent: it holds no entry for the origin.
};
/// The keychain's secrets for the profile's origin. Blocks for 3 s at most.
using CredentialsLookup = std::function<KeychainReading(const Profile &profile)>;

/// What surrounds a command: made once by main, so that commands need neither the window nor the keychain's
/// library, and tests can put others in their place.
class CliContext
{
public:
    CliContext(Console &console, Interrupt &interrupt, const Clock &clock)
        : m_console(console)
        , m_interrupt(interrupt)
        , m_clock(clock)
    { }

    [[nodiscard]] Console &console() { return m_console; }
    [[nodiscard]] Interrupt &interrupt() { return m_interrupt; }
    [[nodiscard]] const Clock &clock() const { return m_clock; }

    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    ProfileLookup profiles; ///< Unset: there are no saved profiles.
    CredentialsLookup credentials; ///< Unset: there is no keychain.

private:
    Console &m_console;
    Interrupt &m_interrupt;
    const Clock &m_clock;
};

} // namespace Gapline
