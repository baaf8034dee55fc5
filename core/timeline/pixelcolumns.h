// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/timelineindex.h"

#include <span>
#include <vector>

namespace Gapline {

/// The device pixels of a scale as a partition of its seqs: a seq belongs to the column in which the centre of
/// its cell lies. Columns are numbered from 0 at the left edge; `margin` logical pixels on both sides are
/// included for marks that stand partly inside.
class PixelColumns
{
public:
    PixelColumns(const TimelineIndex &index,
                 const TimelineScale &scale,
                 double devicePixelRatio,
                 double margin = 0);

    [[nodiscard]] qint32 firstColumn() const { return m_firstColumn; }
    [[nodiscard]] qint32 count() const { return qint32(m_events.size()) - 1; }
    /// By position: seqs [seqs[i], seqs[i + 1]) and events [events[i], events[i + 1]) are in column
    /// firstColumn() + i. Both have count() + 1 entries, and lie within the known stream.
    [[nodiscard]] std::span<const qint64> seqs() const { return m_seqs; }
    [[nodiscard]] std::span<const quint32> events() const { return m_events; }

private:
    qint32 m_firstColumn = 0;
    std::vector<qint64> m_seqs;
    std::vector<quint32> m_events;
};

} // namespace Gapline
