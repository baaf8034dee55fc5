// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/pixelcolumns.h"

#include <algorithm>
#include <cmath>

namespace Gapline {

PixelColumns::PixelColumns(const EventStream &stream,
                           const TimelineScale &scale,
                           double devicePixelRatio,
                           double margin)
    : m_firstColumn(-qint32(std::ceil(margin * devicePixelRatio)))
{
    const auto columns = qint32(std::ceil(scale.width() * devicePixelRatio)) - 2 * m_firstColumn;
    const qint64 end = stream.highestKnownSeq().value + 1;
    m_seqs.reserve(size_t(columns) + 1);
    m_events.reserve(size_t(columns) + 1);
    size_t event = 0;
    size_t step = 0; ///< Events of the column before.
    for (qint32 i = 0; i <= columns; ++i) {
        const Seq first = scale.firstCentreAt((m_firstColumn + i) / devicePixelRatio);
        m_seqs.push_back(std::clamp(first.value, qint64(1), end));
        const size_t before = event;
        if (i == 0)
            event = size_t(stream.lowerBound({m_seqs.back()}));
        else
            event = gallop(stream.seqs(), event, m_seqs.back(), event + step);
        step = event - before;
        m_events.push_back(quint32(event));
    }
}

} // namespace Gapline
