// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/secret.h"

#include <QString>

#include <functional>

namespace Gapline {

enum class KeychainAnswer
{
    Done,
    NotFound, ///< The keychain works and holds no such entry.
    Unavailable, ///< No service, locked and refused, or any other error.
};

/// The system keychain, as far as it is needed: entries by name. Answers later, on the caller's thread, or never.
/// The edge at which tests put another.
class Keychain
{
public:
    using Read = std::function<void(KeychainAnswer, const Secret &)>;
    using Done = std::function<void(KeychainAnswer)>;

    virtual ~Keychain() = default;
    virtual void read(const QString &entry, const Read &answer) = 0;
    virtual void write(const QString &entry, const Secret &secret, const Done &answer) = 0;
    virtual void remove(const QString &entry, const Done &answer) = 0;
};

} // namespace Gapline
