// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/jsontext.h"
#include "core/sandbox/workflow.h"

namespace Gapline {
namespace {

struct Edge
{
    QByteArray from;
    QByteArray to;
    const char *role = "always";
    QByteArray fromGroup{};
    QByteArray toGroup{};
    int maxIterations = 0; ///< Not 0: a reject edge back to an earlier node.
};

const char *policyName(QuorumPolicy policy)
{
    switch (policy) {
    case QuorumPolicy::WaitAll:
        return "waitAll";
    case QuorumPolicy::CancelOnQuorum:
        return "cancelOnQuorum";
    case QuorumPolicy::JoinOnQuorum:
        break;
    }
    return "joinOnQuorum";
}

std::vector<int> nodesOf(const Workflow &workflow, const WorkflowStage &stage)
{
    return stage.group < 0 ? std::vector{stage.node} : workflow.groups[stage.group].members;
}

QByteArray groupOf(const Workflow &workflow, const WorkflowStage &stage)
{
    return stage.group < 0 ? QByteArray() : QByteArray(workflow.groups[stage.group].id);
}

/// Every way from node to node; with group ends expanded, as the compiled graph has them.
std::vector<Edge> edgesOf(const Workflow &workflow)
{
    std::vector<Edge> edges;
    const auto connect =
        [&](const WorkflowStage &from, const WorkflowStage &to, const char *role, int loop) {
            for (const int source : nodesOf(workflow, from)) {
                for (const int target : nodesOf(workflow, to))
                    edges.push_back({workflow.nodes[source].id,
                                     workflow.nodes[target].id,
                                     role,
                                     groupOf(workflow, from),
                                     groupOf(workflow, to),
                                     loop});
            }
        };
    for (std::size_t i = 0; i + 1 < workflow.stages.size(); ++i) {
        const bool isJudged = workflow.loop && std::size_t(workflow.loop->judge) == i;
        connect(workflow.stages[i], workflow.stages[i + 1], isJudged ? "approve" : "always", 0);
    }
    if (const auto &loop = workflow.loop)
        connect(workflow.stages[loop->judge],
                workflow.stages[loop->entry],
                "reject",
                loop->maxIterations);
    return edges;
}

void appendNode(QByteArray &out, const WorkflowNode &node)
{
    out +=
        "{\"nodeId\":\"" + QByteArray(node.id) + "\",\"type\":\"" + nodeTypeName(node.type) + "\"";
    if (node.slaMs > 0) {
        out += ",\"slaMs\":";
        appendNumber(out, node.slaMs);
    }
    out += ",\"config\":";
    if (node.type == NodeType::Human) {
        out += "{\"reviewers\":[";
        for (int i = 0; i < node.reviewers; ++i) {
            out += (i ? ",{\"userId\":\"u_" : "{\"userId\":\"u_") + QByteArray(node.id).mid(6)
                + "_0" + QByteArray::number(i + 1)
                + "\",\"mandatory\":" + (i < node.mandatory ? "true}" : "false}");
        }
        out += "]}";
    } else if (node.type == NodeType::Notification) {
        out += "{\"channel\":\"" + QByteArray(node.config) + "\"}";
    } else if (node.type == NodeType::Webhook) {
        out += "{\"url\":\"https://hooks.example.test" + QByteArray(node.config)
            + "\",\"mode\":\"sync\"}";
    } else {
        out += "{\"agentId\":\"" + QByteArray(node.config) + "\",\"urlPath\":\"documentUrl\"}";
    }
    out += '}';
}

void appendGroup(QByteArray &out, const Workflow &workflow, const WorkflowGroup &group)
{
    const auto appendIds = [&](const std::vector<int> &nodes) {
        out += '[';
        for (std::size_t i = 0; i < nodes.size(); ++i)
            out += (i ? ",\"" : "\"") + QByteArray(workflow.nodes[nodes[i]].id) + '"';
        out += ']';
    };
    out += "{\"groupId\":\"" + QByteArray(group.id) + "\",\"memberNodeIds\":";
    appendIds(group.members);
    out += ",\"expectedSteps\":" + QByteArray::number(qint64(group.members.size())) + ",\"quorum\":"
        + QByteArray::number(group.quorum) + ",\"onQuorumMet\":\"" + policyName(group.policy) + '"';
    if (!group.required.empty()) {
        out += ",\"requiredNodeIds\":";
        appendIds(group.required);
    }
    out += '}';
}

void appendAuthoredEdge(QByteArray &out, const Edge &edge)
{
    out += "{\"from\":\"" + edge.from + "\",\"to\":\"" + edge.to + '"';
    if (qstrcmp(edge.role, "always") != 0)
        out += ",\"on\":\"" + QByteArray(edge.role) + '"';
    if (edge.maxIterations > 0)
        out += ",\"loop\":{\"maxIterations\":" + QByteArray::number(edge.maxIterations) + '}';
    out += '}';
}

void appendForwardEdge(QByteArray &out, const Edge &edge)
{
    const QByteArray role(edge.role);
    out += "{\"from\":\"" + edge.from + "\",\"to\":\"" + edge.to + "\",\"role\":\"" + role
        + "\",\"when\":";
    if (role == "always")
        out += "null";
    else
        out += R"({"op":"eq","args":[{"var":"output.decision"},")" + role + "\"]}";
    if (!edge.fromGroup.isEmpty())
        out += ",\"fromGroupId\":\"" + edge.fromGroup + '"';
    if (!edge.toGroup.isEmpty())
        out += ",\"toGroupId\":\"" + edge.toGroup + '"';
    out += '}';
}

void appendLoop(QByteArray &out, const Workflow &workflow, const WorkflowLoop &loop)
{
    out += "{\"loopId\":\"" + QByteArray(loop.id) + "\",\"entryNodeId\":\""
        + workflow.nodes[nodesOf(workflow, workflow.stages[loop.entry]).front()].id
        + "\",\"bodyNodeIds\":[";
    bool isFirst = true;
    for (int stage = loop.entry; stage <= loop.judge; ++stage) {
        for (const int node : nodesOf(workflow, workflow.stages[stage])) {
            out += (isFirst ? "\"" : ",\"") + QByteArray(workflow.nodes[node].id) + '"';
            isFirst = false;
        }
    }
    out +=
        "],\"maxIterations\":" + QByteArray::number(loop.maxIterations) + ",\"onExhausted\":null}";
}

/// The items of `list`, each by `append`, with commas between them.
template<typename List, typename Append>
void appendList(QByteArray &out, const List &list, Append append)
{
    out += '[';
    for (auto item = list.begin(); item != list.end(); ++item) {
        if (item != list.begin())
            out += ',';
        append(*item);
    }
    out += ']';
}

} // namespace

