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

} // namespace Gapline::Bench
