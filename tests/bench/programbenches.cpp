// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/comparators.h"
#include "tests/bench/pageserver.h"
#include "tests/bench/row.h"

namespace Gapline::Bench {
namespace {

std::vector<Measured> measureCsv()
{
    const PageServer server({1'000'000, 1, {}});
    const Comparators files(server.url());
    const QString cache = files.file("private/cache.sqlite");
    shellOutput(QStringLiteral(GAPLINE_BINARY " sync %1 --quiet --base-url %2 --cache %3")
                    .arg(server.execution(), server.url(), cache));
    const auto events = [&](const char *format, const char *file) {
        return QStringLiteral(GAPLINE_BINARY
                              " events %1 --offline --quiet --format %2 --cache %3 > %4")
            .arg(server.execution(), QLatin1String(format), cache, files.file(file));
    };
    shellOutput(events("ndjson", "events.ndjson"));
    const double ours = bestSecondsOf(5, [&] { shellOutput(events("csv", "ours.csv")); });
    shellOutput(QStringLiteral("sqlite3 %1 '.mode csv' '.import %2 events'")
                    .arg(files.file("table.sqlite"), files.file("ours.csv")));
    const double sqlite = bestSecondsOf(3, [&] {
        shellOutput(QStringLiteral("sqlite3 -csv %1 'SELECT * FROM events' > %2")
                        .arg(files.file("table.sqlite"), files.file("sqlite.csv")));
    });
    const double jq = secondsOf([&] {
        shellOutput(
            QStringLiteral("jq -r '[.eventId, .seq, .type, .stepId, .timestamp, .correlationId, "
                           "(.data|tojson)] | @csv' %1 > %2")
                .arg(files.file("events.ndjson"), files.file("jq.csv")));
    });
    return {{ours,
             sqlite,
             QStringLiteral("s"),
             5,
             0,
             QStringLiteral("CSV of 10^6 from the cache, to a redirected file; sqlite3 -csv")},
            {ours, jq, QStringLiteral("s"), 30, 0, QStringLiteral("the same; jq from NDJSON")}};
}

} // namespace

std::vector<Row> programBenches()
{
    return {{QStringLiteral("csv"), QStringLiteral("see text"), measureCsv}};
}

} // namespace Gapline::Bench
