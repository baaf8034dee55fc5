// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/keychain.h"

#include <QByteArray>
#include <QHash>

namespace Gapline::Test {

/// A keychain that answers as a test wants it to, at once or never.
class FakeKeychain final : public Keychain
{
public:
    void read(const QString &entry, const Read &answer) override
    {
        if (isSilent)
            return;
        if (!isThere)
            answer(KeychainAnswer::Unavailable, {});
        else if (entries.contains(entry))
            answer(KeychainAnswer::Done, Secret(entries.value(entry)));
        else
            answer(KeychainAnswer::NotFound, {});
    }
    void write(const QString &entry, const Secret &secret, const Done &answer) override
    {
        if (isSilent)
            return;
        if (isThere)
            entries.insert(entry, secret.reveal());
        answer(isThere ? KeychainAnswer::Done : KeychainAnswer::Unavailable);
    }
    void remove(const QString &entry, const Done &answer) override
    {
        entries.remove(entry);
        answer(KeychainAnswer::Done);
    }

    bool isThere = true;
    bool isSilent = false;
    QHash<QString, QByteArray> entries;
};

} // namespace Gapline::Test
