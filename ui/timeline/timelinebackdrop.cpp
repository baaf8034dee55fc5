// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinebackdrop.h"

#include "core/timeline/timelinelayout.h"
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

    friend bool operator==(const RowContent &, const RowContent &) = default;
};

/// Of each channel of a pixel: what stays of it, of 256, and what comes to it, 256 times.
struct SpanTint
{
    std::array<quint16, sizeof(QRgb)> shares{};
    std::array<quint16, sizeof(QRgb)> tints{};
};

void ensureSize(QImage &image, QSize size)
{
    if (image.size() != size)
        image = QImage(size, QImage::Format_RGB32);
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
        , m_painter(painter)
        , m_scene(scene)
        , m_lanes(lanes)
        , m_palette(palette)
        , m_ratio(scene.devicePixelRatio)
        , m_width(size.width())
        , m_height(size.height())
        , m_period(GapHatch::periodFor(m_ratio))
    {
        for (int i = 0; i < kEventCategoryCount; ++i)
            m_markColors[size_t(i)] = palette.mark(EventCategory(i)).rgb();
        prepareSpanTints();
    }

    void run()
    {
        // In device pixels, or every row would be taken for one to scale.
        const QTransform logical = m_painter.worldTransform();
        m_painter.scale(1 / m_ratio, 1 / m_ratio);
        paintRows();
        m_painter.setWorldTransform(logical);
    }

private:
    void paintRows()
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
        drawTiled(m_memory.m_ground, {painted, m_height});
    }

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
    static QRgb *line(QImage &image, int y) { return reinterpret_cast<QRgb *>(image.scanLine(y)); }
    static const QRgb *constLine(const QImage &image, int y)
    {
        return reinterpret_cast<const QRgb *>(image.constScanLine(y));
    }

    void makeGround();
    void paintHeader(int height);
    void prepareSpanTints();
    void makeSpans(quint32 lane);
    void makeDensity(quint32 lane);
    void paintLane(quint32 lane, Rows rows, int separator);
    void makeRow(QRgb *pixels, int y, RowContent content) const;
    void drawTiled(const QImage &image, Rows rows);

    TimelineBackdrop &m_memory;
    QPainter &m_painter;
    const TimelineScene &m_scene;
    const LaneGeometry &m_lanes;
    const TimelinePalette &m_palette;
    double m_ratio;
    int m_width;
    int m_height;
    int m_period;
    std::array<QRgb, kEventCategoryCount> m_markColors;
    std::array<SpanTint, kEventCategoryCount + 1> m_spanTints;
    // Of the lane being painted; the scene's vectors are walked once, lane by lane.
    bool m_hasSpans = false;
    bool m_hasDensity = false;
    bool m_hasFailures = false;
    size_t m_nextSpan = 0;
    size_t m_nextDensity = 0;
};

void BackdropPainting::makeGround()
{
    // Two periods: half the calls to draw them, and still a small part of a cache.
    QImage &ground = m_memory.m_ground;
    ensureSize(ground, {m_width, 2 * m_period});
    const GapHatch gaps(m_scene.gaps, m_palette, m_ratio, m_width);
    const QRgb lane = m_palette.lane.rgb();
    for (int y = 0; y < m_period; ++y) {
        QRgb *pixels = line(ground, y);
        std::fill(pixels, pixels + m_width, lane);
        gaps.paint(pixels, y);
        std::memcpy(line(ground, m_period + y), pixels, size_t(m_width) * sizeof(QRgb));
    }
}

