// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/theme.h"

#include "app/look.h"
#include "app/lookpainting.h"
#include "app/settingsstore.h"
#include "app/systemkeychain.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QFontDatabase>
#include <QStyle>
#include <QWidget>

namespace Gapline {
namespace {

const QString kAppearance = QStringLiteral("org.freedesktop.appearance");
const QString kColourScheme = QStringLiteral("color-scheme");
const QString kPortal = QStringLiteral("org.freedesktop.portal.Desktop");
const QString kPortalPath = QStringLiteral("/org/freedesktop/portal/desktop");
const QString kPortalSettings = QStringLiteral("org.freedesktop.portal.Settings");
constexpr uint kPrefersDark = 1;

struct Colours
{
    const char *window, *base, *alternate, *text, *muted, *border, *button, *accent, *onAccent;
};

constexpr Colours kLight{"#f8fafc",
                         "#ffffff",
                         "#eef2f7",
                         "#1f2933",
                         "#667085",
                         "#d5dce5",
                         "#ffffff",
                         "#0b61a4",
                         "#ffffff"};
constexpr Colours kDark{"#15191f",
                        "#1b2027",
                        "#232a33",
                        "#e4e8ee",
                        "#98a2b3",
                        "#3a4451",
                        "#262d37",
                        "#4da3e0",
                        "#0d1116"};

QPalette paletteOf(const Colours &colours)
{
    const auto colour = [](const char *name) { return QColor(QLatin1String(name)); };
    QPalette palette;
    palette.setColor(QPalette::Window, colour(colours.window));
    palette.setColor(QPalette::WindowText, colour(colours.text));
    palette.setColor(QPalette::Base, colour(colours.base));
    palette.setColor(QPalette::AlternateBase, colour(colours.alternate));
    palette.setColor(QPalette::Text, colour(colours.text));
    palette.setColor(QPalette::Button, colour(colours.button));
    palette.setColor(QPalette::ButtonText, colour(colours.text));
    palette.setColor(QPalette::BrightText, Qt::white);
    palette.setColor(QPalette::ToolTipBase, colour(colours.base));
    palette.setColor(QPalette::ToolTipText, colour(colours.text));
    palette.setColor(QPalette::PlaceholderText, colour(colours.muted));
    palette.setColor(QPalette::Highlight, colour(colours.accent));
    palette.setColor(QPalette::HighlightedText, colour(colours.onAccent));
    palette.setColor(QPalette::Link, colour(colours.accent));
    palette.setColor(QPalette::LinkVisited, colour(colours.accent));
    palette.setColor(QPalette::Light, colour(colours.base));
    palette.setColor(QPalette::Midlight, colour(colours.alternate));
    palette.setColor(QPalette::Mid, colour(colours.border));
    palette.setColor(QPalette::Dark, colour(colours.border).darker(130));
    palette.setColor(QPalette::Shadow, colour(colours.border).darker(200));
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText}) {
        QColor faded = colour(colours.muted);
        faded.setAlphaF(0.7F);
        palette.setColor(QPalette::Disabled, role, faded);
    }
    palette.setColor(QPalette::Disabled, QPalette::Highlight, colour(colours.border));
    return palette;
}

void preferBundledLook()
{
    const QStringList families = QFontDatabase::families();
    if (!families.contains(QStringLiteral("Inter")))
        return;
    QFont font = QApplication::font();
    font.setFamily(QStringLiteral("Inter"));
    QApplication::setFont(font);
}

} // namespace

QPalette lightPalette()
{
    return paletteOf(kLight);
}

QPalette darkPalette()
{
    return paletteOf(kDark);
}

Theme::Theme(SettingsStore &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_choice(settings.theme())
    , m_isSystemDark(settings.wasSystemDark())
{
    const QString forced = qEnvironmentVariable("GAPLINE_THEME");
    m_isForced = forced == QLatin1String("light") || forced == QLatin1String("dark");
    if (m_isForced)
        m_choice = forced == QLatin1String("dark") ? ThemeChoice::Dark : ThemeChoice::Light;
    QApplication::setStyle(new Look);
    preferBundledLook();
    apply();
}

void Theme::setChoice(ThemeChoice choice)
{
    m_settings.setTheme(choice);
    m_choice = choice;
    apply();
}

bool Theme::isDark() const
{
    return m_choice == ThemeChoice::Dark || (m_choice == ThemeChoice::System && m_isSystemDark);
}

void Theme::apply()
{
    QApplication::setPalette(isDark() ? darkPalette() : lightPalette());
    // Colours that no role names are those of the widgets' own palettes.
    for (QWidget *widget : QApplication::allWidgets()) {
        if (widget->objectName() == kProblemName)
            QApplication::style()->polish(widget);
    }
}

void Theme::followDesktop()
{
    if (m_isForced || !hasSessionBus())
        return;
    QDBusConnection bus = QDBusConnection::sessionBus();
    bus.connect(kPortal,
                kPortalPath,
                kPortalSettings,
                QStringLiteral("SettingChanged"),
                this,
                SLOT(takeSetting(QString, QString, QDBusVariant)));
    QDBusMessage read = QDBusMessage::createMethodCall(
        kPortal, kPortalPath, kPortalSettings, QStringLiteral("Read"));
    read << kAppearance << kColourScheme;
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(read), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (!reply.isValid())
            return;
        // Read wraps its answer twice.
        QVariant value = reply.value().variant();
        if (value.canConvert<QDBusVariant>())
            value = value.value<QDBusVariant>().variant();
        takeScheme(value.toUInt());
    });
}

void Theme::takeSetting(const QString &group, const QString &key, const QDBusVariant &value)
{
    if (group == kAppearance && key == kColourScheme)
        takeScheme(value.variant().toUInt());
}

void Theme::takeScheme(uint scheme)
{
    const bool isSystemDark = scheme == kPrefersDark;
    if (isSystemDark == m_isSystemDark)
        return;
    m_isSystemDark = isSystemDark;
    m_settings.setSystemDark(isSystemDark);
    apply();
}

} // namespace Gapline
