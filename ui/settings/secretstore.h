// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/profile.h"

#include <QHash>
#include <QList>
#include <QObject>

#include <functional>
#include <optional>

namespace Gapline {

/// Where secrets are kept (trust.md, "Secrets").
enum class SecretPlace
{
    NotKnown, ///< The keychain has not answered yet.
    Keychain,
    SessionMemory, ///< There is no keychain: gone when the program ends.
};

/// Keeps the credentials of connections, each bound to the origin of its base URL. Answers come later, on the UI
/// thread, also when there is no keychain; nobody waits for them.
class SecretStore : public QObject
{
    Q_OBJECT

public:
    using Loaded = std::function<void(const std::optional<Credentials> &)>;

    explicit SecretStore(QObject *parent = nullptr);
    ~SecretStore() override;

    [[nodiscard]] virtual SecretPlace place() const = 0;
    /// `loaded` is called once, unless `context` has gone.
    virtual void load(const QString &origin, QObject *context, const Loaded &loaded) = 0;
    virtual void store(const QString &origin, const Credentials &credentials) = 0;
    virtual void forget(const QString &origin) = 0;

    using ReceiverLoaded = std::function<void(const QList<Secret> &)>;
    /// The secrets of a webhook receiver, under an entry of its own; none is an answer, too. `loaded` is called once,
    /// later, unless `context` has gone. A store without a keychain keeps them for the session.
    virtual void loadReceiver(const QString &entry, QObject *context, const ReceiverLoaded &loaded);
    virtual void storeReceiver(const QString &entry, const QList<Secret> &secrets);

signals:
    void placeChanged();

private:
    QHash<QString, QList<Secret>> m_receivers; ///< Of this session.
};

} // namespace Gapline
