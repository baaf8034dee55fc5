// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/timelinescene.h"
#include "ui/timeline/timelinepalette.h"

#include <QRgb>

#include <array>
#include <vector>

namespace Gapline {

/// The hatch of all gaps of a scene, row by row. Internal gaps have diagonal lines; unknown ones are crossed both ways on
/// another tint, so that neither can be taken for the other without colours. What is the same for all rows is looked up
/// once. UI thread.
class GapHatch
{
public:
    /// `width` in device pixels.
    GapHatch(const std::vector<GapColumn> &gaps,
             const TimelinePalette &palette,
             double devicePixelRatio,
             int width);

    /// After so many rows they are the same again.
    [[nodiscard]] static int periodFor(double devicePixelRatio);

    /// Over what the row at y, from the top of the device, holds. Opaque pixels.
    void paint(QRgb *pixels, int y);

private:
    /// Pixels [from, to) of a gap.
    struct Stripe
    {
        int from = 0;
        int to = 0;
        size_t row = 0; ///< Of m_rows.
        quint32 strength = 256;
    };
    /// A row of pixels as if one gap took all of it.
    struct Row
    {
        QRgb ground = 0;
        QRgb line = 0;
        QRgb edge = 0;
        bool isCrossed = false;
        bool isPlain = false; ///< Without lines.
        bool isSeen = false;
        std::vector<QRgb> pixels;
    };

    void fillRow(Row &row, int y) const;

    int m_period;
    int m_thickness; ///< Of a line.
    int m_width;
    std::array<Row, 4> m_rows; ///< Of internal gaps and of unknown ones; then of slivers of both.
    std::vector<Stripe> m_stripes;
};

} // namespace Gapline
