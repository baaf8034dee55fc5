// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/comparators.h"

#include "tests/bench/row.h"

#include <QFile>
#include <QProcess>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace Gapline::Bench {
namespace {

// Stores what it fetches as a sync does: each page's events and how far they reach, in one transaction.
constexpr auto kPythonLoop = R"(
import http.client, json, sqlite3, sys, urllib.parse
url = urllib.parse.urlparse(sys.argv[1])
c = http.client.HTTPConnection(url.netloc)
h = {'content-type': 'application/json', 'x-velt-api-key': 'sandbox-key',
     'x-velt-auth-token': 'sandbox-token'}
db = sqlite3.connect(sys.argv[3])
db.executescript("""
PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
CREATE TABLE events(execution TEXT, seq INTEGER, type TEXT, step TEXT, time INTEGER, json TEXT,
                    PRIMARY KEY(execution, seq));
CREATE TABLE streams(execution TEXT PRIMARY KEY, cursor INTEGER);
""")
x, since, more = sys.argv[2], 0, True
while more:
    c.request('POST', url.path + 'workflow/executions/getEvents', json.dumps({'data':
        {'executionId': x, 'sinceSeq': since, 'pageSize': 500}}), h)
    r = json.loads(c.getresponse().read())['result']
    since, more = r['nextCursor'], r['hasMore']
    with db:
        db.executemany('INSERT OR IGNORE INTO events VALUES(?, ?, ?, ?, ?, ?)',
            ((x, e['seq'], e['type'], e.get('stepId'), e['timestamp'], json.dumps(e))
             for e in r['events']))
        db.execute('INSERT OR REPLACE INTO streams VALUES(?, ?)', (x, since))
)";

constexpr auto kCurlLoop = R"(page=$(mktemp)
while read -r id; do
  since=0; more=true; n=0
  while [ "$more" = true ] && [ $n -lt $2 ]; do
    curl -s -H 'content-type: application/json' -H "x-velt-api-key: $VELT_API_KEY" \
      -H "x-velt-auth-token: $VELT_AUTH_TOKEN" \
      -d "{\"data\":{\"executionId\":\"$id\",\"sinceSeq\":$since,\"pageSize\":500}}" \
      "$1workflow/executions/getEvents" > "$page"
    jq -c '.result.events[]' "$page" >> "$page.out"
    since=$(jq .result.nextCursor "$page")
    more=$(jq .result.hasMore "$page")
    n=$((n + 1))
  done
done
rm -f "$page" "$page.out"
)";

void write(const QString &name, const QByteArray &text)
{
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("%s cannot be written", qPrintable(name));
}

/// VmHWM of a process, once it runs what it was started for.
double peakMebibytesOf(pid_t process)
{
    QFile name(QStringLiteral("/proc/%1/comm").arg(process));
    QFile status(QStringLiteral("/proc/%1/status").arg(process));
    if (!name.open(QIODevice::ReadOnly) || name.readAll() != "gapline\n"
        || !status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).simplified().split(' ').constFirst().toDouble() / 1024;
    }
    return 0;
}

/// Replaced by what the command names.
pid_t started(const QString &command)
{
    const QByteArray line =
        "VELT_API_KEY=sandbox-key VELT_AUTH_TOKEN=sandbox-token exec " + command.toLocal8Bit();
    const pid_t child = ::fork();
    if (child == 0) {
        ::execl("/bin/sh", "sh", "-c", line.constData(), nullptr);
        ::_exit(127);
    }
    return child;
}

} // namespace

QByteArray shellOutput(const QString &command)
{
    QProcess shell;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("VELT_API_KEY"), QStringLiteral("sandbox-key"));
    environment.insert(QStringLiteral("VELT_AUTH_TOKEN"), QStringLiteral("sandbox-token"));
    shell.setProcessEnvironment(environment);
    shell.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    shell.start(QStringLiteral("/bin/sh"), {QStringLiteral("-c"), command});
    shell.waitForFinished(-1);
    // What failed early would pass for what is fast.
    if (shell.exitStatus() != QProcess::NormalExit || shell.exitCode() != 0)
        qFatal("exit status %d: %s", shell.exitCode(), qPrintable(command));
    return shell.readAllStandardOutput();
}

Ran runMeasured(const QString &command)
{
    Ran ran;
    ran.seconds = secondsOf([&] {
        const pid_t child = started(command);
        int status = 0;
        while (::waitpid(child, &status, WNOHANG) == 0) {
            // Not what wait4() tells: that counts what this process held when it forked.
            ran.peakMebibytes = std::max(ran.peakMebibytes, peakMebibytesOf(child));
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
        if (WIFEXITED(status))
            ran.status = WEXITSTATUS(status);
    });
    return ran;
}

double interruptMilliseconds(const QString &command, std::chrono::milliseconds after)
{
    constexpr double kYear = 365.0 * 86'400'000;
    constexpr int kInterrupted = 130;
    const pid_t child = started(command);
    std::this_thread::sleep_for(after);
    int status = 0;
    if (::waitpid(child, &status, WNOHANG) != 0)
        return kYear;
    const double seconds = secondsOf([&] {
        ::kill(child, SIGINT);
        ::waitpid(child, &status, 0);
    });
    const bool isInterrupted = WIFEXITED(status) && WEXITSTATUS(status) == kInterrupted;
    return isInterrupted ? seconds * 1000 : kYear;
}

double Comparators::python(const QString &execution) const
{
    write(file("loop.py"), kPythonLoop);
    const QString command = QStringLiteral("python3 %1 %2 %3 %4")
                                .arg(file("loop.py"), m_url, execution, file("python.sqlite"));
    for (const char *const suffix : {"", "-wal", "-shm"})
        QFile::remove(file("python.sqlite") + QLatin1String(suffix));
    return secondsOf([&] { shellOutput(command); });
}

double Comparators::curl(const QStringList &executions, int pages, int atOnce) const
{
    write(file("loop.sh"), kCurlLoop);
    write(file("ids"), executions.join(u'\n').toUtf8() + '\n');
    // Each of the loops takes its share of the executions.
    const QString command = QStringLiteral("split -n r/%1 %2 %2.part. && for part in %2.part.*; do "
                                           "sh %3 %4 %5 < $part & done; wait; rm %2.part.*")
                                .arg(QString::number(atOnce), file("ids"), file("loop.sh"), m_url)
                                .arg(pages);
    return secondsOf([&] { shellOutput(command); });
}

} // namespace Gapline::Bench
