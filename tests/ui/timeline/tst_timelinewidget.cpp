// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/streambuilder.h"

#include "core/cache/cache.h"
#include "ui/timeline/lanelabels.h"
#include "ui/timeline/sidelabel.h"
#include "ui/timeline/timelinecanvas.h"
#include "ui/timeline/timelinecontent.h"
#include "ui/timeline/timelinepalette.h"
#include "ui/timeline/timelineruler.h"
#include "ui/timeline/timelinestrip.h"
#include "ui/timeline/timelinewidget.h"
#include "ui/workspace/bookmarks.h"
#include "ui/workspace/streamview.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>
#include <QWheelEvent>

using namespace Gapline;
using Gapline::Test::StreamBuilder;

namespace {

/// Seqs 1 to 40: events of three lanes, gaps between them, 31–35 not scanned.
EventStreamPtr someStream()
{
    return StreamBuilder()
        .event(1, "execution.dispatched")
        .event(4, "step.awaiting-approval", "step_legal_1_x")
        .event(9, "step.awaiting-approval", "step_brand_1_x")
        .event(13, "step.completed", "step_legal_1_x")
        .event(19, "step.breached", "step_brand_1_x")
        .event(24, "step.failed", "step_<b>ship</b>_1_x")
        .event(28, "execution.failed")
        .scanned(0, 30)
        .scanned(35, 40)
        .build();
}

/// draft fans out into legal and brand; ship stands alone.
EventStreamPtr familyStream()
{
    return StreamBuilder()
        .event(1, "execution.dispatched")
        .event(2, "step.completed", "step_draft_1777374504_ab")
        .event(3, "step.completed", "step_draft_1777374504_ab__to__legal")
        .event(4, "step.completed", "step_draft_1777374504_ab__to__brand")
        .event(5, "step.completed", "step_ship_1777374504_ab")
        .scanned(0, 5)
        .build();
}

/// A timeline of 800 pixels' lanes, shown offscreen.
struct Shown
{
    explicit Shown(const EventStreamPtr &stream = someStream())
        : view(ExecutionId(QStringLiteral("exec_test")), cache)
        , widget(&view)
    {
        view.showStream(stream);
        widget.resize(1000, 360);
        widget.show();
        widget.canvas()->setFocus();
        // Lane names decide the left column; what counts here is the width of a seq. Layouts settle in rounds.
        for (int round = 0; round < 3; ++round) {
            QCoreApplication::processEvents();
            widget.resize(widget.width() + 800 - widget.canvas()->width(), 360);
        }
        QCoreApplication::processEvents();
    }

    [[nodiscard]] TimelineCanvas &canvas() { return *widget.canvas(); }
    [[nodiscard]] QPoint at(qint64 seq) { return canvas().centreOf({seq})->toPoint(); }
    [[nodiscard]] QPoint inLane(qint64 seq, quint32 lane)
    {
        return {at(seq).x(), int(canvas().lanes().middleOf(lane))};
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(&canvas(), key, modifiers);
    }
    void wheel(QPoint where, QPoint angle, Qt::KeyboardModifiers modifiers = {})
    {
        QWheelEvent event(where,
                          canvas().mapToGlobal(where),
                          {},
                          angle,
                          Qt::NoButton,
                          modifiers,
                          Qt::NoScrollPhase,
                          false);
        QCoreApplication::sendEvent(&canvas(), &event);
    }
    void drag(QWidget &on, QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mousePress(&on, Qt::LeftButton, modifiers, from);
        const auto move = [&](QPoint position) {
            QMouseEvent event(QEvent::MouseMove,
                              position,
                              on.mapToGlobal(position),
                              Qt::NoButton,
                              Qt::LeftButton,
                              modifiers);
            QCoreApplication::sendEvent(&on, &event);
        };
        move((from + to) / 2);
        move(to);
        QTest::mouseRelease(&on, Qt::LeftButton, modifiers, to);
    }
    [[nodiscard]] QString toolTipAt(QPoint where)
    {
        QToolTip::hideText();
        QHelpEvent event(QEvent::ToolTip, where, canvas().mapToGlobal(where));
        QCoreApplication::sendEvent(&canvas(), &event);
        return QToolTip::text();
    }

