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
    // Whichever comes first, the answer or the limit, is told; the other is not.
    auto isTold = std::make_shared<bool>(false);
    const auto tell = [alive, loaded, isTold](const std::optional<Credentials> &credentials) {
        if (!std::exchange(*isTold, true) && alive)
            loaded(credentials);
    };
    const QPointer<KeychainStore> self(this);
    m_keychain.read(origin, [self, tell, isTold](KeychainAnswer answer, const Secret &secret) {
        if (self && !*isTold)
            self->learnFrom(answer);
        tell(answer == KeychainAnswer::Done ? parted(secret) : std::nullopt);
    });
    QTimer::singleShot(m_limit, this, [this, tell, isTold] {
        if (!*isTold)
            learnFrom(KeychainAnswer::Unavailable);
        tell(std::nullopt);
    });
}

void KeychainStore::store(const QString &origin, const Credentials &credentials)
{
    m_session.insert(origin, credentials);
    const QPointer<KeychainStore> self(this);
    auto isAnswered = std::make_shared<bool>(false);
    m_keychain.write(origin, joined(credentials), [self, isAnswered](KeychainAnswer answer) {
        *isAnswered = true;
        if (self)
            self->learnFrom(answer);
    });
    QTimer::singleShot(m_limit, this, [this, isAnswered] {
        if (!*isAnswered)
            learnFrom(KeychainAnswer::Unavailable);
    });
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
