// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QTemporaryDir>

#include <chrono>

namespace Gapline::Bench {

/// A shell command with the sandbox's credentials; its standard output.
QByteArray shellOutput(const QString &command);

/// How long a program took, and the most memory that it held.
struct Ran
{
    double seconds = 0;
    double peakMebibytes = 0;
    int status = -1; ///< As the shell says it; -1: it did not end by itself.
};
/// Runs gapline, its standard output redirected perhaps: no pipe, no list.
[[nodiscard]] Ran runMeasured(const QString &command);

/// Milliseconds from the interrupt that gapline gets so long after its start to its end; a year when it had ended
/// before, or did not end as interrupted.
[[nodiscard]] double interruptMilliseconds(const QString &command, std::chrono::milliseconds after);

/// What one writes when there is no Gapline, and a folder for its files.
class Comparators
{
public:
    explicit Comparators(const QString &url)
        : m_url(url)
    { }

    [[nodiscard]] QString file(const char *name) const
    {
        return m_folder.filePath(QLatin1String(name));
    }
    /// Seconds of a python loop over all pages of one execution, on one connection that is kept alive, into a new SQLite
    /// file.
    [[nodiscard]] double python(const QString &execution) const;
    /// Seconds of shell loops of curl and jq, `atOnce` at a time, over at most `pages` pages of each execution.
    [[nodiscard]] double curl(const QStringList &executions, int pages, int atOnce = 1) const;

private:
    QString m_url;
    QTemporaryDir m_folder;
};

} // namespace Gapline::Bench
