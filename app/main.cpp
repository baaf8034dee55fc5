// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"
#include "app/cli/arguments.h"
#include "app/cli/commandline.h"
#include "app/cli/windowrequest.h"
#include "app/savedconnections.h"

#include <QCoreApplication>

#include <csignal>
#include <fcntl.h>
#include <malloc.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace Gapline;

namespace {

/// Secrets live in this process: no core file may hold them (trust.md, "Secrets").
void forbidCoreDumps()
{
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    // The leak check of the sanitizers attaches to the process.
    ::prctl(PR_SET_DUMPABLE, 0);
#endif
}

/// A command syncs or exports pages by the thousand, and ends: what one has taken serves the next. Left to itself, malloc
/// gives memory back after each, which the kernel then has to clear again.
void keepFreedMemory()
{
    constexpr int kMappedFrom = 4 << 20;
    constexpr int kKeptAtMost = 32 << 20;
    ::mallopt(M_MMAP_THRESHOLD, kMappedFrom);
    ::mallopt(M_TRIM_THRESHOLD, kKeptAtMost);
}

/// A window has somewhere to be shown, or was told to be drawn elsewhere.
bool hasDisplay(const QStringList &words)
{
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}) {
        if (!qEnvironmentVariableIsEmpty(name))
            return true;
    }
    return words.contains(QLatin1String("-platform"))
        || words.contains(QLatin1String("--platform"));
}

/// A descriptor of 0 to 2 that was closed would be given to the next file that is opened, and what is printed would
/// end up in there. Reading /dev/null stands for it: writing then fails, and is told.
void holdStandardDescriptors()
{
    for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (::fcntl(descriptor, F_GETFD) < 0 && ::open("/dev/null", O_RDONLY) != descriptor)
            return;
    }
}

QStringList wordsFrom(int argc, char *argv[])
{
    QStringList words;
    for (int i = 1; i < argc; ++i)
        words << QString::fromLocal8Bit(argv[i]);
    return words;
}

} // namespace

int main(int argc, char *argv[])
{
    forbidCoreDumps();
    holdStandardDescriptors();
    // A reader that closes its pipe is told by EPIPE.
    ::signal(SIGPIPE, SIG_IGN);
    const QStringList words = wordsFrom(argc, argv);
    const Commands commands = makeCommands();
    Console console(STDOUT_FILENO, STDERR_FILENO);

    if (isForCommandLine(commands, words)) {
        keepFreedMemory();
        QCoreApplication application(argc, argv);
        QCoreApplication::setApplicationName(QStringLiteral("gapline"));
        QCoreApplication::setApplicationVersion(QStringLiteral(GAPLINE_VERSION));
        Interrupt interrupt;
        const SystemClock clock;
        CliContext context(console, interrupt, clock);
        context.profiles = savedProfiles();
        context.credentials = keychainCredentials();
        return int(runCommandLine(commands, words, context));
    }

    const Result<WindowRequest> request = parseWindowRequest(words, commandNames(commands));
    if (!request) {
        console.showError(request.error());
        return int(request.error().exitStatus());
    }
    if (!hasDisplay(words)) {
        console.showError(
            usageError(QStringLiteral("There is no display to open a window on: neither DISPLAY "
                                      "nor WAYLAND_DISPLAY is set, and no command was given."))
                .value());
        return int(ExitStatus::Usage);
    }
    return runWindow(argc, argv, *request);
}
