// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/cache/cachefixture.h"

#include "core/cache/cacheaudit.h"
#include "core/cache/casechecksum.h"
#include "core/cache/deliverystore.h"
#include "core/cache/schema.h"
#include "core/cache/segmentcodec.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Gapline;
using Gapline::Test::kNow;
using Gapline::Test::OpenCache;
using Gapline::Test::seqsOf;

namespace {

Delivery fullRow(qint64 line)
{
    Delivery row;
    row.line = line;
    row.receivedAt = kNow;
    row.status = 503;
    row.isAcknowledged = false;
    row.attempt = 4;
    row.executionId = "exec_\xc3\xa4";
    row.seq = Seq{line};
    row.eventId = "evt_" + QByteArray::number(line);
    row.type = "step.completed";
    row.eventTime = fromEpochMs(0);
    row.signature = "sha256=deadbeef";
    row.body = "{\"resumeKey\":\"human:secret\"}";
    row.signatureVerdict = SignatureVerdict::Unverifiable;
    row.documentedReceiverAccepts = true;
    return row;
}

/// Nothing is in the row but its line.
Delivery bareRow(qint64 line)
{
    Delivery row;
    row.line = line;
    return row;
}

ImportedLog someLog(const QString &receiver, qint64 rows = 3)
{
    auto table = std::make_shared<DeliveryTable>();
    table->beginFile(QStringLiteral("/var/log/receiver.ndjson"));
    for (qint64 line = 1; line <= rows; ++line)
        (void)table->add(line % 2 ? fullRow(line) : bareRow(line));
    table->beginFile(QStringLiteral("empty.csv"));
    table->file(1) = {QStringLiteral("empty.csv"), QStringLiteral("CSV, gzip"), 2, 0, 2, 0, 0};
    return {receiver,
            kNow,
            table,
            {{812, kNow}, {20, std::nullopt}},
            {{QStringLiteral("empty.csv"), 2, QStringLiteral("no object")}}};
}

} // namespace

