// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/timelinelayout.h"
#include "ui/timeline/gaplabelpainter.h"
#include "ui/timeline/lanegeometry.h"
#include "ui/timeline/markpainter.h"
#include "ui/timeline/timelinebackdrop.h"

namespace Gapline {

/// What is drawn over the scene: it changes with the pointer and never causes a layout.
struct TimelineOverlay
{
    std::optional<SeqRange> selection;
    std::optional<quint32>
        selectedEvent; ///< Index into the stream, when the selection is one event.
    std::optional<quint32> hoveredEvent;
    std::optional<SeqRange> rubberBand;
    bool hasFocus = false;
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

    TimelineBackdrop m_backdrop;
    MarkPixmaps m_pixmaps;
    GapLabelPainter m_gapLabels;
};

} // namespace Gapline
