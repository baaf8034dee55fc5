// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/timelinelayout.h"

#include "core/timeline/gallop.h"
#include "core/timeline/gapcolumns.h"
#include "core/timeline/pixelcolumns.h"

#include <algorithm>
#include <cmath>

namespace Gapline {
namespace {

/// Marks reach over the edge of the view by this much.
constexpr double kMargin = 10;
constexpr double kFullDistance = 2 * kMarkRadius - 1;
constexpr double kSmallDistance = 2 * kSmallMarkRadius;

/// The entries of one lane that share a pixel column.
struct Cluster
{
    size_t column = 0; ///< Position in PixelColumns.
    quint32 firstEntry = 0;
    quint32 count = 0;
};

class Layout
{
public:
    Layout(const TimelineIndex &index,
           const TimelineScale &scale,
           const TimelineLayoutOptions &options)
        : m_index(index)
        , m_columns(index, scale, options.devicePixelRatio, kMargin)
        , m_left(scale.seqAt(-kMargin).value)
        , m_right(scale.seqAt(scale.width() + kMargin).value)
        , m_seqsPerPixel(1 / scale.pixelsPerSeq())
    {
        m_scene.scale = scale;
        m_scene.devicePixelRatio = options.devicePixelRatio;
        const quint32 lanes = index.lanes().count();
        m_scene.firstLane = std::min(options.firstLane, lanes);
        m_scene.laneCount = std::min(options.laneCount, lanes - m_scene.firstLane);
        // Growing would copy, frame after frame.
        const size_t inSight = m_columns.events().back() - m_columns.events().front();
        m_scene.density.reserve(
            std::min(inSight, size_t(m_scene.laneCount) * size_t(m_columns.count())));
        m_scene.gaps = layoutGaps(index, scale, m_columns, options.devicePixelRatio);
        m_scene.gapLabels = layoutGapLabels(index, scale, options);
    }

    TimelineScene run()
    {
        for (quint32 i = 0; i < m_scene.laneCount; ++i) {
            layoutSpans(m_scene.firstLane + i);
            layoutEvents(m_scene.firstLane + i);
        }
        return std::move(m_scene);
    }

private:
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
    void addMergedSpan(quint32 lane, qint64 from, qint64 to, const TimelineIndex::Span &first);

    [[nodiscard]] double centreOf(quint32 lane, const Cluster &cluster) const
    {
        const quint32 event = m_index.eventsOf(lane)[cluster.firstEntry];
        return m_scene.scale.centreOf(m_index.stream().seqAt(event));
    }