QByteArray definitionJson(const Workflow &workflow, qint64 createdAt)
{
    const std::vector<Edge> edges = edgesOf(workflow);
    std::vector<Edge> forward = edges;
    std::erase_if(forward, [](const Edge &edge) { return edge.maxIterations > 0; });

    QByteArray out = "{\"definitionId\":\"" + QByteArray(workflow.id)
        + "\",\"name\":" + jsonString(workflow.name) + ",\"description\":"
        + (workflow.description ? jsonString(workflow.description) : QByteArray("null"))
        + ",\"version\":" + QByteArray::number(workflow.latestVersion)
        + R"(,"scope":{"level":"apiKey","organizationId":null,"documentId":null},"nodes":)";
    appendList(out, workflow.nodes, [&](const WorkflowNode &node) { appendNode(out, node); });
    out += ",\"edges\":";
    appendList(out, edges, [&](const Edge &edge) { appendAuthoredEdge(out, edge); });
    out += ",\"groups\":";
    if (workflow.groups.empty())
        out += "null";
    else
        appendList(out, workflow.groups, [&](const WorkflowGroup &group) {
            appendGroup(out, workflow, group);
        });
    out += ",\"compiled\":{\"forwardEdges\":";
    appendList(out, forward, [&](const Edge &edge) { appendForwardEdge(out, edge); });
    out += ",\"loops\":[";
    if (workflow.loop)
        appendLoop(out, workflow, *workflow.loop);
    out += "]},\"triggers\":null,\"tags\":null,\"custom\":null,\"createdAt\":";
    appendNumber(out, createdAt);
    out += ",\"updatedAt\":";
    appendNumber(out, createdAt + (workflow.latestVersion - 1) * 86'400'000LL);
    return out + ",\"status\":\"active\"}";
}

} // namespace Gapline
