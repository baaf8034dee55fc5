// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinebackdrop.h"

#include "core/timeline/timelinelayout.h"
#include "ui/timeline/devicerows.h"
#include "ui/timeline/gaphatch.h"
#include "ui/timeline/pixelrows.h"

#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

namespace Gapline {
namespace {

constexpr double kHalfSpan = 4;
constexpr double kHalfDensity = 6;

/// Rows [from, to) of the device.
struct Rows
{
    int from = 0;
    int to = 0;

    [[nodiscard]] bool contains(int y) const { return from <= y && y < to; }
};

/// What lies over the ground in a row of a lane. Rows that hold the same look the same, one period of the hatch later.
struct RowContent
{
    bool hasSpans = false;
    bool hasDensity = false;
    bool hasFailures = false;
    bool isSeparator = false;

    /// A number of its own for each; 0 where the ground is all there is.
    [[nodiscard]] size_t key() const
    {
        return (hasSpans ? 1U : 0U) | (hasDensity ? 2U : 0U) | (hasFailures ? 4U : 0U)
            | (isSeparator ? 8U : 0U);
    }
};

/// Of each channel of a pixel: what stays of it, of 256, and what comes to it, 256 times.
struct SpanTint
{
    std::array<quint16, sizeof(QRgb)> shares{};
    std::array<quint16, sizeof(QRgb)> tints{};
};

constexpr size_t kLevels = 256;

/// Whether nothing of what lies below is seen.
bool isOpaque(const std::vector<QRgb> &columns)
{
    return std::find(columns.begin(), columns.end(), 0) == columns.end();
}

} // namespace

class BackdropPainting
{
public:
    BackdropPainting(TimelineBackdrop &memory,
                     QPainter &painter,
                     QSize size,
                     const TimelineScene &scene,
                     const LaneGeometry &lanes,
                     const TimelinePalette &palette)
        : m_memory(memory)
        , m_device(painter, size, memory.m_picture)
        , m_scene(scene)
        , m_lanes(lanes)
        , m_palette(palette)
        , m_ratio(scene.devicePixelRatio)
        , m_width(size.width())
        , m_height(size.height())
        , m_period(GapHatch::periodFor(m_ratio))
    {
        prepareDensityColors();
        prepareSpanTints();
    }

    void run()
    {
        makeGround();
        // Lanes that are scrolled up end below the band of the counts.
        int painted = std::min(devicePixel(m_lanes.header), m_height);
        paintHeader(painted);
        for (quint32 i = 0; i < m_scene.laneCount; ++i) {
            const quint32 lane = m_scene.firstLane + i;
            const int end = devicePixel(m_lanes.topOf(lane) + m_lanes.laneHeight);
            const Rows rows{painted, std::clamp(end, painted, m_height)};
            makeDensity(lane);
            makeSpans(lane);
            if (rows.from < rows.to)
                paintLane(lane, rows, end - 1);
            painted = rows.to;
        }
        paintGround({painted, m_height});
        m_device.finish();
    }

private:
    [[nodiscard]] int devicePixel(double logical) const
    {
        return int(std::lround(logical * m_ratio));
    }
    [[nodiscard]] int clampedColumn(double logical) const
    {
        return std::clamp(devicePixel(logical), 0, m_width);
    }
    [[nodiscard]] Rows rowsAround(quint32 lane, double half) const
    {
        const int middle = devicePixel(m_lanes.middleOf(lane));
        const int reach = std::max(1, devicePixel(half));
        return {middle - reach, middle + reach};
    }
    [[nodiscard]] QRgb *groundRow(int y)
    {
        return m_memory.m_ground.data() + size_t(y % m_period) * size_t(m_width);
    }

    void makeGround();
    void paintGround(Rows rows);
    void paintHeader(int height);
    void prepareDensityColors();
    void prepareSpanTints();
    void makeSpans(quint32 lane);
    void makeDensity(quint32 lane);
    void paintLane(quint32 lane, Rows rows, int separator);
    [[nodiscard]] const QRgb *laneRow(int y, RowContent content);
    void makeRow(QRgb *pixels, int y, RowContent content);

