// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/streambuilder.h"

#include "core/timeline/timelinelanes.h"

#include <QTest>

using namespace Gapline;
using Gapline::Test::StreamBuilder;

namespace {

QStringList written(const TimelineLanes &lanes)
{
    QStringList lines;
    for (const Lane &lane : lanes.all())
        lines << QString(lane.depth * 2, u' ')
                + (lane.isExecution() ? QStringLiteral("(execution)") : lane.node);
    return lines;
}

StepView step(const char *id, const char *node)
{
    StepView view;
    view.stepId = StepId(QString::fromUtf8(id));
    view.nodeId = NodeId(QString::fromUtf8(node));
    return view;
}

} // namespace

class tst_TimelineLanes : public QObject
{
    Q_OBJECT

private slots:
    void aStreamWithoutEventsHasTheExecutionsLane()
    {
        QCOMPARE(written(TimelineLanes(*StreamBuilder().build(), {})),
                 QStringList{QStringLiteral("(execution)")});
    }

    void parentsComeBeforeTheirChildrenAndSiblingsByFirstEvent()
    {
        const EventStreamPtr stream =
            StreamBuilder()
                .event(1, "execution.dispatched")
                .event(4, "step.completed", "step_draft_1777374504_ab")
                .event(6, "step.completed", "step_draft_1777374504_ab__to__legal__to__publish")
                .event(9, "step.awaiting-approval", "step_draft_1777374504_ab__to__legal")
                .event(10, "step.awaiting-approval", "step_draft_1777374504_ab__to__brand")
                .event(14, "group.quorum-met", "group_review")
                .event(16, "step.completed", "group_review__to__ship")
                .build();
        const TimelineLanes lanes(*stream, {});
        const QStringList expected{QStringLiteral("(execution)"),
                                   QStringLiteral("draft"),
                                   QStringLiteral("  legal"),
                                   QStringLiteral("    publish"),
                                   QStringLiteral("  brand"),
                                   QStringLiteral("review"),
                                   QStringLiteral("  ship")};
        QCOMPARE(written(lanes), expected);
        QCOMPARE(lanes.laneOf(stream->stepIndexAt(1)), 1U);
        QCOMPARE(lanes.laneOf(stream->stepIndexAt(3)), 2U);
        QCOMPARE(lanes.laneOf(kNoStep), 0U);
        QCOMPARE(*lanes.all()[3].parent, 2U);
    }

    void aParentWithoutEventsIsPassedOver()
    {
        const EventStreamPtr stream =
            StreamBuilder()
                .event(2, "step.completed", "step_a_1777374504_ab")
                .event(5, "step.completed", "step_a_1777374504_ab__to__webhook__to__c")
                .build();
        const QStringList expected{
            QStringLiteral("(execution)"), QStringLiteral("a"), QStringLiteral("  c")};
        QCOMPARE(written(TimelineLanes(*stream, {})), expected);
    }

    void iterationsOfALoopShareTheLaneOfTheirNode()
    {
        const EventStreamPtr stream =
            StreamBuilder()
                .event(1, "step.completed", "step_a_1777374504_ab")
                .event(2, "step.completed", "step_a_1777374504_ab__to__b")
                .event(3, "step.completed", "step_a_1777374504_ab__to__b__to__a")
                .event(4, "step.completed", "step_a_1777374504_ab__to__b__to__a__to__b")
                .build();
        const TimelineLanes lanes(*stream, {});
        const QStringList expected{
            QStringLiteral("(execution)"), QStringLiteral("a"), QStringLiteral("  b")};
        QCOMPARE(written(lanes), expected);
        QCOMPARE(lanes.laneOf(stream->stepIndexAt(2)), 1U);
        QCOMPARE(lanes.laneOf(stream->stepIndexAt(3)), 2U);
    }

    void theExecutionsOwnStepsNameTheirNodes()
    {
        const EventStreamPtr stream = StreamBuilder()
                                          .event(1, "step.completed", "opaque-1")
                                          .event(2, "step.completed", "opaque-2")
                                          .event(3, "step.completed", "opaque-3")
                                          .build();
        Execution execution;
        execution.steps = {step("opaque-1", "legal"), step("opaque-2", "legal")};
        const QStringList expected{
            QStringLiteral("(execution)"), QStringLiteral("legal"), QStringLiteral("opaque-3")};
        QCOMPARE(written(TimelineLanes(*stream, execution)), expected);
    }
};

QTEST_GUILESS_MAIN(tst_TimelineLanes)
#include "tst_timelinelanes.moc"
