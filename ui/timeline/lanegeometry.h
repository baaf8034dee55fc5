// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <optional>

namespace Gapline {

/// Where lanes lie vertically: a band for the counts of gaps, then lanes of equal height, scrolled. Logical
/// pixels. Value type, shared by lanes and their labels.
struct LaneGeometry
{
    static constexpr int kHeader = 20;
    static constexpr int kLeastLane = 26;
    static constexpr int kMostLane = 42;

    int header = kHeader; ///< Height of the band of counts.
    int laneHeight = kMostLane;
    quint32 laneCount = 1;
    int viewHeight = 0;
    int scroll = 0;

    /// A lane is never lower than a line of `textHeight` needs.
    [[nodiscard]] static LaneGeometry
    fitting(quint32 laneCount, int viewHeight, int scroll, int header = kHeader, int textHeight = 0)
    {
        LaneGeometry geometry;
        geometry.header = header;
        geometry.laneCount = std::max(laneCount, 1U);
        geometry.viewHeight = viewHeight;
        const qint64 share = std::max(viewHeight - header, 0) / qint64(geometry.laneCount);
        const int least = std::max(kLeastLane, textHeight + 4);
        geometry.laneHeight = int(std::clamp<qint64>(share, least, std::max(kMostLane, least)));
        geometry.scroll = std::clamp(scroll, 0, geometry.mostScroll());
        return geometry;
    }

    [[nodiscard]] int contentHeight() const
    {
        return header + int(std::min<qint64>(qint64(laneCount) * laneHeight, 1'000'000'000));
    }
    [[nodiscard]] int mostScroll() const { return std::max(contentHeight() - viewHeight, 0); }
    [[nodiscard]] int topOf(quint32 lane) const { return header + int(lane) * laneHeight - scroll; }
    [[nodiscard]] double middleOf(quint32 lane) const { return topOf(lane) + laneHeight / 2.0; }
    [[nodiscard]] quint32 firstVisible() const { return quint32(scroll / laneHeight); }
    [[nodiscard]] quint32 visibleCount() const
    {
        return std::min(quint32((viewHeight - header) / laneHeight + 2),
                        laneCount - std::min(firstVisible(), laneCount));
    }
    /// The lane at y; nothing in the band of counts or below the last lane.
    [[nodiscard]] std::optional<quint32> laneAt(int y) const
    {
        if (y < header)
            return std::nullopt;
        const auto lane = quint32((y - header + scroll) / laneHeight);
        return lane < laneCount ? std::optional(lane) : std::nullopt;
    }

    friend bool operator==(const LaneGeometry &, const LaneGeometry &) = default;
};

} // namespace Gapline
