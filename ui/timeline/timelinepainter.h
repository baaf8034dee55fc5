// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/timelinelayout.h"
#include "ui/timeline/lanegeometry.h"
#include "ui/timeline/markpainter.h"

#include <QImage>

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

/// Rectangles of a scene to pixels. Keeps the backdrop of the last scene until invalidate(). UI thread.
class TimelinePainter
{
public:
    void invalidate() { m_isBackdropCurrent = false; }
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

    QImage m_backdrop;
    LaneGeometry m_backdropLanes;
    bool m_isBackdropDark = false;
    bool m_isBackdropCurrent = false;
    MarkPixmaps m_pixmaps;
};

/// The number on a gap as people read it: grouped digits, "Σ" before sums, "?" before unknown ones.
[[nodiscard]] QString gapLabelText(const GapLabel &label);

} // namespace Gapline
