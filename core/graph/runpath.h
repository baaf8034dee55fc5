// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compare/stepvisits.h"
#include "core/graph/definitiongraph.h"

namespace Gapline {

/// What a run says of one node of its definition.
struct NodeRun
{
    int visits = 0; ///< That have events, over all turns and lineages.
    VisitOutcome outcome = VisitOutcome::Open; ///< Of the last visit; means nothing without one.
    bool isBreached = false; ///< In any visit.
    std::optional<SeqRange> lastVisit; ///< Of the last one that has events.
    QString told; ///< Status by executions/get where no event is known.

    [[nodiscard]] bool isSeen() const { return visits > 0 || !told.isEmpty(); }
};

/// The path of one run through its definition.
struct RunPath
{
    std::vector<NodeRun> nodes; ///< Of DefinitionGraph::nodes.
    /// Of DefinitionGraph::edges: a step id tells that the run went this way, or a loop that it came back.
    std::vector<bool> taken;
    QStringList
        elsewhere; ///< Nodes of the run that the definition does not have: it ran another version.
    int turns = 0; ///< Loop iterations that began.
    ProofLack lack =
        ProofLack::Nothing; ///< Why a node without a visit is not said to be unvisited.
};

/// Pure; cost grows with the number of events.
[[nodiscard]] RunPath pathOfRun(const DefinitionGraph &graph, const KnownExecution &known);

} // namespace Gapline
