// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/loopturns.h"

#include <algorithm>

namespace Gapline {

std::vector<quint32> findLoopTurns(const EventStream &stream)
{
    std::vector<quint32> turns;
    const std::vector<QByteArray> &types = stream.types().texts();
    const auto wanted = std::ranges::find(types, QByteArray("loop.iteration-started"));
    if (wanted == types.end())
        return turns;
    const auto type = quint16(wanted - types.begin());
    const std::span<const quint16> all = stream.typeIndexes();
    for (auto at = std::ranges::find(all, type); at != all.end();
         at = std::find(at + 1, all.end(), type))
        turns.push_back(quint32(at - all.begin()));
    return turns;
}

} // namespace Gapline
