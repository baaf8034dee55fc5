// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/row.h"
#include "tests/bench/workload.h"

#include "core/api/replyparser.h"
#include "core/cache/cache.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>

#include <malloc.h>

namespace Gapline::Bench {
namespace {

constexpr qint64 kEvents = 1'000'000;
constexpr double kMebi = 1024.0 * 1024.0;

/// What a first version would write: QJsonDocument, one struct of QString per event.
struct NaiveEvent
{
    qint64 seq;
    qint64 timestamp;
    QString type;
    QString stepId;
    QString eventId;
    QString correlationId;
    QString data;
};

void parseNaively(const QByteArray &body, std::vector<NaiveEvent> &events)
{
    const QJsonObject result =
        QJsonDocument::fromJson(body).object().value(QLatin1String("result")).toObject();
    for (const QJsonValue &value : result.value(QLatin1String("events")).toArray()) {
        const QJsonObject event = value.toObject();
        events.push_back(
            {event.value(QLatin1String("seq")).toInteger(),
             event.value(QLatin1String("timestamp")).toInteger(),
             event.value(QLatin1String("type")).toString(),
             event.value(QLatin1String("stepId")).toString(),
             event.value(QLatin1String("eventId")).toString(),
             event.value(QLatin1String("correlationId")).toString(),
             QString::fromUtf8(QJsonDocument(event.value(QLatin1String("data")).toObject())
                                   .toJson(QJsonDocument::Compact))});
    }
}

qint64 heapBytes()
{
    const struct mallinfo2 heap = mallinfo2();
    return qint64(heap.uordblks + heap.hblkhd);
}

std::vector<Measured> measureParse()
{
    const std::vector<PageBytes> pages = makePages(kEvents);
    qint64 parsed = 0;
    const double ours = bestSecondsOf(3, [&] {
        parsed = 0;
        for (const PageBytes &page : pages)
            parsed += qint64(parseEventPage(page.body, {page.sinceSeq})->events.size());
    });
    std::vector<NaiveEvent> events;
    events.reserve(kEvents);
    const qint64 before = heapBytes();
    const double naive = secondsOf([&] {
        for (const PageBytes &page : pages)
            parseNaively(page.body, events);
    });
    const double naiveBytes =
        double(heapBytes() - before) / double(kEvents) + double(sizeof(NaiveEvent));
    return {
        {ours,
         naive,
         QStringLiteral("s"),
         10,
         0,
         QStringLiteral("%1 events in pages of 500 to columns, raw kept; naive holds %2 B an event")
             .arg(parsed)
             .arg(naiveBytes, 0, 'f', 0)}};
}

double storeNaively(const std::vector<EventPage> &pages, const QString &file)
{
    double seconds = 0;
    {
        QSqlDatabase db =
            QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("bench-store"));
        db.setDatabaseName(file);
        db.open();
        QSqlQuery query(db);
        query.exec(QStringLiteral("PRAGMA journal_mode=WAL"));
        query.exec(QStringLiteral("PRAGMA synchronous=NORMAL"));
        query.exec(QStringLiteral(
            "CREATE TABLE events (execution TEXT, seq INTEGER, type TEXT, step TEXT, "
            "time INTEGER, raw TEXT, PRIMARY KEY (execution, seq))"));
        seconds = secondsOf([&] {
            for (const EventPage &page : pages) {
                db.transaction();
                query.prepare(QStringLiteral("INSERT INTO events VALUES (?, ?, ?, ?, ?, ?)"));
                for (const EventColumns &event : page.events) {
                    query.bindValue(0, page.executionId.text());
                    query.bindValue(1, event.seq.value);
                    query.bindValue(2, QString::fromUtf8(page.types.at(event.typeIndex)));
                    query.bindValue(3, QString::fromUtf8(page.steps.at(event.stepIndex)));
                    query.bindValue(4, toEpochMs(event.timestamp));
                    query.bindValue(5, QString::fromUtf8(page.raw(event)));
                    query.exec();
                }
                db.commit();
            }
            query.exec(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
        });
        db.close();
    }
    QSqlDatabase::removeDatabase(QStringLiteral("bench-store"));
    return seconds;
}

std::vector<Measured> measureStore()
{
    std::vector<EventPage> pages;
    for (const PageBytes &page : makePages(kEvents))
        pages.push_back(*parseEventPage(page.body, {page.sinceSeq}));
    const QTemporaryDir folder;
    const QString naiveFile = folder.filePath(QStringLiteral("naive.sqlite"));
    const double naive = storeNaively(pages, naiveFile);

    const QString file = folder.filePath(QStringLiteral("private/cache.sqlite"));
    double store = 0;
    {
        Cache cache;
        if (!cache.open(file).result())
            return {};
        store = secondsOf([&] {
            QFuture<Result<PageStored>> last;
            for (const EventPage &page : pages)
                last = cache.storePage(page, fromEpochMs(1777374504255));
            last.waitForFinished();
        });
    }
    const double bytes = double(QFileInfo(file).size()) / kMebi;
    const double naiveBytes = double(QFileInfo(naiveFile).size()) / kMebi;

    Cache cache;
    if (!cache.open(file).result())
        return {};
    EventStreamPtr stream;
    const qint64 before = heapBytes();
    const double load =
        secondsOf([&] { stream = *cache.loadStream(pages.front().executionId).result(); });
    const double perEvent = double(heapBytes() - before) / double(kEvents);
    return {{store,
             naive,
             QStringLiteral("s"),
             5,
             0,
             QStringLiteral("store 10^6 in pages of 500, one transaction each")},
            {bytes, naiveBytes, QStringLiteral("MiB"), 4, 0, QStringLiteral("size of the file")},
            {load * 1000,
             0,
             QStringLiteral("ms"),
             0,
             150,
             QStringLiteral("load %1 events as columns").arg(stream->count())},
            {perEvent,
             797,
             QStringLiteral("B"),
             0,
             60,
             QStringLiteral("memory an event, stream open; struct of QString as in row parse")}};
}

} // namespace

std::vector<Row> pageBenches()
{
    return {{QStringLiteral("parse"), QStringLiteral("QJsonDocument"), measureParse},
            {QStringLiteral("store"), QStringLiteral("QSqlQuery text rows"), measureStore}};
}

} // namespace Gapline::Bench
