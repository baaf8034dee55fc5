// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/graphlayout.h"
#include "core/graph/runpath.h"

#include <memory>

namespace Gapline {

/// A definition's graph, where it stands, and a run's path through it. Immutable.
struct GraphScene
{
    DefinitionGraph graph;
    RunPath path;
    GraphLayout layout;
};

using GraphScenePtr = std::shared_ptr<const GraphScene>;

} // namespace Gapline
