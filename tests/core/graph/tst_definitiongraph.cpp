// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/streambuilder.h"

#include "core/graph/runpath.h"
#include "core/sandbox/workflow.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <rapidcheck.h>

using namespace Gapline;
using Gapline::Test::StreamBuilder;

namespace {

Definition definitionOf(const char *workflow)
{
    Definition definition;
    definition.raw = definitionJson(*findWorkflow(workflow), 1731432000000);
    return definition;
}

/// Draft, a group of two of which one rejects in the first turn, publish.
StreamBuilder marketingRun()
{
    constexpr auto kLegal = "step_agent-draft_1_x__to__human-legal";
    constexpr auto kBrand = "step_agent-draft_1_x__to__human-brand";
    StreamBuilder run;
    run.event(1, "execution.dispatched")
        .event(2, "step.awaiting-approval", "step_agent-draft_1_x")
        .event(3, "step.completed", "step_agent-draft_1_x")
        .event(4, "step.awaiting-approval", kLegal)
        .event(5, "step.awaiting-approval", kBrand)
        .event(6, "step.completed", kLegal)
        .event(7, "loop.iteration-started", "group_parallel-review")
        .event(8, "step.cancelled", kBrand)
        .event(9, "step.awaiting-approval", kLegal)
        .event(10, "step.awaiting-approval", kBrand)
        .event(11, "step.breached", kBrand)
        .event(12, "step.completed", kLegal)
        .event(13, "step.completed", kBrand)
        .event(14, "group.quorum-met", "group_parallel-review");
    return run;
}

} // namespace

class tst_DefinitionGraph : public QObject
{
    Q_OBJECT

private slots:
    void theCompiledEdgesAndTheWaysBackMakeTheGraph()
    {
        const DefinitionGraph graph = graphOf(definitionOf("marketing-copy-approval"));
        QCOMPARE(graph.nodes.size(), 4U);
        QCOMPARE(graph.nodes[0].id, QStringLiteral("agent-draft"));
        QCOMPARE(graph.nodes[1].type, QStringLiteral("human"));
        QCOMPARE(graph.groups.size(), 1U);
        QCOMPARE(graph.groups[0].quorum, std::optional<qint64>(2));
        QCOMPARE(graph.nodes[1].group, std::optional(0));
        QVERIFY(!graph.nodes[0].group);
        QCOMPARE(graph.loops.size(), 1U);
        QCOMPARE(graph.loops[0].maxIterations, std::optional<qint64>(3));
        // Draft to each member, each member to publish; the group goes back as one when one rejects.
        QCOMPARE(std::ranges::count(graph.edges, false, &GraphEdge::isLoop), 4);
        QCOMPARE(std::ranges::count(graph.edges, true, &GraphEdge::isLoop), 1);
    }

