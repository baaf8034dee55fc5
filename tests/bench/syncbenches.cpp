// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/latencyproxy.h"
#include "tests/bench/row.h"
#include "tests/bench/sandboxprocess.h"

#include "core/api/apiclient.h"
#include "core/cache/cache.h"
#include "core/sandbox/sandboxserver.h"
#include "core/sync/connection.h"
#include "core/sync/fleetsync.h"
#include "core/sync/streamsync.h"

#include <QEventLoop>
#include <QFile>

namespace Gapline::Bench {
namespace {

constexpr std::chrono::milliseconds kRoundTrip{50};

/// A cache of its own and a connection with so many requests at once.
struct Client
{
    Client(const QString &url, int inFlight)
    {
        Profile profile;
        profile.baseUrl = QUrl(url);
        ApiOptions options;
        options.inFlight = inFlight;
        cache.open(folder.filePath(QStringLiteral("private/cache.sqlite"))).waitForFinished();
        connection = std::make_unique<Connection>(
            std::make_unique<ApiClient>(profile, SandboxServer::credentials(), clock, options),
            cache,
            clock);
    }

    QTemporaryDir folder;
    SystemClock clock;
    Cache cache;
    std::unique_ptr<Connection> connection;
};

struct Synced
{
    double seconds = 0;
    int requests = 0;
    qint64 events = 0;
};

Synced syncOne(const QString &url, const QString &execution, int inFlight)
{
    Client client(url, inFlight);
    Synced synced;
    synced.seconds = secondsOf([&] {
        QEventLoop loop;
        StreamSync *sync = client.connection->syncStream(ExecutionId(execution));
        QObject::connect(sync, &StreamSync::finished, &loop, [&](const SyncOutcome &outcome) {
            synced.requests = outcome.progress.requests;
            synced.events = outcome.error ? -1 : outcome.storedEvents;
            loop.quit();
        });
        loop.exec();
    });
    return synced;
}

std::vector<Measured> measureLatency()
{
    const SandboxProcess sandbox({QStringLiteral("--executions"),
                                  QStringLiteral("1"),
                                  QStringLiteral("--events"),
                                  QStringLiteral("100000")});
    const QString execution = sandbox.execution();
    const LatencyProxy proxy(sandbox.url(), kRoundTrip);
    const double loop = loopSeconds(sandbox, proxy.url(), execution, 20) * 200 / 20;
    const double python =
        secondsOf([&] { SandboxProcess::output(pythonLoop(sandbox, proxy.url(), execution)); });
    const Synced six = syncOne(proxy.url(), execution, 6);
    const Synced many = syncOne(proxy.url(), execution, 48);
    const auto said = [](const Synced &synced, int inFlight, const char *comparator) {
        return QStringLiteral("sync %1 at 50 ms round trip, %2 in flight, %3 requests; %4")
            .arg(synced.events)
            .arg(inFlight)
            .arg(synced.requests)
            .arg(QLatin1String(comparator));
    };
    const char *const loopText = "curl + jq loop, 20 of its 200 pages measured";
    return {{six.seconds, loop, QStringLiteral("s"), 20, 0, said(six, 6, loopText)},
            {six.seconds, python, QStringLiteral("s"), 4, 0, said(six, 6, "python keep-alive")},
            {many.seconds, loop, QStringLiteral("s"), 60, 0, said(many, 48, loopText)}};
}

/// Seconds that curl + jq loops take for all executions, from what they take for the first `sample` of them.
double fleetLoopSeconds(const SandboxProcess &sandbox,
                        const QString &url,
                        const QStringList &executions,
                        qsizetype sample,
                        int atOnce)
{
    QFile list(sandbox.file("ids"));
    if (!list.open(QIODevice::WriteOnly))
        return 0;
    list.write(executions.first(sample).join(u'\n').toUtf8() + '\n');
    list.close();
    const QString script = curlLoop(sandbox, url, 1000);
    const QString command = QStringLiteral("xargs -P %1 -I ID sh -c 'echo ID | %2' < %3")
                                .arg(QString::number(atOnce), script, list.fileName());
    return secondsOf([&] { SandboxProcess::output(command); }) * double(executions.size())
        / double(sample);
}

std::vector<Measured> measureFleet()
{
    const SandboxProcess sandbox({QStringLiteral("--executions"), QStringLiteral("5000")});
    const QStringList executions = sandbox.executions();
    const LatencyProxy proxy(sandbox.url(), kRoundTrip);
    const double one = fleetLoopSeconds(sandbox, proxy.url(), executions, 40, 1);
    const double six = fleetLoopSeconds(sandbox, proxy.url(), executions, 120, 6);
    Client client(proxy.url(), 48);
    FleetProgress progress;
    const double ours = secondsOf([&] {
        QEventLoop loop;
        FleetSync *fleet = client.connection->syncFleet({});
        QObject::connect(fleet, &FleetSync::finished, &loop, [&](const FleetOutcome &outcome) {
            progress = outcome.progress;
            loop.quit();
        });
        loop.exec();
    });
    const auto said = [&progress](const char *comparator) {
        return QStringLiteral("fleet of %1 at 50 ms round trip, 48 in flight, %2 events; %3")
            .arg(progress.done)
            .arg(progress.newEvents)
            .arg(QLatin1String(comparator));
    };
    return {
        {ours, one, QStringLiteral("s"), 50, 0, said("one curl + jq loop, 40 executions measured")},
        {ours,
         six,
         QStringLiteral("s"),
         15,
         0,
         said("six curl + jq loops at once, 120 executions measured")}};
}

} // namespace

std::vector<Row> syncBenches()
{
    return {{QStringLiteral("sync"), QStringLiteral("see text"), measureLatency},
            {QStringLiteral("fleet"), QStringLiteral("see text"), measureFleet}};
}

} // namespace Gapline::Bench
