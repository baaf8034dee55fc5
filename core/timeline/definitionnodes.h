// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/execution.h"

#include <QByteArray>
#include <QList>

namespace Gapline {

/// Nodes that belong together, under the name of their group or loop. Node ids are UTF-8.
struct NodeSet
{
    QByteArray id;
    QList<QByteArray> nodes;

    friend bool operator==(const NodeSet &, const NodeSet &) = default;
};

/// What definitions/get says of the nodes of a definition (api-contract.md); each part is empty where it says nothing.
struct DefinitionNodes
{
    QList<QByteArray> order; ///< As the definition lists them.
    QList<NodeSet> groups;
    QList<NodeSet> loops;
};

[[nodiscard]] DefinitionNodes nodesOf(const Definition &definition);

} // namespace Gapline
