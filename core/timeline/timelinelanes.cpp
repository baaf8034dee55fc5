// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/timelinelanes.h"

#include "core/domain/steplineage.h"
#include "core/timeline/definitionnodes.h"

#include <QHash>

#include <algorithm>
#include <limits>

namespace Gapline {
namespace {

constexpr quint32 kNone = kNoStep;

/// The nodes of a stream as a forest, nodes numbered by their first event.
struct NodeForest
{
    std::vector<QByteArray> names;
    std::vector<quint32> parents;
    std::vector<std::vector<quint32>> children;
    std::vector<quint32> roots;
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
        if (steps.size() == isSeen.size())
            break;
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
        if (forest.parents[node] == kNone)
            forest.roots.push_back(node);
    }
    return forest;
}

/// Where each node stands in the definition; a group stands behind its last member.
void sortByDefinition(NodeForest &forest, const DefinitionNodes &known)
{
    QHash<QByteArray, double> places;
    for (qsizetype i = 0; i < known.order.size(); ++i)
        places.insert(known.order[i], double(i));
    for (const NodeSet &group : known.groups) {
        double last = -1;
        for (const QByteArray &member : group.nodes)
            last = std::max(last, places.value(member, -1));
        if (last >= 0 && !places.contains(group.id))
            places.insert(group.id, last + 0.5);
    }
    const auto placeOf = [&](quint32 node) {
        return places.value(forest.names[node], std::numeric_limits<double>::infinity());
    };
    std::ranges::stable_sort(forest.roots, {}, placeOf);
    for (std::vector<quint32> &children : forest.children)
        std::ranges::stable_sort(children, {}, placeOf);
}

/// Of the steps that executions/get tells of, and of the definition.
QList<NodeSet> groupsOf(const std::optional<Execution> &execution, const DefinitionNodes &known)
{
    QList<NodeSet> groups = known.groups;
    if (!execution || !groups.isEmpty())
        return groups;
    for (const StepView &step : execution->steps) {
        const QByteArray id = step.groupId.value_or(QString()).toUtf8();
        const QByteArray node = step.nodeId.text().toUtf8();
        if (id.isEmpty() || node.isEmpty())
            continue;
        const auto group = std::ranges::find(groups, id, &NodeSet::id);
        if (group == groups.end())
            groups << NodeSet{id, {node}};
        else if (!group->nodes.contains(node))
            group->nodes << node;
    }
    return groups;
}

/// Runs of lanes of one group: its members, and its own lane where it follows them.
std::vector<LaneBracket> bracketsOf(const std::vector<Lane> &lanes, const QList<NodeSet> &groups)
{
    QHash<QString, QString> groupOf;
    for (const NodeSet &group : groups) {
        const QString id = QString::fromUtf8(group.id);
        groupOf.insert(id, id);
        for (const QByteArray &node : group.nodes)
            groupOf.insert(QString::fromUtf8(node), id);
    }
    std::vector<LaneBracket> brackets;
    for (quint32 lane = 1; lane < lanes.size();) {
        const QString group = groupOf.value(lanes[lane].node);
        quint32 end = lane + 1;
        while (!group.isEmpty() && end < lanes.size() && groupOf.value(lanes[end].node) == group)
            ++end;
        if (end - lane > 1)
            brackets.push_back({group, lane, end - 1});
        lane = end;
    }
    return brackets;
}

std::optional<std::pair<quint32, quint32>>
lanesOf(const NodeForest &forest, const std::vector<quint32> &laneOfNode, const NodeSet &nodes)
{
    std::optional<std::pair<quint32, quint32>> lanes;
    for (size_t node = 0; node < forest.names.size(); ++node) {
        if (!nodes.nodes.contains(forest.names[node]))
            continue;
        const quint32 lane = laneOfNode[node];
        lanes = lanes ? std::pair(std::min(lanes->first, lane), std::max(lanes->second, lane))
                      : std::pair(lane, lane);
    }
    return lanes;
}

} // namespace

TimelineLanes::TimelineLanes()
    : m_lanes(1)
{ }

TimelineLanes::TimelineLanes(const EventStream &stream,
                             const std::optional<Execution> &execution,
                             const LaneOptions &options)
    : m_lanes(1)
{
    const DefinitionNodes known =
        options.definition ? Gapline::nodesOf(*options.definition) : DefinitionNodes();
    NodeForest forest = forestOf(stream, execution);
    if (options.order == LaneOrder::Definition)
        sortByDefinition(forest, known);

    std::vector<quint32> laneOfNode(forest.names.size(), 0);
    std::vector<bool> isShared(forest.names.size(), false);
    // Depth first with a stack of its own: lineages may be deeper than the call stack.
    std::vector<quint32> pending(forest.roots.rbegin(), forest.roots.rend());
    while (!pending.empty()) {
        const quint32 node = pending.back();
        pending.pop_back();
        pending.insert(pending.end(), forest.children[node].rbegin(), forest.children[node].rend());
        const quint32 parent = forest.parents[node];
        if (parent != kNone) {
            const QString above = QString::fromUtf8(forest.names[parent]);
            isShared[node] = isShared[parent] || options.collapsed.contains(above);
        }
        if (isShared[node]) {
            laneOfNode[node] = laneOfNode[parent];
            ++m_lanes[laneOfNode[node]].sharing;
            continue;
        }
        Lane lane;
        lane.node = QString::fromUtf8(forest.names[node]);
        lane.hasChildren = !forest.children[node].empty();
        if (parent != kNone) {
            lane.parent = laneOfNode[parent];
            lane.depth = m_lanes[*lane.parent].depth + 1;
        }
        laneOfNode[node] = count();
        m_lanes.push_back(std::move(lane));
    }

    m_laneOfStep.reserve(forest.nodeOfStep.size());
    m_nodeOfStep.reserve(forest.nodeOfStep.size());
    std::vector<QString> names;
    for (const QByteArray &name : forest.names)
        names.push_back(QString::fromUtf8(name));
    for (const quint32 node : forest.nodeOfStep) {
        m_laneOfStep.push_back(node == kNone ? 0 : laneOfNode[node]);
        m_nodeOfStep.push_back(node == kNone ? QString() : names[node]);
    }
    m_brackets = bracketsOf(m_lanes, groupsOf(execution, known));
    if (known.loops.size() == 1)
        m_loopLanes = lanesOf(forest, laneOfNode, known.loops.first());
}

} // namespace Gapline