    const TimelineIndex &m_index;
    PixelColumns m_columns;
    TimelineScene m_scene;
    qint64 m_left; ///< First and last seq in sight, with the margins.
    qint64 m_right;
    double m_seqsPerPixel;
    std::vector<Cluster> m_clusters;
    std::vector<quint32>
        m_entryCounts; ///< Of each lane, before each column; where they are counted.
};

void Layout::findClusters(quint32 lane)
{
    m_clusters.clear();
    const std::span<const quint32> entries = m_index.eventsOf(lane);
    const std::span<const quint32> bounds = m_columns.events();
    const auto begin = size_t(std::ranges::lower_bound(entries, bounds.front()) - entries.begin());
    const auto end = size_t(std::ranges::lower_bound(entries, bounds.back()) - entries.begin());
    if (end - begin < bounds.size() / 4 || !m_index.countsEntries()) {
        walkEntries(entries.first(end), begin);
        return;
    }
    if (m_entryCounts.empty())
        m_index.countEntriesBefore(bounds, m_entryCounts);
    m_clusters.reserve(bounds.size());
    const size_t lanes = m_index.lanes().count();
    const quint32 *counts = m_entryCounts.data() + lane;
    for (size_t column = 0; column + 1 < bounds.size(); ++column) {
        const quint32 first = counts[column * lanes];
        if (const quint32 count = counts[(column + 1) * lanes] - first; count > 0)
            m_clusters.push_back({column, first, count});
    }
}

/// Where most columns are empty, the entries tell which are not.
void Layout::walkEntries(std::span<const quint32> inSight, size_t begin)
{
    const std::span<const quint32> bounds = m_columns.events();
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

void Layout::layoutEvents(quint32 lane)
{
    findClusters(lane);
    const double columnWidth = m_scene.columnWidth();
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
        const quint32 event = m_index.eventsOf(lane)[cluster.firstEntry];
        m_scene.marks.push_back({lane,
                                 event,
                                 centreOf(lane, cluster),
                                 m_index.categoryAt(event),
                                 nearest < kFullDistance ? MarkSize::Small : MarkSize::Full});
    }
}

void Layout::addDensity(quint32 lane, const Cluster &cluster)
{
    DensityColumn density;
    density.lane = lane;
    density.column = m_columns.firstColumn() + qint32(cluster.column);
    density.firstEntry = cluster.firstEntry;
    density.count = cluster.count;
    density.top = categoryOfRank(
        m_index.highestRank(lane, cluster.firstEntry, cluster.firstEntry + cluster.count));
    const qint64 seqs = m_columns.seqs()[cluster.column + 1] - m_columns.seqs()[cluster.column];
    // Rounded.
    density.level = quint8((510 * quint64(cluster.count) + quint64(seqs)) / (2 * quint64(seqs)));
    m_scene.density.push_back(density);
}

void Layout::layoutSpans(quint32 lane)
{
    const auto regions = m_index.spanRegionsOf(lane);
    const auto blocks = m_index.spanBlocksOf(lane);
    const auto spans = m_index.spansOf(lane);
    for (size_t r = 0; r < regions.size() && regions[r].firstStart <= m_right; ++r) {
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

bool Layout::isInSight(const TimelineIndex::SpanBlock &block) const
{
    return block.firstStart <= m_right && block.furthestEnd >= m_left
        && double(block.longest) >= m_seqsPerPixel;
}

/// Spans that begin within two pixels cover about what the furthest of them covers.
bool Layout::mergeBlock(quint32 lane,
                        const TimelineIndex::SpanBlock &block,
                        const TimelineIndex::Span &first)
{
    const auto starts = double(block.lastStart - block.firstStart);
    if (starts == 0 || starts > 2 * m_seqsPerPixel)
        return false;
    addMergedSpan(lane, block.firstStart, block.furthestEnd, first);
    return true;
}

void Layout::addSpan(quint32 lane, const TimelineIndex::Span &span)
{
    const qint64 start = m_index.startOf(span).value;
    const qint64 end = m_index.endOf(span).value;
    if (end < m_left || start > m_right || double(end - start) < m_seqsPerPixel)
        return;
    const TimelineScale &scale = m_scene.scale;
    const bool isOpen = span.end == kOpenEnd;
    // Where a seq is less than a pixel, single spans cannot be pointed at: what overlaps is one.
    if (m_seqsPerPixel > 1 && !m_scene.spans.empty() && m_scene.spans.back().lane == lane) {
        const TimelineSpan &last = m_scene.spans.back();
        if (scale.centreOf({start}) <= last.x + last.width + 1) {
            addMergedSpan(lane, start, end, span);
            return;
        }
    }
    const double from = std::max(scale.centreOf({start}), -2 * kMargin);
    // What is still open reaches to the end of what is known, not only to its last event.
    const double right = isOpen ? scale.pixelAt(double(end) + 1) : scale.centreOf({end});
    const double to = std::min(right, scale.width() + 2 * kMargin);
    const EventCategory category = m_index.categoryAt(isOpen ? span.start : span.end);
    m_scene.spans.push_back({lane, from, to - from, category, span.start, span.end, false});
}

void Layout::addMergedSpan(quint32 lane, qint64 from, qint64 to, const TimelineIndex::Span &first)
{
    const TimelineScale &scale = m_scene.scale;
    const double left = std::max(scale.centreOf({from}), -2 * kMargin);
    const double right = std::min(scale.centreOf({to}), scale.width() + 2 * kMargin);
    if (!m_scene.spans.empty()) {
        TimelineSpan &last = m_scene.spans.back();
        if (last.lane == lane && left <= last.x + last.width + 1) {
            last.width = std::max(last.width, right - last.x);
            last.category = EventCategory::Awaiting;
            last.isMerged = true;
            return;
        }
    }
    m_scene.spans.push_back(
        {lane, left, right - left, EventCategory::Awaiting, first.start, first.end, true});
}

/// The mark of the lane whose centre is nearest to x, if the pointer is on it.
std::optional<quint32> markAt(const TimelineScene &scene, double x, quint32 lane)
{
    std::optional<quint32> event;
    double nearest = kMarkRadius + 2;
    for (const TimelineMark &mark : scene.marks) {
        if (mark.lane == lane && std::abs(mark.x - x) < nearest) {
            nearest = std::abs(mark.x - x);
            event = mark.event;
        }
    }
    return event;
}

const DensityColumn *densityAt(const TimelineScene &scene, double x, quint32 lane)
{
    const DensityColumn *found = nullptr;
    double nearest = 3;
    for (const DensityColumn &density : scene.density) {
        const double centre = (density.column + 0.5) * scene.columnWidth();
        if (density.lane == lane && std::abs(centre - x) < nearest) {
            nearest = std::abs(centre - x);
            found = &density;
        }
    }
    return found;
}

std::optional<Gap> gapAt(const TimelineIndex &index, const TimelineScene &scene, double x)
{
    if (const std::optional<Gap> gap = index.gapAt(scene.scale.seqAt(x)))
        return gap;
    // A gap may be narrower than the pointer's aim: look two pixels around, the nearest first.
    for (const double distance : {0.5, 1.0, 2.0}) {
        for (const double side : {-distance, distance}) {
            const Seq seq = scene.scale.seqAt(x + side);
            if (const std::optional<Gap> gap = index.gapAt(seq))
                return gap;
        }
    }
    if (scene.scale.pixelsPerSeq() >= kPixelsForOwnGap)
        return std::nullopt;
    const EventStream &stream = index.stream();
    Seq seq = std::max(scene.scale.seqAt(x - 1), Seq{1});
    const Seq last = std::min(scene.scale.seqAt(x + 1), stream.highestKnownSeq());
    for (qsizetype event = stream.lowerBound(seq); seq <= last; ++event, seq = seq.next()) {
        if (event == stream.count() || stream.seqAt(event) != seq)
            return index.gapAt(seq);
    }
    return std::nullopt;
}

std::optional<TimelineIndex::Span> spanAt(const TimelineScene &scene, double x, quint32 lane)
{
    // The last one that begins before x is the one drawn on top.
    std::optional<TimelineIndex::Span> found;
    for (const TimelineSpan &span : scene.spans) {
        if (span.lane == lane && !span.isMerged && span.x <= x && x <= span.x + span.width)
            found = TimelineIndex::Span{span.startEvent, span.endEvent};
    }
    return found;
}

} // namespace

TimelineScene layoutTimeline(const TimelineIndex &index,
                             const TimelineScale &scale,
                             const TimelineLayoutOptions &options)
{
    return Layout(index, scale, options).run();
}

TimelineHit hitTest(const TimelineIndex &index,
                    const TimelineScene &scene,
                    double x,
                    std::optional<quint32> lane)
{
    TimelineHit hit;
    if (lane) {
        hit.event = markAt(scene, x, *lane);
        hit.eventCount = hit.event ? 1 : 0;
        if (!hit.event) {
            if (const DensityColumn *density = densityAt(scene, x, *lane)) {
                const quint32 entry = index.highestEntry(
                    *lane, density->firstEntry, density->firstEntry + density->count);
                hit.event = index.eventsOf(*lane)[entry];
                hit.eventCount = density->count;
            }
        }
        hit.span = spanAt(scene, x, *lane);
    }
    hit.gap = gapAt(index, scene, x);
    return hit;
}

std::vector<OverviewColumn>
layoutOverview(const TimelineIndex &index, const TimelineScale &scale, double devicePixelRatio)
{
    const PixelColumns columns(index, scale, devicePixelRatio);
    std::vector<OverviewColumn> overview(size_t(columns.count()));
    const std::span<const quint32> bounds = columns.events();
    for (quint32 lane = 0; lane < index.lanes().count(); ++lane) {
        const std::span<const quint32> entries = index.eventsOf(lane);
        size_t column = 0;
        size_t entry = gallop(entries, 0, bounds.front(), 0);
        size_t step = 1;
        while (entry < entries.size() && entries[entry] < bounds.back()) {
            column = gallop(bounds, column, entries[entry] + 1, column + 2) - 1;
            const size_t next = gallop(entries, entry + 1, bounds[column + 1], entry + step);
            step = next - entry;
            const quint8 rank = index.highestRank(lane, quint32(entry), quint32(next));
            OverviewColumn &at = overview[column];
            if (at.events == 0 || rank > rankOf(at.top))
                at.top = categoryOfRank(rank);
            at.events += quint32(next - entry);
            entry = next;
        }
    }
    for (size_t i = 0; i < overview.size(); ++i) {
        OverviewColumn &at = overview[i];
        const qint64 seqs = columns.seqs()[i + 1] - columns.seqs()[i];
        at.hasFailure = at.events > 0 && isFailure(at.top);
        at.level = seqs > 0 ? quint8(std::lround(255 * double(at.events) / double(seqs))) : 0;
    }
    for (const GapColumn &gap : layoutGaps(index, scale, columns, devicePixelRatio)) {
        const auto from = std::max(qint64(std::floor(gap.x * devicePixelRatio)), qint64(0));
        const auto to = std::min(qint64(std::ceil((gap.x + gap.width) * devicePixelRatio)),
                                 qint64(overview.size()));
        for (qint64 i = from; i < to; ++i) {
            OverviewColumn &at = overview[size_t(i)];
            (gap.kind == GapKind::Unknown ? at.hasUnknown : at.hasInternal) = true;
        }
    }
    return overview;
}

} // namespace Gapline
