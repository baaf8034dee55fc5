// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/row.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QThread>

namespace Gapline::Bench {
namespace {

constexpr auto kOneMillion = "1000000";

/// The built program's sandbox with one execution of 10^6 events, and a cache to sync it into.
class Sandbox
{
public:
    Sandbox()
    {
        m_process.setProcessChannelMode(QProcess::SeparateChannels);
        m_process.start(QStringLiteral(GAPLINE_BINARY),
                        {QStringLiteral("sandbox"),
                         QStringLiteral("--executions"),
                         QStringLiteral("1"),
                         QStringLiteral("--events"),
                         QLatin1String(kOneMillion)});
        QByteArray said;
        while (!said.contains("EXECUTION=") && m_process.waitForReadyRead(20'000))
            said += m_process.readAllStandardOutput();
        m_url = QString::fromUtf8(said.left(said.indexOf('\n')));
    }
    ~Sandbox()
    {
        m_process.terminate();
        m_process.waitForFinished();
    }

    [[nodiscard]] QString file(const char *name) const
    {
        return m_folder.filePath(QLatin1String(name));
    }
    [[nodiscard]] QString url() const { return m_url; }
    [[nodiscard]] QString cache() const
    {
        return m_folder.filePath(QStringLiteral("private/cache.sqlite"));
    }

    /// The execution with most events is the newest one.
    [[nodiscard]] QString execution() const
    {
        const QByteArray csv = output(
            QStringLiteral(GAPLINE_BINARY " list --format csv --quiet --base-url %1 --cache %2")
                .arg(m_url, m_folder.filePath(QStringLiteral("list/cache.sqlite"))));
        const QList<QByteArray> lines = csv.split('\n');
        return QString::fromUtf8(lines.value(1).left(lines.value(1).indexOf(',')));
    }

    /// Runs a shell command with the sandbox's credentials; its standard output.
    static QByteArray output(const QString &command)
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

private:
    QProcess m_process;
    QTemporaryDir m_folder;
    QString m_url;
};

QString pythonLoop(const Sandbox &sandbox, const QString &execution)
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
        .arg(file, sandbox.url(), execution, sandbox.file("python.ndjson"));
}

std::vector<Measured> measureSyncAndCsv()
{
    const Sandbox sandbox;
    const QString execution = sandbox.execution();
    const QString ours = QStringLiteral(GAPLINE_BINARY " sync %1 --quiet --base-url %2 --cache %3")
                             .arg(execution, sandbox.url(), sandbox.cache());
    const double sync = secondsOf([&] { Sandbox::output(ours); });
    const double python = secondsOf([&] { Sandbox::output(pythonLoop(sandbox, execution)); });

    const QString csv =
        QStringLiteral(GAPLINE_BINARY
                       " events %1 --offline --quiet --format csv --cache %2 --output %3")
            .arg(execution, sandbox.cache(), sandbox.file("ours.csv"));
    const double oursCsv = bestSecondsOf(3, [&] { Sandbox::output(csv); });
    const QString table = sandbox.file("table.sqlite");
    Sandbox::output(QStringLiteral("sqlite3 %1 '.mode csv' '.import %2 events'")
                        .arg(table, sandbox.file("ours.csv")));
    const double sqlite = secondsOf([&] {
        Sandbox::output(QStringLiteral("sqlite3 -csv %1 'SELECT * FROM events' > %2")
                            .arg(table, sandbox.file("sqlite.csv")));
    });
    const double jq = secondsOf([&] {
        Sandbox::output(
            QStringLiteral("jq -r '[.eventId, .seq, .type, .stepId, .timestamp, .correlationId, "
                           "(.data|tojson)] | @csv' %1 > %2")
                .arg(sandbox.file("python.ndjson"), sandbox.file("jq.csv")));
    });
    return {
        {sync,
         python,
         QStringLiteral("s"),
         10,
         0,
         QStringLiteral("sync 10^6 at 0 ms; python keep-alive loop")},
        {oursCsv, sqlite, QStringLiteral("s"), 5, 0, QStringLiteral("CSV of 10^6; sqlite3 -csv")},
        {oursCsv, jq, QStringLiteral("s"), 30, 0, QStringLiteral("CSV of 10^6; jq")}};
}

} // namespace

std::vector<Row> programBenches()
{
    return {{QStringLiteral("program"), QStringLiteral("see text"), measureSyncAndCsv}};
}

} // namespace Gapline::Bench