    Cache cache;
    StreamView view;
    TimelineWidget widget;
};

SeqRange seqs(qint64 first, qint64 last)
{
    return {{first}, {last}};
}

} // namespace

class tst_TimelineWidget : public QObject
{
    Q_OBJECT

private slots:
    void theWholeStreamIsShownAtFirst()
    {
        Shown shown;
        QCOMPARE(shown.canvas().width(), 800);
        QCOMPARE(shown.view.visibleSeqs(), (VisibleSeqs{1, 41}));
        QCOMPARE(shown.canvas().scene().marks.size(), 7U);
        QCOMPARE(shown.canvas().scene().laneCount, 4U);
        QCOMPARE(shown.at(4), (QPoint{70, int(shown.canvas().lanes().middleOf(1))}));
    }

    void theWheelZoomsAtThePointer()
    {
        Shown shown;
        const QPoint pointer(250, 100);
        const double before = shown.canvas().content()->scale(800).positionAt(250);
        shown.wheel(pointer, {0, 120});
        QCOMPARE(shown.view.visibleSeqs().width(), 32.0);
        QVERIFY(std::abs(shown.canvas().content()->scale(800).positionAt(250) - before) < 1e-9);
        shown.wheel(pointer, {0, -1200});
        QCOMPARE(shown.view.visibleSeqs(), shown.view.wholeStream());
    }

    void theSidewaysWheelAndShiftPan()
    {
        Shown shown;
        shown.view.setVisibleSeqs({11, 21});
        shown.wheel({400, 100}, {-120, 0});
        QCOMPARE(shown.view.visibleSeqs(), (VisibleSeqs{12, 22}));
        shown.wheel({400, 100}, {0, 240}, Qt::ShiftModifier);
        QCOMPARE(shown.view.visibleSeqs(), (VisibleSeqs{10, 20}));
    }

    void aDragPansAndSelectsNothing()
    {
        Shown shown;
        shown.view.setVisibleSeqs({11, 31});
        shown.drag(shown.canvas(), {400, 100}, {200, 100});
        QCOMPARE(shown.view.visibleSeqs(), (VisibleSeqs{16, 36}));
        QVERIFY(!shown.view.selection());
    }

    void aClickSelectsWhatIsThere()
    {
        Shown shown;
        QTest::mouseClick(&shown.canvas(), Qt::LeftButton, {}, shown.at(19));
        QCOMPARE(shown.view.selection(), std::optional(seqs(19, 19)));
        QTest::mouseClick(&shown.canvas(), Qt::LeftButton, {}, shown.inLane(21, 1));
        QCOMPARE(shown.view.selection(), std::optional(seqs(20, 23)));
        QTest::mouseClick(&shown.canvas(), Qt::LeftButton, {}, shown.inLane(33, 1));
        QCOMPARE(shown.view.selection(), std::optional(seqs(31, 35)));
        QTest::mouseClick(&shown.canvas(), Qt::LeftButton, {}, shown.inLane(19, 1));
        QVERIFY(!shown.view.selection());
    }

    void shiftDragSelectsARangeOfSeqs()
    {
        Shown shown;
        shown.drag(shown.canvas(), shown.inLane(6, 1), shown.inLane(14, 2), Qt::ShiftModifier);
        QCOMPARE(shown.view.selection(), std::optional(seqs(6, 14)));
        QCOMPARE(shown.view.visibleSeqs(), shown.view.wholeStream());
    }

