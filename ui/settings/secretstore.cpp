// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/secretstore.h"

namespace Gapline {

SecretStore::SecretStore(QObject *parent)
    : QObject(parent)
{ }

SecretStore::~SecretStore() = default;

} // namespace Gapline