/// On a time axis gaps are bands beside their counts, and the lanes stay free of them.
void BackdropPainting::paintHeader(int height)
{
    if (m_scene.bands.empty()) {
        drawTiled(m_memory.m_ground, {0, height});
        return;
    }
    QImage &image = m_memory.m_rows;
    ensureSize(image, {m_width, m_period});
    const GapHatch bands(m_scene.bands, m_palette, m_ratio, m_width);
    for (int y = 0; y < std::min(height, image.height()); ++y) {
        makeRow(line(image, y), y, {});
        bands.paint(line(image, y), y);
    }
    drawTiled(image, {0, height});
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
    const QRgb ground = m_palette.lane.rgb();
    for (size_t i = first; i < m_nextDensity; ++i) {
        const DensityColumn &at = columns[i];
        const bool isFailed = isFailure(at.top);
        m_hasFailures |= isFailed;
        const int wide = isFailed ? failureWidth : width;
        const int left = at.column - (wide - 1) / 2;
        const int to = std::clamp(left + wide, 0, m_width);
        // Faded towards the lane, not blended with what lies below: the hue must stay the category's.
        const quint32 alpha = isFailed ? 256 : 120 + ((137U * at.level) >> 8);
        const QRgb color = blended(ground, m_markColors[size_t(at.top)], alpha);
        QRgb *pixels = isFailed ? failures : density;
        for (int x = std::clamp(left, 0, m_width); x < to; ++x)
            pixels[x] = color;
    }
}

/// Rows that hold the same are made for one tile, which is then drawn as often as there is room.
void BackdropPainting::paintLane(quint32 lane, Rows rows, int separator)
{
    const auto around = [&](bool isThere, double half) {
        return isThere ? rowsAround(lane, half) : Rows{};
    };
    const Rows spans = around(m_hasSpans, kHalfSpan);
    const Rows density = around(m_hasDensity, kHalfDensity);
    // Failures stand out by height as well as by colour.
    const Rows failures = around(m_hasFailures, m_lanes.laneHeight / 2.0 - 3);
    const auto contentOf = [&](int y) {
        return RowContent{
            spans.contains(y), density.contains(y), failures.contains(y), y == separator};
    };
    QImage &image = m_memory.m_rows;
    ensureSize(image, {m_width, m_period});
    for (Rows same{rows.from, rows.from}; same.from < rows.to; same.from = same.to) {
        const RowContent content = contentOf(same.from);
        while (same.to < rows.to && contentOf(same.to) == content)
            ++same.to;
        if (content == RowContent()) {
            drawTiled(m_memory.m_ground, same);
            continue;
        }
        const int made = std::min(same.to, same.from + image.height());
        for (int y = same.from; y < made; ++y)
            makeRow(line(image, y % image.height()), y, content);
        drawTiled(image, same);
    }
}

void BackdropPainting::makeRow(QRgb *pixels, int y, RowContent content) const
{
    // Whatever comes first is put over the ground while that is copied.
    const QRgb *ground = constLine(m_memory.m_ground, y % m_period);
    const bool isDensityFirst = content.hasDensity && !content.hasSpans;
    const bool isFailuresFirst = content.hasFailures && !content.hasSpans && !content.hasDensity;
    if (isDensityFirst)
        copyCovered(pixels, ground, m_memory.m_density);
    else if (isFailuresFirst)
        copyCovered(pixels, ground, m_memory.m_failures);
    else
        std::memcpy(pixels, ground, size_t(m_width) * sizeof(QRgb));
    if (content.hasSpans)
        blendTint(pixels, m_memory.m_spanShares, m_memory.m_spanTints);
    if (content.hasDensity && !isDensityFirst)
        coverPixels(pixels, m_memory.m_density);
    // They come last: nothing may hide them.
    if (content.hasFailures && !isFailuresFirst)
        coverPixels(pixels, m_memory.m_failures);
    if (content.isSeparator) {
        const QRgb color = m_palette.separator.rgb();
        for (int x = 0; x < m_width; ++x)
            pixels[x] = blended(pixels[x], color, 200);
    }
}

/// The image again and again, as if from the top of the device on: so the hatch goes on from tile to tile.
void BackdropPainting::drawTiled(const QImage &image, Rows rows)
{
    for (int y = rows.from; y < rows.to;) {
        const int top = y % image.height();
        const int height = std::min(rows.to - y, image.height() - top);
        m_painter.drawImage(QPoint(0, y), image, QRect(0, top, m_width, height));
        y += height;
    }
}

void TimelineBackdrop::paint(QPainter &painter,
                             QSize size,
                             const TimelineScene &scene,
                             const LaneGeometry &lanes,
                             const TimelinePalette &palette)
{
    if (!size.isEmpty())
        BackdropPainting(*this, painter, size, scene, lanes, palette).run();
}

} // namespace Gapline
