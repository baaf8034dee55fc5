// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/timelinescale.h"

#include <algorithm>
#include <cmath>

namespace Gapline {

TimelineScale::TimelineScale(AxisRange range, double width)
    : m_range{range.from, std::max(range.to, range.from + 1e-6)}
    , m_width(std::max(width, 1.0))
{ }

Seq TimelineScale::seqAt(double pixel) const
{
    const double whole = std::floor(m_range.from);
    return {qint64(whole) + qint64(std::floor(m_range.from - whole + pixel / pixelsPerSeq()))};
}

Seq TimelineScale::firstCentreAt(double pixel) const
{
    const double whole = std::floor(m_range.from);
    const double offset = m_range.from - whole + pixel / pixelsPerSeq();
    return {qint64(whole) + qint64(std::ceil(offset - 0.5))};
}

qint64 tickStep(const TimelineScale &scale, double labelWidth, double padding)
{
    const double least = (labelWidth + padding) / scale.pixelsPerSeq();
    for (qint64 power = 1; power < kMaxSafeInteger / 10; power *= 10) {
        for (const qint64 digit : {1, 2, 5}) {
            if (double(digit * power) >= least)
                return digit * power;
        }
    }
    return kMaxSafeInteger;
}

std::vector<AxisTick> axisTicks(const TimelineScale &scale, double labelWidth, double padding)
{
    const qint64 step = tickStep(scale, labelWidth, padding);
    const auto from = qint64(std::ceil(std::max(scale.range().from - 0.5, 1.0)));
    const auto to = qint64(std::floor(scale.range().to - 0.5));
    std::vector<AxisTick> ticks;
    for (qint64 seq = (from + step - 1) / step * step; seq <= to; seq += step)
        ticks.push_back({{seq}, scale.centreOf({seq})});
    return ticks;
}

AxisRange clampedTo(AxisRange range, AxisRange bounds, double minimumWidth)
{
    const double widest = bounds.width();
    const double width = std::clamp(range.width(), std::min(minimumWidth, widest), widest);
    // Widened around its middle, so that a range that is too narrow does not drift to one side.
    const double middle = (range.from + range.to) / 2;
    const double from = width == range.width() ? range.from : middle - width / 2;
    const double clamped = std::clamp(from, bounds.from, bounds.to - width);
    return {clamped, clamped + width};
}

AxisRange
zoomedAt(AxisRange range, double anchor, double factor, AxisRange bounds, double minimumWidth)
{
    const double widest = bounds.width();
    const double width = std::clamp(range.width() * factor, std::min(minimumWidth, widest), widest);
    const double share = (anchor - range.from) / range.width();
    const double from = anchor - share * width;
    return clampedTo({from, from + width}, bounds, minimumWidth);
}

AxisRange pannedBy(AxisRange range, double distance, AxisRange bounds)
{
    return clampedTo({range.from + distance, range.to + distance}, bounds, 0);
}

AxisRange zoomedTo(SeqRange seqs, AxisRange bounds, double minimumWidth)
{
    const double room = std::max(1.0, double(seqs.count()) * 0.1);
    return clampedTo({double(seqs.first.value) - room, double(seqs.last.value) + 1 + room},
                     bounds,
                     minimumWidth);
}

} // namespace Gapline
