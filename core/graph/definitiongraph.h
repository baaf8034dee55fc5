// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/execution.h"

#include <QString>

#include <optional>
#include <vector>

namespace Gapline {

struct GraphNode
{
    QString id;
    QString
        type; ///< agent, human, notification, webhook, or one that is not known yet; empty: only an edge names it.
    std::optional<int> group; ///< Index into DefinitionGraph::groups.
};

struct GraphEdge
{
    int from = 0; ///< Index into DefinitionGraph::nodes.
    int to = 0;
    QString role; ///< always, approve, reject, or another; empty where nothing is said.
    bool isLoop = false; ///< It goes back to where an iteration begins.

    friend bool operator==(const GraphEdge &, const GraphEdge &) = default;
};

struct GraphGroup
{
    QString id;
    std::vector<int> nodes;
    std::optional<qint64> quorum;
};

struct GraphLoop
{
    QString id;
    std::vector<int> nodes;
    std::optional<qint64> maxIterations;
};

/// What definitions/get says of the shape of a run (api-contract.md): forward edges from `compiled` where it has any, the
/// ways back of loops from the edges that were authored. Value type.
struct DefinitionGraph
{
    /// More nodes or edges than this are nobody's workflow: what is beyond is left out, and isCut says so.
    static constexpr int kMostNodes = 1000;
    static constexpr int kMostEdges = 4000;

    std::vector<GraphNode>
        nodes; ///< As the definition lists them; those that only edges name come last.
    std::vector<GraphEdge> edges;
    std::vector<GraphGroup> groups;
    std::vector<GraphLoop> loops;
    bool isCut = false;

    [[nodiscard]] bool isEmpty() const { return nodes.empty(); }
    [[nodiscard]] std::optional<int> indexOf(const QString &nodeId) const;
};

/// Empty when the definition cannot be read. Pure.
[[nodiscard]] DefinitionGraph graphOf(const Definition &definition);

} // namespace Gapline
