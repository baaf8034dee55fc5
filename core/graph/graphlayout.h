// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/definitiongraph.h"

#include <QPointF>
#include <QRectF>
#include <QSizeF>

#include <vector>

namespace Gapline {

/// What a layout needs to know of the picture, in logical pixels.
struct GraphMetrics
{
    std::vector<double> widths; ///< Of each node.
    double height = 44; ///< Of every node.
    double between = 18; ///< Neighbours of one layer.
    double layers = 40; ///< From the bottom of one layer to the top of the next.
    double padding = 12; ///< Of a group's box around its nodes.
};

/// Where everything of a graph stands: layers from top to bottom, so that every forward edge leads down; the ways back of
/// loops at the right. Geometry alone: colours are the painter's.
struct GraphLayout
{
    std::vector<QRectF> nodes; ///< Of DefinitionGraph::nodes.
    std::vector<std::vector<QPointF>>
        edges; ///< Of DefinitionGraph::edges: two points or more, from border to border.
    std::vector<QRectF> groups;
    std::vector<int> layers; ///< Of each node, from 0 at the top.
    QSizeF size;
};

/// Pure, deterministic; within a second for the largest graph that DefinitionGraph holds.
[[nodiscard]] GraphLayout layOutGraph(const DefinitionGraph &graph, const GraphMetrics &metrics);

} // namespace Gapline