    void aDoubleClickZoomsToTheGap()
    {
        Shown shown;
        QTest::mouseDClick(&shown.canvas(), Qt::LeftButton, {}, shown.inLane(21, 1));
        // No seq gets more than 80 pixels, so ten seqs around 20–23.
        QCOMPARE(shown.view.visibleSeqs(), (VisibleSeqs{17, 27}));
    }

    void arrowsMoveBetweenEvents()
    {
        Shown shown;
        shown.press(Qt::Key_Home);
        QCOMPARE(shown.view.selection(), std::optional(seqs(1, 1)));
        shown.press(Qt::Key_Right);
        QCOMPARE(shown.view.selection(), std::optional(seqs(4, 4)));
        shown.press(Qt::Key_Down);
        QCOMPARE(shown.view.selection(), std::optional(seqs(9, 9)));
        shown.press(Qt::Key_Left);
        QCOMPARE(shown.view.selection(), std::optional(seqs(4, 4)));
        shown.press(Qt::Key_Up);
        QCOMPARE(shown.view.selection(), std::optional(seqs(1, 1)));
        shown.press(Qt::Key_Left);
        QCOMPARE(shown.view.selection(), std::optional(seqs(1, 1)));
        shown.press(Qt::Key_End);
        QCOMPARE(shown.view.selection(), std::optional(seqs(28, 28)));
        shown.press(Qt::Key_Escape);
        QVERIFY(!shown.view.selection());
    }

    void lettersJumpToGapsFailuresAndTheSameStep()
    {
        Shown shown;
        shown.press(Qt::Key_G);
        QCOMPARE(shown.view.selection(), std::optional(seqs(2, 3)));
        shown.press(Qt::Key_G);
        QCOMPARE(shown.view.selection(), std::optional(seqs(5, 8)));
        shown.press(Qt::Key_G, Qt::ShiftModifier);
        QCOMPARE(shown.view.selection(), std::optional(seqs(2, 3)));
        shown.press(Qt::Key_F);
        QCOMPARE(shown.view.selection(), std::optional(seqs(19, 19)));
        shown.press(Qt::Key_S, Qt::ShiftModifier);
        QCOMPARE(shown.view.selection(), std::optional(seqs(9, 9)));
        shown.press(Qt::Key_S);
        QCOMPARE(shown.view.selection(), std::optional(seqs(19, 19)));
        shown.press(Qt::Key_F);
        QCOMPARE(shown.view.selection(), std::optional(seqs(24, 24)));
        shown.press(Qt::Key_F, Qt::ShiftModifier);
        QCOMPARE(shown.view.selection(), std::optional(seqs(19, 19)));
    }

    void aJumpBringsItsGoalIntoSight()
    {
        Shown shown;
        shown.view.setVisibleSeqs({1, 11});
        shown.press(Qt::Key_F);
        QCOMPARE(shown.view.visibleSeqs(), (VisibleSeqs{14.5, 24.5}));
    }

    void keysZoomAndFit()
    {
        Shown shown;
        shown.press(Qt::Key_Plus);
        QCOMPARE(shown.view.visibleSeqs().width(), 24.0);
        shown.press(Qt::Key_PageDown);
        QCOMPARE(shown.view.visibleSeqs().to, 41.0);
        shown.press(Qt::Key_0);
        QCOMPARE(shown.view.visibleSeqs(), shown.view.wholeStream());
        for (int i = 0; i < 20; ++i)
            shown.press(Qt::Key_Plus);
        QCOMPARE(shown.view.visibleSeqs().width(), 10.0);
    }

    void hiddenEventsAreNeitherDrawnNorReached()
    {
        Shown shown;
        EventFilter filter;
        filter.types = {typePatternFrom(u"step.*")};
        shown.view.setFilter(filter);
        QTRY_COMPARE(shown.canvas().scene().marks.size(), 5U);
        shown.press(Qt::Key_Home);
        QCOMPARE(shown.view.selection(), std::optional(seqs(4, 4)));
    }

