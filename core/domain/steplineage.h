// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>
#include <vector>

namespace Gapline {

// What a step id tells by its form (api-contract.md, "Step ids"). Only a fallback: StepView.nodeId wins when
// executions/get has answered. Texts are UTF-8.

/// The node a step belongs to: what follows the last "__to__", the middle of a root id, or the group id of
/// "group_<groupId>". The whole id when it has none of these forms.
[[nodiscard]] QByteArrayView nodeOfStep(QByteArrayView stepId);

/// The step or group that fanned out into this one; nothing for a root.
[[nodiscard]] std::optional<QByteArrayView> parentOfStep(QByteArrayView stepId);

/// The nodes from the root down to the step itself.
[[nodiscard]] std::vector<QByteArrayView> lineageOfStep(QByteArrayView stepId);

/// True when `ancestor` is a step id or node id on the lineage of `stepId`, itself included.
[[nodiscard]] bool isInSubtree(QByteArrayView stepId, QByteArrayView ancestor);

} // namespace Gapline
