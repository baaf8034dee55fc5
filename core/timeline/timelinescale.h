// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/ids.h"

#include <vector>

namespace Gapline {

/// A stretch of the seq axis in fractional seqs, half-open: an event at seq n occupies [n, n + 1). Fractions are
/// zoom positions, never evidence.
struct AxisRange
{
    double from = 1;
    double to = 2;

    [[nodiscard]] double width() const { return to - from; }
    friend bool operator==(const AxisRange &, const AxisRange &) = default;
};

/// Maps a stretch of the seq axis to `width` pixels and back. Nothing is clamped: positions outside the range
/// lie outside [0, width]. Value type; pure.
class TimelineScale
{
public:
    TimelineScale() = default;
    TimelineScale(AxisRange range, double width);

    [[nodiscard]] const AxisRange &range() const { return m_range; }
    [[nodiscard]] double width() const { return m_width; }
    [[nodiscard]] double pixelsPerSeq() const { return m_width / m_range.width(); }
    [[nodiscard]] double pixelAt(double position) const
    {
        return (position - m_range.from) * pixelsPerSeq();
    }
    /// Where the mark of an event stands: the middle of its seq's cell.
    [[nodiscard]] double centreOf(Seq seq) const
    {
        // In this order: near 2^53 a half would be rounded away.
        return (double(seq.value) - m_range.from + 0.5) * pixelsPerSeq();
    }
    [[nodiscard]] double positionAt(double pixel) const
    {
        return m_range.from + pixel / pixelsPerSeq();
    }
    /// The seq whose cell holds the pixel.
    [[nodiscard]] Seq seqAt(double pixel) const;
    /// The first seq whose cell's centre lies at or right of the pixel.
    [[nodiscard]] Seq firstCentreAt(double pixel) const;

    friend bool operator==(const TimelineScale &, const TimelineScale &) = default;

private:
    AxisRange m_range;
    double m_width = 1;
};

/// A labelled seq of the ruler.
struct AxisTick
{
    Seq seq;
    double x = 0; ///< Centre of the seq's cell.
};

/// The distance between ticks: 1, 2 or 5 times a power of ten, the least that keeps labels of `labelWidth` pixels
/// apart by `padding`.
[[nodiscard]] qint64 tickStep(const TimelineScale &scale, double labelWidth, double padding = 4);

/// Multiples of tickStep() inside the scale, ascending. `labelWidth` is the width of the widest label.
[[nodiscard]] std::vector<AxisTick>
axisTicks(const TimelineScale &scale, double labelWidth, double padding = 4);

/// The range moved, and shrunk if it must be, so that it lies inside `bounds`; at least `minimumWidth` wide where
/// the bounds allow it.
[[nodiscard]] AxisRange clampedTo(AxisRange range, AxisRange bounds, double minimumWidth = 1);

/// The range scaled by `factor` (below 1 zooms in) with `anchor` staying at its place on the screen.
[[nodiscard]] AxisRange
zoomedAt(AxisRange range, double anchor, double factor, AxisRange bounds, double minimumWidth = 1);

/// The range moved by `distance` seqs, stopping at the bounds.
[[nodiscard]] AxisRange pannedBy(AxisRange range, double distance, AxisRange bounds);

/// The range that shows `seqs` with some room on both sides.
[[nodiscard]] AxisRange zoomedTo(SeqRange seqs, AxisRange bounds, double minimumWidth = 1);

} // namespace Gapline
