// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/reconcilescene.h"

#include "core/cache/cache.h"
#include "ui/timeline/deliverydensity.h"
#include "ui/timeline/receiverlane.h"
#include "ui/timeline/timelinecanvas.h"
#include "ui/timeline/timelinestrip.h"
#include "ui/timeline/timelinewidget.h"
#include "ui/timeline/verdictmark.h"
#include "ui/workspace/streamview.h"

#include <QAccessible>
#include <QImage>
#include <QTest>

using namespace Gapline;
using namespace Gapline::Test;

namespace {

ComparisonPtr comparisonOf(Scene scene)
{
    (void)scene.run(); // Fills in the table.
    ReconcileSet set;
    set.executions = scene.input().executions;
    return std::make_shared<const Comparison>(
        std::move(set), scene.input().deliveries, scene.receiver(), std::vector<UnreadableRow>());
}

/// `events` events, of which each `every`-th was missed.
Scene sparseScene(int events, int every)
{
    StreamBuilder stream;
    for (int i = 1; i <= events; ++i)
        stream.event(i, "step.completed", {}, toEpochMs(at(i)));
    Scene scene(stream.scanned(0, events).complete().build());
    scene.span(0, events + 10'000);
    for (int i = 1; i <= events; ++i) {
        if (i % every != 0)
            scene.add(Scene::row(i, i, 0, 200));
    }
    return scene;
}

struct Shown
{
    explicit Shown(Scene scene)
        : comparison(comparisonOf(std::move(scene)))
        , view(ExecutionId(QStringLiteral("exec_test")), cache)
        , widget(&view)
    {
        view.showStream(comparison->input().executions[0].stream);
        view.showComparison(comparison);
        widget.resize(1000, 360);
        widget.show();
        for (int round = 0; round < 3; ++round)
            QCoreApplication::processEvents();
        (void)QTest::qWaitFor([this] { return widget.isDrawn(); });
    }
    [[nodiscard]] ReceiverLane &lane() { return *widget.findChild<ReceiverLane *>(); }

    Cache cache;
    ComparisonPtr comparison;
    StreamView view;
    TimelineWidget widget;
};

int pixelsLike(const QImage &image, const QColor &color)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += image.pixelColor(x, y) == color;
    }
    return count;
}

} // namespace

