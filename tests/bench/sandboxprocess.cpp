// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/sandboxprocess.h"

#include "tests/bench/row.h"

#include <QFile>

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
    QProcess shell;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("VELT_API_KEY"), QStringLiteral("sandbox-key"));
    environment.insert(QStringLiteral("VELT_AUTH_TOKEN"), QStringLiteral("sandbox-token"));
    shell.setProcessEnvironment(environment);
    shell.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    shell.start(QStringLiteral("/bin/sh"), {QStringLiteral("-c"), command});
    shell.waitForFinished(-1);
    return shell.readAllStandardOutput();
}

QString pythonLoop(const SandboxProcess &sandbox, const QString &url, const QString &execution)
{
    const QString file = sandbox.file("loop.py");
    QFile script(file);
    if (!script.open(QIODevice::WriteOnly))
        return {};
    script.write(
        "import http.client, json, sys, urllib.parse\n"
        "url = urllib.parse.urlparse(sys.argv[1])\n"
        "c = http.client.HTTPConnection(url.netloc)\n"
        "h = {'content-type': 'application/json', 'x-velt-api-key': 'sandbox-key', "
        "'x-velt-auth-token': 'sandbox-token'}\n"
        "since, more, out = 0, True, open(sys.argv[3], 'w')\n"
        "while more:\n"
        "    c.request('POST', url.path + 'workflow/executions/getEvents', json.dumps({'data': "
        "{'executionId': sys.argv[2], 'sinceSeq': since, 'pageSize': 500}}), h)\n"
        "    r = json.loads(c.getresponse().read())['result']\n"
        "    for e in r['events']: out.write(json.dumps(e) + '\\n')\n"
        "    since, more = r['nextCursor'], r['hasMore']\n");
    return QStringLiteral("python3 %1 %2 %3 %4")
        .arg(file, url, execution, sandbox.file("python.ndjson"));
}

QString curlLoop(const SandboxProcess &sandbox, const QString &url, int pages)
{
    const QString file = sandbox.file("loop.sh");
    QFile script(file);
    if (!script.open(QIODevice::WriteOnly))
        return {};
    script.write("page=$(mktemp)\n"
                 "while read -r id; do\n"
                 "  since=0; more=true; n=0\n"
                 "  while [ \"$more\" = true ] && [ $n -lt $2 ]; do\n"
                 "    curl -s -H 'content-type: application/json' -H \"x-velt-api-key: "
                 "$VELT_API_KEY\" -H \"x-velt-auth-token: $VELT_AUTH_TOKEN\" -d "
                 "\"{\\\"data\\\":{\\\"executionId\\\":\\\"$id\\\",\\\"sinceSeq\\\":$since,"
                 "\\\"pageSize\\\":500}}\" \"$1workflow/executions/getEvents\" > \"$page\"\n"
                 "    jq -c '.result.events[]' \"$page\" >> \"$page.out\"\n"
                 "    since=$(jq .result.nextCursor \"$page\")\n"
                 "    more=$(jq .result.hasMore \"$page\")\n"
                 "    n=$((n + 1))\n"
                 "  done\n"
                 "done\n"
                 "rm -f \"$page\" \"$page.out\"\n");
    return QStringLiteral("sh %1 %2 %3").arg(file, url).arg(pages);
}

double
loopSeconds(const SandboxProcess &sandbox, const QString &url, const QString &execution, int pages)
{
    const QString command =
        QStringLiteral("echo %1 | %2").arg(execution, curlLoop(sandbox, url, pages));
    return secondsOf([&] { SandboxProcess::output(command); });
}

} // namespace Gapline::Bench
