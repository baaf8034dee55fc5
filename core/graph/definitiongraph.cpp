// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/definitiongraph.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <set>

namespace Gapline {
namespace {

std::optional<qint64> integerOf(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(value.toInteger()) : std::nullopt;
}

/// Reads ids, shape and names alone: nothing of this is evidence, so that a JSON library may do it.
class Reading
{
public:
    explicit Reading(const QJsonObject &root)
        : m_root(root)
    { }

    DefinitionGraph run()
    {
        for (const QJsonValue &node : m_root[QStringLiteral("nodes")].toArray())
            addNode(node[QStringLiteral("nodeId")].toString(),
                    node[QStringLiteral("type")].toString());
        const QJsonObject compiled = m_root[QStringLiteral("compiled")].toObject();
        const QJsonArray authored = m_root[QStringLiteral("edges")].toArray();
        const QJsonArray forward = compiled[QStringLiteral("forwardEdges")].toArray();
        for (const QJsonValue &edge : forward)
            addEdge(edge, QStringLiteral("role"), false);
        for (const QJsonValue &edge : authored) {
            const bool isLoop = edge[QStringLiteral("loop")].isObject();
            if (isLoop || forward.isEmpty())
                addEdge(edge, QStringLiteral("on"), isLoop);
        }
        for (const QJsonValue &group : m_root[QStringLiteral("groups")].toArray())
            addGroup(group);
        for (const QJsonValue &loop : compiled[QStringLiteral("loops")].toArray())
            addLoop(loop);
        joinWaysBack();
        return std::move(m_graph);
    }

private:
    std::optional<int> addNode(const QString &id, const QString &type)
    {
        if (id.isEmpty())
            return std::nullopt;
        const auto known = m_indexes.constFind(id);
        if (known != m_indexes.cend())
            return *known;
        if (m_graph.nodes.size() >= DefinitionGraph::kMostNodes) {
            m_graph.isCut = true;
            return std::nullopt;
        }
        const int index = int(m_graph.nodes.size());
        m_indexes.insert(id, index);
        m_graph.nodes.push_back({id, type, {}});
        return index;
    }

    void addEdge(const QJsonValue &json, const QString &roleKey, bool isLoop)
    {
        const auto from = addNode(json[QStringLiteral("from")].toString(), {});
        const auto to = addNode(json[QStringLiteral("to")].toString(), {});
        if (!from || !to)
            return;
        if (m_graph.edges.size() >= DefinitionGraph::kMostEdges) {
            m_graph.isCut = true;
            return;
        }
        const GraphEdge edge{*from, *to, json[roleKey].toString(), isLoop};
        // Two conditions may lead the same way.
        if (std::ranges::find(m_graph.edges, edge) == m_graph.edges.end())
            m_graph.edges.push_back(edge);
    }

    std::vector<int> membersOf(const QJsonValue &list) const
    {
        std::vector<int> members;
        for (const QJsonValue &id : list.toArray()) {
            const auto known = m_indexes.constFind(id.toString());
            if (known != m_indexes.cend() && std::ranges::find(members, *known) == members.end())
                members.push_back(*known);
        }
        return members;
    }

    void addGroup(const QJsonValue &json)
    {
        GraphGroup group{json[QStringLiteral("groupId")].toString(),
                         membersOf(json[QStringLiteral("memberNodeIds")]),
                         integerOf(json[QStringLiteral("quorum")])};
        // A node stands in one box only.
        std::erase_if(group.nodes,
                      [this](int node) { return m_graph.nodes[size_t(node)].group.has_value(); });
        if (group.nodes.empty())
            return;
        for (const int node : group.nodes)
            m_graph.nodes[size_t(node)].group = int(m_graph.groups.size());
        m_graph.groups.push_back(std::move(group));
    }

    void addLoop(const QJsonValue &json)
    {
        GraphLoop loop{json[QStringLiteral("loopId")].toString(),
                       membersOf(json[QStringLiteral("bodyNodeIds")]),
                       integerOf(json[QStringLiteral("maxIterations")])};
        if (loop.nodes.empty())
            return;
        const auto inLoop = [&loop](int node) {
            return std::ranges::find(loop.nodes, node) != loop.nodes.end();
        };
        const bool hasWayBack = std::ranges::any_of(m_graph.edges, [&](const GraphEdge &edge) {
            return edge.isLoop && inLoop(edge.from) && inLoop(edge.to);
        });
        const auto entry = m_indexes.constFind(json[QStringLiteral("entryNodeId")].toString());
        if (!hasWayBack)
            m_graph.edges.push_back({loop.nodes.back(),
                                     entry != m_indexes.cend() ? *entry : loop.nodes.front(),
                                     {},
                                     true});
        m_graph.loops.push_back(std::move(loop));
    }

    /// The compiled graph has a way back from each member of a group to each: it is one way.
    void joinWaysBack()
    {
        const auto placeOf = [this](int node) {
            const std::optional<int> group = m_graph.nodes[size_t(node)].group;
            return group ? -1 - *group : node;
        };
        std::set<std::pair<int, int>> known;
        std::erase_if(m_graph.edges, [&](const GraphEdge &edge) {
            return edge.isLoop && !known.emplace(placeOf(edge.from), placeOf(edge.to)).second;
        });
    }

    QJsonObject m_root;
    DefinitionGraph m_graph;
    QHash<QString, int> m_indexes;
};

} // namespace

std::optional<int> DefinitionGraph::indexOf(const QString &nodeId) const
{
    const auto found = std::ranges::find(nodes, nodeId, &GraphNode::id);
    if (found == nodes.end())
        return std::nullopt;
    return int(found - nodes.begin());
}

DefinitionGraph graphOf(const Definition &definition)
{
    return Reading(QJsonDocument::fromJson(definition.raw).object()).run();
}

} // namespace Gapline
