// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/deliverydensity.h"

#include <algorithm>
#include <cmath>

namespace Gapline {

int rankOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Missed:
        return kMissedRank;
    case Verdict::Rejected:
        return 5;
    case Verdict::Pending:
        return 4;
    case Verdict::Late:
        return 3;
    case Verdict::Delivered:
        return 2;
    case Verdict::NoEvidence:
        return 1;
    case Verdict::NotSubscribed:
        return 0;
    case Verdict::NotExpected:
        break;
    }
    return -1;
}

const std::vector<DeliveryDensity::Column> &
DeliveryDensity::columns(const StreamDeliveriesPtr &deliveries,
                         const TimelineScale &scale,
                         const TimeIndexPtr &times,
                         int width)
{
    if (m_of == deliveries && m_range == scale.range() && m_times == times
        && int(m_columns.size()) == width)
        return m_columns;
    m_of = deliveries;
    m_range = scale.range();
    m_times = times;
    m_columns.assign(size_t(std::max(width, 0)), {});
    if (!deliveries)
        return m_columns;
    const EventStream &stream = deliveries->stream();
    qsizetype first = 0;
    qsizetype end = stream.count();
    if (!times) { // By time, an event of any seq may be in sight.
        first = stream.lowerBound({std::max<qint64>(qint64(std::floor(scale.range().from)), 0)});
        end = stream.lowerBound({qint64(std::ceil(scale.range().to)) + 1});
    }
    for (qsizetype i = first; i < end; ++i) {
        const int rank = rankOf(deliveries->at(i).verdict);
        if (rank < 0 || (times && !stream.timeAt(i)))
            continue;
        const double x = times
            ? scale.pixelAt(times->axis().positionOf(toEpochMs(stream.timestampAt(i))))
            : scale.centreOf(stream.seqAt(i));
        if (x < 0 || x >= width)
            continue;
        Column &column = m_columns[size_t(x)];
        ++column.counts.at(size_t(rank));
        ++column.total;
    }
    return m_columns;
}

std::vector<DensityPart> partsOf(const DeliveryDensity::Column &column, double height, double least)
{
    constexpr int kRanksToSee = 4; // From here on up.
    std::vector<DensityPart> parts;
    if (column.total == 0)
        return parts;
    double left = height;
    for (int rank = kMissedRank; rank >= 0; --rank) {
        const quint32 count = column.counts.at(size_t(rank));
        if (count == 0)
            continue;
        double share = height * count / column.total;
        if (rank >= kRanksToSee)
            share = std::max(share, least);
        share = std::min(share, left);
        if (share > 0)
            parts.push_back({rank, share});
        left -= share;
    }
    return parts;
}

} // namespace Gapline
