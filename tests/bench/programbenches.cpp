// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/row.h"
#include "tests/bench/sandboxprocess.h"

namespace Gapline::Bench {
namespace {

std::vector<Measured> measureSyncAndCsv()
{
    const SandboxProcess sandbox({QStringLiteral("--executions"),
                                  QStringLiteral("1"),
                                  QStringLiteral("--events"),
                                  QStringLiteral("1000000")});
    const QString execution = sandbox.execution();
    const QString ours = QStringLiteral(GAPLINE_BINARY " sync %1 --quiet --base-url %2 --cache %3")
                             .arg(execution, sandbox.url(), sandbox.cache());
    const double sync = secondsOf([&] { SandboxProcess::output(ours); });
    const double loop = loopSeconds(sandbox, sandbox.url(), execution, 40) * 2000 / 40;
    const double python =
        secondsOf([&] { SandboxProcess::output(pythonLoop(sandbox, sandbox.url(), execution)); });

    const QString csv =
        QStringLiteral(GAPLINE_BINARY
                       " events %1 --offline --quiet --format csv --cache %2 --output %3")
            .arg(execution, sandbox.cache(), sandbox.file("ours.csv"));
    const double oursCsv = bestSecondsOf(3, [&] { SandboxProcess::output(csv); });
    const QString table = sandbox.file("table.sqlite");
    SandboxProcess::output(QStringLiteral("sqlite3 %1 '.mode csv' '.import %2 events'")
                               .arg(table, sandbox.file("ours.csv")));
    const double sqlite = secondsOf([&] {
        SandboxProcess::output(QStringLiteral("sqlite3 -csv %1 'SELECT * FROM events' > %2")
                                   .arg(table, sandbox.file("sqlite.csv")));
    });
    const double jq = secondsOf([&] {
        SandboxProcess::output(
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
        {sync,
         loop,
         QStringLiteral("s"),
         50,
         0,
         QStringLiteral("sync 10^6 at 0 ms; curl + jq loop, 40 of its 2,000 pages measured")},
        {oursCsv, sqlite, QStringLiteral("s"), 5, 0, QStringLiteral("CSV of 10^6; sqlite3 -csv")},
        {oursCsv, jq, QStringLiteral("s"), 30, 0, QStringLiteral("CSV of 10^6; jq")}};
}

} // namespace

std::vector<Row> programBenches()
{
    return {{QStringLiteral("program"), QStringLiteral("see text"), measureSyncAndCsv}};
}

} // namespace Gapline::Bench
