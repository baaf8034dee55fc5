// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/sandboxprocess.h"

#include "tests/bench/comparators.h"

namespace Gapline::Bench {

SandboxProcess::SandboxProcess(const QStringList &options)
{
    m_process.setProcessChannelMode(QProcess::SeparateChannels);
    m_process.start(QStringLiteral(GAPLINE_BINARY),
                    QStringList{QStringLiteral("sandbox")} + options);
    QByteArray said;
    while (!said.contains("EXECUTION=") && m_process.waitForReadyRead(20'000))
        said += m_process.readAllStandardOutput();
    m_url = QString::fromUtf8(said.left(said.indexOf('\n')));
}

SandboxProcess::~SandboxProcess()
{
    m_process.terminate();
    m_process.waitForFinished();
}

QString SandboxProcess::file(const char *name) const
{
    return m_folder.filePath(QLatin1String(name));
}

QString SandboxProcess::cache() const
{
    return m_folder.filePath(QStringLiteral("private/cache.sqlite"));
}

QStringList SandboxProcess::executions() const
{
    const QByteArray csv =
        output(QStringLiteral(GAPLINE_BINARY " list --format csv --quiet --base-url %1 --cache %2")
                   .arg(m_url, m_folder.filePath(QStringLiteral("list/cache.sqlite"))));
    QStringList ids;
    const QList<QByteArray> lines = csv.split('\n');
    for (qsizetype line = 1; line < lines.size(); ++line) {
        const QByteArray id = lines[line].left(lines[line].indexOf(','));
        if (!id.isEmpty())
            ids << QString::fromUtf8(id);
    }
    return ids;
}

QByteArray SandboxProcess::output(const QString &command)
{
    return shellOutput(command);
}

} // namespace Gapline::Bench
