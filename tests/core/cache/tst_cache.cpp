// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/pagebuilder.h"

#include "core/cache/cache.h"
#include "core/cache/database.h"
#include "core/stream/gapfinder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>

using namespace Gapline;
using Gapline::Test::PageBuilder;

static const ExecutionId kExecution(QStringLiteral("exec_test"));
static constexpr EpochMs kNow = fromEpochMs(1777374600000);

class tst_Cache : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    int m_files = 0;

    QString newFile()
    {
        return m_folder.filePath(QStringLiteral("made/here/%1.db").arg(++m_files));
    }

    /// With one event each: page n has seq n.
    static void storePages(Cache &cache, int count)
    {
        for (qint64 n = 0; n < count; ++n)
            cache.storePage(PageBuilder().events({n + 1}).scanned(n, n + 1).build(), kNow);
    }

    /// How far the cache's thread stands back behind this one.
    static int niceOfCacheThread()
    {
        const QDir tasks(QStringLiteral("/proc/self/task"));
        for (const QString &task : tasks.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            QFile name(tasks.filePath(task + QStringLiteral("/comm")));
            if (name.open(QIODevice::ReadOnly) && name.readAll() == "cache\n")
                return ::getpriority(PRIO_PROCESS, id_t(task.toInt()))
                    - ::getpriority(PRIO_PROCESS, 0);
        }
        return -1;
    }

