// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/savedconnections.h"

#include "app/keychainstore.h"
#include "app/settingsstore.h"
#include "app/systemkeychain.h"
#include "core/domain/wording.h"

#include <QEventLoop>

namespace Gapline {

ProfileLookup savedProfiles()
{
    return [](const QString &name) -> Result<Profile> {
        const std::optional<Profile> profile =
            SettingsStore(SettingsStore::defaultFile()).profile(name);
        if (!profile) {
            return failure(ErrorId::UsageInvalid,
                           CoreText::tr("There is no profile \"%1\".").arg(name));
        }
        return *profile;
    };
}

CredentialsLookup keychainCredentials()
{
    return [](const Profile &profile) {
        SystemKeychain keychain;
        KeychainStore secrets(keychain);
        QEventLoop loop;
        KeychainReading reading;
        bool hasAnswered = false;
        secrets.load(
            originOf(profile.baseUrl), &loop, [&](const std::optional<Credentials> &credentials) {
                reading.credentials = credentials;
                hasAnswered = true;
                loop.quit();
            });
        // The store answers within its limit, keychain or not.
        if (!hasAnswered)
            loop.exec();
        reading.isThere = secrets.place() == SecretPlace::Keychain;
        return reading;
    };
}

} // namespace Gapline
