// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QObject>

namespace Gapline {

class Actions;
class WindowSettings;

/// The size of all text of the program, in steps around the desktop's own; kept between runs. Lives on the UI thread.
class FontZoom : public QObject
{
    Q_OBJECT

public:
    static constexpr int kLeastPercent = 60;
    static constexpr int kMostPercent = 300;

    /// Both must outlive it. Sets the size that was kept at once.
    FontZoom(const Actions &actions, WindowSettings &settings, QObject *parent = nullptr);

    [[nodiscard]] int percent() const { return m_percent; }

signals:
    void noticed(const QString &message);

private:
    void setPercent(int percent);
    void apply();

    WindowSettings &m_settings;
    QFont m_own; ///< The desktop's.
    int m_percent = 100;
};

} // namespace Gapline
