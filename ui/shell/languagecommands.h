// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace Gapline {

class Actions;
class WindowSettings;

/// Keeps the language that was chosen for the next start. Lives on the UI thread.
class LanguageCommands : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive it.
    LanguageCommands(Actions &actions, WindowSettings &settings, QObject *parent);

signals:
    void noticed(const QString &message);

private:
    void choose(const QString &language);

    WindowSettings &m_settings;
};

} // namespace Gapline
