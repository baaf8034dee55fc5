// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/lanelayout.h"

#include "core/timeline/gallop.h"
#include "core/timeline/spanruns.h"

#include <algorithm>
#include <cmath>

namespace Gapline {
namespace {

constexpr double kFullDistance = 2 * kMarkRadius - 1;
constexpr double kSmallDistance = 2 * kSmallMarkRadius;

} // namespace

LaneLayoutInput::LaneLayoutInput(const TimelineIndex &timelineIndex,
                                 const TimelineScale &timelineScale,
                                 double ratio)
    : index(timelineIndex)
    , scale(timelineScale)
    , devicePixelRatio(ratio)
    , columns(index, scale, ratio, kMargin)
    , left(scale.seqAt(-kMargin).value)
    , right(scale.seqAt(scale.width() + kMargin).value)
    , seqsPerPixel(1 / scale.pixelsPerSeq())
{
    const std::span<const qint64> seqs = columns.seqs();
    levelPerEvent.resize(size_t(columns.count()));
    for (size_t i = 0; i < levelPerEvent.size(); ++i)
        levelPerEvent[i] = seqs[i + 1] > seqs[i] ? 255 / float(seqs[i + 1] - seqs[i]) : 0;
    // Worth it once for all lanes where at least one has many; of few events, none can have.
    if (eventsInSight() >= size_t(columns.count()) / 4 && index.countsEntries())
        index.countEntriesBefore(columns.events(), entryCounts);
}

LaneLayout::LaneLayout(const LaneLayoutInput &input, quint32 lanes)
    : m_shared(input)
{
    // Growing would copy, frame after frame.
    m_parts.density.reserve(
        std::min(input.eventsInSight(), size_t(lanes) * size_t(input.columns.count())));
}

void LaneLayout::add(quint32 lane)
{
    layoutSpans(lane);
    layoutEvents(lane);
}

void LaneLayout::findClusters(quint32 lane)
{
    m_clusters.clear();
    const std::span<const quint32> entries = m_shared.index.eventsOf(lane);
    const std::span<const quint32> bounds = m_shared.columns.events();
    const auto begin = size_t(std::ranges::lower_bound(entries, bounds.front()) - entries.begin());
    const auto end = size_t(std::ranges::lower_bound(entries, bounds.back()) - entries.begin());
    if (end - begin < bounds.size() / 4 || m_shared.entryCounts.empty()) {
        walkEntries(entries.first(end), begin);
        return;
    }
    m_clusters.reserve(bounds.size());
    const size_t lanes = m_shared.index.lanes().count();
    const quint32 *counts = m_shared.entryCounts.data() + lane;
    for (size_t column = 0; column + 1 < bounds.size(); ++column) {
        const quint32 first = counts[column * lanes];
        if (const quint32 count = counts[(column + 1) * lanes] - first; count > 0)
            m_clusters.push_back({column, first, count});
    }
}

/// Where most columns are empty, the entries tell which are not.
void LaneLayout::walkEntries(std::span<const quint32> inSight, size_t begin)
{
    const std::span<const quint32> bounds = m_shared.columns.events();
    size_t column = 0;
    size_t step = 1; ///< Entries of the column before.
    for (size_t entry = begin; entry < inSight.size();) {
        // The column that ends after this entry, and then the first entry after that column.
        column = gallop(bounds, column, inSight[entry] + 1, column + 2) - 1;
        const size_t next = gallop(inSight, entry + 1, bounds[column + 1], entry + step);
        step = next - entry;
        m_clusters.push_back({column, quint32(entry), quint32(next - entry)});
        entry = next;
    }
}

void LaneLayout::layoutEvents(quint32 lane)
{
    findClusters(lane);
    const double columnWidth = 1 / m_shared.devicePixelRatio;
    for (size_t i = 0; i < m_clusters.size(); ++i) {
        const Cluster &cluster = m_clusters[i];
        if (cluster.count > 1) {
            addDensity(lane, cluster);
            continue;
        }
        // Columns rather than exact places decide: one pixel more or less makes no difference here.
        const auto distanceTo = [&](const Cluster &other) {
            return std::abs(double(other.column) - double(cluster.column)) * columnWidth;
        };
        double nearest = 2 * kFullDistance;
        if (i > 0)
            nearest = std::min(nearest, distanceTo(m_clusters[i - 1]));
        if (i + 1 < m_clusters.size())
            nearest = std::min(nearest, distanceTo(m_clusters[i + 1]));
        if (nearest < kSmallDistance) {
            addDensity(lane, cluster);
            continue;
        }
        const quint32 event = m_shared.index.eventsOf(lane)[cluster.firstEntry];
        m_parts.marks.push_back({lane,
                                 event,
                                 centreOf(lane, cluster),
                                 m_shared.index.categoryAt(event),
                                 nearest < kFullDistance ? MarkSize::Small : MarkSize::Full});
    }
}

void LaneLayout::addDensity(quint32 lane, const Cluster &cluster)
{
    DensityColumn density;
    density.lane = lane;
    density.column = m_shared.columns.firstColumn() + qint32(cluster.column);
    density.firstEntry = cluster.firstEntry;
    density.count = cluster.count;
    density.top = categoryOfRank(
        m_shared.index.highestRank(lane, cluster.firstEntry, cluster.firstEntry + cluster.count));
    density.level = quint8(cluster.count * m_shared.levelPerEvent[cluster.column] + 0.5F);
    m_parts.density.push_back(density);
}

void LaneLayout::layoutSpans(quint32 lane)
{
    const auto regions = m_shared.index.spanRegionsOf(lane);
    const auto blocks = m_shared.index.spanBlocksOf(lane);
    const auto spans = m_shared.index.spansOf(lane);
    for (size_t r = 0; r < regions.size() && regions[r].firstStart <= m_shared.right; ++r) {
        const size_t firstBlock = r * TimelineIndex::kSpanBlocks;
        if (!isInSight(regions[r])
            || mergeBlock(lane, regions[r], spans[firstBlock * TimelineIndex::kSpanBlock]))
            continue;
        const size_t endBlock = std::min(firstBlock + TimelineIndex::kSpanBlocks, blocks.size());
        for (size_t b = firstBlock; b < endBlock; ++b) {
            const size_t from = b * TimelineIndex::kSpanBlock;
            if (!isInSight(blocks[b]) || mergeBlock(lane, blocks[b], spans[from]))
                continue;
            const size_t to = std::min<size_t>(from + TimelineIndex::kSpanBlock, spans.size());
            for (const TimelineIndex::Span &span : spans.subspan(from, to - from))
                addSpan(lane, span);
        }
    }
}

bool LaneLayout::isInSight(const TimelineIndex::SpanBlock &block) const
{
    return block.firstStart <= m_shared.right && block.furthestEnd >= m_shared.left
        && double(block.longest) >= m_shared.seqsPerPixel;
}

/// Spans that begin within two pixels cover about what the furthest of them covers. The few of a short lane are looked
/// at one by one: the only long one among them is no run.
bool LaneLayout::mergeBlock(quint32 lane,
                            const TimelineIndex::SpanBlock &block,
                            const TimelineIndex::Span &first)
{
    const auto starts = double(block.lastStart - block.firstStart);
    if (starts == 0 || starts > 2 * m_shared.seqsPerPixel
        || m_shared.index.spanBlocksOf(lane).size() < 2)
        return false;
    const TimelineScale &scale = m_shared.scale;
    const auto [x, width] =
        clipped(scale.centreOf({block.firstStart}), scale.centreOf({block.furthestEnd}));
    addOrJoin(m_parts.spans, {lane, x, width, block.category, first.start, first.end, true});
    return true;
}

void LaneLayout::addSpan(quint32 lane, const TimelineIndex::Span &span)
{
    const qint64 start = m_shared.index.startOf(span).value;
    const qint64 end = m_shared.index.endOf(span).value;
    if (end < m_shared.left || start > m_shared.right
        || double(end - start) < m_shared.seqsPerPixel)
        return;
    const TimelineScale &scale = m_shared.scale;
    // What is still open reaches to the end of what is known, not only to its last event.
    const double right =
        span.end == kOpenEnd ? scale.pixelAt(double(end) + 1) : scale.centreOf({end});
    const auto [x, width] = clipped(scale.centreOf({start}), right);
    TimelineSpan added{lane, x, width, kMixedSpans, span.start, span.end, false};
    // Where a seq is less than a pixel, single spans cannot be pointed at: what overlaps is one.
    const bool isDense = m_shared.seqsPerPixel > 1;
    if (!isDense || !joinsMixed(m_parts.spans, added))
        added.category = m_shared.index.categoryOfSpan(span);
    if (isDense)
        addOrJoin(m_parts.spans, added);
    else
        m_parts.spans.push_back(added);
}

std::pair<double, double> LaneLayout::clipped(double left, double right) const
{
    constexpr double kBeyond = 2 * LaneLayoutInput::kMargin;
    const double from = std::max(left, -kBeyond);
    return {from, std::min(right, m_shared.scale.width() + kBeyond) - from};
}

} // namespace Gapline
