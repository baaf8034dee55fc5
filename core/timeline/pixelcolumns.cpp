// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/pixelcolumns.h"

#include <algorithm>
#include <cmath>

namespace Gapline {

PixelColumns::PixelColumns(const TimelineIndex &index,
                           const TimelineScale &scale,
                           double devicePixelRatio,
                           double margin)
    : m_firstColumn(-qint32(std::ceil(margin * devicePixelRatio)))
{
    const auto columns = qint32(std::ceil(scale.width() * devicePixelRatio)) - 2 * m_firstColumn;
    const qint64 end = index.stream().highestKnownSeq().value + 1;
    m_seqs.reserve(size_t(columns) + 1);
    for (qint32 i = 0; i <= columns; ++i) {
        const Seq first = scale.firstCentreAt((m_firstColumn + i) / devicePixelRatio);
        m_seqs.push_back(std::clamp(first.value, qint64(1), end));
    }
    index.countEventsBefore(m_seqs, m_events);
}

} // namespace Gapline
