// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>

#include <functional>

namespace Gapline::Test {

/// How a run of the built program ended.
struct ProgramOutcome
{
    int status = -1; ///< -1: it crashed or did not start.
    QByteArray out;
    QByteArray error;
};

/// Runs programs in a home of their own, without a display, with the sandbox's credentials. Events of the test are
/// processed meanwhile, so that servers may live in the test itself.
class ProgramRun
{
public:
    ProgramRun();

    [[nodiscard]] QString path(const QString &name) const { return m_home.filePath(name); }
    [[nodiscard]] QString home() const { return m_home.path(); }
    QProcessEnvironment environment;

    /// `started` is called once the program runs, for example to interrupt it later.
    ProgramOutcome run(const QString &program,
                       const QStringList &words,
                       const QByteArray &input = {},
                       const std::function<void(QProcess &)> &started = {});

private:
    QTemporaryDir m_home;
};

} // namespace Gapline::Test
