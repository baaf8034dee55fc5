// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settingsstore.h"

#include "core/reconcile/receiverjson.h"

#include <QDir>
#include <QStandardPaths>

namespace Gapline {
namespace {

constexpr qsizetype kRecentKept = 20;
constexpr qsizetype kProfilesKept = 50;

constexpr qsizetype kReceiversKept = 20;

// Hex: a name may hold the slash by which QSettings makes groups.
QString hexOf(const QString &name)
{
    return QString::fromLatin1(name.toUtf8().toHex());
}

QString receiversKey(const QString &profileName)
{
    return QStringLiteral("receivers/p%1").arg(hexOf(profileName));
}

QString filesKey(const QString &profileName, const QString &receiverName)
{
    return QStringLiteral("receiverFiles/p%1_%2").arg(hexOf(profileName), hexOf(receiverName));
}

constexpr qsizetype kViewsKept = 200;

const QString kViews = QStringLiteral("views");
const QString kProfiles = QStringLiteral("profiles");
const QString kTheme = QStringLiteral("window/theme");
const QString kLanguage = QStringLiteral("window/language");
const QString kTimeZone = QStringLiteral("window/times");
const QString kSystemDark = QStringLiteral("window/systemDark");

} // namespace

SettingsStore::SettingsStore(const QString &file)
    : m_settings(file, QSettings::IniFormat)
{ }

QString SettingsStore::defaultFile()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation))
        .filePath(QStringLiteral("gapline/gapline.ini"));
}

QByteArray SettingsStore::layout(const QString &name) const
{
    return m_settings.value(QStringLiteral("layout/") + name).toByteArray();
}

void SettingsStore::setLayout(const QString &name, const QByteArray &state)
{
    m_settings.setValue(QStringLiteral("layout/") + name, state);
}

ThemeChoice SettingsStore::theme() const
{
    const QString theme = m_settings.value(kTheme).toString();
    if (theme == QLatin1String("light"))
        return ThemeChoice::Light;
    return theme == QLatin1String("dark") ? ThemeChoice::Dark : ThemeChoice::System;
}

QString SettingsStore::language() const
{
    return m_settings.value(kLanguage).toString();
}

void SettingsStore::setLanguage(const QString &language)
{
    m_settings.setValue(kLanguage, language);
}

void SettingsStore::setTheme(ThemeChoice theme)
{
    switch (theme) {
    case ThemeChoice::System:
        m_settings.remove(kTheme);
        return;
    case ThemeChoice::Light:
        m_settings.setValue(kTheme, QStringLiteral("light"));
        return;
    case ThemeChoice::Dark:
        m_settings.setValue(kTheme, QStringLiteral("dark"));
        return;
    }
}

TimeZoneChoice SettingsStore::timeZone() const
{
    return m_settings.value(kTimeZone).toString() == QLatin1String("local") ? TimeZoneChoice::Local
                                                                            : TimeZoneChoice::Utc;
}

void SettingsStore::setTimeZone(TimeZoneChoice zone)
{
    m_settings.setValue(
        kTimeZone, zone == TimeZoneChoice::Local ? QStringLiteral("local") : QStringLiteral("utc"));
}

QList<Profile> SettingsStore::profiles() const
{
    QList<Profile> profiles;
    const int count = m_settings.beginReadArray(kProfiles);
    for (int i = 0; i < count && profiles.size() < kProfilesKept; ++i) {
        m_settings.setArrayIndex(i);
        const Result<QUrl> url =
            checkedBaseUrl(m_settings.value(QStringLiteral("baseUrl")).toString());
        const QString name = m_settings.value(QStringLiteral("name")).toString();
        if (!url || name.isEmpty())
            continue;
        profiles.append({name,
                         *url,
                         m_settings.value(QStringLiteral("cacheFile")).toString(),
                         m_settings.value(QStringLiteral("caFile")).toString()});
    }
    m_settings.endArray();
    return profiles;
}

std::optional<Profile> SettingsStore::profile(const QString &name) const
{
    for (const Profile &profile : profiles()) {
        if (profile.name == name)
            return profile;
    }
    return std::nullopt;
}