    void theStripsFrameMovesAndResizesTheVisibleRange()
    {
        Shown shown;
        shown.view.setVisibleSeqs({11, 21});
        TimelineStrip &strip = *shown.widget.strip();
        QCOMPARE(strip.width(), 800);
        shown.drag(strip, {300, 20}, {360, 20});
        QCOMPARE(shown.view.visibleSeqs(), (VisibleSeqs{14, 24}));
        shown.drag(strip, {460, 20}, {560, 20});
        QCOMPARE(shown.view.visibleSeqs(), (VisibleSeqs{14, 29}));
        QTest::mouseClick(&strip, Qt::LeftButton, {}, {700, 20});
        QCOMPARE(shown.view.visibleSeqs(), (VisibleSeqs{26, 41}));
    }

    void toolTipsSayWhatIsThereAsPlainText()
    {
        Shown shown;
        const QString event = shown.toolTipAt(shown.at(24));
        QVERIFY2(event.contains(QStringLiteral("seq 24, step.failed, &lt;b&gt;ship&lt;/b&gt;")),
                 qPrintable(event));
        const QString gap = shown.toolTipAt(shown.inLane(21, 1));
        QVERIFY2(gap.contains(QStringLiteral("seq 20 to 23, 4 internal-only")), qPrintable(gap));
        const QString unknown = shown.toolTipAt(shown.inLane(33, 1));
        QVERIFY2(unknown.contains(QStringLiteral("seq 31 to 35, 5 not scanned yet")),
                 qPrintable(unknown));
        const QString span = shown.toolTipAt(shown.inLane(7, 1));
        QVERIFY2(span.contains(QStringLiteral("legal: from seq 4 to 13 (+9.0 s)")),
                 qPrintable(span));
    }

    void aCardTellsTimeAndWhatCameBefore()
    {
        Shown shown;
        const QString event = shown.toolTipAt(shown.at(19));
        QVERIFY2(event.contains(QStringLiteral("2026-04-28T11:08:43.000Z")), qPrintable(event));
        QVERIFY2(event.contains(QStringLiteral("+6.0 s")), qPrintable(event));
        const QString gap = shown.toolTipAt(shown.inLane(21, 1));
        QVERIFY2(gap.contains(QStringLiteral("11:08:43.000Z")), qPrintable(gap));
        QVERIFY2(gap.contains(QStringLiteral("11:08:48.000Z")), qPrintable(gap));
        QVERIFY2(gap.contains(QStringLiteral("never sends as webhooks")), qPrintable(gap));
    }

    void theKeyboardReachesTheCardOfTheSelection()
    {
        Shown shown;
        QToolTip::hideText();
        shown.press(Qt::Key_F);
        QTRY_VERIFY(QToolTip::text().contains(QStringLiteral("seq 19, step.breached, brand")));
        shown.press(Qt::Key_G);
        shown.widget.showCard();
        QVERIFY(QToolTip::text().contains(QStringLiteral("seq 20 to 23, 4 internal-only")));
    }

    void aTriangleCollapsesTheLanesBelowItsNode()
    {
        Shown shown(familyStream());
        QCOMPARE(shown.canvas().scene().laneCount, 5U);
        auto &labels = *shown.widget.findChild<LaneLabels *>();
        const auto clickTriangle = [&](quint32 lane) {
            QTest::mouseClick(
                &labels, Qt::LeftButton, {}, {16, int(shown.canvas().lanes().middleOf(lane))});
        };
        clickTriangle(1);
        QCOMPARE(shown.canvas().scene().laneCount, 3U);
        QCOMPARE(labels.labelOf(1), QStringLiteral("draft +2"));
        // Its events are still there, in the lane of their parent and under their own name.
        QCOMPARE(shown.at(3).y(), int(shown.canvas().lanes().middleOf(1)));
        QVERIFY(
            shown.toolTipAt(shown.at(3)).contains(QStringLiteral("seq 3, step.completed, legal")));
        QVERIFY(shown.canvas().accessibleDescription().contains(QStringLiteral("1 lane")));
        QVERIFY(labels.accessibleDescription().contains(QStringLiteral("draft, collapsed with 2")));
        clickTriangle(1);
        QCOMPARE(shown.canvas().scene().laneCount, 5U);
    }

