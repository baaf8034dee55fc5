// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/pagebuilder.h"
#include "tests/support/streambuilder.h"
#include "tests/ui/openedview.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Gapline;
using namespace Gapline::Test;

static QByteArray eventJson(int seq, const char *type, const char *data)
{
    return QStringLiteral(R"({"eventId":"evt_%1","seq":%1,"type":"%2","stepId":null,)"
                          R"("timestamp":%3,"correlationId":"c","data":%4})")
        .arg(seq)
        .arg(QLatin1String(type))
        .arg(1777374504000 + seq)
        .arg(QLatin1String(data))
        .toUtf8();
}

static QByteArray page(const QList<QByteArray> &events, int nextCursor, bool hasMore = false)
{
    return R"({"result":{"executionId":"exec_1","events":[)" + events.join(',')
        + R"(],"nextCursor":)" + QByteArray::number(nextCursor) + R"(,"hasMore":)"
        + (hasMore ? "true" : "false") + "}}";
}

/// The worked example of the gap arithmetic: events at 1, 4, 7, 8, 12, cursor 15, in two pages.
static QList<QByteArray> workedExample()
{
    return {page({eventJson(1, "execution.dispatched", "null"),
                  eventJson(4, "step.completed", R"({"decision":"approve"})")},
                 6,
                 true),
            page({eventJson(7, "step.failed", R"({"reason":"SLA ran out"})"),
                  eventJson(8, "step.completed", R"({"decision":"reject"})"),
                  eventJson(12, "execution.failed", "null")},
                 15)};
}

static EventFilter textFilter(const char *text)
{
    EventFilter filter;
    filter.text = QLatin1String(text);
    return filter;
}

