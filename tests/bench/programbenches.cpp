// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/comparators.h"
#include "tests/bench/pageserver.h"
#include "tests/bench/row.h"

#include <QFile>

#include <algorithm>
#include <limits>

namespace Gapline::Bench {
namespace {

/// The best of several times that a command needs to write a new file: to cut off one of 300 MB that is there already
/// takes about as long again, whoever writes it.
double bestWritingSeconds(int runs, const QString &file, const QString &command)
{
    double best = std::numeric_limits<double>::infinity();
    for (int run = 0; run < runs; ++run) {
        QFile::remove(file);
        best = std::min(best, secondsOf([&] { shellOutput(command); }));
    }
    return best;
}

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
    const double ours = bestWritingSeconds(5, files.file("ours.csv"), events("csv", "ours.csv"));
    shellOutput(QStringLiteral("sqlite3 %1 '.mode csv' '.import %2 events'")
                    .arg(files.file("table.sqlite"), files.file("ours.csv")));
    const double sqlite =
        bestWritingSeconds(3,
                           files.file("sqlite.csv"),
                           QStringLiteral("sqlite3 -csv %1 'SELECT * FROM events' > %2")
                               .arg(files.file("table.sqlite"), files.file("sqlite.csv")));
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
