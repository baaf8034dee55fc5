// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/pagingrules.h"

#include <QTest>

using namespace Gapline;

namespace {

const ExecutionId kAsked(QStringLiteral("exec_1"));

EventPage pageOf(std::initializer_list<qint64> seqs, qint64 nextCursor, bool hasMore = false)
{
    EventPage page;
    page.executionId = kAsked;
    page.nextCursor = Seq{nextCursor};
    page.hasMore = hasMore;
    for (const qint64 seq : seqs) {
        EventColumns event;
        event.seq = Seq{seq};
        page.events.push_back(event);
    }
    return page;
}

/// The error's id and whether its message names both numbers.
bool isRefused(const EventPage &page, qint64 since, ErrorId id, qint64 one, qint64 other)
{
    const auto verdict = checkPage(page, kAsked, Seq{since}, 100);
    return !verdict && verdict.error().id == id
        && verdict.error().message.contains(QString::number(one))
        && verdict.error().message.contains(QString::number(other))
        && verdict.error().exitStatus() == ExitStatus::Contract;
}

} // namespace

class tst_PagingRules : public QObject
{
    Q_OBJECT

private slots:
    void theDocumentedPageIsGood()
    {
        // One event at 7, cursor 12: the tail 8..12 is scanned as well.
        const auto verdict = checkPage(pageOf({7}, 12), kAsked, Seq{0}, 100);
        QVERIFY(verdict.has_value());
        QVERIFY(verdict->warnings.isEmpty());
    }

    void aPageWithoutEventsMayMoveTheCursor()
    {
        QVERIFY(checkPage(pageOf({}, 12, true), kAsked, Seq{7}, 100).has_value());
        QVERIFY(checkPage(pageOf({}, 12, false), kAsked, Seq{7}, 100).has_value());
    }

    void theEndOfTheStreamMayStandStill()
    {
        QVERIFY(checkPage(pageOf({}, 12, false), kAsked, Seq{12}, 100).has_value());
    }

    void theLargestSeqIsAccepted()
    {
        QVERIFY(
            checkPage(pageOf({kMaxSafeInteger}, kMaxSafeInteger), kAsked, Seq{0}, 1).has_value());
    }

    void anotherExecutionIsRefused()
    {
        EventPage page = pageOf({7}, 12);
        page.executionId = ExecutionId(QStringLiteral("exec_2"));
        const auto verdict = checkPage(page, kAsked, Seq{0}, 100);
        QCOMPARE(verdict.error().id, ErrorId::ContractWrongExecution);
        QVERIFY(verdict.error().message.contains(QLatin1String("exec_1")));
        QVERIFY(verdict.error().message.contains(QLatin1String("exec_2")));
    }

    void aPageThatNamesNoExecutionIsForOlderServersAlone()
    {
        EventPage page = pageOf({7}, 7);
        page.executionId = {};
        QCOMPARE(checkPage(page, kAsked, Seq{0}, 100).error().id, ErrorId::ContractWrongType);
        page.isLegacy = true;
        QVERIFY(checkPage(page, kAsked, Seq{0}, 100).has_value());
    }

    void descendingSeqsAreRefused()
    {
        QVERIFY(isRefused(pageOf({7, 9, 8}, 12), 0, ErrorId::ContractNotAscending, 8, 9));
    }

    void aRepeatedSeqIsRefused()
    {
        QVERIFY(isRefused(pageOf({7, 9, 9}, 12), 5, ErrorId::ContractRepeatedSeq, 9, 5));
    }

    void anEventAtOrBelowSinceSeqIsRefused()
    {
        QVERIFY(isRefused(pageOf({7}, 12), 7, ErrorId::ContractEventBelowSince, 7, 7));
        QVERIFY(isRefused(pageOf({3, 8}, 12), 7, ErrorId::ContractEventBelowSince, 3, 7));
        QVERIFY(isRefused(pageOf({0}, 12), 0, ErrorId::ContractEventBelowSince, 0, 0));
        QVERIFY(isRefused(pageOf({-4}, 12), 0, ErrorId::ContractEventBelowSince, -4, 0));
    }

    void anEventAboveTheCursorIsRefused()
    {
        QVERIFY(isRefused(pageOf({7, 13}, 12), 0, ErrorId::ContractEventAboveCursor, 13, 12));
    }

    void aCursorThatStandsStillWithMoreToComeIsRefused()
    {
        QVERIFY(isRefused(pageOf({}, 7, true), 7, ErrorId::ContractStuckCursor, 7, 7));
    }

    void aCursorThatRunsBackIsRefused()
    {
        QVERIFY(isRefused(pageOf({}, 3, false), 7, ErrorId::ContractStuckCursor, 3, 7));
    }

    void moreEventsThanAskedAreTakenWithAWarning()
    {
        const auto verdict = checkPage(pageOf({1, 2, 3}, 3), kAsked, Seq{0}, 2);
        QVERIFY(verdict.has_value());
        QCOMPARE(verdict->warnings.size(), 1);
    }
};

QTEST_GUILESS_MAIN(tst_PagingRules)
#include "tst_pagingrules.moc"