private slots:
    void theThreadThatStoresLetsTheWindowGoFirstWhereItIsAskedTo()
    {
        Cache cache;
        QVERIFY(cache.open(newFile()).result());
        QCOMPARE(niceOfCacheThread(), 0);
        cache.letOthersGoFirst();
        const Result<PageStored> stored =
            cache.storePage(PageBuilder().events({1, 2}).scanned(0, 2).build(), kNow).result();
        QVERIFY(stored);
        QCOMPARE(stored->newEvents, 2);
        QCOMPARE(niceOfCacheThread(), 10);
    }

    void theWorkedExampleOfTheGapArithmetic()
    {
        Cache cache;
        const Result<CacheOpening> opening = cache.open(newFile()).result();
        QVERIFY2(opening, qPrintable(opening ? QString() : opening.error().message));
        QVERIFY(opening->isNew);
        const Result<PageStored> stored =
            cache.storePage(PageBuilder().events({1, 4, 7, 8, 12}).scanned(0, 15).build(), kNow)
                .result();
        QVERIFY2(stored, qPrintable(stored ? QString() : stored.error().message));
        QCOMPARE(stored->newEvents, 5);
        QCOMPARE(stored->state.cursor, Seq{15});
        QVERIFY(stored->state.isComplete);

        const Result<EventStreamPtr> stream = cache.loadStream(kExecution).result();
        QVERIFY(stream);
        QCOMPARE((*stream)->count(), 5);
        const std::vector<Gap> gaps = findGaps(**stream);
        QCOMPARE(gaps.size(), 4U);
        QCOMPARE(countSeqs(gaps, GapKind::InternalOnly), 10);

        // The next sync asks sinceSeq 15, and new events leave no false gap.
        QVERIFY(
            cache.storePage(PageBuilder().events({16, 17}).scanned(15, 17).build(), kNow).result());
        const Result<EventStreamPtr> grown = cache.loadStream(kExecution, *stream).result();
        QVERIFY(grown);
        QCOMPARE((*grown)->count(), 7);
        QCOMPARE(countSeqs(findGaps(**grown), GapKind::InternalOnly), 10);
        QCOMPARE((*grown)->state().cursor, Seq{17});
        QCOMPARE((*stream)->count(), 5);
    }

    void whatWasStoredIsThereAfterReopening()
    {
        const QString file = newFile();
        {
            Cache cache;
            QVERIFY(cache.open(file).result());
            cache.storePage(PageBuilder().events({2}).scanned(0, 3).hasMore().build(), kNow);
        }
        QVERIFY(!QFileInfo::exists(file + QStringLiteral("-wal")));
        for (const CacheAccess access : {CacheAccess::ReadWrite, CacheAccess::ReadOnly}) {
            Cache cache;
            const Result<CacheOpening> opening = cache.open(file, access).result();
            QVERIFY(opening);
            QVERIFY(!opening->isNew);
            QCOMPARE(opening->isReadOnly, access == CacheAccess::ReadOnly);
            const Result<EventStreamPtr> stream = cache.loadStream(kExecution).result();
            QVERIFY(stream);
            QCOMPARE((*stream)->count(), 1);
            QVERIFY(!(*stream)->state().isComplete);
            const Result<SegmentBodyPtr> body =
                cache.loadBody((*stream)->rawLocationAt(0).bodyId).result();
            QVERIFY(body);
            QCOMPARE((*body)->raw((*stream)->rawLocationAt(0)),
                     QByteArrayView(R"({"eventId":"evt_2","seq":2,"type":"step.completed"})"));
        }
    }

    void bodiesAskedForAtOnceAreEachTheirOwn()
    {
        constexpr int kPages = 20;
        const QString file = newFile();
        QList<QFuture<Result<SegmentBodyPtr>>> bodies;
        {
            Cache cache;
            QVERIFY(cache.open(file).result());
            for (qint64 n = 0; n < kPages; ++n)
                cache.storePage(PageBuilder().events({n + 1}).scanned(n, n + 1).build(), kNow);
            for (qint64 id = 1; id <= kPages; ++id)
                bodies << cache.loadBody(id);
            bodies << cache.loadBody(kPages + 1);
        } // Going away, the cache still answers what was asked.
        for (qint64 id = 1; id <= kPages; ++id) {
            const Result<SegmentBodyPtr> body = bodies.at(id - 1).result();
            QVERIFY(body);
            QCOMPARE((*body)->id, id);
            QVERIFY((*body)->bytes.contains("\"seq\":" + QByteArray::number(id) + ','));
        }
        QCOMPARE(bodies.last().result().error().id, ErrorId::CacheNotStored);
    }

    void severalBodiesComeInTheOrderInWhichTheyWereAskedFor()
    {
        const QString file = newFile();
        Cache cache;
        QVERIFY(cache.open(file).result());
        storePages(cache, 4);
        const SegmentBodies sound = cache.loadBodies({3, 1, 4}).result();
        QCOMPARE(sound.size(), size_t(3));
        for (const auto &[at, id] : {std::pair(0, 3), {1, 1}, {2, 4}}) {
            QVERIFY(sound[size_t(at)]);
            QCOMPARE((*sound[size_t(at)])->id, id);
            QVERIFY(
                (*sound[size_t(at)])->bytes.contains("\"seq\":" + QByteArray::number(id) + ','));
        }

        const auto other = Database::open(file, DatabaseMode::ReadWrite);
        QVERIFY(other
                && (*other)->run(QStringLiteral(
                    "UPDATE bodies SET body = zeroblob(length(body)) WHERE id = 2")));
        QSignalSpy changed(&cache, &Cache::streamChanged);
        const SegmentBodies mixed = cache.loadBodies({1, 2, 9, 3}).result();
        QCOMPARE(mixed.size(), size_t(4));
        QVERIFY(mixed[0] && !(*mixed[0])->isDamaged);
        QVERIFY(mixed[1] && (*mixed[1])->isDamaged && (*mixed[1])->bytes.isEmpty());
        QCOMPARE(mixed[2].error().id, ErrorId::CacheNotStored);
        QVERIFY(mixed[3] && !(*mixed[3])->isDamaged);
        QTRY_VERIFY(!changed.isEmpty());
        const StreamState state = *cache.loadStreamState(kExecution).result();
        QVERIFY((state.coverage == SeqSet{{{1}, {1}}, {{3}, {4}}}));
    }

    /// Sound to unpack and as long as its own, so that the checksum alone tells.
    void aBodyInAnothersPlaceIsDamagedWhereverItStandsAmongSeveral()
    {
        for (qint64 at = 1; at <= 4; ++at) {
            const QString file = newFile();
            Cache cache;
            QVERIFY(cache.open(file).result());
            storePages(cache, 4);
            QCOMPARE((*cache.loadStream(kExecution).result())->count(), 4);
            const auto other = Database::open(file, DatabaseMode::ReadWrite);
            const QString swap = QStringLiteral(
                "UPDATE bodies SET body = (SELECT body FROM bodies WHERE id = %1) WHERE id = %2");
            QVERIFY(other && (*other)->run(swap.arg(at % 4 + 1).arg(at)));
            const SegmentBodies bodies = cache.loadBodies({1, 2, 3, 4}).result();
            for (qint64 id = 1; id <= 4; ++id) {
                const Result<SegmentBodyPtr> &body = bodies[size_t(id - 1)];
                QVERIFY(body);
                QCOMPARE((*body)->isDamaged, id == at);
                QCOMPARE((*body)->bytes.isEmpty(), id == at);
            }
        }
    }

    void aDamagedBodyIsSaidAndItsSeqsAreToBeFetchedAgain()
    {
        const QString file = newFile();
        Cache cache;
        QVERIFY(cache.open(file).result());
        storePages(cache, 3);
        QVERIFY(cache.loadStream(kExecution).result());
        const auto other = Database::open(file, DatabaseMode::ReadWrite);
        QVERIFY(other
                && (*other)->run(QStringLiteral(
                    "UPDATE bodies SET body = zeroblob(length(body)) WHERE id = 2")));
        QSignalSpy changed(&cache, &Cache::streamChanged);
        QVERIFY(!(*cache.loadBody(1).result())->isDamaged);
        const Result<SegmentBodyPtr> body = cache.loadBody(2).result();
        QVERIFY(body && (*body)->isDamaged && (*body)->bytes.isEmpty());
        QTRY_VERIFY(!changed.isEmpty());
        const StreamState state = *cache.loadStreamState(kExecution).result();
        QVERIFY((state.coverage == SeqSet{{{1}, {1}}, {{3}, {3}}}));
    }

    void executionsAreListedNewestFirstWithTheirCounts()
    {
        Cache cache;
        QVERIFY(cache.open(newFile()).result());
        Execution older;
        older.executionId = ExecutionId(QStringLiteral("exec_a"));
        older.status = QStringLiteral("running");
        older.startedAt = fromEpochMs(1777374500000);
        Execution newer = older;
        newer.executionId = ExecutionId(QStringLiteral("exec_b"));
        newer.startedAt = fromEpochMs(1777374500001);
        QVERIFY(cache.storeExecutions({older, newer}, kNow).result());
        cache.storePage(PageBuilder(QStringLiteral("exec_a")).events({1, 4}).scanned(0, 5).build(),
                        kNow);
        cache.storePage(PageBuilder().events({1}).scanned(0, 1).build(), kNow);

        const Result<QList<CachedExecution>> list = cache.loadExecutions().result();
        QVERIFY2(list, qPrintable(list ? QString() : list.error().message));
        QCOMPARE(list->size(), 3);
        QCOMPARE(list->at(0).execution.executionId.text(), QStringLiteral("exec_b"));
        QCOMPARE(list->at(1).eventCount, 2);
        QCOMPARE(list->at(1).internalSeqs, 3);
        QVERIFY(list->at(1).hasView);
        QVERIFY(!list->at(2).hasView);
        QCOMPARE(list->at(2).eventCount, 1);
    }

    void whatAnotherProcessStoresIsNoticed()
    {
        // Two caches on one file have no more in common than two processes.
        const QString file = newFile();
        Cache reader;
        Cache writer;
        QVERIFY(reader.open(file).result());
        QVERIFY(writer.open(file).result());
        QSignalSpy streams(&reader, &Cache::streamChanged);
        QSignalSpy executions(&reader, &Cache::executionsChanged);
        QVERIFY(writer.storePage(PageBuilder().events({1}).scanned(0, 1).build(), kNow).result());
        QTRY_COMPARE(streams.size(), 1);
        QTRY_COMPARE(executions.size(), 1);
        QCOMPARE(streams.first().first().value<ExecutionId>(), kExecution);
        QCOMPARE((*reader.loadStream(kExecution).result())->count(), 1);
    }

    void whatIsOpenStaysOpenWhenItIsOpenedAgain()
    {
        const QString file = newFile();
        Cache cache;
        QVERIFY(cache.open(file).result()->isNew);
        QVERIFY(cache.storePage(PageBuilder().events({1, 3}).scanned(0, 4).build(), kNow).result());
        const EventStreamPtr stream = *cache.loadStream(kExecution).result();
        // Whoever is second is told the same.
        QVERIFY(cache.open(file).result()->isNew);
        QCOMPARE(*cache.loadStream(kExecution).result(), stream);
    }

    void anotherFileAtThePathIsOpened()
    {
        const QString file = newFile();
        Cache cache;
        QVERIFY(cache.open(file).result());
        QVERIFY(cache.storePage(PageBuilder().event(1).scanned(0, 1).build(), kNow).result());
        QVERIFY(QFile::rename(file, file + QStringLiteral(".moved")));
        QFile::remove(file + QStringLiteral("-wal"));
        QFile::remove(file + QStringLiteral("-shm"));
        QVERIFY(cache.open(file).result()->isNew);
        QVERIFY((*cache.loadStream(kExecution).result())->isEmpty());
    }

    void pagesOfTwoWritersMelt()
    {
        const QString file = newFile();
        {
            Cache a;
            Cache b;
            QVERIFY(a.open(file).result());
            QVERIFY(b.open(file).result());
            QList<QFuture<Result<PageStored>>> answers;
            for (qint64 since = 0; since < 100; ++since) {
                const EventPage page =
                    PageBuilder().event(since + 1).scanned(since, since + 1).build();
                // Both fetch some of it, each in its own order.
                answers << a.storePage(page, kNow);
                answers << b.storePage(
                    PageBuilder().event(100 - since).scanned(99 - since, 100 - since).build(),
                    kNow);
            }
            for (const auto &answer : answers)
                QVERIFY2(answer.result(), "both writers get their turn");
        }
        Cache cache;
        QVERIFY(cache.open(file).result());
        const Result<EventStreamPtr> stream = cache.loadStream(kExecution).result();
        QCOMPARE((*stream)->count(), 100);
        QCOMPARE((*stream)->state().cursor, Seq{100});
        QVERIFY((*stream)->state().isComplete);
        QVERIFY(cache.verify().result()->isSound);
        QCOMPARE(cache.info().result()->events, 100);
    }

    void aReaderWithoutLocksSeesALaterWriter()
    {
        const QString file = newFile();
        {
            Cache cache;
            QVERIFY(cache.open(file).result());
            cache.storePage(PageBuilder().events({1}).scanned(0, 1).build(), kNow);
        }
        Cache reader;
        QVERIFY(reader.open(file, CacheAccess::ReadOnly).result());
        QCOMPARE((*reader.loadStream(kExecution).result())->count(), 1);
        Cache writer;
        QVERIFY(writer.open(file).result());
        QVERIFY(writer.storePage(PageBuilder().events({2}).scanned(1, 2).build(), kNow).result());
        QCOMPARE((*reader.loadStream(kExecution).result())->count(), 2);
    }

    void verifyAnswersWhicheverPageIsDamaged()
    {
        const QString sound = newFile();
        {
            Cache cache;
            QVERIFY(cache.open(sound).result());
            storePages(cache, 20);
        }
        constexpr qint64 kPage = 4096;
        const qint64 size = QFileInfo(sound).size();
        int unsound = 0;
        for (qint64 begin = kPage; begin < size; begin += kPage) {
            const QString file = newFile();
            QVERIFY(QFile::copy(sound, file));
            QFile page(file);
            QVERIFY(page.open(QIODevice::ReadWrite) && page.seek(begin));
            page.write(QByteArray(kPage, '\xa5'));
            page.close();
            Cache cache;
            if (!cache.open(file, CacheAccess::ReadOnly).result())
                continue; // The page is the schema's.
            const Result<CacheVerification> verification = cache.verify().result();
            QVERIFY2(verification, verification ? "" : qPrintable(verification.error().message));
            unsound += !verification->isSound && !verification->problems.isEmpty();
        }
        QVERIFY(unsound > 3);
    }

    void everyCallBeforeOpeningIsAnError()
    {
        Cache cache;
        QVERIFY(!cache.loadExecutions().result());
        QCOMPARE(cache.loadStream(kExecution).result().error().id, ErrorId::CacheNotStored);
    }

    void destroyingFinishesWhatWasAsked()
    {
        const QString file = newFile();
        QFuture<Result<PageStored>> last;
        {
            Cache cache;
            cache.open(file);
            for (qint64 since = 0; since < 50; ++since) {
                last = cache.storePage(
                    PageBuilder().event(since + 1).scanned(since, since + 1).build(), kNow);
            }
        }
        QVERIFY(last.isFinished());
        QCOMPARE(last.result()->state.cursor, Seq{50});
    }

    void purgingLeavesNoTrace()
    {
        const QString file = newFile();
        Cache cache;
        QVERIFY(cache.open(file).result());
        const QByteArray payload = R"({"data":"a payload to forget"})";
        cache.storePage(PageBuilder().event(1, "a", {}, payload).scanned(0, 1).build(), kNow);
        cache.storePage(PageBuilder()
                            .event(1, "a", {}, R"({"data":"a payload to forget too"})")
                            .scanned(0, 1)
                            .build(),
                        kNow);
        cache.storePage(PageBuilder(QStringLiteral("exec_kept")).events({1}).scanned(0, 1).build(),
                        kNow);
        const Error why{ErrorId::ContractStuckCursor, QStringLiteral("7")};
        cache.storeRefusedPage(kExecution, why, payload, kNow);
        QCOMPARE(cache.purge({kExecution, ExecutionId(QStringLiteral("exec_other"))})
                     .result()
                     .value_or(-1),
                 1);
        for (const char *suffix : {"", "-wal"}) {
            QFile content(file + QLatin1String(suffix));
            QVERIFY(content.open(QIODevice::ReadOnly));
            const QByteArray bytes = content.readAll();
            QVERIFY(!bytes.contains("payload to forget"));
            QVERIFY(!bytes.contains("exec_test"));
        }
        QCOMPARE(cache.info().result()->executions, 1);
        QVERIFY((*cache.loadStream(kExecution).result())->isEmpty());
        QVERIFY(cache.verify().result()->isSound);
        QCOMPARE(cache.purge({}).result().value_or(-1), 1);
        QCOMPARE(cache.info().result()->segments, 0);
    }

    void everyStoredPageIsAnnounced()
    {
        Cache cache;
        QSignalSpy spy(&cache, &Cache::streamChanged);
        QVERIFY(cache.open(newFile()).result());
        cache.storePage(PageBuilder().events({1}).scanned(0, 1).build(), kNow);
        QVERIFY(spy.wait());
        QCOMPARE(spy.first().first().value<ExecutionId>(), kExecution);
    }
};

QTEST_GUILESS_MAIN(tst_Cache)
#include "tst_cache.moc"
