// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>
#include <span>
#include <vector>

namespace Gapline {

enum class NodeType : quint8
{
    Agent,
    MockAgent, ///< An agent that answers at once; the API calls it an agent too.
    Human,
    Notification,
    Webhook,
};

struct WorkflowNode
{
    const char *id;
    NodeType type;
    const char *config; ///< Agent id, notification channel or webhook path.
    int reviewers = 1;
    int mandatory = 1;
    qint64 slaMs = 0; ///< 0: none.
};

/// What happens at the first moment that a group's quorum is met.
enum class QuorumPolicy : quint8
{
    WaitAll, ///< The others go on, and each member fans out by itself.
    CancelOnQuorum, ///< The others are cancelled; those that completed fan out by themselves.
    JoinOnQuorum, ///< The others are cancelled; one step goes on for the group.
};

struct WorkflowGroup
{
    const char *id;
    std::vector<int> members; ///< Indexes of nodes.
    int quorum;
    QuorumPolicy policy;
    std::vector<int> required; ///< Members that must approve whatever the count.
};

/// One place in the order of work: a single node, or a group whose members run side by side.
struct WorkflowStage
{
    int node = -1;
    int group = -1;
};

/// A rejection at stage `judge` sends the work back to stage `entry`.
struct WorkflowLoop
{
    const char *id;
    int entry;
    int judge;
    int maxIterations;
};

/// A definition: what the engine runs, and what definitions/get shows of it.
struct Workflow
{
    const char *id;
    const char *name;
    const char *description; ///< nullptr: none.
    int latestVersion;
    std::vector<WorkflowNode> nodes;
    std::vector<WorkflowGroup> groups;
    std::vector<WorkflowStage> stages;
    std::optional<WorkflowLoop> loop;
};

/// Every definition of the sandbox.
[[nodiscard]] std::span<const Workflow> workflows();
/// nullptr for an id that the sandbox does not know.
[[nodiscard]] const Workflow *findWorkflow(QByteArrayView id);
/// `nodeType` of a step: agent, human, notification or webhook.
[[nodiscard]] const char *nodeTypeName(NodeType type);

/// DefinitionView as JSON (api-contract.md, "executions/get and executions/list"); never a webhookConfig.
[[nodiscard]] QByteArray definitionJson(const Workflow &workflow, qint64 createdAt);

} // namespace Gapline