class tst_DeliveryStore : public QObject
{
    Q_OBJECT

private slots:
    void whatWasImportedComesBackAsItWas()
    {
        const ImportedLog log = someLog(QStringLiteral("Shop"), 45'001); // several packs
        const QString name = file();
        {
            OpenCache cache(name);
            QVERIFY(DeliveryStore(*cache.database).storeLog(packLog(log)));
        }
        OpenCache cache(name); // after a restart
        const auto packed = DeliveryStore(*cache.database).loadLog(log.receiver);
        QVERIFY(packed && *packed);
        const auto loaded = unpackLog(**packed);
        QVERIFY(loaded);
        QCOMPARE(loaded->deliveries->count(), 45'001);
        QCOMPARE(checksumOf(*loaded->deliveries), checksumOf(*log.deliveries));
        QVERIFY(loaded->importedAt == kNow);
        QVERIFY(loaded->files == log.files);
        QCOMPARE(loaded->unreadable.size(), 1U);
        QCOMPARE(loaded->unreadable[0].reason, QStringLiteral("no object"));
        QCOMPARE(loaded->deliveries->files().at(0).accepted,
                 log.deliveries->files().at(0).accepted);
        QCOMPARE(loaded->deliveries->files().at(1).format, QStringLiteral("CSV, gzip"));
        QCOMPARE(loaded->deliveries->files().at(1).rejected, 2);
    }

    void anImportReplacesThatOfTheSameReceiverAlone()
    {
        OpenCache cache(file());
        DeliveryStore store(*cache.database);
        QVERIFY(store.storeLog(packLog(someLog(QStringLiteral("Shop"), 9))));
        QVERIFY(store.storeLog(packLog(someLog(QStringLiteral("Billing"), 5))));
        ImportedLog later = someLog(QStringLiteral("Shop"), 2);
        later.importedAt += std::chrono::seconds(1);
        QVERIFY(store.storeLog(packLog(later)));
        const auto logs = store.loadLogs();
        QVERIFY(logs);
        QCOMPARE(logs->size(), 2);
        QCOMPARE(logs->at(0).receiver, QStringLiteral("Shop"));
        QCOMPARE(logs->at(0).rows, 2);
        QCOMPARE(
            logs->at(0).files,
            (QStringList{QStringLiteral("/var/log/receiver.ndjson"), QStringLiteral("empty.csv")}));
        QCOMPARE(logs->at(1).rows, 5);
        QCOMPARE(cache.number(QStringLiteral("SELECT sum(row_count) FROM delivery_rows")), 7);
    }

    void whatIsForgottenIsGoneFromTheFile()
    {
        const QString name = file();
        {
            OpenCache cache(name);
            DeliveryStore store(*cache.database);
            QVERIFY(store.storeLog(packLog(someLog(QStringLiteral("Shop")))));
            QVERIFY(store.forgetLog(QStringLiteral("Shop")).value());
            QVERIFY(!store.forgetLog(QStringLiteral("Shop")).value());
            QVERIFY(!store.loadLog(QStringLiteral("Shop")).value());
            for (const char *table :
                 {"delivery_logs", "delivery_files", "delivery_rows", "delivery_unreadable"})
                QCOMPARE(
                    cache.number(
                        QStringLiteral("SELECT count(*) FROM %1").arg(QString::fromLatin1(table))),
                    0);
        }
        QVERIFY(!contentOf(name).contains("/var/log/receiver.ndjson"));
    }

    void noSecretAndNoPayloadIsStored()
    {
        const QString name = file();
        QByteArray rows;
        {
            OpenCache cache(name);
            const PackedLog packed = packLog(someLog(QStringLiteral("Shop")));
            QVERIFY(DeliveryStore(*cache.database).storeLog(packed));
            for (const PackedLog::Rows &part : packed.files.at(0).rows)
                rows += *decompress(part.bytes, part.byteCount);
        }
        QVERIFY(rows.contains("evt_1")); // so the others would be seen
        for (const char *secret : {"deadbeef", "human:secret", "resumeKey"}) {
            QVERIFY(!rows.contains(secret));
            QVERIFY(!contentOf(name).contains(secret));
        }
    }

    void alteredRowsAreNeverShown_data()
    {
        QTest::addColumn<QString>("sql");
        const auto row = [](const char *name, const char *sql) {
            QTest::newRow(name) << QString::fromLatin1(sql);
        };
        row("rows", "UPDATE delivery_rows SET rows = x'00' || substr(rows, 2)");
        row("count", "UPDATE delivery_rows SET row_count = row_count - 1");
        row("left out", "DELETE FROM delivery_rows");
        row("another file's", "UPDATE delivery_rows SET file = file + 1");
        row("time", "UPDATE delivery_logs SET imported_at = imported_at + 1");
        row("file name", "UPDATE delivery_files SET name = 'other.log'");
        row("rejected", "UPDATE delivery_files SET rejected = 0");
        row("unreadable", "DELETE FROM delivery_unreadable");
    }

    void alteredRowsAreNeverShown()
    {
        QFETCH(QString, sql);
        OpenCache cache(file());
        DeliveryStore store(*cache.database);
        QVERIFY(store.storeLog(packLog(someLog(QStringLiteral("Shop")))));
        QVERIFY(verifyCache(*cache.database)->isSound);
        QVERIFY(cache.database->run(sql));
        const auto loaded = store.loadLog(QStringLiteral("Shop"));
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().id, ErrorId::CacheDamaged);
        const auto verified = verifyCache(*cache.database);
        QVERIFY(verified && !verified->isSound);
        QVERIFY(verified->problems.at(0).contains(QStringLiteral("\"Shop\"")));
        // Importing again makes it whole.
        QVERIFY(store.storeLog(packLog(someLog(QStringLiteral("Shop")))));
        QVERIFY(store.loadLog(QStringLiteral("Shop")).value());
    }

    void soundLogsAreTakenOverFromACacheThatIsSetAside()
    {
        const ImportedLog log = someLog(QStringLiteral("Shop"), 9);
        const QString name = file();
        {
            OpenCache cache(name);
            DeliveryStore store(*cache.database);
            QVERIFY(store.storeLog(packLog(log)));
            QVERIFY(store.storeLog(packLog(someLog(QStringLiteral("Billing"), 5))));
            QVERIFY(cache.database->run(
                QStringLiteral("UPDATE delivery_rows SET row_count = 4 WHERE log = 2")));
            // No cache of ours has such a table: it is set aside.
            QVERIFY(cache.database->run(QStringLiteral("CREATE TABLE planted(x)")));
        }
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("set aside")));
        OpenCache cache(name);
        QVERIFY(!cache.opening.setAsideAs.isEmpty());
        DeliveryStore store(*cache.database);
        const auto packed = store.loadLog(log.receiver);
        QVERIFY(packed && *packed);
        const auto loaded = unpackLog(**packed);
        QVERIFY(loaded);
        QCOMPARE(checksumOf(*loaded->deliveries), checksumOf(*log.deliveries));
        const auto logs = store.loadLogs();
        QVERIFY(logs);
        QCOMPARE(logs->size(), 1); // half of "Billing" would turn what was delivered into missed
    }

    void aCacheOfTheFirstReleaseIsBroughtUpToDateWithAllItHolds()
    {
        const QString name = frozen();
        OpenCache cache(name);
        QCOMPARE(cache.number(QStringLiteral("PRAGMA user_version")), kCacheSchemaVersion);
        QVERIFY(cache.opening.setAsideAs.isEmpty() && !cache.opening.isNew);
        QVERIFY(*hasExpectedSchema(*cache.database));
        QCOMPARE(cache.number(QStringLiteral("SELECT sum(event_count) FROM streams")), 140);
        QVERIFY(verifyCache(*cache.database)->isSound);
        QCOMPARE(cache.load({}, QStringLiteral("exec_1795701242824_xzy43k9q"))->count(), 18);
        DeliveryStore store(*cache.database);
        QVERIFY(store.storeLog(packLog(someLog(QStringLiteral("Shop")))));
        QVERIFY(store.loadLog(QStringLiteral("Shop")).value());
    }

    void aCacheOfTheFirstReleaseCanBeReadWithoutChangingIt()
    {
        const QString name = frozen();
        const QByteArray before = contentOf(name);
        Result<OpenedCache> opened = openCache(name, CacheAccess::ReadOnly, kNow);
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().message));
        DeliveryStore store(*opened->database);
        QVERIFY(!store.loadLog(QStringLiteral("Shop")).value());
        QVERIFY(store.loadLogs()->isEmpty());
        EventStore events(*opened->database);
        QCOMPARE(
            (*events.loadStream(ExecutionId(QStringLiteral("exec_1795701242824_xzy43k9q")), {}))
                ->count(),
            18);
        QVERIFY(contentOf(name) == before);
    }

private:
    QString file()
    {
        const QString folder = QString::number(++m_folders);
        QDir(m_temporary.path()).mkdir(folder);
        return m_temporary.filePath(folder + QStringLiteral("/cache.db"));
    }

    /// A copy of a cache that version 1 of the schema wrote: 3 executions of the sandbox.
    QString frozen()
    {
        const QString name = file();
        if (!QFile::copy(QStringLiteral(GAPLINE_SOURCE_DIR "/tests/data/cache/version-1.sqlite"),
                         name)
            || !QFile::setPermissions(name, QFile::ReadOwner | QFile::WriteOwner))
            qFatal("the frozen cache cannot be copied");
        return name;
    }

    static QByteArray contentOf(const QString &name)
    {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir m_temporary;
    int m_folders = 0;
};

QTEST_GUILESS_MAIN(tst_DeliveryStore)
#include "tst_deliverystore.moc"