    void aLaneSaysHowManyIterationsOfALoopItsNodeRan()
    {
        Shown shown(StreamBuilder()
                        .event(1, "step.completed", "step_draft_1_x")
                        .event(2, "step.completed", "step_draft_1_x__to__legal")
                        .event(3, "loop.iteration-started", "step_draft_1_x__to__legal")
                        .event(4, "step.completed", "step_draft_1_x__to__legal")
                        .scanned(0, 4)
                        .build());
        auto &labels = *shown.widget.findChild<LaneLabels *>();
        const TimelineLanes &lanes = shown.canvas().content()->index()->lanes();
        QCOMPARE(labels.labelOf(lanes.laneOf(0)), QStringLiteral("draft"));
        QCOMPARE(labels.labelOf(lanes.laneOf(1)), QStringLiteral("legal \u21BB2"));
        QVERIFY(labels.accessibleDescription().contains(QStringLiteral("legal, 2 iteration")));
        QVERIFY(shown.toolTipAt(shown.at(4)).contains(QStringLiteral("Iteration 2 of 2")));
        QVERIFY(!shown.toolTipAt(shown.at(1)).contains(QStringLiteral("Iteration")));
    }

    void largerTextMakesRoomForItself()
    {
        Shown shown;
        const QFont small = shown.widget.font();
        const int header = shown.canvas().lanes().header;
        QFont large = small;
        large.setPixelSize(QFontInfo(small).pixelSize() * 2);
        shown.widget.setFont(large);
        QCoreApplication::processEvents();
        QCOMPARE(TimelineRuler::labelFont(large).pixelSize(),
                 2 * TimelineRuler::labelFont(small).pixelSize());
        QVERIFY(shown.canvas().lanes().header > header * 3 / 2);
        QVERIFY(shown.canvas().lanes().laneHeight >= QFontMetrics(large).height());
    }

    void theLaneOfTheSelectionCollapsesByCommand()
    {
        Shown shown(familyStream());
        QVERIFY(!shown.widget.toggleSelectedLane());
        shown.view.select(seqs(3, 3));
        QVERIFY(shown.widget.toggleSelectedLane());
        QCOMPARE(shown.canvas().scene().laneCount, 3U);
        QVERIFY(shown.widget.toggleSelectedLane());
        QCOMPARE(shown.canvas().scene().laneCount, 5U);
        shown.view.select(seqs(5, 5));
        QVERIFY(!shown.widget.toggleSelectedLane());
        shown.widget.setAllCollapsed(true);
        const QByteArray state = shown.widget.saveState();
        shown.widget.setAllCollapsed(false);
        QCOMPARE(shown.canvas().scene().laneCount, 5U);
        QVERIFY(shown.widget.restoreState(state));
        QCOMPARE(shown.canvas().scene().laneCount, 3U);
    }

    void anotherExecutionReplacesTheFirst()
    {
        Shown shown;
        auto other =
            std::make_unique<StreamView>(ExecutionId(QStringLiteral("other")), shown.cache);
        other->showStream(StreamBuilder().events({1, 2}).scanned(0, 2).build());
        shown.widget.setView(other.get());
        QCOMPARE(shown.canvas().scene().laneCount, 1U);
        shown.view.select(seqs(4, 4));
        QVERIFY(!shown.canvas().content()->selection());
        other.reset();
        QVERIFY(!shown.widget.view());
        shown.widget.grab();
        shown.press(Qt::Key_Right);
    }