    TimelineBackdrop &m_memory;
    DeviceRows m_device;
    const TimelineScene &m_scene;
    const LaneGeometry &m_lanes;
    const TimelinePalette &m_palette;
    double m_ratio;
    int m_width;
    int m_height;
    int m_period;
    std::array<SpanTint, kEventCategoryCount + 1> m_spanTints;
    // Of the lane being painted; the scene's vectors are walked once, lane by lane.
    bool m_hasSpans = false;
    bool m_hasDensity = false;
    bool m_hasFailures = false;
    bool m_isDensityOpaque = false;
    bool m_areFailuresOpaque = false;
    size_t m_nextSpan = 0;
    size_t m_nextDensity = 0;
};

void BackdropPainting::makeGround()
{
    m_memory.m_ground.resize(size_t(m_width) * size_t(m_period));
    std::ranges::fill(m_memory.m_ground, m_palette.lane.rgb());
    GapHatch gaps(m_scene.gaps, m_palette, m_ratio, m_width);
    for (int y = 0; y < m_period; ++y)
        gaps.paint(groundRow(y), y);
}

void BackdropPainting::paintGround(Rows rows)
{
    for (int y = rows.from; y < rows.to; ++y)
        m_device.write(y, groundRow(y));
}

/// On a time axis gaps are bands beside their counts, and the lanes stay free of them.
void BackdropPainting::paintHeader(int height)
{
    if (m_scene.bands.empty()) {
        paintGround({0, height});
        return;
    }
    GapHatch bands(m_scene.bands, m_palette, m_ratio, m_width);
    std::vector<QRgb> row(static_cast<size_t>(m_width));
    for (int y = 0; y < height; ++y) {
        std::copy_n(groundRow(y), m_width, row.begin());
        bands.paint(row.data(), y);
        m_device.write(y, row.data());
    }
}

void BackdropPainting::makeSpans(quint32 lane)
{
    const size_t first = m_nextSpan;
    const auto &spans = m_scene.spans;
    while (m_nextSpan < spans.size() && spans[m_nextSpan].lane == lane)
        ++m_nextSpan;
    m_hasSpans = m_nextSpan > first;
    if (!m_hasSpans)
        return;
    // Steps of one node may wait at the same time: where spans overlap the one of the highest rank is seen, and the
    // tint stays a tint. 0 is no span.
    std::vector<quint8> &ranks = m_memory.m_spanRanks;
    ranks.assign(size_t(m_width), 0);
    for (size_t i = first; i < m_nextSpan; ++i) {
        const auto rank = quint8(rankOf(spans[i].category) + 1);
        const int to = clampedColumn(spans[i].x + spans[i].width);
        for (int x = clampedColumn(spans[i].x); x < to; ++x)
            ranks[size_t(x)] = std::max(ranks[size_t(x)], rank);
    }
    std::vector<quint16> &shares = m_memory.m_spanShares;
    std::vector<quint16> &tints = m_memory.m_spanTints;
    shares.resize(size_t(m_width) * sizeof(QRgb));
    tints.resize(shares.size());
    for (size_t x = 0; x < ranks.size(); ++x) {
        const SpanTint &tint = m_spanTints[ranks[x]];
        std::copy(tint.shares.begin(), tint.shares.end(), shares.begin() + qsizetype(4 * x));
        std::copy(tint.tints.begin(), tint.tints.end(), tints.begin() + qsizetype(4 * x));
    }
}

/// By rank, after "no span".
void BackdropPainting::prepareSpanTints()
{
    m_spanTints[0].shares.fill(256);
    for (int rank = 0; rank < kEventCategoryCount; ++rank) {
        const QColor color = m_palette.span(categoryOfRank(quint8(rank)));
        const QRgb rgb = color.rgb();
        std::array<quint8, sizeof(QRgb)> channels{};
        std::memcpy(channels.data(), &rgb, sizeof(rgb));
        SpanTint &tint = m_spanTints[size_t(rank) + 1];
        tint.shares.fill(quint16(256 - color.alpha()));
        for (size_t i = 0; i < channels.size(); ++i)
            tint.tints[i] = quint16(channels[i] * color.alpha());
    }
}

/// Faded towards the lane, not blended with what lies below: the hue must stay the category's.
void BackdropPainting::prepareDensityColors()
{
    if (m_memory.m_isDark == m_palette.isDark)
        return;
    m_memory.m_isDark = m_palette.isDark;
    m_memory.m_densityColors.clear();
    const QRgb ground = m_palette.lane.rgb();
    for (int i = 0; i < kEventCategoryCount; ++i) {
        const QRgb mark = m_palette.mark(EventCategory(i)).rgb();
        for (quint32 level = 0; level < kLevels; ++level) {
            const quint32 alpha = isFailure(EventCategory(i)) ? 256 : 120 + ((137U * level) >> 8);
            m_memory.m_densityColors.push_back(blended(ground, mark, alpha));
        }
    }
}

void BackdropPainting::makeDensity(quint32 lane)
{
    m_hasFailures = false;
    const size_t first = m_nextDensity;
    const auto &columns = m_scene.density;
    while (m_nextDensity < columns.size() && columns[m_nextDensity].lane == lane)
        ++m_nextDensity;
    m_hasDensity = m_nextDensity > first;
    if (!m_hasDensity)
        return;
    // Wider than the pixel column where there is room: a seq of several pixels is a bar, not a hair.
    const double perSeq =
        m_scene.barWidth > 0 ? m_scene.barWidth / 0.6 : m_scene.scale.pixelsPerSeq();
    const double room = perSeq * m_ratio * 0.6;
    const int width = std::clamp(int(room), 1, devicePixel(5));
    const int failureWidth = std::max(width, devicePixel(2));
    m_memory.m_density.assign(size_t(m_width), 0);
    m_memory.m_failures.assign(size_t(m_width), 0);
    QRgb *const density = m_memory.m_density.data();
    QRgb *const failures = m_memory.m_failures.data();
    const QRgb *const colors = m_memory.m_densityColors.data();
    for (size_t i = first; i < m_nextDensity; ++i) {
        const DensityColumn &at = columns[i];
        const bool isFailed = isFailure(at.top);
        m_hasFailures |= isFailed;
        const int wide = isFailed ? failureWidth : width;
        const int left = at.column - (wide - 1) / 2;
        const int to = std::min(left + wide, m_width);
        const QRgb color = colors[size_t(at.top) * kLevels + at.level];
        QRgb *pixels = isFailed ? failures : density;
        for (int x = std::max(left, 0); x < to; ++x)
            pixels[x] = color;
    }
    // They come last: nothing may hide them.
    if (m_hasFailures)
        coverPixels(density, m_memory.m_failures);
    m_isDensityOpaque = isOpaque(m_memory.m_density);
    m_areFailuresOpaque = m_hasFailures && isOpaque(m_memory.m_failures);
}

void BackdropPainting::paintLane(quint32 lane, Rows rows, int separator)
{
    const auto around = [&](bool isThere, double half) {
        return isThere ? rowsAround(lane, half) : Rows{};
    };
    const Rows spans = around(m_hasSpans, kHalfSpan);
    const Rows density = around(m_hasDensity, kHalfDensity);
    // Failures stand out by height as well as by colour.
    const Rows failures = around(m_hasFailures, m_lanes.laneHeight / 2.0 - 3);
    for (TimelineBackdrop::RowsAlike &alike : m_memory.m_rows)
        alike.isMade.assign(size_t(m_period), false);
    for (int y = rows.from; y < rows.to; ++y) {
        const RowContent content{
            spans.contains(y), density.contains(y), failures.contains(y), y == separator};
        m_device.write(y, laneRow(y, content));
    }
}

/// Made where it is the first with its content and phase; the others of the lane are the same.
const QRgb *BackdropPainting::laneRow(int y, RowContent content)
{
    if (content.key() == 0)
        return groundRow(y);
    if (!content.isSeparator && content.hasDensity && m_isDensityOpaque)
        return m_memory.m_density.data();
    if (!content.isSeparator && content.hasFailures && m_areFailuresOpaque)
        return m_memory.m_failures.data();
    TimelineBackdrop::RowsAlike &alike = m_memory.m_rows[content.key()];
    alike.pixels.resize(size_t(m_width) * size_t(m_period));
    const auto phase = size_t(y % m_period);
    QRgb *pixels = alike.pixels.data() + phase * size_t(m_width);
    if (!alike.isMade[phase])
        makeRow(pixels, y, content);
    alike.isMade[phase] = true;
    return pixels;
}

void BackdropPainting::makeRow(QRgb *pixels, int y, RowContent content)
{
    // Failures are part of the density, but higher.
    const std::vector<QRgb> &columns =
        content.hasDensity ? m_memory.m_density : m_memory.m_failures;
    const bool hasColumns = content.hasDensity || content.hasFailures;
    const QRgb *ground = groundRow(y);
    if (hasColumns && !content.hasSpans)
        copyCovered(pixels, ground, columns);
    else
        std::memcpy(pixels, ground, size_t(m_width) * sizeof(QRgb));
    if (content.hasSpans) {
        blendTint(pixels, m_memory.m_spanShares, m_memory.m_spanTints);
        if (hasColumns)
            coverPixels(pixels, columns);
    }
    if (content.isSeparator) {
        const QRgb color = m_palette.separator.rgb();
        for (int x = 0; x < m_width; ++x)
            pixels[x] = blended(pixels[x], color, 200);
    }
}

void TimelineBackdrop::paint(QPainter &painter,
                             QSize size,
                             const TimelineScene &scene,
                             const LaneGeometry &lanes,
                             const TimelinePalette &palette)
{
    if (size.isEmpty())
        return;
    // In device pixels, or every row would be taken for one to scale.
    const QTransform logical = painter.worldTransform();
    painter.scale(1 / scene.devicePixelRatio, 1 / scene.devicePixelRatio);
    BackdropPainting(*this, painter, size, scene, lanes, palette).run();
    painter.setWorldTransform(logical);
}

} // namespace Gapline
