// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/missedticks.h"

#include "ui/timeline/verdictmark.h"

#include <QPainter>

#include <algorithm>

namespace Gapline {

void MissedTicks::paint(QPainter &painter,
                        const QRectF &track,
                        const StreamDeliveriesPtr &deliveries,
                        const TimelineScale &scale,
                        const TimeIndexPtr &times,
                        bool isDark)
{
    if (!deliveries || deliveries->totals().of(Verdict::Missed) == 0)
        return;
    constexpr double kLeastWidth = 2;
    constexpr double kLeastHeight = 2;
    const double wide = times ? kLeastWidth : std::max(kLeastWidth, scale.pixelsPerSeq() - 1);
    const QColor color = deliveryColor(DeliveryMark::Missed, isDark);
    const auto &columns = m_density.columns(deliveries, scale, times, int(track.width()));
    for (size_t x = 0; x < columns.size(); ++x) {
        const quint32 missed = columns[x].counts.at(size_t(kMissedRank));
        if (missed == 0)
            continue;
        const double tall = std::max(kLeastHeight, track.height() * missed / columns[x].total);
        painter.fillRect(QRectF(track.left() + double(x) + 0.5 - wide / 2, track.top(), wide, tall),
                         color);
    }
}

} // namespace Gapline
