// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/programrun.h"

#include "core/sandbox/sandboxserver.h"

#include <QEventLoop>
#include <QTimer>

namespace Gapline::Test {

ProgramRun::ProgramRun()
{
    const QProcessEnvironment system = QProcessEnvironment::systemEnvironment();
    for (const QString &name : {QStringLiteral("PATH"), QStringLiteral("LSAN_OPTIONS")}) {
        if (system.contains(name))
            environment.insert(name, system.value(name));
    }
    const Credentials credentials = SandboxServer::credentials();
    const auto set = [this](const char *name, const QString &value) {
        environment.insert(QString::fromLatin1(name), value);
    };
    set("HOME", m_home.path());
    set("XDG_DATA_HOME", m_home.filePath(QStringLiteral("data")));
    set("XDG_CONFIG_HOME", m_home.filePath(QStringLiteral("config")));
    set("LANG", QStringLiteral("C.UTF-8"));
    set("TZ", QStringLiteral("UTC"));
    set("VELT_API_KEY", QString::fromUtf8(credentials.apiKey.reveal()));
    set("VELT_AUTH_TOKEN", QString::fromUtf8(credentials.authToken.reveal()));
}

ProgramOutcome ProgramRun::run(const QString &program,
                               const QStringList &words,
                               const QByteArray &input,
                               const std::function<void(QProcess &)> &started)
{
    constexpr int kLongestMs = 120'000;
    QProcess process;
    process.setProcessEnvironment(environment);
    QEventLoop loop;
    QObject::connect(&process, &QProcess::finished, &loop, &QEventLoop::quit);
    QObject::connect(&process, &QProcess::errorOccurred, &loop, &QEventLoop::quit);
    QTimer::singleShot(kLongestMs, &process, &QProcess::kill);
    process.start(program, words);
    if (!process.waitForStarted())
        return {};
    process.write(input);
    process.closeWriteChannel();
    if (started)
        started(process);
    if (process.state() != QProcess::NotRunning)
        loop.exec();
    const bool isWhole = process.exitStatus() == QProcess::NormalExit;
    ProgramOutcome outcome{isWhole ? process.exitCode() : -1,
                           process.readAllStandardOutput(),
                           process.readAllStandardError()};
    // A sanitizer's report ends a program in one of these ways too: a test that did not count on it shows the reason.
    if (outcome.status == -1 || outcome.status == 1)
        qWarning("%s %s: %s",
                 qPrintable(program),
                 qPrintable(words.join(u' ')),
                 outcome.error.constData());
    return outcome;
}

} // namespace Gapline::Test
