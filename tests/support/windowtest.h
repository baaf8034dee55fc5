// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/apiclient.h"
#include "ui/settings/secretstore.h"
#include "ui/settings/windowsettings.h"
#include "ui/shell/mainwindow.h"

#include <QTemporaryDir>

#include <memory>

namespace Gapline::Test {

/// Remembers nothing.
class NoSettings : public WindowSettings
{
public:
    QByteArray layout(const QString &) const override { return {}; }
    void setLayout(const QString &, const QByteArray &) override { }
    ThemeChoice theme() const override { return ThemeChoice::System; }
    void setTheme(ThemeChoice) override { }
    TimeZoneChoice timeZone() const override { return TimeZoneChoice::Utc; }
    void setTimeZone(TimeZoneChoice) override { }
    QList<Profile> profiles() const override { return {}; }
    QStringList recentExecutions(const QString &) const override { return {}; }
    void addRecentExecution(const QString &, const QString &) override { }
};

/// There is no keychain.
class NoSecrets : public SecretStore
{
public:
    SecretPlace place() const override { return SecretPlace::SessionMemory; }
    void load(const QString &, QObject *, const Loaded &loaded) override { loaded({}); }
    void store(const QString &, const Credentials &) override { }
    void forget(const QString &) override { }
};

/// For tests of the real window over a cache of its own; what it asks goes over HTTP to wherever the profile says.
class WindowTest : public QObject
{
protected:
    void makeWindow(const ApiOptions &options = {})
    {
        m_cache = std::make_unique<Cache>();
        m_workspace = std::make_unique<Workspace>(
            *m_cache,
            m_clock,
            [this, options](const Profile &profile, const Credentials &credentials) {
                auto client = std::make_unique<ApiClient>(profile, credentials, m_clock, options);
                return std::make_unique<Connection>(std::move(client), *m_cache, m_clock);
            });
        m_window = std::make_unique<MainWindow>(*m_workspace, settings(), secrets());
        m_window->show();
    }
    void closeWindow()
    {
        m_window.reset();
        m_workspace.reset();
        m_cache.reset();
    }
    virtual WindowSettings &settings() { return m_noSettings; }
    virtual SecretStore &secrets() { return m_noSecrets; }
    [[nodiscard]] QString cacheFile() const
    {
        return m_folder.filePath(QStringLiteral("private/cache.sqlite"));
    }

    SystemClock m_clock;
    QTemporaryDir m_folder;
    NoSettings m_noSettings;
    NoSecrets m_noSecrets;
    std::unique_ptr<Cache> m_cache;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace Gapline::Test
