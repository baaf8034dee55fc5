// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/secretstore.h"

#include <QTimer>

namespace Gapline {

SecretStore::SecretStore(QObject *parent)
    : QObject(parent)
{ }

SecretStore::~SecretStore() = default;

void SecretStore::loadReceiver(const QString &entry, QObject *context, const ReceiverLoaded &loaded)
{
    QTimer::singleShot(
        0, context, [loaded, secrets = m_receivers.value(entry)] { loaded(secrets); });
}

void SecretStore::storeReceiver(const QString &entry, const QList<Secret> &secrets)
{
    m_receivers.insert(entry, secrets);
}

} // namespace Gapline
