// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/timelinescene.h"
#include "ui/timeline/lanegeometry.h"
#include "ui/timeline/timelinepalette.h"

#include <QImage>

#include <vector>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace Gapline {

/// Paints what repeats along a lane: background, hatched gaps, spans, density. Rows that look the same are made once
/// per phase of the hatch, in an image that stays in the processor's cache, and drawn again and again: ten million
/// events cost what their pixels cost, and the paint device is written once (budgets.md, row 7).
/// Keeps nothing of a scene, only memory to paint the next one with. UI thread.
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

    QImage m_ground; ///< Some rows without lanes, a multiple of the hatch's period.
    QImage m_rows; ///< A period of rows that hold the same, of one lane at a time.
    std::vector<QRgb> m_density; ///< By column; 0 where there is none.
    std::vector<QRgb> m_failures;
    std::vector<quint8> m_spanRanks;
    std::vector<quint16> m_spanShares; ///< By channel of each column.
    std::vector<quint16> m_spanTints;
};

} // namespace Gapline
