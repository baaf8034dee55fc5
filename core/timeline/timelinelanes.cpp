// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/timelinelanes.h"

#include "core/domain/steplineage.h"

#include <QHash>

namespace Gapline {
namespace {

constexpr quint32 kNone = kNoStep;

/// The nodes of a stream as a forest, nodes numbered by their first event.
struct NodeForest
{
    std::vector<QByteArray> names;
    std::vector<quint32> parents;
    std::vector<std::vector<quint32>> children;
    std::vector<quint32> nodeOfStep;

    [[nodiscard]] bool isAncestor(quint32 ancestor, quint32 node) const
    {
        for (quint32 at = node; at != kNone; at = parents[at]) {
            if (at == ancestor)
                return true;
        }
        return false;
    }
};

std::vector<quint32> stepsByFirstEvent(const EventStream &stream)
{
    std::vector<bool> isSeen(stream.steps().size());
    std::vector<quint32> steps;
    for (const quint32 step : stream.stepIndexes()) {
        if (step != kNoStep && !isSeen[step]) {
            isSeen[step] = true;
            steps.push_back(step);
        }
    }
    return steps;
}

NodeForest forestOf(const EventStream &stream, const std::optional<Execution> &execution)
{
    QHash<QByteArray, QByteArray> namedNodes;
    if (execution) {
        for (const StepView &step : execution->steps) {
            if (!step.nodeId.isEmpty())
                namedNodes.insert(step.stepId.text().toUtf8(), step.nodeId.text().toUtf8());
        }
    }
    const auto nodeNameOf = [&namedNodes](QByteArrayView stepId) {
        const auto named =
            namedNodes.constFind(QByteArray::fromRawData(stepId.data(), stepId.size()));
        return named != namedNodes.cend() ? *named : nodeOfStep(stepId).toByteArray();
    };

    NodeForest forest;
    forest.nodeOfStep.assign(stream.steps().size(), kNone);
    QHash<QByteArray, quint32> nodes;
    std::vector<quint32> firstSteps;
    for (const quint32 step : stepsByFirstEvent(stream)) {
        const QByteArray name = nodeNameOf(stream.steps().at(step));
        if (name.isEmpty())
            continue;
        const auto found = nodes.constFind(name);
        if (found != nodes.cend()) {
            forest.nodeOfStep[step] = *found;
            continue;
        }
        const auto node = quint32(forest.names.size());
        nodes.insert(name, node);
        forest.names.push_back(name);
        firstSteps.push_back(step);
        forest.nodeOfStep[step] = node;
    }

    forest.parents.assign(forest.names.size(), kNone);
    forest.children.resize(forest.names.size());
    for (quint32 node = 0; node < forest.names.size(); ++node) {
        // The nearest ancestor that has events; nodes in between (all their events internal) have no lane.
        // A loop may name a node as its own ancestor: the first appearance decides, and no cycle is made.
        std::optional<QByteArrayView> id = parentOfStep(stream.steps().at(firstSteps[node]));
        for (; id; id = parentOfStep(*id)) {
            const quint32 parent = nodes.value(nodeNameOf(*id), kNone);
            if (parent == kNone || forest.isAncestor(node, parent))
                continue;
            forest.parents[node] = parent;
            forest.children[parent].push_back(node);
            break;
        }
    }
    return forest;
}

} // namespace

TimelineLanes::TimelineLanes()
    : m_lanes(1)
{ }

TimelineLanes::TimelineLanes(const EventStream &stream, const std::optional<Execution> &execution)
    : m_lanes(1)
{
    const NodeForest forest = forestOf(stream, execution);
    std::vector<quint32> laneOfNode(forest.names.size(), 0);
    // Depth first with a stack of its own: lineages may be deeper than the call stack.
    std::vector<quint32> pending;
    for (auto node = quint32(forest.names.size()); node-- > 0;) {
        if (forest.parents[node] == kNone)
            pending.push_back(node);
    }
    while (!pending.empty()) {
        const quint32 node = pending.back();
        pending.pop_back();
        Lane lane;
        lane.node = QString::fromUtf8(forest.names[node]);
        if (const quint32 parent = forest.parents[node]; parent != kNone) {
            lane.parent = laneOfNode[parent];
            lane.depth = m_lanes[*lane.parent].depth + 1;
        }
        laneOfNode[node] = count();
        m_lanes.push_back(std::move(lane));
        pending.insert(pending.end(), forest.children[node].rbegin(), forest.children[node].rend());
    }

    m_laneOfStep.reserve(forest.nodeOfStep.size());
    for (const quint32 node : forest.nodeOfStep)
        m_laneOfStep.push_back(node == kNone ? 0 : laneOfNode[node]);
}

} // namespace Gapline
