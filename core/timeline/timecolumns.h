// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/timeindex.h"

namespace Gapline {

/// The device pixels of a scale as a partition of the places of a time index: an event belongs to the column in which
/// its moment lies. Columns are numbered from 0 at the left edge; `margin` logical pixels on both sides are included
/// for marks that stand partly inside.
class TimeColumns
{
public:
    /// The entries of one lane that share a column.
    struct Cluster
    {
        size_t column = 0; ///< Position in bounds().
        quint32 firstEntry = 0;
        quint32 count = 0;
    };

    TimeColumns(const TimeIndex &index,
                const TimelineScale &scale,
                double devicePixelRatio,
                double margin = 0);

    [[nodiscard]] qint32 firstColumn() const { return m_firstColumn; }
    [[nodiscard]] size_t count() const { return m_bounds.size() - 1; }
    /// Places [bounds[i], bounds[i + 1]) are in column firstColumn() + i.
    [[nodiscard]] std::span<const quint32> bounds() const { return m_bounds; }
    /// Ascending; none is empty.
    [[nodiscard]] std::vector<Cluster> clustersOf(quint32 lane) const;

private:
    const TimeIndex &m_index;
    qint32 m_firstColumn = 0;
    std::vector<quint32> m_bounds;
};

} // namespace Gapline
