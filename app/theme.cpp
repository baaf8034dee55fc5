// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/theme.h"

#include "app/settingsstore.h"
#include "app/systemkeychain.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QFontDatabase>
#include <QStyleFactory>

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

/// What the palette cannot say: the frame's lines and rounded buttons, and the tones of the banner.
QString styleSheet(const Colours &colours, bool isDark)
{
    QString sheet = QStringLiteral(
        "QToolBar { background: %window; border: 0; border-bottom: 1px solid %border; spacing: 8px;"
        " padding: 6px 8px; }"
        "QToolBar QToolButton { background: %button; border: 1px solid %border; border-radius: 5px;"
        " padding: 5px 9px; }"
        "QToolBar QToolButton:hover, QToolBar QToolButton:open { background: %alternate; }"
        "QToolBar QToolButton:focus { border-color: %accent; }"
        "QToolBar QToolButton:disabled { color: %muted; }"
        "QToolBar QToolButton[follow=\"on\"] { border-color: %good; color: %good;"
        " background: %goodTint; font-weight: 600; }"
        "QToolBar QToolButton[follow=\"paused\"] { border-color: %problem; color: %problem;"
        " background: %retry; font-weight: 600; }"
        "QToolBar QToolButton::menu-indicator { subcontrol-position: right center; right: 5px; }"
        "QToolBar QToolButton[popupMode=\"2\"] { padding-right: 20px; }"
        "QLineEdit { background: %base; border: 1px solid %border; border-radius: 5px;"
        " padding: 3px 6px; }"
        "QToolBar QLineEdit { padding: 5px 8px; }"
        "QLineEdit:focus { border-color: %accent; }"
        "QPushButton { background: %button; border: 1px solid %border; border-radius: 5px;"
        " padding: 5px 12px; }"
        "QPushButton:hover, QPushButton:pressed { background: %alternate; }"
        "QPushButton:focus, QPushButton:default { border-color: %accent; }"
        "QPushButton:flat { background: transparent; border-color: transparent; color: %accent; }"
        "QPushButton:disabled { color: %muted; }"
        // Fusion draws an empty box darker than the window: in the dark it would not be seen.
        "QCheckBox::indicator:unchecked { border: 1px solid %muted; border-radius: 2px;"
        " background: %base; width: 12px; height: 12px; }"
        "QCheckBox::indicator:unchecked:focus { border-color: %accent; }"
        "QToolButton[look=\"field\"] { background: %button; border: 1px solid %border; "
        "border-radius: 5px;"
        " padding: 3px 8px; }"
        "QToolButton[look=\"field\"]:hover, QToolButton[look=\"field\"]:open { background: "
        "%alternate; }"
        "QToolButton[look=\"field\"]:focus { border-color: %accent; }"
        "QToolButton[look=\"field\"]:disabled { color: %muted; }"
        "QToolButton[look=\"field\"]::menu-indicator { image: none; }"
        "QToolButton[look=\"link\"] { background: transparent; border: 1px solid transparent;"
        " border-radius: 4px; padding: 1px 5px; color: %accent; font-weight: 600; }"
        "QToolButton[look=\"link\"]:hover { background: %base; text-decoration: underline; }"
        "QToolButton[look=\"link\"]:focus { border-color: %accent; }"
        "QToolButton[look=\"link\"]:disabled { color: %muted; }"
        "QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }"
        "QMenuBar { background: %window; border: 0; border-bottom: 1px solid %border; }"
        "QMenuBar::item { padding: 5px 10px; background: transparent; }"
        "QMenuBar::item:selected { background: %alternate; }"
        "QStatusBar { background: %window; border-top: 1px solid %border; }"
        "QStatusBar::item { border: 0; }"
        "QSplitter::handle { background: %border; }"
        "QFrame#panelHeader { background: %alternate; border: 0; border-bottom: 1px solid %border; "
        "}"
        "QFrame#banner { border: 0; border-bottom: 1px solid %border; background: %alternate; }"
        "QFrame#banner[tone=\"error\"] { background: %error; }"
        "QFrame#banner[tone=\"retry\"] { background: %retry; }"
        "QLabel#problem { color: %problem; }");
    const QList<std::pair<QString, QString>> values{
        {QStringLiteral("%window"), QLatin1String(colours.window)},
        {QStringLiteral("%base"), QLatin1String(colours.base)},
        {QStringLiteral("%alternate"), QLatin1String(colours.alternate)},
        {QStringLiteral("%border"), QLatin1String(colours.border)},
        {QStringLiteral("%button"), QLatin1String(colours.button)},
        {QStringLiteral("%muted"), QLatin1String(colours.muted)},
        {QStringLiteral("%accent"), QLatin1String(colours.accent)},
        {QStringLiteral("%goodTint"),
         isDark ? QStringLiteral("#16332a") : QStringLiteral("#e2f5ed")},
        {QStringLiteral("%good"), isDark ? QStringLiteral("#1dbe8e") : QStringLiteral("#006b4e")},
        {QStringLiteral("%error"), isDark ? QStringLiteral("#3d2318") : QStringLiteral("#fdece2")},
        {QStringLiteral("%retry"), isDark ? QStringLiteral("#3a3116") : QStringLiteral("#fdf6dd")},
        {QStringLiteral("%problem"),
         isDark ? QStringLiteral("#f0a37c") : QStringLiteral("#a8420a")},
    };
    for (const auto &[name, value] : values)
        sheet.replace(name, value);
    return sheet;
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
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
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
    if (m_isDressed)
        qApp->setStyleSheet(styleSheet(isDark() ? kDark : kLight, isDark()));
}

void Theme::dress()
{
    m_isDressed = true;
    qApp->setStyleSheet(styleSheet(isDark() ? kDark : kLight, isDark()));
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
