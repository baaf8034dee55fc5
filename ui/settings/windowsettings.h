// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/profile.h"
#include "core/domain/receiver.h"
#include "core/domain/timetext.h"
#include "ui/settings/savedview.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace Gapline {

enum class ThemeChoice
{
    System,
    Light,
    Dark,
};

/// What the window remembers between runs. Never a secret. Given by the composition root, so that the window does
/// not know where it is kept. UI thread.
class WindowSettings
{
public:
    virtual ~WindowSettings() = default;

    /// Geometry, splitters and header states, each under a name of its own.
    [[nodiscard]] virtual QByteArray layout(const QString &name) const = 0;
    virtual void setLayout(const QString &name, const QByteArray &state) = 0;

    [[nodiscard]] virtual ThemeChoice theme() const = 0;
    virtual void setTheme(ThemeChoice theme) = 0;
    [[nodiscard]] virtual TimeZoneChoice timeZone() const = 0;
    virtual void setTimeZone(TimeZoneChoice zone) = 0;

    /// "de", "en"; empty: that of the system. Holds from the next start on. A store that keeps none is one, too.
    [[nodiscard]] virtual QString language() const { return {}; }
    virtual void setLanguage(const QString & /*language*/) { }

    /// Saved connections, the one used last first.
    [[nodiscard]] virtual QList<Profile> profiles() const = 0;
    /// Executions opened under a profile, the latest first.
    [[nodiscard]] virtual QStringList recentExecutions(const QString &profileName) const = 0;
    virtual void addRecentExecution(const QString &profileName, const QString &executionId) = 0;

    /// In the order in which they were saved. A store that keeps none is one, too.
    [[nodiscard]] virtual QList<SavedView> savedViews() const { return {}; }
    virtual void setSavedViews(const QList<SavedView> & /*views*/) { }

    /// Receivers compared under a profile, the one used last first; without secrets. A store that keeps none is
    /// one, too.
    [[nodiscard]] virtual QList<ReceiverProfile> receivers(const QString & /*profileName*/) const
    {
        return {};
    }
    /// The logs that were read for a receiver last.
    [[nodiscard]] virtual QStringList receiverFiles(const QString & /*profileName*/,
                                                    const QString & /*receiverName*/) const
    {
        return {};
    }
    virtual void saveReceiver(const QString & /*profileName*/,
                              const ReceiverProfile & /*receiver*/,
                              const QStringList & /*files*/)
    { }
};

} // namespace Gapline
