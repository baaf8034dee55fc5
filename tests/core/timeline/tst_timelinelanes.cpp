// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/streambuilder.h"

#include "core/timeline/definitionnodes.h"
#include "core/timeline/loopturns.h"
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

/// A draft, two reviews side by side, and what follows them.
EventStreamPtr reviewRun()
{
    return StreamBuilder()
        .event(1, "execution.dispatched")
        .event(4, "step.completed", "step_draft_1777374504_ab")
        .event(6, "step.completed", "step_draft_1777374504_ab__to__legal__to__publish")
        .event(9, "step.awaiting-approval", "step_draft_1777374504_ab__to__legal")
        .event(10, "step.awaiting-approval", "step_draft_1777374504_ab__to__brand")
        .event(14, "group.quorum-met", "group_review")
        .event(16, "step.completed", "group_review__to__ship")
        .build();
}

Definition reviewDefinition()
{
    Definition definition;
    definition.raw = R"({"nodes":[{"nodeId":"draft"},{"nodeId":"brand"},{"nodeId":"legal"},)"
                     R"({"nodeId":"ship"}],"groups":[{"groupId":"review",)"
                     R"("memberNodeIds":["brand","legal"]}],"compiled":{"loops":)"
                     R"([{"loopId":"revision","bodyNodeIds":["brand","legal"]}]}})";
    return definition;
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

    void whatIsCollapsedSharesTheLaneOfItsNode()
    {
        const EventStreamPtr stream = reviewRun();
        LaneOptions options;
        options.collapsed = {QStringLiteral("draft"), QStringLiteral("not there")};
        const TimelineLanes lanes(*stream, {}, options);
        const QStringList expected{QStringLiteral("(execution)"),
                                   QStringLiteral("draft"),
                                   QStringLiteral("review"),
                                   QStringLiteral("  ship")};
        QCOMPARE(written(lanes), expected);
        QVERIFY(lanes.all()[1].isCollapsed());
        QCOMPARE(lanes.all()[1].sharing, 3U);
        QVERIFY(lanes.all()[2].hasChildren && !lanes.all()[2].isCollapsed());
        // A step two levels below draft: drawn in its lane, under its own name.
        QCOMPARE(lanes.laneOf(stream->stepIndexAt(2)), 1U);
        QCOMPARE(lanes.nodeOf(stream->stepIndexAt(2)), QStringLiteral("publish"));
        QVERIFY(lanes.nodeOf(kNoStep).isEmpty());
    }

    void theDefinitionOrdersSiblingsAndPutsAGroupBehindItsMembers()
    {
        LaneOptions options;
        options.order = LaneOrder::Definition;
        options.definition = reviewDefinition();
        const QStringList expected{QStringLiteral("(execution)"),
                                   QStringLiteral("draft"),
                                   QStringLiteral("  brand"),
                                   QStringLiteral("  legal"),
                                   QStringLiteral("    publish"),
                                   QStringLiteral("review"),
                                   QStringLiteral("  ship")};
        QCOMPARE(written(TimelineLanes(*reviewRun(), {}, options)), expected);
        options.definition.reset();
        QCOMPARE(written(TimelineLanes(*reviewRun(), {}, options)),
                 written(TimelineLanes(*reviewRun(), {})));
    }

    void membersOfAGroupAreBracketed()
    {
        const EventStreamPtr stream =
            StreamBuilder()
                .event(1, "step.completed", "step_draft_1777374504_ab")
                .event(2, "step.completed", "step_draft_1777374504_ab__to__legal")
                .event(3, "step.completed", "step_draft_1777374504_ab__to__brand")
                .event(4, "group.quorum-met", "group_review")
                .build();
        LaneOptions options;
        options.definition = reviewDefinition();
        const std::vector<LaneBracket> expected{{QStringLiteral("review"), 2, 4}};
        QCOMPARE(TimelineLanes(*stream, {}, options).brackets(), expected);
        // Without the definition the steps of executions/get tell.
        Execution execution;
        execution.steps = {step("step_draft_1777374504_ab__to__legal", "legal"),
                           step("step_draft_1777374504_ab__to__brand", "brand")};
        for (StepView &view : execution.steps)
            view.groupId = QStringLiteral("review");
        QCOMPARE(TimelineLanes(*stream, execution).brackets(), expected);
        QVERIFY(TimelineLanes(*stream, {}).brackets().empty());
    }

    void theLanesOfTheOnlyLoopAreKnown()
    {
        LaneOptions options;
        options.definition = reviewDefinition();
        const auto lanes = TimelineLanes(*reviewRun(), {}, options).loopLanes();
        // legal and brand.
        QCOMPARE(lanes, std::optional(std::pair(2U, 4U)));
        QVERIFY(!TimelineLanes(*reviewRun(), {}).loopLanes());
    }

    void loopsTurnWhereAnIterationStarts()
    {
        const EventStreamPtr stream = StreamBuilder()
                                          .event(1, "step.completed", "step_a_1777374504_ab")
                                          .event(2, "loop.iteration-started", "group_review")
                                          .event(5, "step.completed", "step_a_1777374504_ab")
                                          .event(6, "loop.iteration-started", "group_review")
                                          .event(7, "loop.exhausted", "group_review")
                                          .build();
        QCOMPARE(findLoopTurns(*stream), (std::vector<quint32>{1, 3}));
        QVERIFY(findLoopTurns(*StreamBuilder().events({1, 2}).build()).empty());
    }

    void aDefinitionThatCannotBeReadSaysNothing()
    {
        Definition definition;
        definition.raw = "{\"nodes\":[{\"nodeId\":";
        QVERIFY(nodesOf(definition).order.isEmpty());
        definition.raw = R"({"nodes":7,"groups":null,"compiled":{"loops":[{"loopId":1}]}})";
        const DefinitionNodes nodes = nodesOf(definition);
        QVERIFY(nodes.order.isEmpty() && nodes.groups.isEmpty() && nodes.loops.isEmpty());
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
