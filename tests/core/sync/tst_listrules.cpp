// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/listrules.h"

#include <QTest>

#include <algorithm>
#include <rapidcheck.h>

using namespace Gapline;

namespace {

Execution executionAt(int number, qint64 startedAt)
{
    Execution execution;
    execution.executionId = ExecutionId(QStringLiteral("exec_%1").arg(number));
    execution.startedAt = fromEpochMs(startedAt);
    return execution;
}

/// The documented server: items older than the cursor (or as old, when `takesTies`), newest first.
ExecutionPage
list(const QList<Execution> &all, const std::optional<QString> &cursor, int size, bool takesTies)
{
    ExecutionPage page;
    for (const Execution &execution : all) {
        const qint64 at = toEpochMs(*execution.startedAt);
        if (cursor && (takesTies ? at > cursor->toLongLong() : at >= cursor->toLongLong()))
            continue;
        if (page.items.size() == size) {
            page.nextCursor = QString::number(toEpochMs(*page.items.last().startedAt));
            break;
        }
        page.items.append(execution);
    }
    return page;
}

struct Walked
{
    int count = 0;
    bool isSure = false;
    bool hasEnded = false;
};

Walked walk(const QList<Execution> &all, int size, bool takesTies)
{
    ListWalk listWalk;
    std::optional<QString> cursor;
    for (int requests = 0; requests < 10 * (int(all.size()) + 1); ++requests) {
        const auto step = listWalk.take(list(all, cursor, size, takesTies), cursor);
        if (!step)
            return {listWalk.count(), false, true};
        cursor = step->nextCursor;
        if (!cursor)
            return {listWalk.count(), listWalk.doubts().isEmpty(), true};
    }
    return {};
}

} // namespace

class tst_ListRules : public QObject
{
    Q_OBJECT

private slots:
    void aPageWithoutCursorIsTheLast()
    {
        ListWalk listWalk;
        const auto step = listWalk.take({{executionAt(1, 100)}, std::nullopt}, std::nullopt);
        QVERIFY(!step->nextCursor);
        QCOMPARE(step->fresh.size(), 1);
    }

    void executionsThatShareAMomentAcrossAPageEndAreAllListed()
    {
        QList<Execution> all;
        const QList<qint64> moments{900, 800, 700, 700, 700, 600};
        for (int i = 0; i < moments.size(); ++i)
            all << executionAt(i, moments[i]);
        // A plain walk by the cursor would skip the third one of 700 ms.
        const Walked walked = walk(all, 4, false);
        QCOMPARE(walked.count, 6);
        QVERIFY(walked.isSure);
    }

    void aPageOfOneMomentIsSaidToBeIncomplete()
    {
        QList<Execution> all;
        for (int i = 0; i < 10; ++i)
            all << executionAt(i, 700);
        const Walked walked = walk(all, 4, false);
        QVERIFY(walked.hasEnded);
        QVERIFY(!walked.isSure);
    }

    void anOpaqueCursorIsPassedBackUnchanged()
    {
        ListWalk listWalk;
        const auto step = listWalk.take(
            {{executionAt(1, 900), executionAt(2, 800)}, QStringLiteral("b64==")}, std::nullopt);
        QCOMPARE(*step->nextCursor, QStringLiteral("b64=="));
        const auto again =
            listWalk.take({{executionAt(3, 700)}, QStringLiteral("b64==")}, step->nextCursor);
        QCOMPARE(again.error().id, ErrorId::ContractStuckCursor);
    }

    void aListWhoseCursorsNeverEndButNameNothingNewIsEnded_data()
    {
        QTest::addColumn<QList<Execution>>("items");
        QTest::newRow("the same again") << QList<Execution>{executionAt(1, 900)};
        QTest::newRow("nothing") << QList<Execution>();
    }

    void aListWhoseCursorsNeverEndButNameNothingNewIsEnded()
    {
        QFETCH(QList<Execution>, items);
        ListWalk listWalk;
        std::optional<QString> cursor;
        std::optional<Error> error;
        int pages = 0;
        while (!error && pages < 1000) {
            const QString next = QStringLiteral("opaque_%1").arg(++pages);
            const auto step = listWalk.take({items, next}, cursor);
            if (!step)
                error = step.error();
            cursor = next;
        }
        QVERIFY(error);
        QCOMPARE(error->id, ErrorId::ContractStuckCursor);
        QCOMPARE(pages,
                 100 + int(items.size())); // The first page of the one row brought something.
    }

    void noExecutionIsEverLostUnheard()
    {
        const bool holds = rc::check("all are listed, or the walk says that it cannot be sure", [] {
            const auto moments = *rc::gen::container<std::vector<int>>(rc::gen::inRange(1, 12));
            const int size = *rc::gen::inRange(1, 6);
            const bool takesTies = *rc::gen::arbitrary<bool>();
            auto sorted = moments;
            std::ranges::sort(sorted, std::greater());
            QList<Execution> all;
            for (size_t i = 0; i < sorted.size(); ++i)
                all << executionAt(int(i), sorted[i]);
            const Walked walked = walk(all, size, takesTies);
            RC_ASSERT(walked.hasEnded);
            RC_ASSERT(!walked.isSure || walked.count == all.size());
        });
        QVERIFY(holds);
    }
};

QTEST_GUILESS_MAIN(tst_ListRules)
#include "tst_listrules.moc"
