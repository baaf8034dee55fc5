// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/windowsettings.h"

#include <QObject>
#include <QPalette>

class QDBusVariant;

namespace Gapline {

class SettingsStore;

/// The program's look: the style of Look with a light or a dark palette. Follows the desktop's preference
/// (org.freedesktop.appearance color-scheme, over DBus, asynchronously) unless one is chosen, or forced by the
/// environment: GAPLINE_THEME=light or dark.
class Theme : public QObject
{
    Q_OBJECT

public:
    /// `settings` must outlive it. Sets style, palette and font at once: make it before the first widget.
    explicit Theme(SettingsStore &settings, QObject *parent = nullptr);

    void setChoice(ThemeChoice choice);
    [[nodiscard]] bool isDark() const;
    /// Asks the desktop, and listens to it from then on.
    void followDesktop();

private slots:
    void takeSetting(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void takeScheme(uint scheme);
    void apply();

    SettingsStore &m_settings;
    ThemeChoice m_choice;
    bool m_isForced = false;
    bool m_isSystemDark = false;
};

[[nodiscard]] QPalette lightPalette();
[[nodiscard]] QPalette darkPalette();

} // namespace Gapline