class tst_ReceiverLane : public QObject
{
    Q_OBJECT

private slots:
    void assistiveTechnologyHearsTheVerdictOfEachEvent()
    {
        Shown shown(outageScene(30, 1800, 2442)); // 20 missed, 10 late
        QAccessibleInterface *rows = QAccessible::queryAccessibleInterface(shown.widget.canvas());
        QCOMPARE(rows->child(0)->text(QAccessible::Name),
                 QStringLiteral("seq 1, step.completed, webhook missed"));
        QCOMPARE(rows->child(29)->text(QAccessible::Name),
                 QStringLiteral("seq 30, step.completed, webhook late"));

        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&shown.lane());
        QCOMPARE(list->role(), QAccessible::List);
        QCOMPARE(list->childCount(), 30);
        QCOMPARE(list->child(0)->text(QAccessible::Name),
                 QStringLiteral("seq 1, step.completed, webhook missed"));
        QVERIFY(list->child(0)
                    ->text(QAccessible::Description)
                    .startsWith(QStringLiteral("Never reached")));
        QVERIFY(list->text(QAccessible::Value).isEmpty());
        list->child(2)->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QVERIFY(shown.view.selection() && shown.view.selection()->first == Seq{3});
        QCOMPARE(list->text(QAccessible::Value),
                 QStringLiteral("seq 3, step.completed, webhook missed"));
        QVERIFY(list->child(2)->state().selected && !list->child(1)->state().selected);
        QCOMPARE(list->indexOfChild(list->child(2)), 2);
        // Without a comparison nothing is said of webhooks.
        shown.view.showComparison(nullptr);
        QCOMPARE(list->childCount(), 0);
        QCOMPARE(rows->child(0)->text(QAccessible::Name), QStringLiteral("seq 1, step.completed"));
    }

    void duplicatesAreSaid()
    {
        QCOMPARE(DeliveryText::webhook(Verdict::Delivered, 2),
                 QStringLiteral("webhook delivered, 2 duplicates"));
        QCOMPARE(DeliveryText::webhook(Verdict::Late, 1),
                 QStringLiteral("webhook late, 1 duplicate"));
        QVERIFY(DeliveryText::webhook(Verdict::NotExpected, 0).isEmpty());
    }

    void ofVeryManyEventsThoseAroundTheSelectionAreRead()
    {
        Shown shown(sparseScene(5000, 20));
        shown.view.select(SeqRange{{2000}, {2000}});
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&shown.lane());
        QCOMPARE(list->childCount(), 400);
        QCOMPARE(list->text(QAccessible::Value),
                 QStringLiteral("seq 2000, step.completed, webhook missed"));
    }

    void everyEventIsCountedOnce()
    {
        const Scene scene = sparseScene(10'000, 20);
        const auto deliveries =
            std::make_shared<const StreamDeliveries>(comparisonOf(scene), quint32(0));
        DeliveryDensity density;
        quint32 total = 0;
        quint32 missed = 0;
        for (const auto &column : density.columns(deliveries, {{1, 10'001}, 500}, nullptr, 500)) {
            total += column.total;
            missed += column.counts.at(size_t(kMissedRank));
        }
        QCOMPARE(total, 10'000U);
        QCOMPARE(missed, 500U);
    }

    void aFewDoNotLookLikeAllAndOneIsSeen()
    {
        DeliveryDensity::Column column;
        column.total = 1000;
        column.counts.at(size_t(kMissedRank)) = 1;
        column.counts.at(2) = 999; // delivered
        const auto parts = partsOf(column, 24, 2);
        QCOMPARE(parts.size(), 2U);
        QCOMPARE(parts[0].rank, kMissedRank);
        QCOMPARE(parts[0].height, 2.0);
        QCOMPARE(parts[1].height, 22.0);
        column.counts.at(size_t(kMissedRank)) = 500;
        column.counts.at(2) = 500;
        QCOMPARE(partsOf(column, 24, 2)[0].height, 12.0);
        column.counts.at(size_t(kMissedRank)) = 1000;
        column.counts.at(2) = 0;
        QCOMPARE(partsOf(column, 24, 2)[0].height, 24.0);
        QVERIFY(partsOf({}, 24, 2).empty());
    }

    /// 5 % missed, in every pixel: the lane must stay green with a line of orange.
    void theWholeStreamInSightIsNotPaintedAsMissed()
    {
        Shown shown(sparseScene(20'000, 20));
        const QImage image = shown.lane().grab().toImage();
        const bool dark = shown.lane().palette().color(QPalette::Window).lightness() < 128;
        const int missed = pixelsLike(image, deliveryColor(DeliveryMark::Missed, dark));
        const int delivered = pixelsLike(image, deliveryColor(DeliveryMark::Delivered, dark));
        QVERIFY(missed > image.width()); // seen everywhere
        QVERIFY2(delivered > 5 * missed,
                 qPrintable(QStringLiteral("%1 and %2").arg(delivered).arg(missed)));
    }

    void theOverviewHasATickBelowWhatWasMissed()
    {
        Shown shown(outageScene(30, 1800, 2442));
        auto *strip = shown.widget.findChild<TimelineStrip *>();
        const auto missedPixels = [strip] {
            const bool dark = strip->palette().color(QPalette::Window).lightness() < 128;
            QImage image = strip->grab().toImage();
            image = image.copy(0, image.height() - 5, image.width(), 4);
            return pixelsLike(image, deliveryColor(DeliveryMark::Missed, dark));
        };
        const int shownPixels = missedPixels();
        QVERIFY(shownPixels > 20 * 10); // 20 seqs of more than 10 pixels
        shown.view.showComparison(nullptr);
        QCoreApplication::processEvents();
        QCOMPARE(missedPixels(), 0);
    }
};

QTEST_MAIN(tst_ReceiverLane)
#include "tst_receiverlane.moc"
