// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/timelinescene.h"
#include "ui/timeline/backdroprows.h"
#include "ui/timeline/lanegeometry.h"
#include "ui/timeline/timelinepalette.h"

#include <QImage>

#include <array>
#include <optional>
#include <vector>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace Gapline {

/// Paints what repeats along a lane: background, hatched gaps, spans, density. Rows that look the same are made once
/// per phase of the hatch, in memory that stays in the processor's cache, and copied again and again: ten million
/// events cost what their pixels cost, and the paint device is written once (budgets.md, row 7).
/// Keeps nothing of a scene, only memory to paint the next one with. UI thread; the bands of a large picture are shared
/// with a thread of the pool that is free, and are all painted when paint() returns.
class TimelineBackdrop
{
public:
    /// `size` is in device pixels.
    void paint(QPainter &painter,
               QSize size,
               const TimelineScene &scene,
               const LaneGeometry &lanes,
               const TimelinePalette &palette);

private:
    friend class BackdropPainting;

    QImage m_picture; ///< Where the device's own pixels are not to be had.
    std::vector<QRgb> m_ground; ///< A period of rows without lanes.
    std::vector<QRgb> m_densityColors; ///< By category and level.
    std::optional<bool> m_isDark; ///< Their palette.
    BackdropMemory m_here;
    BackdropMemory m_beside; ///< Of the other thread.
};

} // namespace Gapline
