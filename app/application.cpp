// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"

#include "app/cli/defaultcache.h"
#include "app/headstart.h"
#include "app/keychainstore.h"
#include "app/memorykeeping.h"
#include "app/picturelog.h"
#include "app/screenshot.h"
#include "app/settingsstore.h"
#include "app/stallwatch.h"
#include "app/systemkeychain.h"
#include "app/theme.h"
#include "app/translation.h"
#include "app/windowsession.h"
#include "core/base/clock.h"
#include "core/base/log.h"
#include "core/cache/cache.h"
#include "core/domain/wording.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/sessionkeeper.h"
#include "ui/workspace/viewlink.h"
#include "ui/workspace/workspace.h"

#include <QApplication>
#include <QIcon>
#include <QTimer>

#include <cstdio>
#include <memory>

namespace Gapline {
namespace {

void printError(const Error &error)
{
    std::fprintf(stderr, "gapline: %s\n%s\n", qUtf8Printable(error.message), error.kind().nextStep);
}

/// The connection to begin with: the named one, the one used last, or the default address.
Result<Profile> firstProfile(const WindowRequest &request, const SettingsStore &settings)
{
    const QList<Profile> saved = settings.profiles();
    Profile profile{{}, defaultBaseUrl(), {}, {}};
    if (!request.profile.isEmpty()) {
        const std::optional<Profile> named = settings.profile(request.profile);
        if (!named)
            return failure(
                ErrorId::UsageInvalid,
                CoreText::tr("There is no saved connection \"%1\".").arg(request.profile));
        profile = *named;
    } else if (!saved.isEmpty() && !request.baseUrl) {
        profile = saved.constFirst();
    }
    if (request.baseUrl) {
        moveTo(profile, *request.baseUrl);
        if (profile.name.isEmpty())
            profile.name = request.baseUrl->host();
    }
    if (!request.cacheFile.isEmpty())
        profile.cacheFile = request.cacheFile;
    return profile;
}

/// What to open where no execution is named: the link of the command line, or what was open last.
Result<std::optional<ViewLink>>
firstLink(const WindowRequest &request, const Profile &profile, const SettingsStore &settings)
{
    if (!request.link.isEmpty()) {
        const Result<ViewLink> link = parseViewLink(request.link);
        if (!link)
            return Failure(link.error());
        return std::optional(*link);
    }
    const bool isPlain = !request.execution && !request.isDemo && request.caseFile.isEmpty();
    return isPlain ? SessionKeeper::last(settings, profile.name) : std::nullopt;
}

/// What the window will open from the cache; nothing where it opens something else, or nothing.
std::optional<ExecutionId> firstExecution(const WindowRequest &request,
                                          const std::optional<ViewLink> &link)
{
    if (request.isDemo || !request.caseFile.isEmpty())
        return std::nullopt;
    if (request.execution)
        return request.execution;
    return link ? std::optional(link->executionId) : std::nullopt;
}

QString firstCacheFile(const Profile &profile)
{
    return profile.cacheFile.isEmpty() ? defaultCacheFile(profile) : profile.cacheFile;
}

} // namespace

int runWindow(int argc, char *argv[], const WindowRequest &request)
{
    giveLargeBlocksBack();
    leaveMissingSessionBus();
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("gapline"));
    QApplication::setApplicationVersion(QStringLiteral(GAPLINE_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("io.github.gapline.Gapline"));
    // Every icon is bundled; the desktop's themes would be searched for the few that Qt's own widgets show.
    QIcon::setThemeSearchPaths({QStringLiteral(":/icons")});

    const auto watch = lcUi().isDebugEnabled() ? std::make_unique<StallWatch>() : nullptr;
    SettingsStore settings(SettingsStore::defaultFile());
    const Translation translation(settings.language());
    const Result<Profile> profile = firstProfile(request, settings);
    if (!profile) {
        printError(profile.error());
        return int(profile.error().exitStatus());
    }
    const Result<std::optional<ViewLink>> link = firstLink(request, *profile, settings);
    if (!link) {
        printError(link.error());
        return int(link.error().exitStatus());
    }
    Cache cache;
    HeadStart headStart;
    if (const auto first = firstExecution(request, *link))
        headStart.begin(cache, firstCacheFile(*profile), *first);
    const SystemClock clock;
    Theme theme(settings);
    SystemKeychain keychain;
    KeychainStore secrets(keychain);
    WindowSession session(cache, clock, settings, secrets);
    session.begin(*profile, request, *link);
    headStart.handOver(session.workspace().currentView());
    if (*link && request.link.isEmpty())
        SessionKeeper::restoreTabs(session.workspace(), settings);
    MainWindow window(session.workspace(), settings, secrets);
    QObject::connect(&window, &MainWindow::themeChosen, &theme, &Theme::setChoice);
    session.serve(window);

    const MemoryKeeping memory(session.workspace());
    const PictureLog pictures(window, session.workspace());
    Screenshot screenshot(window, session.workspace());
    if (!request.screenshotFile.isEmpty()) {
        if (request.screenshotSize.isValid())
            window.resize(request.screenshotSize);
        screenshot.takeWhenLoaded(request.screenshotFile);
    }
    window.show();
    // Everything that may take a moment comes after the first picture of the window.
    QTimer::singleShot(0, &window, [&] {
        session.connectFirst(request);
        theme.followDesktop();
    });
    return QApplication::exec();
}

} // namespace Gapline
