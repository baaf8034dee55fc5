// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinebackdrop.h"

#include "core/timeline/timelinelayout.h"

#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

namespace Gapline {
namespace {

/// Between two lines of a hatch, logical pixels.
constexpr double kHatchPeriod = 7;
constexpr double kHalfSpan = 4;
constexpr double kHalfDensity = 6;

/// alpha: 0 keeps `below`, 256 gives `above`. Two channels at a time, and simple enough to be vectorized.
inline QRgb blended(QRgb below, QRgb above, quint32 alpha)
{
    const quint32 rest = 256 - alpha;
    const quint32 redBlue = ((below & 0xff00ff) * rest + (above & 0xff00ff) * alpha) >> 8;
    const quint32 green = ((below & 0x00ff00) * rest + (above & 0x00ff00) * alpha) >> 8;
    return 0xff000000 | (redBlue & 0xff00ff) | (green & 0x00ff00);
}

/// Pixels [from, to) of the rows of a lane, in one colour.
struct Bar
{
    int from = 0;
    int to = 0;
    QRgb color = 0;
    quint32 alpha = 256;
};

/// Rows [from, to) of the device.
struct Rows
{
    int from = 0;
    int to = 0;

    [[nodiscard]] bool contains(int y) const { return from <= y && y < to; }
};

void blendBars(QRgb *pixels, const std::vector<Bar> &bars)
{
    for (const Bar &bar : bars) {
        for (int x = bar.from; x < bar.to; ++x)
            pixels[x] = blended(pixels[x], bar.color, bar.alpha);
    }
}

/// The one above where there is one, or else the one below. Without a condition, which would keep the loops below from
/// being vectorized.
inline QRgb covered(QRgb below, QRgb above)
{
    return above | (below & (QRgb(above != 0) - 1));
}

/// Puts the columns that are not 0 over the pixels.
void coverPixels(QRgb *pixels, const std::vector<QRgb> &columns)
{
    const QRgb *above = columns.data();
    for (size_t x = 0; x < columns.size(); ++x)
        pixels[x] = covered(pixels[x], above[x]);
}

/// The pixels of another row, with the columns that are not 0 over them.
void copyCovered(QRgb *pixels, const QRgb *below, const std::vector<QRgb> &columns)
{
    const QRgb *above = columns.data();
    for (size_t x = 0; x < columns.size(); ++x)
        pixels[x] = covered(below[x], above[x]);
}

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
        , m_period(std::max(4, int(std::lround(kHatchPeriod * m_ratio))))
    {
        for (int i = 0; i < kEventCategoryCount; ++i)
            m_markColors[size_t(i)] = palette.mark(EventCategory(i)).rgb();
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
    static QRgb *line(QImage &image, int y) { return reinterpret_cast<QRgb *>(image.scanLine(y)); }

    void makeGround();
    void hatch(QRgb *pixels, int y, const GapColumn &gap) const;
    void paintHeader(int height);
    void paintGround(Rows rows);
    void makeSpans(quint32 lane);
    void makeDensity(quint32 lane);
    void paintLane(quint32 lane, Rows rows, int separator);
    void makeRow(QRgb *pixels, quint32 lane, int y, bool isSeparator);
    void draw(const QImage &image, int top, Rows rows);

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
    // Of the lane being painted; the scene's vectors are walked once, lane by lane.
    std::vector<Bar> m_spans;
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
    const QRgb lane = m_palette.lane.rgb();
    for (int y = 0; y < m_period; ++y) {
        QRgb *pixels = line(ground, y);
        std::fill(pixels, pixels + m_width, lane);
        for (const GapColumn &gap : m_scene.gaps)
            hatch(pixels, y, gap);
        std::memcpy(line(ground, m_period + y), pixels, size_t(m_width) * sizeof(QRgb));
    }
}

/// Internal gaps have diagonal lines; unknown ones are crossed both ways on another tint, so that neither can be
/// taken for the other without colours.
void BackdropPainting::hatch(QRgb *pixels, int y, const GapColumn &gap) const
{
    const bool isUnknown = gap.kind == GapKind::Unknown;
    const QRgb ground = (isUnknown ? m_palette.unknown : m_palette.gap).rgb();
    const QRgb lineColor = (isUnknown ? m_palette.unknownHatch : m_palette.gapHatch).rgb();
    const int thickness = std::max(1, int(std::lround(m_ratio)));
    const int from = clampedColumn(gap.x);
    // Two gaps with one event between them keep a pixel of lane between them; none is narrower than a pixel.
    const int to = std::min(std::max(clampedColumn(gap.x + gap.width), from + thickness), m_width);
    const quint32 strength = gap.isMerged ? 110 + 146U * gap.level / 255 : 256;
    if (to - from < 3 * thickness) {
        // A sliver without room for lines is drawn nearly in their colour, or it could not be seen.
        const QRgb color = blended(ground, lineColor, 170);
        for (int x = from; x < to; ++x)
            pixels[x] = blended(pixels[x], color, strength);
        return;
    }
    const QRgb edgeColor = isUnknown ? ground : blended(ground, lineColor, 70);
    int rising = (from + y) % m_period;
    int falling = (from + m_period - y) % m_period;
    for (int x = from; x < to; ++x) {
        const bool isLine = rising < thickness || (isUnknown && falling < thickness);
        const bool isEdge = rising == thickness || rising == m_period - 1;
        const QRgb color = isLine ? lineColor : isEdge ? edgeColor : ground;
        pixels[x] = blended(pixels[x], color, strength);
        rising = rising + 1 == m_period ? 0 : rising + 1;
        falling = falling + 1 == m_period ? 0 : falling + 1;
    }
}

void BackdropPainting::paintGround(Rows rows)
{
    // Phases count from the top of the device, as those of the lanes do.
    for (int y = rows.from; y < rows.to;) {
        const int phase = y % m_period;
        const int end = std::min(rows.to, y + m_memory.m_ground.height() - phase);
        draw(m_memory.m_ground, phase, {y, end});
        y = end;
    }
}

/// On a time axis gaps are bands beside their counts, and the lanes stay free of them.
void BackdropPainting::paintHeader(int height)
{
    if (m_scene.bands.empty()) {
        paintGround({0, height});
        return;
    }
    QImage &image = m_memory.m_rows;
    ensureSize(image, m_memory.m_ground.size());
    for (Rows some{0, 0}; some.from < height; some.from = some.to) {
        some.to = std::min(some.from + image.height(), height);
        for (int y = some.from; y < some.to; ++y) {
            QRgb *pixels = line(image, y - some.from);
            const int phase = y % m_period;
            std::memcpy(pixels, line(m_memory.m_ground, phase), size_t(m_width) * sizeof(QRgb));
            for (const GapColumn &band : m_scene.bands)
                hatch(pixels, phase, band);
        }
        draw(image, 0, some);
    }
}

void BackdropPainting::makeSpans(quint32 lane)
{
    m_spans.clear();
    const size_t first = m_nextSpan;
    const auto &spans = m_scene.spans;
    while (m_nextSpan < spans.size() && spans[m_nextSpan].lane == lane)
        ++m_nextSpan;
    if (m_nextSpan == first)
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
    for (int x = 0; x < m_width;) {
        const int from = x;
        const quint8 rank = ranks[size_t(x)];
        while (x < m_width && ranks[size_t(x)] == rank)
            ++x;
        if (rank > 0) {
            const QColor color = m_palette.span(categoryOfRank(quint8(rank - 1)));
            m_spans.push_back({from, x, color.rgb(), quint32(color.alpha())});
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
    const QRgb ground = m_palette.lane.rgb();
    for (size_t i = first; i < m_nextDensity; ++i) {
        const DensityColumn &at = columns[i];
        const bool isFailed = isFailure(at.top);
        m_hasFailures |= isFailed;
        const int wide = isFailed ? failureWidth : width;
        const int left = at.column - (wide - 1) / 2;
        const int to = std::clamp(left + wide, 0, m_width);
        // Faded towards the lane, not blended with what lies below: the hue must stay the category's.
        const quint32 alpha = isFailed ? 256 : 120 + 136U * at.level / 255;
        const QRgb color = blended(ground, m_markColors[size_t(at.top)], alpha);
        std::vector<QRgb> &pixels = isFailed ? m_memory.m_failures : m_memory.m_density;
        for (int x = std::clamp(left, 0, m_width); x < to; ++x)
            pixels[size_t(x)] = color;
    }
}

void BackdropPainting::paintLane(quint32 lane, Rows rows, int separator)
{
    // As many rows at a time as the ground has: both stay in the cache.
    QImage &image = m_memory.m_rows;
    ensureSize(image, m_memory.m_ground.size());
    for (Rows some{rows.from, rows.from}; some.from < rows.to; some.from = some.to) {
        some.to = std::min(some.from + image.height(), rows.to);
        for (int y = some.from; y < some.to; ++y)
            makeRow(line(image, y - some.from), lane, y, y == separator);
        draw(image, 0, some);
    }
}

void BackdropPainting::makeRow(QRgb *pixels, quint32 lane, int y, bool isSeparator)
{
    const bool hasSpans = !m_spans.empty() && rowsAround(lane, kHalfSpan).contains(y);
    const bool hasDensity = m_hasDensity && rowsAround(lane, kHalfDensity).contains(y);
    // Failures come last, and stand out by height as well as by colour.
    const bool hasFailures =
        m_hasFailures && rowsAround(lane, m_lanes.laneHeight / 2.0 - 3).contains(y);
    // Whatever comes first is put over the ground while that is copied.
    const QRgb *ground = line(m_memory.m_ground, y % m_period);
    if (hasDensity && !hasSpans)
        copyCovered(pixels, ground, m_memory.m_density);
    else
        std::memcpy(pixels, ground, size_t(m_width) * sizeof(QRgb));
    if (hasSpans)
        blendBars(pixels, m_spans);
    if (hasSpans && hasDensity)
        coverPixels(pixels, m_memory.m_density);
    if (hasFailures)
        coverPixels(pixels, m_memory.m_failures);
    if (isSeparator) {
        const QRgb color = m_palette.separator.rgb();
        for (int x = 0; x < m_width; ++x)
            pixels[x] = blended(pixels[x], color, 200);
    }
}

/// The rows of the image from `top` on.
void BackdropPainting::draw(const QImage &image, int top, Rows rows)
{
    const int height = rows.to - rows.from;
    m_painter.drawImage(QRectF(0, rows.from / m_ratio, m_width / m_ratio, height / m_ratio),
                        image,
                        QRectF(0, top, m_width, height));
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
