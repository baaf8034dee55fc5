// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/cache/cachefixture.h"
#include "tests/support/pagebuilder.h"

#include "core/cache/cacheaudit.h"
#include "core/cache/quarantine.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Gapline;
using Gapline::Test::kNow;
using Gapline::Test::OpenCache;
using Gapline::Test::PageBuilder;
using Gapline::Test::seqsOf;
using Seqs = std::vector<qint64>;

static const ExecutionId kExecution(QStringLiteral("exec_test"));

/// A stream of three pages, of which the second one's segment (id 2, seqs 11 to 18) gets damaged.
static EventPage page(int number)
{
    switch (number) {
    case 1:
        return PageBuilder().events({1, 4, 9}).scanned(0, 10).hasMore().build();
    case 2:
        return PageBuilder().events({11, 12, 18}).scanned(10, 20).hasMore().build();
    default:
        return PageBuilder().events({21, 30}).scanned(20, 30).build();
    }
}

class tst_Quarantine : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    int m_files = 0;

    std::unique_ptr<OpenCache> newCache()
    {
        auto cache =
            std::make_unique<OpenCache>(m_folder.filePath(QStringLiteral("%1.db").arg(++m_files)));
        for (const int number : {1, 2, 3})
            cache->store(page(number));
        return cache;
    }

    /// Flips one bit of a blob, as decay would.
    static void flip(OpenCache &cache, const char *table, const char *column, qsizetype byte)
    {
        QByteArray blob = cache.database
                              ->value(QStringLiteral("SELECT %1 FROM %2 WHERE rowid = 2")
                                          .arg(QLatin1String(column), QLatin1String(table)))
                              ->toByteArray();
        QVERIFY(byte < blob.size());
        blob[byte] = char(blob[byte] ^ 0x04);
        QVERIFY(cache.database->run(QStringLiteral("UPDATE %2 SET %1 = x'%3' WHERE rowid = 2")
                                        .arg(QLatin1String(column),
                                             QLatin1String(table),
                                             QString::fromLatin1(blob.toHex()))));
    }

    static void ignoreWarning()
    {
        QTest::ignoreMessage(QtWarningMsg,
                             "segment 2 fails its checksum; seqs 11 to 18 will be fetched again");
    }

    /// After the page was fetched again, nothing tells of the damage any more.
    static void healsWith(OpenCache &cache, const EventPage &again)
    {
        const PageStored stored = cache.store(again);
        QCOMPARE(stored.newEvents, 3);
        QCOMPARE(stored.lateEvents, 0);
        QVERIFY(stored.conflicts.empty());
        QCOMPARE(stored.state.cursor, Seq{30});
        QVERIFY(stored.state.isComplete);
        const EventStreamPtr stream = cache.load();
        QCOMPARE(seqsOf(stream), (Seqs{1, 4, 9, 11, 12, 18, 21, 30}));
        for (qsizetype i = 0; i < stream->count(); ++i)
            QVERIFY(stream->flagsAt(i) == EventFlags());
        QVERIFY(cache.raw(stream, 3).contains("\"seq\":11"));
        const Result<CacheVerification> verification = verifyCache(*cache.database);
        QVERIFY(verification);
        QVERIFY2(verification->isSound, qPrintable(verification->problems.join(u'\n')));
    }

