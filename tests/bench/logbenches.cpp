// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/comparators.h"
#include "tests/bench/pageserver.h"
#include "tests/bench/row.h"

#include "core/cache/cache.h"
#include "core/deliverylog/signature.h"
#include "core/domain/timetext.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

namespace Gapline::Bench {
namespace {

constexpr qint64 kEvents = 310'000;
constexpr int kLeftOut = 97; ///< One event in so many never came.
constexpr qint64 kStoredRows = 1'000'000;

/// The log of a receiver that keeps each webhook's raw body, escaped: rows of about 580 bytes. Gives its megabytes.
double writeLog(const QString &name, const QString &eventsFile, const QString &execution)
{
    QFile events(eventsFile);
    QFile log(name);
    if (!events.open(QIODevice::ReadOnly) || !log.open(QIODevice::WriteOnly))
        qFatal("no log");
    const Secret secret("whsec_bench");
    qint64 count = 0;
    for (QByteArray body = events.readLine(); !body.isEmpty(); body = events.readLine()) {
        ++count;
        if (count % kLeftOut == 0)
            continue;
        body.chop(1);
        const QByteArray at = body.mid(body.indexOf("\"timestamp\":") + 12, 13);
        const QByteArray received = isoTime(fromEpochMs(at.toLongLong() + 80)).toLatin1();
        const QByteArray signature = signDirect(secret, body);
        QByteArray escaped = body;
        escaped.replace("\\", "\\\\").replace("\"", "\\\"");
        log.write(R"({"receivedAt":")" + received + R"(","level":"info","status":200,"attempt":0,)"
                  + R"("executionId":")" + execution.toUtf8()
                  + R"(","headers":{"x-velt-signature":")" + signature + R"("},"body":")" + escaped
                  + "\"}\n");
    }
    return double(log.size()) / 1e6;
}

std::vector<Measured> measureLog()
{
    const PageServer server({kEvents, 1, {}});
    const Comparators files(server.url());
    const QString cache = files.file("private/cache.sqlite");
    shellOutput(QStringLiteral(GAPLINE_BINARY " sync %1 --quiet --base-url %2 --cache %3")
                    .arg(server.execution(), server.url(), cache));
    shellOutput(QStringLiteral(GAPLINE_BINARY
                               " events %1 --offline --quiet --format ndjson --cache %2 > %3")
                    .arg(server.execution(), cache, files.file("events.ndjson")));
    const double size =
        writeLog(files.file("all.ndjson"), files.file("events.ndjson"), server.execution());
    qputenv("BENCH_SECRET", "whsec_bench");
    const auto reconcile = [&] {
        return runMeasured(
            QStringLiteral(GAPLINE_BINARY " reconcile %1 --quiet --cache %2 --deliveries %3 "
                                          "--secret-env BENCH_SECRET --format table > %4")
                .arg(
                    server.execution(), cache, files.file("all.ndjson"), files.file("report.txt")));
    };
    Ran best = reconcile();
    for (int i = 1; i < 3; ++i) {
        const Ran again = reconcile();
        if (again.seconds < best.seconds)
            best = again;
    }
    if (best.status != 0)
        best.seconds = 1e9;
    return {{best.seconds,
             0,
             QStringLiteral("s"),
             0,
             60,
             QStringLiteral("gapline reconcile of a %1 MB log with raw bodies, signatures checked")
                 .arg(size, 0, 'f', 0)},
            {best.peakMebibytes,
             0,
             QStringLiteral("MiB"),
             0,
             150,
             QStringLiteral("the most memory that it held, with %1 events open").arg(kEvents)}};
}

/// A receiver's log of a million rows, without the bodies, which the cache never holds.
ImportedLog importedLog()
{
    auto table = std::make_shared<DeliveryTable>();
    table->beginFile(QStringLiteral("bench.ndjson"));
    for (qint64 i = 0; i < kStoredRows; ++i) {
        Delivery row;
        row.line = i + 1;
        row.receivedAt = fromEpochMs(1777374504255 + i * 97);
        row.status = i % 50 == 0 ? 503 : 200;
        row.isAcknowledged = i % 50 != 0;
        row.attempt = i % 50 == 1 ? 1 : 0;
        row.executionId = "exec_1777374504255_bench" + QByteArray::number(i / 5000);
        row.seq = Seq{i % 5000 * 5 / 3 + 1};
        // Ids say nothing of their neighbours.
        row.eventId = "evt_" + QByteArray::number(quint64(i) * 0x9e3779b97f4a7c15U, 16);
        row.type = i % 3 == 0 ? "step.completed" : "step.awaiting-approval";
        row.eventTime = fromEpochMs(1777374504155 + i * 97);
        row.signatureVerdict = SignatureVerdict::Valid;
        row.documentedReceiverAccepts = true;
        table->add(row);
    }
    return {QStringLiteral("Bench"), fromEpochMs(1777374504255), table, {LogFileState{}}, {}};
}

std::vector<Measured> measureStoreLog()
{
    const ImportedLog log = importedLog();
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("private/cache.sqlite"));
    Cache cache;
    if (!cache.open(file).result())
        return {};
    const double store = bestSecondsOf(3, [&] { (void)cache.storeLog(log).result(); });
    qsizetype rows = 0;
    const double load = bestSecondsOf(3, [&] {
        const auto packed = cache.loadLog(log.receiver).result();
        const auto loaded = packed && *packed
            ? unpackLog(**packed)
            : Result<ImportedLog>(failure(ErrorId::CacheDamaged, {}));
        rows = loaded ? loaded->deliveries->count() : 0;
    });
    return {{rows == kStoredRows ? store : 1e9,
             0,
             QStringLiteral("s"),
             0,
             2,
             QStringLiteral("%1 rows of an imported log into the cache, on the disk").arg(rows)},
            {rows == kStoredRows ? load : 1e9,
             0,
             QStringLiteral("s"),
             0,
             2,
             QStringLiteral("the same rows back from it as a table")}};
}

} // namespace

std::vector<Row> logBenches()
{
    return {{QStringLiteral("log"), QStringLiteral("none"), measureLog},
            {QStringLiteral("storelog"), QStringLiteral("none"), measureStoreLog}};
}

} // namespace Gapline::Bench
