// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/timelinescene.h"
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

    /// Rows that hold the same, one for each phase of the hatch.
    struct RowsAlike
    {
        std::vector<QRgb> pixels;
        std::vector<bool> isMade;
    };

    QImage m_picture; ///< Where the device's own pixels are not to be had.
    std::vector<QRgb> m_ground; ///< A period of rows without lanes.
    std::array<RowsAlike, 16> m_rows; ///< Of one lane at a time, by what they hold.
    std::vector<QRgb> m_densityColors; ///< By category and level.
    std::optional<bool> m_isDark; ///< Their palette.
    // By column; 0 where there is none.
    std::vector<QRgb> m_failures;
    std::vector<QRgb> m_density; ///< With the failures on top.
    std::vector<quint8> m_spanRanks;
    std::vector<quint16> m_spanShares; ///< By channel of each column.
    std::vector<quint16> m_spanTints;
};

} // namespace Gapline
