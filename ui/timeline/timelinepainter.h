// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/timelinelayout.h"
#include "ui/timeline/gaplabelpainter.h"
#include "ui/timeline/lanegeometry.h"
#include "ui/timeline/markpainter.h"
#include "ui/timeline/timelinebackdrop.h"

#include <optional>
#include <vector>

namespace Gapline {

/// What is drawn over the scene: it changes with the pointer and never causes a layout.
struct TimelineOverlay
{
    /// An event of the stream, by its index, and where its mark stands.
    struct Place
    {
        quint32 event = 0;
        double x = 0;
    };
    /// From left to right.
    struct Column
    {
        double left = 0;
        double right = 0;
    };
    /// Where a loop began anew, across the lanes that it repeats.
    struct Turn
    {
        double x = 0;
        quint32 firstLane = 0;
        quint32 lastLane = 0;
    };
    std::vector<Turn> turns;
    std::optional<Column> selection; ///< Of more than one event.
    std::optional<Place> selectedEvent; ///< When the selection is one.
    std::optional<Place> hoveredEvent;
    std::optional<Column> rubberBand;
};

/// Rectangles of a scene to pixels. UI thread.
class TimelinePainter
{
public:
    void paint(QPainter &painter,
               QSize size,
               const TimelineIndex &index,
               const TimelineScene &scene,
               const LaneGeometry &lanes,
               const TimelinePalette &palette,
               const TimelineOverlay &overlay);

private:
    void paintMarks(QPainter &painter,
                    const TimelineScene &scene,
                    const LaneGeometry &lanes,
                    const TimelinePalette &palette);

    void paintFailureRuns(QPainter &painter,
                          const TimelineScene &scene,
                          const LaneGeometry &lanes,
                          const TimelinePalette &palette);

    TimelineBackdrop m_backdrop;
    MarkPixmaps m_pixmaps;
    GapLabelPainter m_gapLabels;
};

} // namespace Gapline
