// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/cache/cachefixture.h"
#include "tests/support/pagebuilder.h"

#include "core/cache/cacheaudit.h"
#include "core/cache/eventstore.h"
#include "core/cache/streamrow.h"
#include "core/stream/gapfinder.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <random>
#include <rapidcheck.h>
#include <set>

using namespace Gapline;
using Gapline::Test::kNow;
using Gapline::Test::OpenCache;
using Gapline::Test::PageBuilder;
using Gapline::Test::seqsOf;
using Seqs = std::vector<qint64>;

class tst_EventStore : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    int m_files = 0;

    QString newFile() { return m_folder.filePath(QStringLiteral("%1.db").arg(++m_files)); }

private slots:
    void replayingAPageChangesNothing()
    {
        OpenCache cache(newFile());
        const EventPage page = PageBuilder().events({1, 4, 7, 8, 12}).scanned(0, 15).build();
        const PageStored first = cache.store(page);
        const EventStreamPtr before = cache.load();
        for (int i = 0; i < 3; ++i) {
            const PageStored again = cache.store(page);
            QCOMPARE(again.newEvents, 0);
            QCOMPARE(again.lateEvents, 0);
            QVERIFY(again.conflicts.empty());
            QVERIFY(again.state == first.state);
        }
        QCOMPARE(cache.number(QStringLiteral("SELECT count(*) FROM segments")), 1);
        QCOMPARE(cache.number(QStringLiteral("SELECT count(*) FROM bodies")), 1);
        QCOMPARE(seqsOf(cache.load()), seqsOf(before));
    }

    void aStreamThatSomebodyHoldsIsNotReadAgain()
    {
        OpenCache cache(newFile());
        cache.store(PageBuilder().events({1, 4}).scanned(0, 6).build());
        EventStreamPtr held = cache.load();
        QCOMPARE(cache.load(), held);
        cache.store(PageBuilder().event(7).scanned(6, 8).build());
        const EventStreamPtr grown = cache.load();
        QCOMPARE(seqsOf(grown), (Seqs{1, 4, 7}));
        // Only what was scanned is more.
        cache.store(PageBuilder().scanned(8, 9).build());
        QCOMPARE(cache.load()->state().cursor, Seq{9});
    }

    void aStreamThatWasForgottenIsNotHandedOn()
    {
        OpenCache cache(newFile());
        const EventPage page = PageBuilder().events({1, 4}).scanned(0, 6).build();
        cache.store(page);
        const EventStreamPtr held = cache.load();
        QVERIFY(purgeCache(*cache.database, {}));
        // The same is known of it as before, but its bytes lie elsewhere.
        cache.store(page);
        const EventStreamPtr again = cache.load();
        QVERIFY(again != held);
        QCOMPARE(cache.raw(again, 1),
                 QByteArray(R"({"eventId":"evt_4","seq":4,"type":"step.completed"})"));
    }

    void anyCutIntoPagesInAnyOrderGivesTheSameStream()
    {
        QVERIFY(rc::check([this] {
            const auto last = *rc::gen::inRange<qint64>(1, 60);
            std::set<qint64> seqs;
            for (qint64 seq = 1; seq <= last; ++seq) {
                if (*rc::gen::inRange(0, 10) < 6)
                    seqs.insert(seq);
            }
            std::set<qint64> cuts{last};
            for (int i = *rc::gen::inRange(0, 8); i > 0; --i)
                cuts.insert(*rc::gen::inRange<qint64>(1, last + 1));
            std::vector<EventPage> pages;
            qint64 since = 0;
            for (const qint64 cut : cuts) {
                PageBuilder page;
                for (auto it = seqs.upper_bound(since); it != seqs.end() && *it <= cut; ++it)
                    page.event(*it);
                pages.push_back(page.scanned(since, cut).hasMore(cut != last).build());
                since = cut;
            }
            // Some pages come twice, and all of them in any order.
            std::vector<size_t> order;
            for (size_t i = 0; i < pages.size() * 2; ++i)
                order.push_back(i / 2);
            std::ranges::shuffle(order, std::mt19937(*rc::gen::arbitrary<quint32>()));

            OpenCache cache(newFile());
            for (const size_t page : order)
                cache.store(pages[page]);
            const EventStreamPtr stream = cache.load();
            RC_ASSERT(seqsOf(stream) == Seqs(seqs.begin(), seqs.end()));
            RC_ASSERT(stream->state().coverage == SeqSet({{{1}, {last}}}));
            RC_ASSERT(stream->state().cursor == Seq{last});
            RC_ASSERT(stream->state().isComplete);
            RC_ASSERT(stream->state().lateCount == 0);
            RC_ASSERT(countSeqs(findGaps(*stream), GapKind::InternalOnly)
                      == last - qint64(seqs.size()));
        }));
    }

    void onlyThePageAtTheEndSaysWhetherTheStreamIsComplete()
    {
        OpenCache cache(newFile());
        const auto isComplete = [&cache](qint64 since, qint64 cursor, bool hasMore) {
            return cache.store(PageBuilder().scanned(since, cursor).hasMore(hasMore).build())
                .state.isComplete;
        };
        QVERIFY(!isComplete(0, 5, true));
        QVERIFY(isComplete(5, 9, false));
        QVERIFY(isComplete(9, 9, false)); // asked again, nothing new
        QVERIFY(isComplete(0, 5, true)); // an old page comes again
        QVERIFY(isComplete(2, 4, true)); // a scan that lies elsewhere
        QVERIFY(!isComplete(20, 25, false)); // something lies further on: 10 to 20 are not known
        QCOMPARE(cache.load()->state().cursor, Seq{9});
        QVERIFY(isComplete(9, 20, true)); // the hole is filled, up to where the answers ended
        QCOMPARE(cache.load()->state().cursor, Seq{25});
        QVERIFY(!isComplete(25, 30, true));
        QVERIFY(isComplete(30, 30, false));
        QVERIFY(!isComplete(30, 30, true)); // the server takes it back
    }

    void anEmptyPageFromBeyondTheEndSaysNothing()
    {
        OpenCache cache(newFile());
        const auto stateAfter = [&cache](qint64 since, qint64 cursor, bool hasMore) {
            return cache.store(PageBuilder().scanned(since, cursor).hasMore(hasMore).build()).state;
        };
        // Where nothing was scanned, nothing is complete.
        const StreamState nothing = stateAfter(46, 46, false);
        QVERIFY(nothing.coverage.isEmpty());
        QVERIFY(!nothing.knownEnd);
        QVERIFY(!nothing.isComplete);
        QVERIFY(nothing.fetchedAt);
        QVERIFY(!stateAfter(0, 40, true).isComplete);
        QVERIFY(!stateAfter(1000, 1000, false).isComplete);
        QVERIFY(stateAfter(40, 46, false).isComplete);
        QVERIFY(stateAfter(1000, 1000, false).isComplete);
        QCOMPARE(cache.load()->state().knownEnd, std::optional(Seq{46}));
        QVERIFY(!stateAfter(46, 50, true).isComplete);
        QVERIFY(stateAfter(50, 50, false).isComplete);
    }

    void anEndThatWasWrittenFromBeyondIsFoundAnewByTheNextPage()
    {
        const QString file = newFile();
        {
            OpenCache cache(file);
            cache.store(PageBuilder().events({1, 4}).scanned(0, 46).build());
            const qint64 execution = cache.number(QStringLiteral("SELECT execution FROM streams"));
            Result<StreamRow> row = loadStreamRow(*cache.database, execution);
            QVERIFY(row && row->knownEnd == Seq{46});
            row->knownEnd = Seq{1000}; // As an earlier version wrote it, its checksum included.
            QVERIFY(saveStreamRow(*cache.database, *row));
        }
        OpenCache cache(file);
        QCOMPARE(cache.load()->state().coverage, (SeqSet{{{1}, {46}}}));
        QVERIFY(!cache.load()->state().knownEnd);
        QVERIFY(!cache.load()->state().isComplete);
        QVERIFY(cache.store(PageBuilder().scanned(46, 46).build()).state.isComplete);
        QVERIFY(cache.load()->state().isComplete);
    }

    void aSeqInsideAScannedRangeAppearsLate()
    {
        OpenCache cache(newFile());
        cache.store(PageBuilder().events({1, 4}).scanned(0, 6).build());
        const PageStored stored =
            cache.store(PageBuilder().events({1, 3, 4, 7}).scanned(0, 8).build());
        QCOMPARE(stored.newEvents, 2);
        QCOMPARE(stored.lateEvents, 1);
        QCOMPARE(stored.state.lateCount, 1);
        const EventStreamPtr stream = cache.load();
        QCOMPARE(seqsOf(stream), (Seqs{1, 3, 4, 7}));
        QVERIFY(stream->flagsAt(1) == EventFlags(EventFlag::AppearedLate));
        QVERIFY(stream->flagsAt(3) == EventFlags());
        QCOMPARE(cache.raw(stream, 1),
                 QByteArray(R"({"eventId":"evt_3","seq":3,"type":"step.completed"})"));
    }

    void anotherContentForASeqIsKeptBesideTheFirst()
    {
        OpenCache cache(newFile());
        const QByteArray first = R"({"eventId":"evt_a","seq":2})";
        const QByteArray other = R"({"eventId":"evt_b","seq":2})";
        cache.store(PageBuilder().event(2, "step.failed", {}, first).scanned(0, 2).build());
        const EventPage changed =
            PageBuilder().event(2, "step.failed", {}, other).scanned(0, 2).build();
        for (int i = 0; i < 2; ++i) {
            const PageStored stored = cache.store(changed);
            QCOMPARE(stored.conflicts, std::vector<Seq>{{2}});
            QCOMPARE(stored.newEvents, 0);
            QCOMPARE(stored.state.conflictCount, 1);
        }
        const EventStreamPtr stream = cache.load();
        QCOMPARE(stream->count(), 1);
        QVERIFY(stream->flagsAt(0).testFlag(EventFlag::Conflict));
        QCOMPARE(cache.raw(stream, 0), first);
        const auto kept = cache.events->loadVersions(ExecutionId(QStringLiteral("exec_test")), {2});
        QVERIFY(kept);
        QCOMPARE(kept->size(), 1);
        QCOMPARE(kept->first().content, other);
        QCOMPARE(kept->first().seenAt, Gapline::Test::kNow);
    }

    void anEventThatALaterScanDoesNotReturnIsKeptAndMarkedAsGone()
    {
        OpenCache cache(newFile());
        cache.store(PageBuilder().events({1, 4, 7}).scanned(0, 9).build());
        const Result<StorageMark> mark = cache.events->loadMark();
        QVERIFY(mark);
        const EventPage without = PageBuilder().events({1, 7}).scanned(0, 9).build();
        for (int i = 0; i < 2; ++i) {
            const Result<PageStored> stored =
                cache.events->storePage(without, Gapline::Test::kNow, *mark);
            QVERIFY(stored);
            QCOMPARE(stored->gone, std::vector<Seq>{{4}});
            QCOMPARE(stored->state.goneCount, 1);
            QCOMPARE(stored->state.conflictCount, 0);
            QCOMPARE(stored->storedEvents, 3);
        }
        const EventStreamPtr stream = cache.load();
        QCOMPARE(seqsOf(stream), (std::vector<qint64>{1, 4, 7}));
        QVERIFY(stream->flagsAt(1) == EventFlags(EventFlag::Gone));
        QVERIFY(stream->timeAt(1));
        QVERIFY(stream->flagsAt(0) == EventFlags());
        QCOMPARE(stream->state().goneCount, 1);
        const auto versions =
            cache.events->loadVersions(ExecutionId(QStringLiteral("exec_test")), {4});
        QVERIFY(versions);
        QCOMPARE(versions->size(), 1);
        QVERIFY(versions->first().isAbsence());
    }

    void anEventWithoutATimestampIsNotTakenForGone()
    {
        OpenCache cache(newFile());
        EventPage page = PageBuilder().events({1, 4}).scanned(0, 9).build();
        page.events.front().flags = EventFlag::NoTimestamp;
        cache.store(page);
        const EventStreamPtr stream = cache.load();
        QVERIFY(!stream->timeAt(0));
        QVERIFY(!stream->flagsAt(0).testFlag(EventFlag::Gone));
        QVERIFY(stream->timeAt(1));
    }

    void anotherAnswerWhoseBytesHaveChangedIsNotShownAsOne_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("other content") << QByteArray(R"({"seq":2,"data":{"forged":true}})");
        QTest::newRow("emptied, as if the event were gone") << QByteArray("");
    }
    void anotherAnswerWhoseBytesHaveChangedIsNotShownAsOne()
    {
        QFETCH(const QByteArray, content);
        OpenCache cache(newFile());
        cache.store(PageBuilder().event(2, "a", {}, R"({"seq":2})").scanned(0, 2).build());
        cache.store(
            PageBuilder().event(2, "a", {}, R"({"seq":2,"data":null})").scanned(0, 2).build());
        const ExecutionId execution(QStringLiteral("exec_test"));
        QVERIFY(!cache.events->loadVersions(execution, {2})->first().isDamaged);
        QVERIFY(cache.database->run(QStringLiteral("UPDATE conflicts SET content = x'%1'")
                                        .arg(QString::fromLatin1(content.toHex()))));
        const auto versions = cache.events->loadVersions(execution, {2});
        QVERIFY(versions);
        QCOMPARE(versions->size(), 1);
        QVERIFY(versions->first().isDamaged);
        QVERIFY(versions->first().content.isEmpty());
        QVERIFY(!versions->first().isAbsence());
        const auto audit = verifyCache(*cache.database);
        QVERIFY(audit);
        QCOMPARE(audit->problems,
                 QStringList{QStringLiteral(
                     "exec_test, seq 2: another answer that was kept fails its checksum")});
    }

    void anAnswerThatMayBeOlderThanTheEventSaysNothingAboutItsAbsence()
    {
        OpenCache cache(newFile());
        const Result<StorageMark> mark = cache.events->loadMark();
        QVERIFY(mark);
        // Another process stores the event after the page was asked for.
        cache.store(PageBuilder().events({1, 4}).scanned(0, 5).build());
        const EventPage without = PageBuilder().events({1}).scanned(0, 5).build();
        const Result<PageStored> stored =
            cache.events->storePage(without, Gapline::Test::kNow, *mark);
        QVERIFY(stored);
        QVERIFY(stored->gone.empty());
        QVERIFY(cache.store(without).gone.empty());
        QVERIFY(cache.load()->flagsAt(1) == EventFlags());
    }

    void onlyWhatAPageScannedCanBeGone()
    {
        OpenCache cache(newFile());
        cache.store(PageBuilder().events({1, 4, 7}).scanned(0, 9).build());
        const Result<StorageMark> mark = cache.events->loadMark();
        QVERIFY(mark);
        const EventPage middle = PageBuilder().scanned(1, 5).build();
        const Result<PageStored> stored =
            cache.events->storePage(middle, Gapline::Test::kNow, *mark);
        QVERIFY(stored);
        QCOMPARE(stored->gone, std::vector<Seq>{{4}});
    }

    void whiteSpaceBetweenTokensIsNoOtherContent()
    {
        OpenCache cache(newFile());
        cache.store(
            PageBuilder().event(1, "a", {}, R"({"seq":1,"data":{"a b":1}})").scanned(0, 1).build());
        const PageStored spaced =
            cache.store(PageBuilder()
                            .event(1, "a", {}, "{\n \"seq\": 1, \"data\": {\"a b\": 1}}")
                            .scanned(0, 1)
                            .build());
        QVERIFY(spaced.conflicts.empty());
        const PageStored changed = cache.store(
            PageBuilder().event(1, "a", {}, R"({"seq":1,"data":{"ab":1}})").scanned(0, 1).build());
        QCOMPARE(changed.conflicts.size(), 1U);
    }

    void bytesTypesAndNumbersSurvive()
    {
        const std::vector<QByteArray> raws{
            R"({"data":"\ud83d\ude00 \u0000 \/"})",
            "{\"data\":\"\xf0\x9f\x98\x80 \xc3\xa9\"}",
            "{\"data\":\"bad \xff\xfe utf-8\", \"n\": 12345678901234567890123}",
            "{\"eventId\" : null,\t\"data\":\r\n[]}",
            QByteArray("{\"data\":\"") + QByteArray(1'000'000, 'x') + "\"}",
        };
        const std::vector<qint64> seqs{1, 2, 70'000, 5'000'000'000, kMaxSafeInteger};
        const QString file = newFile();
        {
            OpenCache cache(file);
            PageBuilder page;
            for (size_t i = 0; i < raws.size(); ++i)
                page.event(seqs[i], "type." + QByteArray::number(int(i)), "step", raws[i]);
            cache.store(page.scanned(0, kMaxSafeInteger).build());
        }
        OpenCache cache(file);
        const EventStreamPtr stream = cache.load();
        QCOMPARE(seqsOf(stream), seqs);
        for (size_t i = 0; i < raws.size(); ++i) {
            QCOMPARE(cache.raw(stream, qsizetype(i)), raws[i]);
            QCOMPARE(stream->typeAt(qsizetype(i)), "type." + QByteArray::number(int(i)));
            QCOMPARE(stream->stepIdAt(qsizetype(i)), std::optional<QByteArray>("step"));
        }
        QCOMPARE(stream->state().cursor, Seq{kMaxSafeInteger});
    }

    void aSnapshotGrowsByWhatIsNew()
    {
        OpenCache cache(newFile());
        cache.store(PageBuilder().event(1, "a", "s1").event(9, "b", "s2").scanned(0, 9).build());
        const EventStreamPtr old = cache.load();
        cache.store(PageBuilder().event(5, "c", "s1").event(12, "a").scanned(2, 12).build());
        const EventStreamPtr grown = cache.load(old);
        QCOMPARE(seqsOf(grown), (Seqs{1, 5, 9, 12}));
        QCOMPARE(grown->typeAt(1), QByteArray("c"));
        QCOMPARE(grown->stepIdAt(3), std::optional<QByteArray>());
        QCOMPARE(seqsOf(old), (Seqs{1, 9}));
        QCOMPARE(grown->state().cursor, cache.load()->state().cursor);
    }

    void aSnapshotOfAnotherCacheIsNotContinued()
    {
        OpenCache one(newFile());
        OpenCache other(newFile());
        one.store(PageBuilder().events({1, 2}).scanned(0, 2).build());
        other.store(PageBuilder().events({5}).scanned(0, 5).build());
        QCOMPARE(seqsOf(other.load(one.load())), Seqs{5});
    }

    void moreTypesThanAStreamTellsApartShareAName()
    {
        OpenCache cache(newFile());
        PageBuilder page;
        constexpr qint64 kTypes = 65'600;
        for (qint64 seq = 1; seq <= kTypes; ++seq)
            page.event(seq, "t" + QByteArray::number(seq));
        cache.store(page.scanned(0, kTypes).build());
        const EventStreamPtr stream = cache.load();
        QCOMPARE(stream->count(), kTypes);
        QCOMPARE(stream->typeAt(65'534), QByteArray("t65535"));
        QCOMPARE(stream->typeAt(65'535), QByteArray(kFurtherTypes));
        QCOMPARE(stream->typeAt(kTypes - 1), QByteArray(kFurtherTypes));
    }

    void aFullDiskIsSaidAndLeavesWhatWasStored()
    {
        OpenCache cache(newFile());
        cache.store(PageBuilder().events({1, 2}).scanned(0, 2).build());
        const qint64 pages = cache.number(QStringLiteral("PRAGMA page_count"));
        QVERIFY(cache.database->run(QStringLiteral("PRAGMA max_page_count=%1").arg(pages)));
        QByteArray noise(200'000, Qt::Uninitialized);
        std::ranges::generate(noise, std::mt19937(1));
        const Result<PageStored> stored = cache.events->storePage(
            PageBuilder().event(3, "a", {}, noise).scanned(2, 3).build(), kNow);
        QVERIFY(!stored);
        QCOMPARE(stored.error().id, ErrorId::CacheDiskFull);
        QCOMPARE(seqsOf(cache.load()), (Seqs{1, 2}));
        QCOMPARE(cache.load()->state().cursor, Seq{2});

        // Once there is room again, the sync goes on.
        QVERIFY(cache.database->run(QStringLiteral("PRAGMA max_page_count=100000")));
        cache.store(PageBuilder().event(3, "a", {}, noise).scanned(2, 3).build());
        QCOMPARE(cache.raw(cache.load(), 2), noise);
    }

    void aRefusedPageIsKeptApart()
    {
        OpenCache cache(newFile());
        const Error why{ErrorId::ContractStuckCursor, QStringLiteral("The cursor stays at 7.")};
        const ExecutionId id(QStringLiteral("exec_test"));
        QVERIFY(cache.events->storeRefusedPage(id, why, "{\"result\":7}", kNow));
        QCOMPARE(cache.number(QStringLiteral("SELECT count(*) FROM refused_pages")), 1);
        QVERIFY(cache.load()->isEmpty());
        QVERIFY(!cache.load()->state().fetchedAt);
    }
};

QTEST_GUILESS_MAIN(tst_EventStore)
#include "tst_eventstore.moc"
