// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/workflow.h"

#include <algorithm>

namespace Gapline {
namespace {

using enum NodeType;

constexpr qint64 kMinute = 60'000;

Workflow marketingCopy()
{
    return {"marketing-copy-approval",
            "Marketing copy approval",
            "Draft by an agent, legal and brand side by side, then publish",
            1,
            {{"agent-draft", Agent, "copy-agent-v1"},
             {"human-legal", Human, nullptr, 1, 1},
             {"human-brand", Human, nullptr, 1, 1, 3 * kMinute},
             {"agent-publish", Agent, "publish-agent-v1"}},
            {{"parallel-review", {1, 2}, 2, QuorumPolicy::JoinOnQuorum, {}}},
            {{0, -1}, {-1, 0}, {3, -1}},
            WorkflowLoop{"copy-revision", 1, 1, 3}};
}

Workflow docSignoff()
{
    return {"doc-signoff",
            "Document sign-off",
            nullptr,
            2,
            {{"human-author", Human, nullptr, 1, 1},
             {"human-manager", Human, nullptr, 2, 1, 8 * kMinute},
             {"notify-requester", Notification, "slack"}},
            {},
            {{0, -1}, {1, -1}, {2, -1}},
            std::nullopt};
}

Workflow contractReview()
{
    return {"contract-review",
            "Contract review",
            "Two of three counsels suffice; the others are called off",
            3,
            {{"agent-redline", Agent, "redline-agent-v2"},
             {"human-counsel", Human, nullptr, 2, 1},
             {"human-finance", Human, nullptr, 1, 1},
             {"human-security", Human, nullptr, 1, 1},
             {"human-signatory", Human, nullptr, 1, 1, 5 * kMinute},
             {"webhook-archive", Webhook, "/archive"}},
            {{"counsel-review", {1, 2, 3}, 2, QuorumPolicy::JoinOnQuorum, {1}}},
            {{0, -1}, {-1, 0}, {4, -1}, {5, -1}},
            std::nullopt};
}

Workflow deployScan()
{
    return {"vercel-deploy-scan",
            "Deploy scan",
            "Started by a deployment; the first approval of the gate lets it through",
            1,
            {{"webhook-preview", Webhook, "/preview"},
             {"agent-scan", MockAgent, "scan-agent-mock"},
             {"agent-lighthouse", Agent, "lighthouse-agent-v1"},
             {"agent-a11y", Agent, "a11y-agent-v1"},
             {"human-release", Human, nullptr, 1, 1},
             {"webhook-promote", Webhook, "/promote"}},
            {{"release-gate", {2, 3, 4}, 1, QuorumPolicy::CancelOnQuorum, {}}},
            {{0, -1}, {1, -1}, {-1, 0}, {5, -1}},
            std::nullopt};
}

Workflow pressRelease()
{
    return {"press-release",
            "Press release",
            "The editor may send it back twice; everyone on the board is heard",
            2,
            {{"agent-write", Agent, "press-agent-v3"},
             {"human-editor", Human, nullptr, 2, 2, 6 * kMinute},
             {"human-ceo", Human, nullptr, 1, 1},
             {"human-cfo", Human, nullptr, 1, 1},
             {"human-pr", Human, nullptr, 3, 1},
             {"notify-press", Notification, "email"}},
            {{"board-signoff", {2, 3, 4}, 2, QuorumPolicy::WaitAll, {}}},
            {{0, -1}, {1, -1}, {-1, 0}, {5, -1}},
            WorkflowLoop{"editorial-revision", 0, 1, 3}};
}

Workflow localizationSweep()
{
    return {"localization-sweep",
            "Localization sweep",
            "Every language is reviewed at once, again and again until nothing is left",
            4,
            {{"agent-import", Agent, "import-agent-v1"},
             {"human-de", Human, nullptr, 1, 1},
             {"human-fr", Human, nullptr, 2, 1},
             {"human-ja", Human, nullptr, 1, 1, 4 * kMinute},
             {"human-ar", Human, nullptr, 1, 1},
             {"human-pt-br", Human, nullptr, 2, 1},
             {"agent-terminology", Agent, "terminology-agent-v2"},
             {"agent-assemble", Agent, "assemble-agent-v1"},
             {"agent-split-by-language", MockAgent, "split-agent-mock"}},
            {{"language-review", {1, 2, 3, 4, 5, 6}, 6, QuorumPolicy::JoinOnQuorum, {}}},
            {{0, -1}, {8, -1}, {-1, 0}, {7, -1}},
            WorkflowLoop{"sweep", 2, 2, 20}};
}

} // namespace

std::span<const Workflow> workflows()
{
    static const std::vector<Workflow> all{marketingCopy(),
                                           docSignoff(),
                                           contractReview(),
                                           deployScan(),
                                           pressRelease(),
                                           localizationSweep()};
    return all;
}

const Workflow *findWorkflow(QByteArrayView id)
{
    const auto found = std::ranges::find_if(
        workflows(), [id](const Workflow &workflow) { return id == QByteArrayView(workflow.id); });
    return found == workflows().end() ? nullptr : &*found;
}

const char *nodeTypeName(NodeType type)
{
    switch (type) {
    case Agent:
    case MockAgent:
        return "agent";
    case Human:
        return "human";
    case Notification:
        return "notification";
    case Webhook:
        break;
    }
    return "webhook";
}

} // namespace Gapline
