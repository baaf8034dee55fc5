// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/pixelcolumns.h"
#include "core/timeline/timelinelayout.h"

#include <utility>
#include <vector>

namespace Gapline {

/// What the lanes of one frame have in common; only read once it is made, by any thread.
struct LaneLayoutInput
{
    /// Marks reach over the edge of the view by this much.
    static constexpr double kMargin = 10;

    LaneLayoutInput(const TimelineIndex &timelineIndex,
                    const TimelineScale &timelineScale,
                    double ratio);

    [[nodiscard]] size_t eventsInSight() const
    {
        return columns.events().back() - columns.events().front();
    }

    const TimelineIndex &index;
    TimelineScale scale;
    double devicePixelRatio = 1;
    PixelColumns columns;
    qint64 left; ///< First and last seq in sight, with the margins.
    qint64 right;
    double seqsPerPixel;
    std::vector<float> levelPerEvent; ///< By column; 0 where it holds no seq.
    std::vector<quint32>
        entryCounts; ///< Of each lane, before each column; empty: walk the entries.
};

/// Spans, density and marks of some lanes. Reads the input and writes only its own parts, so that two of them can run
/// at once.
class LaneLayout
{
public:
    struct Parts
    {
        std::vector<TimelineSpan> spans;
        std::vector<DensityColumn> density;
        std::vector<TimelineMark> marks;
    };

    /// `input` must outlive it. It has room for `lanes` full ones; of more it grows.
    LaneLayout(const LaneLayoutInput &input, quint32 lanes);

    void add(quint32 lane);
    /// In the order in which lanes were added, each once.
    [[nodiscard]] Parts &parts() { return m_parts; }

private:
    /// The entries of one lane that share a pixel column.
    struct Cluster
    {
        size_t column = 0; ///< Position in PixelColumns.
        quint32 firstEntry = 0;
        quint32 count = 0;
    };

    void layoutEvents(quint32 lane);
    void layoutSpans(quint32 lane);
    void findClusters(quint32 lane);
    void walkEntries(std::span<const quint32> inSight, size_t begin);
    void addDensity(quint32 lane, const Cluster &cluster);
    void addSpan(quint32 lane, const TimelineIndex::Span &span);
    [[nodiscard]] bool isInSight(const TimelineIndex::SpanBlock &block) const;
    bool mergeBlock(quint32 lane,
                    const TimelineIndex::SpanBlock &block,
                    const TimelineIndex::Span &first);
    /// Begin and width of what lies near enough to the view.
    [[nodiscard]] std::pair<double, double> clipped(double left, double right) const;
    [[nodiscard]] double centreOf(quint32 lane, const Cluster &cluster) const
    {
        const quint32 event = m_shared.index.eventsOf(lane)[cluster.firstEntry];
        return m_shared.scale.centreOf(m_shared.index.stream().seqAt(event));
    }

    const LaneLayoutInput &m_shared;
    Parts m_parts;
    std::vector<Cluster> m_clusters; ///< Of the lane at hand.
};

} // namespace Gapline
