// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keychainstore.h"

#include <QPointer>
#include <QTimer>

#include <memory>

namespace Gapline {
namespace {

/// Both secrets are visible ASCII, so a line feed parts them.
Secret joined(const Credentials &credentials)
{
    return Secret(credentials.apiKey.reveal() + '\n' + credentials.authToken.reveal());
}

std::optional<Credentials> parted(const Secret &secret)
{
    const qsizetype end = secret.reveal().indexOf('\n');
    if (end < 0)
        return std::nullopt;
    const Credentials credentials{Secret(secret.reveal().left(end)),
                                  Secret(secret.reveal().mid(end + 1))};
    if (!credentials.apiKey.isSendable() || !credentials.authToken.isSendable())
        return std::nullopt;
    return credentials;
}

/// Base64: a receiver's secret may hold anything.
Secret textOf(const QList<Secret> &secrets)
{
    QByteArrayList parts;
    for (const Secret &secret : secrets)
        parts.append(secret.reveal().toBase64());
    return Secret(parts.join('\n'));
}

QList<Secret> listFrom(const Secret &text)
{
    QList<Secret> secrets;
    for (const QByteArray &part : text.reveal().split('\n')) {
        if (!part.isEmpty())
            secrets.append(Secret(QByteArray::fromBase64(part)));
    }
    return secrets;
}

} // namespace

KeychainStore::KeychainStore(Keychain &keychain, std::chrono::milliseconds limit, QObject *parent)
    : SecretStore(parent)
    , m_keychain(keychain)
    , m_limit(limit)
{ }

void KeychainStore::load(const QString &origin, QObject *context, const Loaded &loaded)
{
    const QPointer<QObject> alive(context);
    if (const auto kept = m_session.constFind(origin); kept != m_session.cend()) {
        QTimer::singleShot(0, context, [loaded, credentials = *kept] { loaded(credentials); });
        return;
    }
    read(origin, [alive, loaded](const std::optional<Secret> &secret) {
        if (alive)
            loaded(secret ? parted(*secret) : std::nullopt);
    });
}

void KeychainStore::read(const QString &entry,
                         const std::function<void(const std::optional<Secret> &)> &tell)
{
    // Whichever comes first, the answer or the limit, is told; the other is not.
    auto isTold = std::make_shared<bool>(false);
    const auto tellOnce = [tell, isTold](const std::optional<Secret> &secret) {
        if (!std::exchange(*isTold, true))
            tell(secret);
    };
    const QPointer<KeychainStore> self(this);
    m_keychain.read(entry, [self, tellOnce, isTold](KeychainAnswer answer, const Secret &secret) {
        if (self && !*isTold)
            self->learnFrom(answer);
        tellOnce(answer == KeychainAnswer::Done ? std::optional(secret) : std::nullopt);
    });
    QTimer::singleShot(m_limit, this, [this, tellOnce, isTold] {
        if (!*isTold)
            learnFrom(KeychainAnswer::Unavailable);
        tellOnce(std::nullopt);
    });
}

void KeychainStore::store(const QString &origin, const Credentials &credentials)
{
    m_session.insert(origin, credentials);
    write(origin, joined(credentials));
}

void KeychainStore::write(const QString &entry, const Secret &secret)
{
    const QPointer<KeychainStore> self(this);
    auto isAnswered = std::make_shared<bool>(false);
    m_keychain.write(entry, secret, [self, isAnswered](KeychainAnswer answer) {
        *isAnswered = true;
        if (self)
            self->learnFrom(answer);
    });
    QTimer::singleShot(m_limit, this, [this, isAnswered] {
        if (!*isAnswered)
            learnFrom(KeychainAnswer::Unavailable);
    });
}

void KeychainStore::loadReceiver(const QString &entry,
                                 QObject *context,
                                 const ReceiverLoaded &loaded)
{
    const QPointer<QObject> alive(context);
    SecretStore::loadReceiver(entry, this, [this, entry, alive, loaded](const auto &kept) {
        if (!alive || !kept.isEmpty()) {
            if (alive)
                loaded(kept);
            return;
        }
        read(entry, [alive, loaded](const std::optional<Secret> &text) {
            if (alive)
                loaded(text ? listFrom(*text) : QList<Secret>());
        });
    });
}

void KeychainStore::storeReceiver(const QString &entry, const QList<Secret> &secrets)
{
    SecretStore::storeReceiver(entry, secrets);
    write(entry, textOf(secrets));
}

void KeychainStore::forget(const QString &origin)
{
    m_session.remove(origin);
    m_keychain.remove(origin, [](KeychainAnswer) {});
}

void KeychainStore::learnFrom(KeychainAnswer answer)
{
    setPlace(answer == KeychainAnswer::Unavailable ? SecretPlace::SessionMemory
                                                   : SecretPlace::Keychain);
}

void KeychainStore::setPlace(SecretPlace place)
{
    if (m_place == place)
        return;
    m_place = place;
    emit placeChanged();
}

} // namespace Gapline
