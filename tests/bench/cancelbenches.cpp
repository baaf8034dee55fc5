// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/comparators.h"
#include "tests/bench/pageserver.h"
#include "tests/bench/row.h"
#include "tests/support/fullport.h"

#include <algorithm>

namespace Gapline::Bench {
namespace {

/// The worst of several interrupts.
Measured measureInterrupts(const QString &command, const char *during)
{
    using namespace std::chrono_literals;
    double worst = 0;
    for (const auto after : {700ms, 800ms, 900ms, 1000ms, 1100ms})
        worst = std::max(worst, interruptMilliseconds(command, after));
    return {worst,
            0,
            QStringLiteral("ms"),
            0,
            200,
            QStringLiteral("from an interrupt to the program's end, %1; worst of 5")
                .arg(QLatin1String(during))};
}

std::vector<Measured> measureCancel()
{
    const Comparators files({});
    auto sync = [&files, times = 0](const QString &url, const QString &execution) mutable {
        return QStringLiteral(GAPLINE_BINARY " sync %1 --quiet --base-url %2 --cache %3/c.sqlite")
            .arg(execution, url, files.file("cancel") + QString::number(++times));
    };
    std::vector<Measured> rows;
    const Test::FullPort port;
    rows.push_back(
        measureInterrupts(sync(port.baseUrl().toString(), QStringLiteral("exec_1")), "connecting"));
    const auto atServer = [&](Misbehaviour misbehaviour, const char *during) {
        const PageServer server({1000, 1, {}, misbehaviour});
        rows.push_back(measureInterrupts(sync(server.url(), server.execution()), during));
    };
    atServer(Misbehaviour::Silence, "waiting for the first byte");
    atServer(Misbehaviour::StallInBody, "in mid-body");
    atServer(Misbehaviour::Unavailable, "waiting to try again");
    const PageServer server({1'000'000, 1, {}});
    double worst = 0;
    for (int i = 0; i < 5; ++i) {
        const auto after = std::chrono::milliseconds(300 + 100 * i);
        worst =
            std::max(worst, interruptMilliseconds(sync(server.url(), server.execution()), after));
    }
    rows.push_back({worst,
                    0,
                    QStringLiteral("ms"),
                    0,
                    200,
                    QStringLiteral("from an interrupt to the program's end, while it stores; worst "
                                   "of 5")});
    return rows;
}

} // namespace

std::vector<Row> cancelBenches()
{
    return {{QStringLiteral("cancel"), QStringLiteral("none"), measureCancel}};
}

} // namespace Gapline::Bench
