// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/cache/cachefixture.h"
#include "tests/support/pagebuilder.h"

#include "core/cache/cache.h"
#include "core/cache/cacheaudit.h"
#include "core/cache/database.h"
#include "core/cache/segmentmerge.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace Gapline;
using Gapline::Test::kNow;
using Gapline::Test::OpenCache;
using Gapline::Test::PageBuilder;
using Gapline::Test::seqsOf;

namespace {

constexpr int kPolls = int(kMostSmallSegments);

/// What the n-th poll of a running execution brings: one to three events, one of them odd now and then.
EventPage poll(int n)
{
    const qint64 from = 10 * n;
    PageBuilder page;
    page.event(from + 1, n % 2 == 0 ? "step.completed" : "step.failed", "step_a");
    if (n % 3 > 0)
        page.event(
            from + 4, "step.breached", {}, "{\"seq\" : " + QByteArray::number(from + 4) + "}");
    if (n % 3 > 1)
        page.event(from + 5, "loop.exhausted", "step_" + QByteArray::number(n));
    EventPage built = page.scanned(from, from + 10).hasMore(false).build();
    if (n % 5 == 0)
        built.events.front().flags = EventFlag::MalformedPayload;
    return built;
}

/// One event of 6 KB, so that the bytes of many do not fit where one did.
EventPage incompressiblePoll(int n)
{
    QRandomGenerator random(quint32(n) + 1);
    QByteArray noise(4500, '\0');
    for (char &byte : noise)
        byte = char(random.bounded(256));
    return PageBuilder()
        .event(10 * n + 5, "step.failed", {}, '"' + noise.toBase64() + '"')
        .scanned(10 * n, 10 * n + 10)
        .build();
}

/// Everything that a stream says of each of its events.
QList<QByteArray> described(OpenCache &cache, const EventStreamPtr &stream)
{
    QList<QByteArray> events;
    for (qsizetype i = 0; i < stream->count(); ++i) {
        events << QByteArray::number(stream->seqAt(i).value) + '|' + stream->typeAt(i) + '|'
                + stream->stepIdAt(i).value_or("none") + '|'
                + QByteArray::number(toEpochMs(stream->timestampAt(i))) + '|'
                + QByteArray::number(stream->flagsAt(i).toInt()) + '|' + cache.raw(stream, i);
    }
    return events;
}

} // namespace

