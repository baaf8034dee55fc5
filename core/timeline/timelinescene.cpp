// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/timelinescene.h"

#include <array>

namespace Gapline {
namespace {

using enum EventCategory;

/// From the one that hides under all others to the one on top.
constexpr std::array kByRank{
    Awaiting, Completed, Execution, Unknown, Loop, Group, Cancelled, Breached, Failed};
static_assert(kByRank.size() == kEventCategoryCount);

} // namespace

MarkShape shapeOf(EventCategory category)
{
    switch (category) {
    case Execution:
        return MarkShape::RoundedSquare;
    case Awaiting:
        return MarkShape::Ring;
    case Completed:
        return MarkShape::CheckedDisc;
    case Failed:
        return MarkShape::CrossedOctagon;
    case Breached:
        return MarkShape::WarningTriangle;
    case Cancelled:
        return MarkShape::CrossedSquare;
    case Group:
        return MarkShape::Diamond;
    case Loop:
        return MarkShape::Kite;
    case Unknown:
        break;
    }
    return MarkShape::Hexagon;
}

quint8 rankOf(EventCategory category)
{
    for (quint8 rank = 0; rank < kByRank.size(); ++rank) {
        if (kByRank[rank] == category)
            return rank;
    }
    return 0;
}

EventCategory categoryOfRank(quint8 rank)
{
    return kByRank[rank];
}

} // namespace Gapline
