// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/settings/windowsettings.h"

#include <QSettings>

#include <optional>

namespace Gapline {

/// The settings file: one explicit path, read and written by this class alone. It never holds a secret. What the
/// file says and cannot be (a URL without https, say) is left out when it is read.
class SettingsStore final : public WindowSettings
{
public:
    explicit SettingsStore(const QString &file);

    /// $XDG_CONFIG_HOME/gapline/gapline.ini
    [[nodiscard]] static QString defaultFile();

    [[nodiscard]] QByteArray layout(const QString &name) const override;
    void setLayout(const QString &name, const QByteArray &state) override;
    [[nodiscard]] ThemeChoice theme() const override;
    void setTheme(ThemeChoice theme) override;
    [[nodiscard]] TimeZoneChoice timeZone() const override;
    void setTimeZone(TimeZoneChoice zone) override;
    [[nodiscard]] QString language() const override;
    void setLanguage(const QString &language) override;
    [[nodiscard]] QList<Profile> profiles() const override;
    [[nodiscard]] QStringList recentExecutions(const QString &profileName) const override;
    [[nodiscard]] QList<ReceiverProfile> receivers(const QString &profileName) const override;
    [[nodiscard]] QStringList receiverFiles(const QString &profileName,
                                            const QString &receiverName) const override;
    void saveReceiver(const QString &profileName,
                      const ReceiverProfile &receiver,
                      const QStringList &files) override;
    void addRecentExecution(const QString &profileName, const QString &executionId) override;

    [[nodiscard]] QList<SavedView> savedViews() const override;
    void setSavedViews(const QList<SavedView> &views) override;

    [[nodiscard]] std::optional<Profile> profile(const QString &name) const;
    /// Saves it under its name, as the one used last.
    void saveProfile(const Profile &profile);
    /// What the desktop preferred when it was last heard of, so that a start in the dark does not flash.
    [[nodiscard]] bool wasSystemDark() const;
    void setSystemDark(bool isDark);

private:
    [[nodiscard]] static QString recentKey(const QString &profileName);

    mutable QSettings m_settings;
};

} // namespace Gapline