/// So many that they are walked on the pool: 10,500 at odd seqs of one type, as many at seqs divisible by 4 of another.
static EventPage longPage()
{
    PageBuilder page;
    for (qint64 seq = 1; seq <= 42'000; ++seq) {
        if (seq % 4 == 0 || seq % 4 == 1)
            page.event(seq, seq % 4 == 0 ? "step.completed" : "step.failed");
    }
    return page.scanned(0, 42'000).build();
}

class tst_StreamView : public QObject
{
    Q_OBJECT

private slots:
    void aStreamOpensWhole()
    {
        OpenedView opened(workedExample());
        QVERIFY(opened.isOpen());
        const StreamView &view = opened.view();
        QCOMPARE(view.stream()->count(), 5);
        QCOMPARE(view.gaps().size(), 4U);
        QCOMPARE(view.rows()->count(), 9); // 5 events and 4 gaps
        QVERIFY((view.visibleSeqs() == VisibleSeqs{1, 16}));
    }

    void aStreamThatTheCacheCannotGiveIsUnreadableUntilItCan()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("cache.db"));
        const QString link = folder.filePath(QStringLiteral("link.db"));
        QVERIFY(QFile::link(file, link));
        Cache cache;
        QVERIFY(cache.open(file).result());
        QVERIFY(!cache.open(link).result());

        StreamView view(ExecutionId(QStringLiteral("exec_1")), cache);
        std::optional<ErrorId> why;
        connect(&view, &StreamView::failed, this, [&](const Error &error) { why = error.id; });
        QSignalSpy told(&view, &StreamView::filteringChanged);
        QVERIFY(!view.isUnreadable());
        view.reload();
        QTRY_COMPARE(told.count(), 1);
        // The reason why the file did not open, not that none is open.
        QCOMPARE(why, std::optional(ErrorId::CacheUnsafePath));
        QVERIFY(view.isUnreadable());
        QVERIFY(!view.isLoaded());

        QVERIFY(cache.open(file).result());
        view.reload();
        QTRY_VERIFY(view.isLoaded());
        QVERIFY(!view.isUnreadable());
    }

    void aFilterKeepsTheGapsBesideWhatItShows()
    {
        OpenedView opened(workedExample());
        StreamView &view = opened.view();
        EventFilter filter;
        filter.types = {typePatternFrom(u"step.completed")};
        QSignalSpy rows(&view, &StreamView::rowsChanged);
        view.setFilter(filter);
        QCOMPARE(rows.count(), 1);
        QCOMPARE(view.rows()->eventCount(), 2);
        QCOMPARE(view.rows()->count(), 5); // 2–3, 4, 5–6, 8, 9–11
        view.setShowsGapRows(false);
        QCOMPARE(view.rows()->count(), 2);
    }

    void textIsSearchedInThePayloadsOfEveryPage()
    {
        OpenedView opened(workedExample());
        StreamView &view = opened.view();
        view.setFilter(textFilter("sla RAN"));
        QVERIFY(view.isFiltering());
        QTRY_VERIFY(!view.isFiltering());
        QCOMPARE(view.rows()->eventCount(), 1);
        view.setFilter(textFilter("decision"));
        QTRY_COMPARE(view.rows()->eventCount(), 2);
        view.setFilter(textFilter("nowhere"));
        QTRY_COMPARE(view.rows()->eventCount(), 0);
    }

    void theAnswerToAnEarlierFilterIsDropped()
    {
        OpenedView opened(workedExample());
        StreamView &view = opened.view();
        QSignalSpy rows(&view, &StreamView::rowsChanged);
        view.setFilter(textFilter("decision"));
        view.setFilter(textFilter("reject"));
        view.setFilter({});
        QCOMPARE(rows.count(), 1);
        QCOMPARE(view.rows()->eventCount(), 5);
        QVERIFY(!view.isFiltering());
        // Whatever the abandoned searches still do has been done once this one has ended.
        view.setFilter(textFilter("approve"));
        QTRY_COMPARE(view.rows()->eventCount(), 1);
        QCOMPARE(rows.count(), 2);
    }

    void growingKeepsThePlaceAndTheSelection()
    {
        OpenedView opened(workedExample());
        StreamView &view = opened.view();
        view.setVisibleSeqs({4, 9});
        view.select(SeqRange{{9}, {11}});
        view.showStream(StreamBuilder().events({1, 4, 7, 8, 12, 40}).scanned(0, 44).build());
        QVERIFY((view.visibleSeqs() == VisibleSeqs{4, 9}));
        QVERIFY((view.selection() == SeqRange{{9}, {11}}));
        QVERIFY(!view.selectedEvent());
        view.select(SeqRange{{7}, {7}});
        QCOMPARE(view.selectedEvent(), std::optional<qsizetype>(2));
    }

    void theGapsOfAStreamAreKeptOnce()
    {
        Cache cache;
        StreamView view(ExecutionId(QStringLiteral("exec_test")), cache);
        view.showStream(StreamBuilder().events({1, 4, 7, 8, 12}).scanned(0, 15).build());
        QCOMPARE(view.gaps().size(), size_t(4));
        QCOMPARE(&view.rows()->gaps(), &view.gaps());
    }

    void aViewOfTheWholeStreamStaysOne()
    {
        OpenedView opened(workedExample());
        StreamView &view = opened.view();
        view.showStream(StreamBuilder().events({1, 40}).scanned(0, 44).build());
        QVERIFY((view.visibleSeqs() == VisibleSeqs{1, 45}));
    }

    void theVisibleRangeStaysInsideTheStream()
    {
        OpenedView opened(workedExample());
        StreamView &view = opened.view();
        view.setVisibleSeqs({-10, 0});
        QVERIFY((view.visibleSeqs() == VisibleSeqs{1, 11}));
        view.setVisibleSeqs({15.5, 15.6});
        QVERIFY((view.visibleSeqs() == VisibleSeqs{15, 16}));
        view.reveal(SeqRange{{3}, {3}});
        QVERIFY((view.visibleSeqs() == VisibleSeqs{3, 4}));
        view.setVisibleSeqs({1, 6});
        view.reveal(SeqRange{{7}, {8}});
        QVERIFY((view.visibleSeqs() == VisibleSeqs{4, 9}));
        view.reveal(SeqRange{{5}, {6}});
        QVERIFY((view.visibleSeqs() == VisibleSeqs{4, 9}));
    }

    void payloadsArriveByteForByte()
    {
        OpenedView opened(workedExample());
        QCOMPARE(opened.raw(7), eventJson(7, "step.failed", R"({"reason":"SLA ran out"})"));
        QCOMPARE(opened.raw(1), eventJson(1, "execution.dispatched", "null"));
    }

    void theRowsOfALongStreamComeWithIt()
    {
        QTemporaryDir folder;
        Cache cache;
        QVERIFY(cache.open(folder.filePath(QStringLiteral("cache.db"))).result());
        QVERIFY(cache.storePage(longPage(), fromEpochMs(1777377600000)).result());
        StreamView view(longPage().executionId, cache);
        bool wasFiltering = false;
        connect(&view, &StreamView::filteringChanged, this, [&] {
            wasFiltering |= view.isFiltering();
        });
        QSignalSpy rows(&view, &StreamView::rowsChanged);
        view.reload();
        QTRY_VERIFY(view.isLoaded());
        QCOMPARE(view.rows()->eventCount(), 21'000);
        QCOMPARE(view.rows()->count(), 31'500); // Two seqs lack between the pairs.
        QCOMPARE(view.rows()->stream(), view.stream());
        QCOMPARE(&view.rows()->gaps(), &view.gaps());
        QCOMPARE(rows.count(), 1);
        QVERIFY(!wasFiltering);
    }

    void aFilterThatIsSetWhileALongStreamIsWalkedIsTheOneThatCounts()
    {
        QTemporaryDir folder;
        Cache cache;
        QVERIFY(cache.open(folder.filePath(QStringLiteral("cache.db"))).result());
        QVERIFY(cache.storePage(longPage(), fromEpochMs(1777377600000)).result());
        StreamView view(longPage().executionId, cache);
        view.reload();
        // Once the cache has answered this, it has answered the view: the walk begins with what is wanted now.
        QVERIFY(cache.loadStream(view.executionId()).result());
        QCoreApplication::processEvents();
        EventFilter filter;
        filter.sinceSeq = Seq{41'000};
        view.setFilter(filter);
        QVERIFY(!view.isLoaded());
        QTRY_VERIFY(view.isLoaded());
        QTRY_VERIFY(!view.isFiltering());
        QCOMPARE(view.rows()->eventCount(), 500);
        QCOMPARE(view.rows()->stream(), view.stream());
    }

    void closingWhileSomethingIsReadIsSafe()
    {
        OpenedView opened(workedExample());
        opened.view().setFilter(textFilter("decision"));
        opened.view().reload();
        QVERIFY(!opened.view().rawAt(qsizetype(0)));
        opened.close();
        QCoreApplication::processEvents();
    }
};

QTEST_GUILESS_MAIN(tst_StreamView)
#include "tst_streamview.moc"
