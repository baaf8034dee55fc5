// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/runpath.h"

#include "core/domain/steplineage.h"

#include <QHash>

#include <algorithm>
#include <set>

namespace Gapline {
namespace {

/// Pairs of node names, parent and child, that the lineages of the run name.
std::set<std::pair<QString, QString>> waysOf(const std::vector<PathVisits> &paths)
{
    std::set<std::pair<QString, QString>> ways;
    for (const PathVisits &path : paths) {
        if (path.path.size() > 1)
            ways.emplace(path.path[path.path.size() - 2], path.path.last());
    }
    return ways;
}

qsizetype countTurns(const EventStream &stream)
{
    const std::vector<QByteArray> &types = stream.types().texts();
    const auto type = std::ranges::find(types, QByteArray("loop.iteration-started"));
    return type == types.end()
        ? 0
        : std::ranges::count(stream.typeIndexes(), quint16(type - types.begin()));
}

} // namespace

RunPath pathOfRun(const DefinitionGraph &graph, const KnownExecution &known)
{
    const std::vector<PathVisits> paths = findVisits(known);
    RunPath run;
    run.nodes.resize(graph.nodes.size());
    run.lack = proofLackOf(known);
    run.turns = int(countTurns(*known.stream));
    QHash<QString, int> indexes;
    for (size_t node = 0; node < graph.nodes.size(); ++node)
        indexes.insert(graph.nodes[node].id, int(node));
    for (const PathVisits &path : paths) {
        const auto index = indexes.constFind(path.path.last());
        if (index == indexes.cend()) {
            if (!run.elsewhere.contains(path.path.last()))
                run.elsewhere << path.path.last();
            continue;
        }
        NodeRun &node = run.nodes[size_t(*index)];
        for (const StepVisit &visit : path.visits) {
            if (!visit.seqs) {
                node.told = visit.told;
                continue;
            }
            ++node.visits;
            node.isBreached |= visit.isBreached;
            if (node.lastVisit && node.lastVisit->first > visit.seqs->first)
                continue;
            node.lastVisit = visit.seqs;
            node.outcome = visit.outcome;
        }
    }

    const std::set<std::pair<QString, QString>> ways = waysOf(paths);
    const bool hasOneWayBack = std::ranges::count(graph.edges, true, &GraphEdge::isLoop) == 1;
    for (const GraphEdge &edge : graph.edges) {
        const GraphNode &from = graph.nodes[size_t(edge.from)];
        const QString &to = graph.nodes[size_t(edge.to)].id;
        bool isTaken = false;
        if (edge.isLoop) {
            // Step ids do not tell: a loop comes back to the same ones. With one way back, a turn has gone it.
            isTaken = hasOneWayBack && run.turns > 0;
        } else {
            isTaken = ways.contains({from.id, to});
            // A group goes on as one: each member that completed has led there.
            if (!isTaken && from.group)
                isTaken = ways.contains({graph.groups[size_t(*from.group)].id, to})
                    && run.nodes[size_t(edge.from)].outcome == VisitOutcome::Completed
                    && run.nodes[size_t(edge.from)].visits > 0;
        }
        run.taken.push_back(isTaken);
    }
    return run;
}

} // namespace Gapline
