// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/eventtype.h"
#include "core/domain/gap.h"
#include "core/timeline/timeaxis.h"

#include <limits>
#include <vector>

namespace Gapline {

/// What an event looks like; never decided by colour alone.
enum class MarkShape : quint8
{
    RoundedSquare, ///< Execution started or completed.
    Ring, ///< Awaiting.
    CheckedDisc, ///< Completed.
    CrossedOctagon, ///< Failed.
    WarningTriangle, ///< Breached.
    CrossedSquare, ///< Cancelled.
    Diamond, ///< Group.
    Kite, ///< Loop: a hollow diamond.
    Hexagon, ///< A type that is not documented.
};

[[nodiscard]] MarkShape shapeOf(EventCategory category);

/// Which event is seen where several share one pixel: failures first, then whatever is rare, then the
/// everyday. Higher is drawn on top.
[[nodiscard]] quint8 rankOf(EventCategory category);
[[nodiscard]] EventCategory categoryOfRank(quint8 rank);
/// Failed and breached.
[[nodiscard]] constexpr bool isFailure(EventCategory category)
{
    return category == EventCategory::Failed || category == EventCategory::Breached;
}

/// endEvent of a span that has no end yet.
inline constexpr quint32 kOpenEnd = std::numeric_limits<quint32>::max();

enum class MarkSize : quint8
{
    Full, ///< Shape and glyph.
    Small, ///< Shape alone, where neighbours are near.
};

/// One event with room enough for a shape.
struct TimelineMark
{
    quint32 lane = 0;
    quint32 event = 0; ///< Index into the stream.
    double x = 0; ///< Centre.
    EventCategory category = EventCategory::Unknown;
    MarkSize size = MarkSize::Full;
};

/// One column of events of a lane that are too close to each other for shapes.
struct DensityColumn
{
    quint32 lane = 0;
    qint32 column = 0; ///< From 0 at the left edge, each columnWidth() wide.
    quint32 firstEntry = 0; ///< Into the index's entries of the lane.
    quint32 count = 0;
    EventCategory top = EventCategory::Unknown; ///< Of the event with the highest rank.
    quint8 level = 255; ///< Share of the column's seqs that are events of this lane; 255 is all.
};

/// A step (or the execution) from its start to its end.
struct TimelineSpan
{
    quint32 lane = 0;
    double x = 0;
    double width = 0;
    EventCategory category = EventCategory::
        Awaiting; ///< Of the event that ended it, or began it while it is open; see spanruns.h.
    quint32 startEvent = 0;
    quint32 endEvent = kOpenEnd;
    bool isMerged = false; ///< Stands for many; start and end are those of the first.
};

/// Seqs without an event, across all lanes. At least one pixel wide.
struct GapColumn
{
    double x = 0;
    double width = 0;
    GapKind kind = GapKind::InternalOnly;
    SeqRange range; ///< What it spans; when merged, events may lie between.
    qint64 seqCount = 0; ///< Seqs of this kind inside.
    quint8 level = 255; ///< Share of the spanned seqs; 255 is all.
    bool isMerged = false; ///< Several gaps closer than a pixel.
};

/// The number on top of one gap, or of all small gaps of a stretch when they are too narrow to be told apart.
struct GapLabel
{
    double x = 0; ///< Centre.
    double width = 0; ///< Room that it may take.
    GapKind kind = GapKind::InternalOnly;
    qint64 seqCount = 0;
    bool isSum = false;
};

/// What to draw, by role, without colours. In the order in which it is painted: gaps, spans, density, marks.
/// Horizontal positions are logical pixels of the scale it was laid out with.
struct TimelineScene
{
    TimelineScale scale;
    double devicePixelRatio = 1;
    quint32 firstLane = 0;
    quint32 laneCount = 0;
    std::vector<GapColumn> gaps;
    std::vector<GapLabel> gapLabels;
    std::vector<TimelineSpan> spans;
    std::vector<DensityColumn> density;
    std::vector<TimelineMark> marks;
    // Of a time axis alone:
    std::vector<GapColumn> bands; ///< Gaps as stretches of time, in the band of the counts only.
    std::vector<BreakMark> breaks;
    double barWidth = 0; ///< Of density, in pixels; 0: as wide as a seq allows.

    [[nodiscard]] double columnWidth() const { return 1 / devicePixelRatio; }
};

} // namespace Gapline
