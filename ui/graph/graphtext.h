// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/eventtype.h"
#include "core/domain/execution.h"
#include "core/stream/eventstream.h"
#include "ui/graph/graphscene.h"

#include <QCoreApplication>
#include <QStringList>

#include <optional>

namespace Gapline {

/// What a definition's graph says in words. Plain text, safe to show.
class GraphText
{
    Q_DECLARE_TR_FUNCTIONS(GraphText)

public:
    /// "human · 2 turns · completed"; the second line of a node.
    [[nodiscard]] static QString state(const GraphScene &scene, int node);
    /// "human-review, human, completed, 2 turns, then: agent-publish": what a screen reader says.
    [[nodiscard]] static QString spoken(const GraphScene &scene, int node);
    /// What the picture covers and what it cannot say. `run` is how much of the run's stream is known.
    [[nodiscard]] static QStringList sentences(const GraphScene &scene,
                                               const Definition &definition,
                                               const std::optional<Execution> &execution,
                                               const StreamState &run);

private:
    [[nodiscard]] static QString outcome(const NodeRun &node, ProofLack lack);
};

/// How a node is drawn; nothing for one without a visit.
[[nodiscard]] std::optional<EventCategory> categoryOfNode(const NodeRun &node);

} // namespace Gapline
