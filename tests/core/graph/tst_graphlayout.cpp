// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/graphlayout.h"

#include <QTest>

#include <rapidcheck.h>

using namespace Gapline;

namespace {

GraphMetrics metricsFor(const DefinitionGraph &graph)
{
    GraphMetrics metrics;
    for (size_t node = 0; node < graph.nodes.size(); ++node)
        metrics.widths.push_back(80 + 13.0 * double(node % 5));
    return metrics;
}

DefinitionGraph graphWith(int nodes, const std::vector<GraphEdge> &edges)
{
    DefinitionGraph graph;
    for (int node = 0; node < nodes; ++node)
        graph.nodes.push_back({QStringLiteral("n%1").arg(node), QStringLiteral("human"), {}});
    graph.edges = edges;
    return graph;
}

void putIntoGroup(DefinitionGraph &graph, const std::vector<int> &nodes)
{
    for (const int node : nodes)
        graph.nodes[size_t(node)].group = int(graph.groups.size());
    graph.groups.push_back({QStringLiteral("g"), nodes, {}});
}

/// Edges that lead from a smaller number to a larger one, as a workflow without loops has them.
std::vector<GraphEdge> anyForwardEdges(int nodes)
{
    std::vector<GraphEdge> edges;
    const int count = *rc::gen::inRange(0, nodes * 3);
    for (int i = 0; i < count; ++i) {
        const int from = *rc::gen::inRange(0, nodes);
        const int to = *rc::gen::inRange(0, nodes);
        if (from != to)
            edges.push_back({std::min(from, to), std::max(from, to), {}, false});
    }
    return edges;
}

} // namespace

class tst_GraphLayout : public QObject
{
    Q_OBJECT

private slots:
    void aChainRunsStraightDown()
    {
        const DefinitionGraph graph =
            graphWith(3, {{0, 1, {}, false}, {1, 2, {}, false}, {2, 0, {}, true}});
        GraphMetrics metrics = metricsFor(graph);
        metrics.widths = {100, 100, 100};
        const GraphLayout layout = layOutGraph(graph, metrics);
        QCOMPARE(layout.layers, (std::vector<int>{0, 1, 2}));
        QCOMPARE(layout.nodes[0].center().x(), layout.nodes[1].center().x());
        QCOMPARE(layout.nodes[1].top() - layout.nodes[0].bottom(), metrics.layers);
        // The way back of a loop passes at the right of everything.
        QCOMPARE(layout.edges[2].size(), 6U);
        QVERIFY(layout.edges[2][2].x() > layout.nodes[0].right());
        QVERIFY(layout.size.width() > layout.edges[2][2].x());
    }

    void nothingIsDrawnOfNothing() { QVERIFY(layOutGraph({}, {}).nodes.empty()); }

    void membersOfAGroupStandSideBySide()
    {
        DefinitionGraph graph = graphWith(6,
                                          {{0, 1, {}, false},
                                           {0, 2, {}, false},
                                           {0, 3, {}, false},
                                           {0, 4, {}, false},
                                           {1, 5, {}, false},
                                           {4, 5, {}, false}});
        putIntoGroup(graph, {1, 4});
        const GraphLayout layout = layOutGraph(graph, metricsFor(graph));
        QVERIFY(layout.groups[0].contains(layout.nodes[1]));
        QVERIFY(layout.groups[0].contains(layout.nodes[4]));
        QVERIFY(!layout.groups[0].intersects(layout.nodes[2]));
        QVERIFY(!layout.groups[0].intersects(layout.nodes[3]));
    }

    void aCircleThatNobodyDeclaredIsDrawnAllTheSame()
    {
        const DefinitionGraph graph = graphWith(
            3, {{0, 1, {}, false}, {1, 2, {}, false}, {2, 0, {}, false}, {1, 1, {}, false}});
        const GraphLayout layout = layOutGraph(graph, metricsFor(graph));
        QCOMPARE(layout.layers, (std::vector<int>{0, 1, 2}));
        QCOMPARE(layout.edges[2].size(), 6U);
        QCOMPARE(layout.edges[3].size(), 6U);
    }

    void everyForwardEdgeLeadsDownAndNoNodesOverlap()
    {
        QVERIFY(rc::check("any workflow without loops", [] {
            const int nodes = *rc::gen::inRange(1, 24);
            const DefinitionGraph graph = graphWith(nodes, anyForwardEdges(nodes));
            const GraphLayout layout = layOutGraph(graph, metricsFor(graph));
            for (const GraphEdge &edge : graph.edges)
                RC_ASSERT(layout.nodes[size_t(edge.from)].bottom()
                          < layout.nodes[size_t(edge.to)].top());
            for (size_t a = 0; a < layout.nodes.size(); ++a) {
                RC_ASSERT(QRectF(QPointF(), layout.size).contains(layout.nodes[a]));
                for (size_t b = a + 1; b < layout.nodes.size(); ++b)
                    RC_ASSERT(!layout.nodes[a].intersects(layout.nodes[b]));
            }
        }));
    }

    void everyEdgeBeginsAndEndsAtItsNodes()
    {
        QVERIFY(rc::check("any graph, with circles", [] {
            const int nodes = *rc::gen::inRange(1, 12);
            std::vector<GraphEdge> edges;
            const int count = *rc::gen::inRange(0, nodes * 3);
            for (int i = 0; i < count; ++i)
                edges.push_back({*rc::gen::inRange(0, nodes),
                                 *rc::gen::inRange(0, nodes),
                                 {},
                                 *rc::gen::arbitrary<bool>()});
            const DefinitionGraph graph = graphWith(nodes, edges);
            const GraphLayout layout = layOutGraph(graph, metricsFor(graph));
            for (size_t i = 0; i < edges.size(); ++i) {
                const std::vector<QPointF> &points = layout.edges[i];
                RC_ASSERT(points.size() >= 2U);
                // Borders count: a hair wider than the node.
                const auto touches = [&](int node, QPointF point) {
                    return layout.nodes[size_t(node)]
                        .adjusted(-0.1, -0.1, 0.1, 0.1)
                        .contains(point);
                };
                RC_ASSERT(touches(edges[i].from, points.front()));
                RC_ASSERT(touches(edges[i].to, points.back()));
            }
        }));
    }

    void theLargestGraphIsLaidOut()
    {
        std::vector<GraphEdge> edges;
        for (int i = 0; i < DefinitionGraph::kMostEdges; ++i) {
            const int from = i % (DefinitionGraph::kMostNodes - 1);
            edges.push_back({from,
                             from + 1 + (i * 7919) % (DefinitionGraph::kMostNodes - 1 - from),
                             {},
                             false});
        }
        const DefinitionGraph graph = graphWith(DefinitionGraph::kMostNodes, edges);
        const GraphLayout layout = layOutGraph(graph, metricsFor(graph));
        QCOMPARE(layout.nodes.size(), size_t(DefinitionGraph::kMostNodes));
        QCOMPARE(layout.edges.size(), edges.size());
    }
};

QTEST_GUILESS_MAIN(tst_GraphLayout)
#include "tst_graphlayout.moc"
