// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/steplineage.h"

#include <algorithm>

namespace Gapline {
namespace {

constexpr QByteArrayView kArrow("__to__");
constexpr QByteArrayView kStepPrefix("step_");
constexpr QByteArrayView kGroupPrefix("group_");

QByteArrayView nodeOfRoot(QByteArrayView id)
{
    if (id.startsWith(kGroupPrefix) && id.size() > kGroupPrefix.size())
        return id.sliced(kGroupPrefix.size());
    if (!id.startsWith(kStepPrefix))
        return id;
    // step_<nodeId>_<timestamp>_<rand>: node ids may hold underscores themselves, so count from the end.
    const QByteArrayView rest = id.sliced(kStepPrefix.size());
    const qsizetype rand = rest.lastIndexOf('_');
    const qsizetype timestamp = rand > 0 ? rest.first(rand).lastIndexOf('_') : -1;
    return timestamp > 0 ? rest.first(timestamp) : id;
}

} // namespace

QByteArrayView nodeOfStep(QByteArrayView stepId)
{
    const qsizetype arrow = stepId.lastIndexOf(kArrow);
    return arrow < 0 ? nodeOfRoot(stepId) : stepId.sliced(arrow + kArrow.size());
}

std::optional<QByteArrayView> parentOfStep(QByteArrayView stepId)
{
    const qsizetype arrow = stepId.lastIndexOf(kArrow);
    if (arrow <= 0)
        return std::nullopt;
    return stepId.first(arrow);
}

std::vector<QByteArrayView> lineageOfStep(QByteArrayView stepId)
{
    std::vector<QByteArrayView> nodes;
    for (std::optional<QByteArrayView> id = stepId; id; id = parentOfStep(*id))
        nodes.push_back(nodeOfStep(*id));
    std::ranges::reverse(nodes);
    return nodes;
}

bool isInSubtree(QByteArrayView stepId, QByteArrayView ancestor)
{
    for (std::optional<QByteArrayView> id = stepId; id; id = parentOfStep(*id)) {
        if (*id == ancestor || nodeOfStep(*id) == ancestor)
            return true;
    }
    return false;
}

} // namespace Gapline