private slots:
    void whatIsStoredIsFoundAgainWhateverIsKnownOfItsCoverage_data()
    {
        QTest::addColumn<QString>("damage");
        QTest::newRow("row lost") << QStringLiteral("DELETE FROM streams");
        QTest::newRow("coverage altered") << QStringLiteral("UPDATE streams SET coverage = x''");
        QTest::newRow("rebuilds altered") << QStringLiteral("UPDATE streams SET rebuilds = -1");
        QTest::newRow("all rebuilds")
            << QStringLiteral("UPDATE streams SET rebuilds = 9223372036854775807");
    }

    void whatIsStoredIsFoundAgainWhateverIsKnownOfItsCoverage()
    {
        QFETCH(QString, damage);
        for (const bool isSeen : {false, true}) {
            const auto cache = newCache();
            QVERIFY(cache->database->run(damage));
            if (isSeen)
                (void)cache->load();
            for (const int number : {3, 1, 2})
                cache->store(page(number));
            const EventStreamPtr stream = cache->load();
            QCOMPARE(seqsOf(stream), (Seqs{1, 4, 9, 11, 12, 18, 21, 30}));
            QVERIFY(stream->state().isComplete);
            // No segment beside one that holds the same events.
            QCOMPARE(cache->number(QStringLiteral("SELECT sum(event_count) FROM segments")), 8);
            QCOMPARE(cache->number(QStringLiteral("SELECT count(*) FROM segments")), 3);
        }
    }

    void everyBitOfTheColumnsCounts()
    {
        for (const qsizetype byte : {0, 4, 20, 40}) {
            const auto cache = newCache();
            flip(*cache, "segments", "columns", byte);
            ignoreWarning();
            const EventStreamPtr stream = cache->load();
            QCOMPARE(seqsOf(stream), (Seqs{1, 4, 9, 21, 30}));
            QCOMPARE(stream->state().cursor, Seq{10});
            QVERIFY(!stream->state().isComplete);
            QVERIFY(!stream->state().coverage.contains(SeqRange{{11}, {18}}));
            QCOMPARE(cache->events->takeDamagedStreams().size(), 1U);
            healsWith(*cache, page(2));
        }
    }

    void everyNumberOfASegmentCounts()
    {
        for (const char *column : {"first_seq", "last_seq", "event_count", "scanned_last"}) {
            const auto cache = newCache();
            QVERIFY(
                cache->database->run(QStringLiteral("UPDATE segments SET %1 = %1 + 4 WHERE id = 2")
                                         .arg(QLatin1String(column))));
            ignoreWarning();
            QCOMPARE(cache->load()->state().cursor, Seq{10});
            healsWith(*cache, page(2));
        }
    }

    void aDamagedBodyFlagsItsEvents()
    {
        const auto cache = newCache();
        const EventStreamPtr before = cache->load();
        flip(*cache, "bodies", "body", 9);
        ignoreWarning();
        const Result<SegmentBodyPtr> body =
            cache->events->loadBody(before->rawLocationAt(3).bodyId);
        QVERIFY(body);
        QVERIFY((*body)->isDamaged);
        QVERIFY((*body)->raw(before->rawLocationAt(3)).isEmpty());
        QCOMPARE(cache->events->takeDamagedStreams(), std::vector<ExecutionId>{kExecution});

        const EventStreamPtr after = cache->load(before);
        QCOMPARE(seqsOf(after), seqsOf(before));
        for (qsizetype i = 0; i < after->count(); ++i)
            QCOMPARE(after->flagsAt(i).testFlag(EventFlag::Damaged), i >= 3 && i < 6);
        QCOMPARE(after->state().cursor, Seq{10});
        QVERIFY(!verifyCache(*cache->database)->isSound);
        healsWith(*cache, page(2));
        QVERIFY(cache->load(after)->flagsAt(3) == EventFlags());
    }

    void aPageThatMeetsADamagedBodyReplacesIt()
    {
        const auto cache = newCache();
        flip(*cache, "bodies", "byte_count", 0);
        ignoreWarning();
        healsWith(*cache, page(2));
    }

    void aReplacementComesInAnyPages()
    {
        const auto cache = newCache();
        flip(*cache, "segments", "columns", 8);
        ignoreWarning();
        QCOMPARE(cache->load()->count(), 5);
        cache->store(PageBuilder().events({11, 12}).scanned(10, 14).hasMore().build());
        QCOMPARE(seqsOf(cache->load()), (Seqs{1, 4, 9, 11, 12, 21, 30}));
        QCOMPARE(cache->number(QStringLiteral("SELECT count(*) FROM segments")), 4);
        const PageStored rest =
            cache->store(PageBuilder().events({18}).scanned(14, 20).hasMore().build());
        QCOMPARE(rest.state.cursor, Seq{30});
        QCOMPARE(cache->number(QStringLiteral("SELECT count(*) FROM segments")), 4);
        QVERIFY(verifyCache(*cache->database)->isSound);
    }

    void damagedCoverageIsForgotten()
    {
        const auto cache = newCache();
        QVERIFY(cache->database->run(
            QStringLiteral("UPDATE streams SET coverage = x'0100000000000000ff00000000000000'")));
        const EventStreamPtr stream = cache->load();
        QCOMPARE(stream->count(), 8);
        QVERIFY(stream->state().coverage.isEmpty());
        QCOMPARE(stream->state().cursor, Seq{0});
        QVERIFY(!stream->state().isComplete);
        for (const int number : {1, 2, 3}) {
            const PageStored stored = cache->store(page(number));
            QCOMPARE(stored.newEvents, 0);
        }
        QVERIFY(cache->load()->state().isComplete);
        QVERIFY(verifyCache(*cache->database)->isSound);
    }

    void whenRowAndBodyAreBothDamagedAllIsFetchedAgain()
    {
        const auto cache = newCache();
        flip(*cache, "segments", "columns", 8);
        flip(*cache, "bodies", "body", 8);
        QTest::ignoreMessage(
            QtWarningMsg,
            "segment 2 fails its checksum; seqs 1 to 9007199254740991 will be fetched again");
        QVERIFY(cache->load()->state().coverage.isEmpty());
        for (const int number : {1, 3})
            QCOMPARE(cache->store(page(number)).newEvents, 0);
        healsWith(*cache, page(2));
    }
};

QTEST_GUILESS_MAIN(tst_Quarantine)
#include "tst_quarantine.moc"
