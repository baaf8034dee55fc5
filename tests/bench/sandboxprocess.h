// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QTemporaryDir>

namespace Gapline::Bench {

/// The built program's sandbox, and a folder for what is made with it.
class SandboxProcess
{
public:
    explicit SandboxProcess(const QStringList &options);
    ~SandboxProcess();
    Q_DISABLE_COPY_MOVE(SandboxProcess)

    [[nodiscard]] QString file(const char *name) const;
    [[nodiscard]] QString url() const { return m_url; }
    [[nodiscard]] QString cache() const;
    /// The execution with most events is the newest one.
    [[nodiscard]] QString execution() const { return executions().value(0); }
    [[nodiscard]] QStringList executions() const; ///< Newest first.

    /// Runs a shell command with the sandbox's credentials; its standard output.
    static QByteArray output(const QString &command);

private:
    QProcess m_process;
    QTemporaryDir m_folder;
    QString m_url;
};

/// A command that reads one execution with python, over one connection that is kept alive.
[[nodiscard]] QString
pythonLoop(const SandboxProcess &sandbox, const QString &url, const QString &execution);
/// A command that reads each execution named on its standard input, one a line, with curl and jq: at most `pages` pages
/// of each.
[[nodiscard]] QString curlLoop(const SandboxProcess &sandbox, const QString &url, int pages);
/// How long curlLoop() takes for so many pages of one execution.
[[nodiscard]] double
loopSeconds(const SandboxProcess &sandbox, const QString &url, const QString &execution, int pages);

} // namespace Gapline::Bench
