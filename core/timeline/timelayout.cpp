// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/timelayout.h"

#include "core/timeline/spanruns.h"
#include "core/timeline/timebands.h"
#include "core/timeline/timecolumns.h"

#include <algorithm>
#include <cmath>

namespace Gapline {
namespace {

/// Marks reach over the edge of the view by this much.
constexpr double kMargin = 10;
constexpr double kFullDistance = 2 * kMarkRadius - 1;
constexpr double kSmallDistance = 2 * kSmallMarkRadius;
/// Density of few events is drawn as bars that can be seen and pointed at.
constexpr double kBarWidth = 3;
constexpr double kPixelsForBars = 8;

class TimeLayout
{
public:
    TimeLayout(const TimeIndex &index,
               const TimelineScale &scale,
               const TimelineLayoutOptions &options)
        : m_index(index)
        , m_columns(index, scale, options.devicePixelRatio, kMargin)
        , m_left(index.axis().timeAt(scale.positionAt(-kMargin)))
        , m_right(index.axis().timeAt(scale.positionAt(scale.width() + kMargin)))
    {
        m_scene.scale = scale;
        m_scene.devicePixelRatio = options.devicePixelRatio;
        const quint32 lanes = index.events().lanes().count();
        m_scene.firstLane = std::min(options.firstLane, lanes);
        m_scene.laneCount = std::min(options.laneCount, lanes - m_scene.firstLane);
        m_scene.breaks = breakMarks(index.axis(), scale);
        const quint32 inSight = m_columns.bounds().back() - m_columns.bounds().front();
        m_isDense = inSight * kPixelsForBars > scale.width();
        m_scene.barWidth = m_isDense ? m_scene.columnWidth() : kBarWidth;
        layoutTimeBands(index, m_columns, options, m_scene);
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
    void addSpan(quint32 lane, const TimelineIndex::Span &span);
    void addDensity(quint32 lane, const TimeColumns::Cluster &cluster);

    /// Begin and width of what lies near enough to the view.
    [[nodiscard]] std::pair<double, double> clipped(double left, double right) const
    {
        const double from = std::max(left, -2 * kMargin);
        return {from, std::min(right, m_scene.scale.width() + 2 * kMargin) - from};
    }
    [[nodiscard]] double pixelOf(qint64 time) const
    {
        return m_scene.scale.pixelAt(m_index.axis().positionOf(time));
    }

    const TimeIndex &m_index;
    TimeColumns m_columns;
    TimelineScene m_scene;
    double m_left; ///< First and last moment in sight, with the margins.
    double m_right;
    bool m_isDense = false; ///< More events than can be told apart.
};

void TimeLayout::layoutEvents(quint32 lane)
{
    const std::vector<TimeColumns::Cluster> clusters = m_columns.clustersOf(lane);
    const double columnWidth = m_scene.columnWidth();
    for (size_t i = 0; i < clusters.size(); ++i) {
        const TimeColumns::Cluster &cluster = clusters[i];
        const auto distanceTo = [&](const TimeColumns::Cluster &other) {
            return std::abs(double(other.column) - double(cluster.column)) * columnWidth;
        };
        double nearest = 2 * kFullDistance;
        if (i > 0)
            nearest = std::min(nearest, distanceTo(clusters[i - 1]));
        if (i + 1 < clusters.size())
            nearest = std::min(nearest, distanceTo(clusters[i + 1]));
        if (cluster.count > 1 || nearest < kSmallDistance) {
            addDensity(lane, cluster);
            continue;
        }
        const quint32 place = m_index.placesOf(lane)[cluster.firstEntry];
        const quint32 event = m_index.eventAt(place);
        m_scene.marks.push_back({lane,
                                 event,
                                 pixelOf(m_index.times()[place]),
                                 m_index.events().categoryAt(event),
                                 nearest < kFullDistance ? MarkSize::Small : MarkSize::Full});
    }
}

void TimeLayout::addDensity(quint32 lane, const TimeColumns::Cluster &cluster)
{
    const quint32 events =
        m_columns.bounds()[cluster.column + 1] - m_columns.bounds()[cluster.column];
    DensityColumn density;
    density.lane = lane;
    density.column = m_columns.firstColumn() + qint32(cluster.column);
    density.firstEntry = cluster.firstEntry;
    density.count = cluster.count;
    density.top = categoryOfRank(
        m_index.highestRank(lane, cluster.firstEntry, cluster.firstEntry + cluster.count));
    density.level = quint8(std::lround(255 * double(cluster.count) / double(events)));
    m_scene.density.push_back(density);
}

void TimeLayout::layoutSpans(quint32 lane)
{
    const std::span<const TimelineIndex::Span> spans = m_index.events().spansOf(lane);
    const std::span<const TimeIndex::SpanReach> reaches = m_index.spanReachOf(lane);
    for (size_t i = 0; i < reaches.size(); ++i) {
        const TimeIndex::SpanReach &reach = reaches[i];
        if (double(reach.firstStart) > m_right || double(reach.furthestEnd) < m_left
            || reach.firstStart > reach.lastStart)
            continue;
        // A break only makes what it holds narrower.
        if (double(reach.longest) * m_scene.scale.pixelsPerSeq() < 1)
            continue;
        const size_t from = i * TimeIndex::kSpanBlock;
        const double left = pixelOf(reach.firstStart);
        const double right = pixelOf(reach.furthestEnd);
        // Spans that begin within two pixels cover about what the furthest of them covers. The few of a short lane are
        // looked at one by one: the only long one among them is no run.
        if (m_isDense && reaches.size() > 1 && reach.firstStart < reach.lastStart
            && pixelOf(reach.lastStart) - left <= 2 && right - left >= 1) {
            const auto [x, width] = clipped(left, right);
            const TimelineIndex::Span &first = spans[from];
            addOrJoin(m_scene.spans,
                      {lane, x, width, reach.category, first.start, first.end, true});
            continue;
        }
        const size_t to = std::min(from + TimeIndex::kSpanBlock, spans.size());
        for (const TimelineIndex::Span &span : spans.subspan(from, to - from))
            addSpan(lane, span);
    }
}

void TimeLayout::addSpan(quint32 lane, const TimelineIndex::Span &span)
{
    const auto times = m_index.timesOf(span);
    if (!times || double(times->second) < m_left || double(times->first) > m_right)
        return;
    const TimelineScale &scale = m_scene.scale;
    const bool isOpen = span.end == kOpenEnd;
    const double left = pixelOf(times->first);
    // What is still open reaches to the end of what is known, not only to its last event.
    const double right = isOpen ? scale.pixelAt(m_index.axis().whole().to) : pixelOf(times->second);
    if (right - left < 1)
        return;
    const auto [x, width] = clipped(left, right);
    TimelineSpan added{lane, x, width, kMixedSpans, span.start, span.end, false};
    if (!m_isDense || !joinsMixed(m_scene.spans, added))
        added.category = m_index.events().categoryOfSpan(span);
    // Where events are dense, single spans cannot be pointed at: what overlaps is one.
    if (m_isDense)
        addOrJoin(m_scene.spans, added);
    else
        m_scene.spans.push_back(added);
}

} // namespace

TimelineScene layoutTimes(const TimeIndex &index,
                          const TimelineScale &scale,
                          const TimelineLayoutOptions &options)
{
    return TimeLayout(index, scale, options).run();
}

std::vector<OverviewColumn>
layoutTimeOverview(const TimeIndex &index, const TimelineScale &scale, double devicePixelRatio)
{
    const TimeColumns columns(index, scale, devicePixelRatio);
    std::vector<OverviewColumn> overview(columns.count());
    quint32 most = 1;
    for (quint32 lane = 0; lane < index.events().lanes().count(); ++lane) {
        for (const TimeColumns::Cluster &cluster : columns.clustersOf(lane)) {
            OverviewColumn &at = overview[cluster.column];
            const quint8 rank =
                index.highestRank(lane, cluster.firstEntry, cluster.firstEntry + cluster.count);
            if (at.events == 0 || rank > rankOf(at.top))
                at.top = categoryOfRank(rank);
            at.events += cluster.count;
            most = std::max(most, at.events);
        }
    }
    for (size_t i = 0; i < overview.size(); ++i) {
        OverviewColumn &at = overview[i];
        at.hasFailure = at.events > 0 && isFailure(at.top);
        at.level = quint8(std::lround(255 * double(at.events) / double(most)));
    }
    TimelineScene scene;
    scene.scale = scale;
    scene.devicePixelRatio = devicePixelRatio;
    layoutTimeBands(index, columns, {}, scene);
    for (const GapColumn &band : scene.bands) {
        const auto from = std::max(qint64(std::floor(band.x * devicePixelRatio)), qint64(0));
        const auto to = std::min(qint64(std::ceil((band.x + band.width) * devicePixelRatio)),
                                 qint64(overview.size()));
        for (qint64 i = from; i < to; ++i) {
            OverviewColumn &at = overview[size_t(i)];
            (band.kind == GapKind::Unknown ? at.hasUnknown : at.hasInternal) = true;
        }
    }
    return overview;
}

} // namespace Gapline