    void theDocumentedExampleIsReadWithItsRoles()
    {
        Definition definition;
        definition.raw = R"({"nodes":[{"nodeId":"a","type":"agent"},{"nodeId":"b","type":"human"}],
            "edges":[{"from":"a","to":"b"}],"groups":null,
            "compiled":{"forwardEdges":[{"from":"a","to":"b","role":"approve","when":null},
                                        {"from":"b","to":"elsewhere","role":"reject","when":null}],
                        "loops":[{"loopId":"l","entryNodeId":"a","bodyNodeIds":["a","b"],"maxIterations":2}]}})";
        const DefinitionGraph graph = graphOf(definition);
        QCOMPARE(graph.nodes.size(), 3U);
        QVERIFY(graph.nodes[2].type.isEmpty()); // Only an edge names it.
        QCOMPARE(graph.edges[0].role, QStringLiteral("approve"));
        QCOMPARE(graph.edges.size(), 3U);
        // The loop names no edge of its own: its way back is from its last node to its entry.
        QVERIFY((graph.edges[2] == GraphEdge{1, 0, {}, true}));
    }

    void whatCannotBeReadIsNoGraph()
    {
        Definition definition;
        for (const char *raw : {"", "{", "[]", "{\"nodes\":7}", "{\"nodes\":[{\"nodeId\":3}]}"}) {
            definition.raw = raw;
            QVERIFY(graphOf(definition).isEmpty());
        }
    }

    void aGraphOfHostileSizeIsCutAndSaysSo()
    {
        QByteArray raw = "{\"nodes\":[";
        for (int i = 0; i < DefinitionGraph::kMostNodes + 5; ++i)
            raw += (i ? ",{\"nodeId\":\"n" : "{\"nodeId\":\"n") + QByteArray::number(i) + "\"}";
        Definition definition;
        definition.raw = raw + "]}";
        const DefinitionGraph graph = graphOf(definition);
        QCOMPARE(graph.nodes.size(), size_t(DefinitionGraph::kMostNodes));
        QVERIFY(graph.isCut);
    }

    void thePathNamesVisitsOutcomesAndTheWaysThatWereTaken()
    {
        const DefinitionGraph graph = graphOf(definitionOf("marketing-copy-approval"));
        StreamBuilder run = marketingRun();
        run.event(15, "step.completed", "group_parallel-review__to__agent-publish")
            .event(16, "execution.completed")
            .scanned(0, 16)
            .complete();
        const RunPath path = pathOfRun(graph, {run.build(), {}});
        QCOMPARE(path.nodes[0].visits, 1);
        QCOMPARE(path.nodes[1].visits, 2);
        QCOMPARE(path.nodes[2].visits, 2);
        QCOMPARE(path.nodes[2].outcome, VisitOutcome::Completed);
        QVERIFY(path.nodes[2].isBreached);
        QVERIFY(!path.nodes[1].isBreached);
        QCOMPARE(path.nodes[2].lastVisit, std::optional(SeqRange{{10}, {13}}));
        QCOMPARE(path.turns, 1);
        QVERIFY(path.elsewhere.isEmpty());
        // Down every way, and back by the only one there is.
        QVERIFY(std::ranges::all_of(path.taken, [](bool isTaken) { return isTaken; }));
    }

    void thePathCountsTheVisitsThatAComparisonLists()
    {
        QVERIFY(rc::check("random events of a few steps", [] {
            static const std::array kTypes{"step.awaiting-approval",
                                           "step.completed",
                                           "step.failed",
                                           "step.cancelled",
                                           "step.breached",
                                           "loop.iteration-started",
                                           "group.quorum-met"};
            static const std::array kIds{"step_agent-draft_1_x",
                                         "step_agent-draft_1_x__to__human-legal",
                                         "step_agent-draft_1_x__to__human-brand",
                                         "step_agent-draft_2_y__to__human-legal"};
            StreamBuilder builder;
            const int count = *rc::gen::inRange(0, 24);
            for (int seq = 1; seq <= count; ++seq)
                builder.event(seq,
                              kTypes[*rc::gen::inRange<size_t>(0, kTypes.size())],
                              kIds[*rc::gen::inRange<size_t>(0, kIds.size())]);
            const KnownExecution known{builder.scanned(0, count + 1).complete().build(), {}};
            const DefinitionGraph graph = graphOf(definitionOf("marketing-copy-approval"));
            const RunPath path = pathOfRun(graph, known);
            std::vector<std::vector<StepVisit>> visits(graph.nodes.size());
            for (const PathVisits &place : findVisits(known)) {
                std::vector<StepVisit> &all = visits[size_t(*graph.indexOf(place.path.last()))];
                all.insert(all.end(), place.visits.begin(), place.visits.end());
            }
            for (size_t node = 0; node < visits.size(); ++node) {
                const NodeRun &run = path.nodes[node];
                RC_ASSERT(run.visits == int(visits[node].size()));
                RC_ASSERT(run.isBreached
                          == std::ranges::any_of(visits[node], &StepVisit::isBreached));
                if (visits[node].empty())
                    continue;
                const StepVisit &last = *std::ranges::max_element(
                    visits[node], {}, [](const StepVisit &visit) { return visit.seqs->first; });
                RC_ASSERT(run.lastVisit == last.seqs);
                RC_ASSERT(run.outcome == last.outcome);
            }
        }));
    }

    void whereARunHasNotComeItIsNotSeenUntilThatIsProved()
    {
        const DefinitionGraph graph = graphOf(definitionOf("marketing-copy-approval"));
        StreamBuilder run = marketingRun();
        run.scanned(0, 14);
        const RunPath path = pathOfRun(graph, {run.build(), {}});
        QVERIFY(!path.nodes[3].isSeen());
        QCOMPARE(path.lack, ProofLack::UnknownSeqs);
    }

    void nodesOfAnotherVersionAreNamed()
    {
        const DefinitionGraph graph = graphOf(definitionOf("marketing-copy-approval"));
        StreamBuilder run;
        run.event(1, "step.completed", "step_agent-draft_1_x")
            .event(2, "step.completed", "step_agent-draft_1_x__to__agent-translate")
            .scanned(0, 2);
        const RunPath path = pathOfRun(graph, {run.build(), {}});
        QCOMPARE(path.elsewhere, QStringList{QStringLiteral("agent-translate")});
    }
};

QTEST_GUILESS_MAIN(tst_DefinitionGraph)
#include "tst_definitiongraph.moc"