void SettingsStore::saveProfile(const Profile &profile)
{
    QList<Profile> saved = profiles();
    saved.removeIf([&profile](const Profile &other) { return other.name == profile.name; });
    saved.prepend(profile);
    m_settings.remove(kProfiles);
    m_settings.beginWriteArray(kProfiles, int(saved.size()));
    for (int i = 0; i < saved.size(); ++i) {
        m_settings.setArrayIndex(i);
        m_settings.setValue(QStringLiteral("name"), saved.at(i).name);
        m_settings.setValue(QStringLiteral("baseUrl"), saved.at(i).baseUrl.toString());
        m_settings.setValue(QStringLiteral("cacheFile"), saved.at(i).cacheFile);
        m_settings.setValue(QStringLiteral("caFile"), saved.at(i).caFile);
    }
    m_settings.endArray();
}

QString SettingsStore::recentKey(const QString &profileName)
{
    // Hex: a name may hold the slash by which QSettings makes groups.
    return QStringLiteral("recent/p") + QString::fromLatin1(profileName.toUtf8().toHex());
}

QStringList SettingsStore::recentExecutions(const QString &profileName) const
{
    return m_settings.value(recentKey(profileName)).toStringList();
}

void SettingsStore::addRecentExecution(const QString &profileName, const QString &executionId)
{
    QStringList recent = recentExecutions(profileName);
    recent.removeAll(executionId);
    recent.prepend(executionId);
    m_settings.setValue(recentKey(profileName), QStringList(recent.mid(0, kRecentKept)));
}

QList<SavedView> SettingsStore::savedViews() const
{
    QList<SavedView> views;
    const int count = m_settings.beginReadArray(kViews);
    for (int i = 0; i < count && views.size() < kViewsKept; ++i) {
        m_settings.setArrayIndex(i);
        const QString name = m_settings.value(QStringLiteral("name")).toString();
        if (name.isEmpty())
            continue;
        views.append({name,
                      m_settings.value(QStringLiteral("filter")).toString(),
                      m_settings.value(QStringLiteral("gapRows"), true).toBool(),
                      m_settings.value(QStringLiteral("columns")).toStringList()});
    }
    m_settings.endArray();
    return views;
}

void SettingsStore::setSavedViews(const QList<SavedView> &views)
{
    m_settings.remove(kViews);
    m_settings.beginWriteArray(kViews, int(views.size()));
    for (int i = 0; i < views.size(); ++i) {
        m_settings.setArrayIndex(i);
        m_settings.setValue(QStringLiteral("name"), views.at(i).name);
        m_settings.setValue(QStringLiteral("filter"), views.at(i).filter);
        m_settings.setValue(QStringLiteral("gapRows"), views.at(i).showsGapRows);
        m_settings.setValue(QStringLiteral("columns"), views.at(i).columns);
    }
    m_settings.endArray();
}

QList<ReceiverProfile> SettingsStore::receivers(const QString &profileName) const
{
    QList<ReceiverProfile> receivers;
    for (const QString &json : m_settings.value(receiversKey(profileName)).toStringList()) {
        const auto receiver = parseReceiverJson(json.toUtf8());
        if (receiver)
            receivers.append(*receiver);
    }
    return receivers;
}

QStringList SettingsStore::receiverFiles(const QString &profileName,
                                         const QString &receiverName) const
{
    return m_settings.value(filesKey(profileName, receiverName)).toStringList();
}

void SettingsStore::saveReceiver(const QString &profileName,
                                 const ReceiverProfile &receiver,
                                 const QStringList &files)
{
    QList<ReceiverProfile> known = receivers(profileName);
    known.removeIf(
        [&receiver](const ReceiverProfile &other) { return other.name == receiver.name; });
    known.prepend(receiver);
    QStringList texts;
    for (const ReceiverProfile &kept : known.mid(0, kReceiversKept))
        texts.append(QString::fromUtf8(receiverJson(kept)));
    m_settings.setValue(receiversKey(profileName), texts);
    m_settings.setValue(filesKey(profileName, receiver.name), files);
}

bool SettingsStore::wasSystemDark() const
{
    return m_settings.value(kSystemDark).toBool();
}

void SettingsStore::setSystemDark(bool isDark)
{
    m_settings.setValue(kSystemDark, isDark);
}

} // namespace Gapline
