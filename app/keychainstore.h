// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/keychain.h"
#include "ui/settings/secretstore.h"

#include <QHash>

#include <chrono>

namespace Gapline {

/// Keeps credentials in the keychain, or in this session's memory when there is none (trust.md, "Secrets"): any
/// answer but "done" and "not found", or none within the limit, means that there is none. Each entry is bound to
/// one origin, so that another base URL never gets the keys of this one.
class KeychainStore final : public SecretStore
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds kLimit{3000};

    /// `keychain` must outlive the store.
    explicit KeychainStore(Keychain &keychain,
                           std::chrono::milliseconds limit = kLimit,
                           QObject *parent = nullptr);

    [[nodiscard]] SecretPlace place() const override { return m_place; }
    void load(const QString &origin, QObject *context, const Loaded &loaded) override;
    void store(const QString &origin, const Credentials &credentials) override;
    void forget(const QString &origin) override;
    void
    loadReceiver(const QString &entry, QObject *context, const ReceiverLoaded &loaded) override;
    void storeReceiver(const QString &entry, const QList<Secret> &secrets) override;

private:
    /// `tell` gets the entry's text, or nothing, once; nobody waits longer than the limit.
    void read(const QString &entry, const std::function<void(const std::optional<Secret> &)> &tell);
    void write(const QString &entry, const Secret &secret);
    void learnFrom(KeychainAnswer answer);
    void setPlace(SecretPlace place);

    Keychain &m_keychain;
    std::chrono::milliseconds m_limit;
    SecretPlace m_place = SecretPlace::NotKnown;
    QHash<QString, Credentials> m_session; ///< By origin.
};

} // namespace Gapline
