// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/ids.h"

#include <QCommandLineOption>
#include <QList>
#include <QSize>
#include <QStringList>
#include <QUrl>

#include <optional>

namespace Gapline {

/// What `gapline [EXECUTION] [OPTIONS]` asks the window for.
struct WindowRequest
{
    std::optional<ExecutionId> execution; ///< Opened first.
    QString link; ///< Opened first, a gapline:// link as it was given; empty: none.
    bool isDemo = false; ///< On the built-in sandbox: no account, no network.
    QString profile; ///< Empty: the one used last.
    std::optional<QUrl> baseUrl; ///< Instead of the profile's.
    QString cacheFile; ///< Empty: the profile's.
    QString caseFile; ///< Show this case file, and nothing else; empty: do not.
    bool isOffline = false; ///< Never open a connection.
    QString screenshotFile; ///< Write a picture of the loaded window there, and end; empty: do not.
    QSize screenshotSize; ///< Invalid: as the window was left.
};

[[nodiscard]] QList<QCommandLineOption> windowOptions();

/// `words` are those after the program's name. Qt's own -platform and -style are left to it. A word of `commands` is no
/// execution: whoever writes `gapline -q list` wants the command; after "--" it is one.
/// Errors: UsageInvalid, UsageInsecureUrl.
[[nodiscard]] Result<WindowRequest> parseWindowRequest(const QStringList &words,
                                                       const QStringList &commands = {});

} // namespace Gapline
