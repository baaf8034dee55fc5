// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/timecolumns.h"

#include "core/timeline/gallop.h"

#include <algorithm>
#include <cmath>

namespace Gapline {

TimeColumns::TimeColumns(const TimeIndex &index,
                         const TimelineScale &scale,
                         double devicePixelRatio,
                         double margin)
    : m_index(index)
    , m_firstColumn(-qint32(std::ceil(margin * devicePixelRatio)))
{
    const auto columns = qint32(std::ceil(scale.width() * devicePixelRatio)) - 2 * m_firstColumn;
    m_bounds.reserve(size_t(columns) + 1);
    const std::span<const qint64> times = index.times();
    size_t place = 0;
    size_t step = 0; ///< Places of the column before.
    for (qint32 i = 0; i <= columns; ++i) {
        const double position = scale.positionAt((m_firstColumn + i) / devicePixelRatio);
        const auto time = qint64(std::ceil(index.axis().timeAt(position)));
        const size_t before = place;
        place = i == 0 ? size_t(std::ranges::lower_bound(times, time) - times.begin())
                       : gallop(times, place, time, place + step);
        step = place - before;
        m_bounds.push_back(quint32(place));
    }
}

std::vector<TimeColumns::Cluster> TimeColumns::clustersOf(quint32 lane) const
{
    std::vector<Cluster> clusters;
    const std::span<const quint32> entries = m_index.placesOf(lane);
    const std::span<const quint32> bounds = m_bounds;
    const auto begin = std::ranges::lower_bound(entries, bounds.front()) - entries.begin();
    const auto end = std::ranges::lower_bound(entries, bounds.back()) - entries.begin();
    const std::span<const quint32> inSight = entries.first(size_t(end));
    size_t column = 0;
    size_t step = 1; ///< Entries of the column before.
    for (auto entry = size_t(begin); entry < inSight.size();) {
        // The column that ends after this entry, and then the first entry after that column.
        column = gallop(bounds, column, inSight[entry] + 1, column + 2) - 1;
        const size_t next = gallop(inSight, entry + 1, bounds[column + 1], entry + step);
        step = next - entry;
        clusters.push_back({column, quint32(entry), quint32(next - entry)});
        entry = next;
    }
    return clusters;
}

} // namespace Gapline