class tst_SegmentMerge : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void theSegmentsOfALongFollowedRunStayFew()
    {
        OpenCache cache(file());
        for (int n = 0; n < 600; ++n)
            cache.store(poll(n));
        QVERIFY(segments(cache) <= kPolls + 8);
        QCOMPARE(segments(cache), cache.number(QStringLiteral("SELECT count(*) FROM bodies")));
        QCOMPARE(cache.load()->count(), 1200);
        const auto audit = verifyCache(*cache.database);
        QVERIFY(audit && audit->isSound);
    }

    void mergingChangesNothingButTheSegments()
    {
        OpenCache cache(file());
        for (int n = 0; n < kPolls - 1; ++n)
            cache.store(poll(n));
        QCOMPARE(segments(cache), kPolls - 1);
        const EventStreamPtr before = cache.load();
        const QList<QByteArray> eventsBefore = described(cache, before);

        const PageStored stored = cache.store(poll(kPolls - 1));
        QCOMPARE(segments(cache), 1);
        const EventStreamPtr after = cache.load(before);
        QList<QByteArray> eventsAfter = described(cache, after);
        QCOMPARE(after->count(), stored.storedEvents);
        QCOMPARE(eventsAfter.first(before->count()), eventsBefore);
        QCOMPARE(after->count() - before->count(), qsizetype(poll(kPolls - 1).events.size()));
        QVERIFY(after->state() == stored.state);
        QVERIFY((after->state().coverage == SeqSet{{{1}, {10 * kPolls}}}));

        // Read by nobody who has seen it before, it is the same.
        OpenCache again(file());
        QCOMPARE(described(again, again.load()), eventsAfter);
        const auto audit = verifyCache(*again.database);
        QVERIFY(audit && audit->isSound);
    }

    void aSnapshotFromBeforeStillFindsItsBytes()
    {
        OpenCache cache(file());
        QList<QByteArray> expected;
        EventStreamPtr snapshot;
        for (int n = 0; n < 4 * kPolls; ++n) {
            cache.store(poll(n));
            if (n == kPolls / 2) {
                snapshot = cache.load();
                expected = described(cache, snapshot);
            }
        }
        QVERIFY(cache.number(QStringLiteral("SELECT min(id) FROM segments")) > 2 * kPolls);
        QCOMPARE(described(cache, snapshot), expected);
    }

    void aSnapshotStillFindsItsBytesAfterAnotherProcessHasMerged()
    {
        const QString name = file();
        OpenCache writer(name);
        for (int n = 0; n < kPolls / 2; ++n)
            writer.store(poll(n));
        OpenCache reader(name);
        const EventStreamPtr snapshot = reader.load();
        const QList<QByteArray> expected = described(reader, snapshot);
        for (int n = kPolls / 2; n < 2 * kPolls; ++n)
            writer.store(poll(n));
        QVERIFY(writer.number(QStringLiteral("SELECT min(id) FROM segments")) > kPolls / 2);
        QCOMPARE(described(reader, snapshot), expected);
        for (int n = 2 * kPolls; n < 4 * kPolls; ++n)
            writer.store(poll(n)); // Merged once more.
        QCOMPARE(described(reader, snapshot), expected);
    }

    void bytesThatAreNoLongerThoseOfTheSnapshotAreNotTakenForThem()
    {
        const QString name = file();
        OpenCache writer(name);
        writer.store(poll(0));
        OpenCache reader(name);
        const EventStreamPtr snapshot = reader.load();
        const qint64 id = snapshot->rawLocationAt(0).bodyId;
        QVERIFY(purgeCache(*writer.database, {}));
        writer.store(PageBuilder().event(1, "step.failed").scanned(0, 10).build());
        const Result<SegmentBodyPtr> body = reader.events->loadBody(id);
        QVERIFY(!body);
        QCOMPARE(body.error().id, ErrorId::CacheNotStored);
    }

    /// It takes no locks, and the other process has come and gone between two of its calls.
    void aReaderThatTakesNoLocksFindsThemToo()
    {
        const QString name = file();
        {
            OpenCache writer(name);
            for (int n = 0; n < kPolls - 1; ++n)
                writer.store(poll(n));
        }
        Cache reader;
        QVERIFY(reader.open(name, CacheAccess::ReadOnly).result());
        const EventStreamPtr snapshot =
            *reader.loadStream(ExecutionId(QStringLiteral("exec_test"))).result();
        QList<QByteArray> expected;
        {
            OpenCache writer(name);
            expected = described(writer, writer.load()).first(snapshot->count());
            writer.store(poll(kPolls - 1));
            QCOMPARE(segments(writer), 1);
        }
        for (qsizetype i = 0; i < snapshot->count(); ++i) {
            const RawLocation location = snapshot->rawLocationAt(i);
            const Result<SegmentBodyPtr> body = reader.loadBody(location.bodyId).result();
            QVERIFY2(body, body ? "" : qPrintable(body.error().message));
            QVERIFY(expected.at(i).endsWith((*body)->raw(location).toByteArray()));
        }
    }

    void aMergeThatFailsLeavesEverythingAsItWas()
    {
        OpenCache cache(file());
        for (int n = 0; n < kPolls - 1; ++n)
            cache.store(incompressiblePoll(n));
        const QList<QByteArray> before = described(cache, cache.load());
        // Room on the disk for one poll more, not for all of them at another place.
        const qint64 pages = cache.number(QStringLiteral("PRAGMA page_count")) + 8;
        QVERIFY(cache.database->run(QStringLiteral("PRAGMA max_page_count = %1").arg(pages)));
        const auto refused = cache.events->storePage(incompressiblePoll(kPolls - 1), kNow);
        QVERIFY(!refused);
        QCOMPARE(refused.error().id, ErrorId::CacheDiskFull);
        QCOMPARE(segments(cache), kPolls - 1);
        QCOMPARE(described(cache, cache.load()), before);

        QVERIFY(cache.database->run(QStringLiteral("PRAGMA max_page_count = 1000000")));
        cache.store(incompressiblePoll(kPolls - 1));
        QCOMPARE(segments(cache), 1);
        QCOMPARE(described(cache, cache.load()).first(before.size()), before);
    }

    void whatWasStoredBeforeAMarkStaysOlderThanIt()
    {
        OpenCache cache(file());
        for (int n = 0; n < kPolls - 1; ++n)
            cache.store(poll(n));
        const Result<StorageMark> mark = cache.events->loadMark();
        QVERIFY(mark);
        cache.store(poll(kPolls - 1));
        QCOMPARE(segments(cache), 1);
        // Asked for before the last poll was stored: of its events alone the absence says nothing.
        const auto stored = cache.events->storePage(
            PageBuilder().scanned(10 * (kPolls - 2), 10 * kPolls).build(), kNow, *mark);
        QVERIFY(stored);
        std::vector<Seq> older;
        for (const EventColumns &event : poll(kPolls - 2).events)
            older.push_back(event.seq);
        QCOMPARE(stored->gone, older);
    }

    void aDamagedSegmentIsNotMadeSound()
    {
        OpenCache cache(file());
        for (int n = 0; n < kPolls - 1; ++n)
            cache.store(poll(n));
        QVERIFY(cache.database->run(
            QStringLiteral("UPDATE bodies SET body = zeroblob(length(body)) WHERE id = 7")));
        cache.store(poll(kPolls - 1));
        // Those before it, itself, those behind it.
        QCOMPARE(segments(cache), 3);
        const auto audit = verifyCache(*cache.database);
        QVERIFY(audit);
        QCOMPARE(audit->problems.size(), 1);
        QVERIFY(audit->problems.first().contains(QLatin1String("segment 7 ")));
    }

    void largeSegmentsAreLeftAlone()
    {
        OpenCache cache(file());
        for (int n = 0; n < 40; ++n) {
            PageBuilder page;
            for (int i = 1; i <= kSmallSegmentEvents; ++i)
                page.event(1000 * n + i);
            cache.store(page.scanned(1000 * n, 1000 * n + 1000).build());
        }
        QCOMPARE(segments(cache), 40);
        QCOMPARE(cache.number(QStringLiteral("SELECT max(id) FROM segments")), 40);
    }

private:
    [[nodiscard]] QString file() const { return m_folder->filePath(QStringLiteral("c.db")); }
    static qint64 segments(OpenCache &cache)
    {
        return cache.number(QStringLiteral("SELECT count(*) FROM segments"));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(tst_SegmentMerge)
#include "tst_segmentmerge.moc"