    void aTimeAxisPlacesEventsByTheirTimes()
    {
        // A second from one event to the next; six seconds and two per cent of room at both ends.
        Shown shown;
        shown.widget.setAxis(AxisKind::Time, IdleTime::Full);
        QCOMPARE(shown.canvas().content()->wholeRange(), (AxisRange{-540, 27'540}));
        QCOMPARE(shown.canvas().scene().marks.size(), 7U);
        QCOMPARE(shown.at(1).x(), qRound(800 * 540.0 / 28'080));
        QCOMPARE(shown.at(28).x(), qRound(800 * 27'540.0 / 28'080));
        QTest::mouseClick(&shown.canvas(), Qt::LeftButton, {}, shown.at(19));
        QCOMPARE(shown.view.selection(), std::optional(seqs(19, 19)));
        // Gaps lie between the times of their neighbours, in the band of the counts.
        const QPoint between((shown.at(19).x() + shown.at(24).x()) / 2, 8);
        QTest::mouseClick(&shown.canvas(), Qt::LeftButton, {}, between);
        QCOMPARE(shown.view.selection(), std::optional(seqs(20, 23)));
        // A drag selects the seqs of the events in between.
        shown.drag(shown.canvas(),
                   {shown.at(4).x() - 5, 120},
                   {shown.at(19).x() + 5, 120},
                   Qt::ShiftModifier);
        QCOMPARE(shown.view.selection(), std::optional(seqs(4, 19)));
    }

    void theSeqsInSightFollowATimeAxisAndItFollowsThem()
    {
        Shown shown;
        shown.widget.setAxis(AxisKind::Time, IdleTime::Full);
        const TimelineContent &content = *shown.canvas().content();
        for (int i = 0; i < 4; ++i)
            shown.wheel({shown.at(13).x(), 100}, {0, 120});
        const VisibleSeqs near = shown.view.visibleSeqs();
        QVERIFY(near.from > 4 && near.from <= 13 && near.to >= 14 && near.to < 28);
        shown.press(Qt::Key_End);
        QVERIFY(shown.canvas().centreOf({28}));
        shown.view.zoomToWhole();
        QCOMPARE(content.visibleRange(), content.wholeRange());
        shown.widget.setAxis(AxisKind::Seq, IdleTime::Full);
        QCOMPARE(shown.view.visibleSeqs(), (VisibleSeqs{1, 41}));
        QCOMPARE(shown.at(4).x(), 70);
    }

    void keysMoveAboutOnATimeAxis()
    {
        Shown shown;
        shown.widget.setAxis(AxisKind::Time, IdleTime::Shortened);
        for (int i = 0; i < 20; ++i)
            shown.press(Qt::Key_Plus);
        // No millisecond gets more than 80 pixels.
        QCOMPARE(shown.canvas().content()->visibleRange().width(), 10.0);
        shown.press(Qt::Key_Home);
        QVERIFY(shown.canvas().centreOf({1}));
        shown.press(Qt::Key_F);
        QCOMPARE(shown.view.selection(), std::optional(seqs(19, 19)));
        QVERIFY(shown.canvas().centreOf({19}));
        shown.press(Qt::Key_0);
        QCOMPARE(shown.canvas().content()->visibleRange(), shown.canvas().content()->wholeRange());
    }

    void eventsWithoutATimeAreSaidOnATimeAxis()
    {
        Shown shown(StreamBuilder()
                        .event(1, "execution.dispatched", {}, 0, EventFlag::NoTimestamp)
                        .event(2, "step.completed", "step_a_1_x", 1777374504255)
                        .event(3, "execution.completed", {}, 1777374505255)
                        .scanned(0, 3)
                        .build());
        shown.widget.setAxis(AxisKind::Time, IdleTime::Full);
        QCOMPARE(shown.canvas().scene().marks.size(), 2U);
        QVERIFY(!shown.canvas().centreOf({1}));
        QVERIFY(shown.canvas().accessibleDescription().contains(
            QStringLiteral("1 event has no time: only the seq axis shows it")));
        QVERIFY(
            shown.canvas().accessibleDescription().startsWith(QStringLiteral("Time axis, UTC")));
        shown.widget.grab();
    }

    void theAxisIsRemembered()
    {
        Shown shown;
        shown.widget.setAxis(AxisKind::Time, IdleTime::Full);
        const QByteArray state = shown.widget.saveState();
        TimelineWidget other(nullptr);
        QVERIFY(other.restoreState(state));
        QCOMPARE(other.axis(), AxisKind::Time);
        QCOMPARE(other.idleTime(), IdleTime::Full);
        QVERIFY(!other.restoreState("anything else"));
        QCOMPARE(other.axis(), AxisKind::Time);
    }

    void manyLanesScroll()
    {
        StreamBuilder builder;
        for (int i = 1; i <= 60; ++i)
            builder.event(i, "step.completed", "step_n" + QByteArray::number(i) + "_1_x");
        Shown shown(builder.scanned(0, 60).build());
        QVERIFY(shown.canvas().scene().laneCount < 20);
        shown.press(Qt::Key_End);
        const double middle = shown.canvas().lanes().middleOf(60);
        QVERIFY(middle > LaneGeometry::kHeader && middle < shown.canvas().height());
    }

    void theWordsAtTheLeftFollowTheTheme()
    {
        Shown shown;
        auto &label = *shown.widget.findChild<SideLabel *>();
        const auto ground = [&label] { return label.grab().toImage().pixelColor(1, 1); };
        QCOMPARE(ground(), timelinePalette(isDark(label.palette())).lanePadding);
        for (const QColor window : {QColor(Qt::black), QColor(Qt::white)}) {
            QPalette theme;
            theme.setColor(QPalette::Window, window);
            shown.widget.setPalette(theme);
            QCOMPARE(ground(), timelinePalette(window == QColor(Qt::black)).lanePadding);
        }
    }

    void bookmarksAreSaidOnCardsAndToAssistiveTechnology()
    {
        Shown shown;
        shown.view.bookmarks().set({4}, QStringLiteral("ask <legal>"));
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&shown.canvas());
        QCOMPARE(
            list->child(2)->text(QAccessible::Name),
            QStringLiteral("seq 4, step.awaiting-approval, legal. Bookmark of seq 4: ask <legal>"));
        QVERIFY(shown.toolTipAt(shown.at(4)).contains(QStringLiteral("ask &lt;legal&gt;")));
        shown.view.bookmarks().set({21}, {});
        QVERIFY(
            shown.toolTipAt(shown.inLane(21, 1)).contains(QStringLiteral("Bookmark of seq 21")));
        shown.widget.grab();
    }

    void assistiveTechnologyReadsTheRowsInSight()
    {
        Shown shown;
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&shown.canvas());
        QVERIFY(list);
        QCOMPARE(list->role(), QAccessible::List);
        QCOMPARE(list->childCount(), int(shown.view.rows()->count()));
        QCOMPARE(list->child(1)->text(QAccessible::Name),
                 QStringLiteral("seq 2 to 3, 2 internal-only"));
        QCOMPARE(list->child(2)->text(QAccessible::Name),
                 QStringLiteral("seq 4, step.awaiting-approval, legal"));
        shown.view.setVisibleSeqs({4, 14});
        QCOMPARE(list->child(0)->text(QAccessible::Name),
                 QStringLiteral("seq 4, step.awaiting-approval, legal"));

        QVERIFY(list->text(QAccessible::Value).isEmpty());
        list->child(1)->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(shown.view.selection(), std::optional(seqs(5, 8)));
        QCOMPARE(list->text(QAccessible::Value), QStringLiteral("seq 5 to 8, 4 internal-only"));
        QVERIFY(list->child(1)->state().selected);
        QCOMPARE(list->indexOfChild(list->child(1)), 1);
    }
};

QTEST_MAIN(tst_TimelineWidget)
#include "tst_timelinewidget.moc"
