// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/pagebuilder.h"

#include "core/cache/cache.h"
#include "core/stream/gapfinder.h"

#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

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

private slots:
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
