// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/timelinescale.h"

#include <QTest>

#include <rapidcheck.h>

using namespace Gapline;

class tst_TimelineScale : public QObject
{
    Q_OBJECT

private slots:
    void aSeqFillsItsCellFromItsNumberToTheNext()
    {
        const TimelineScale scale({1, 41}, 800);
        QCOMPARE(scale.pixelsPerSeq(), 20.0);
        QCOMPARE(scale.pixelAt(1), 0.0);
        QCOMPARE(scale.centreOf({1}), 10.0);
        QCOMPARE(scale.seqAt(0), Seq{1});
        QCOMPARE(scale.seqAt(19.9), Seq{1});
        QCOMPARE(scale.seqAt(20), Seq{2});
        QCOMPARE(scale.seqAt(-1), Seq{0});
    }

    void theLargestSeqOfTheContractHasAPixel()
    {
        const double last = double(kMaxSafeInteger);
        const TimelineScale scale({last - 9, last + 1}, 1000);
        QCOMPARE(scale.seqAt(950), Seq{kMaxSafeInteger});
        QCOMPARE(scale.pixelAt(last), 900.0);
    }

    void everySeqIsLabelledWhereLabelsFit()
    {
        const TimelineScale scale({1, 41}, 1000);
        const std::vector<AxisTick> ticks = axisTicks(scale, 16);
        QCOMPARE(ticks.size(), 40U);
        QCOMPARE(ticks.front().seq, Seq{1});
        QCOMPARE(ticks.front().x, 12.5);
        QCOMPARE(ticks.back().seq, Seq{40});
    }

    void labelsKeepApartInStepsOfOneTwoAndFive()
    {
        QCOMPARE(tickStep(TimelineScale({1, 1001}, 1000), 14), 20);
        QCOMPARE(tickStep(TimelineScale({1, 1001}, 1000), 30), 50);
        QCOMPARE(tickStep(TimelineScale({1, 1001}, 1000), 60), 100);
        QVERIFY(rc::check("no two labels touch", [] {
            const auto from = double(*rc::gen::inRange<qint64>(1, kMaxSafeInteger / 2));
            const auto width = double(*rc::gen::inRange<qint64>(1, 1'000'000'000));
            const auto label = double(*rc::gen::inRange(10, 120));
            const TimelineScale scale({from, from + width}, 1000);
            const std::vector<AxisTick> ticks = axisTicks(scale, label);
            for (size_t i = 1; i < ticks.size(); ++i)
                RC_ASSERT(ticks[i].x - ticks[i - 1].x >= label);
            for (const AxisTick &tick : ticks)
                RC_ASSERT(tick.x >= -1.0 && tick.x <= 1001.0);
        }));
    }

    void zoomKeepsWhatIsUnderThePointer()
    {
        QVERIFY(rc::check("the anchor stays at its pixel unless a bound is in the way", [] {
            const AxisRange bounds{1, 1'000'001};
            const auto from = double(*rc::gen::inRange(300'000, 600'000));
            const AxisRange range{from, from + double(*rc::gen::inRange(10, 50'000))};
            const double pixel = *rc::gen::inRange(0, 1000);
            const double factor = *rc::gen::element(0.5, 0.8, 1.25, 2.0);
            const TimelineScale before(range, 1000);
            const double anchor = before.positionAt(pixel);
            const TimelineScale after(zoomedAt(range, anchor, factor, bounds), 1000);
            RC_ASSERT(std::abs(after.pixelAt(anchor) - pixel) < 0.001);
        }));
    }

    void zoomStopsAtTheWholeStreamAndAtItsLeastWidth()
    {
        const AxisRange bounds{1, 101};
        QCOMPARE(zoomedAt({10, 20}, 15, 1000, bounds), bounds);
        QCOMPARE(zoomedAt({10, 20}, 15, 0.0001, bounds, 2).width(), 2.0);
        QCOMPARE(zoomedAt({1, 4}, 2, 0.1, {1, 4}, 10), (AxisRange{1, 4}));
    }

    void panStopsAtTheBounds()
    {
        QCOMPARE(pannedBy({10, 20}, 5, {1, 101}), (AxisRange{15, 25}));
        QCOMPARE(pannedBy({10, 20}, -50, {1, 101}), (AxisRange{1, 11}));
        QCOMPARE(pannedBy({10, 20}, 500, {1, 101}), (AxisRange{91, 101}));
    }

    void zoomToARangeLeavesRoomAroundIt()
    {
        QCOMPARE(zoomedTo({{40}, {59}}, {1, 101}), (AxisRange{38, 62}));
        QCOMPARE(zoomedTo({{1}, {1}}, {1, 101}), (AxisRange{1, 4}));
    }
};

QTEST_GUILESS_MAIN(tst_TimelineScale)
#include "tst_timelinescale.moc"
