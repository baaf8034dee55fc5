// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinebackdrop.h"

#include "core/timeline/timelinelayout.h"

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

void fillBars(QRgb *pixels, const std::vector<Bar> &bars)
{
    for (const Bar &bar : bars) {
        for (int x = bar.from; x < bar.to; ++x)
            pixels[x] = bar.color;
    }
}

void blendBars(QRgb *pixels, const std::vector<Bar> &bars)
{
    for (const Bar &bar : bars) {
        for (int x = bar.from; x < bar.to; ++x)
            pixels[x] = blended(pixels[x], bar.color, bar.alpha);
    }
}

class Backdrop
{
public:
    Backdrop(QImage &image,
             const TimelineScene &scene,
             const LaneGeometry &lanes,
             const TimelinePalette &palette)
        : m_image(image)
        , m_scene(scene)
        , m_lanes(lanes)
        , m_palette(palette)
        , m_ratio(scene.devicePixelRatio)
        , m_width(image.width())
        , m_period(std::max(4, int(std::lround(kHatchPeriod * m_ratio))))
    {
        for (int i = 0; i < kEventCategoryCount; ++i)
            m_markColors[size_t(i)] = palette.mark(EventCategory(i)).rgb();
    }

    void paint()
    {
        makePhases();
        for (int y = 0; y < m_image.height(); ++y)
            std::memcpy(m_image.scanLine(y), phase(y), size_t(m_width) * sizeof(QRgb));
        size_t span = 0;
        size_t density = 0;
        for (quint32 i = 0; i < m_scene.laneCount; ++i) {
            const quint32 lane = m_scene.firstLane + i;
            span = paintSpans(lane, span);
            density = paintDensity(lane, density);
            paintSeparator(lane);
        }
        // Lanes that are scrolled up end below the band of the counts.
        const int header = std::min(devicePixel(LaneGeometry::kHeader), m_image.height());
        for (int y = 0; y < header; ++y)
            std::memcpy(m_image.scanLine(y), phase(y), size_t(m_width) * sizeof(QRgb));
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
    [[nodiscard]] const QRgb *phase(int y) const
    {
        return m_phases.data() + size_t(y % m_period) * size_t(m_width);
    }
    QRgb *line(int y) { return reinterpret_cast<QRgb *>(m_image.scanLine(y)); }

    struct Rows
    {
        int from = 0;
        int to = 0;
    };
    [[nodiscard]] Rows rowsAround(quint32 lane, double half) const
    {
        const int middle = devicePixel(m_lanes.middleOf(lane));
        const int reach = std::max(1, devicePixel(half));
        return {std::clamp(middle - reach, 0, m_image.height()),
                std::clamp(middle + reach, 0, m_image.height())};
    }

    void makePhases();
    void hatch(QRgb *pixels, int y, const GapColumn &gap) const;
    size_t paintSpans(quint32 lane, size_t span);
    size_t paintDensity(quint32 lane, size_t density);
    void paintSeparator(quint32 lane);

    QImage &m_image;
    const TimelineScene &m_scene;
    const LaneGeometry &m_lanes;
    const TimelinePalette &m_palette;
    double m_ratio;
    int m_width;
    int m_period;
    std::array<QRgb, kEventCategoryCount> m_markColors;
    std::vector<QRgb> m_phases; ///< m_period scanlines.
    std::vector<Bar> m_bars;
    std::vector<Bar> m_failureBars;
    std::vector<quint8> m_spanRanks; ///< By column of the lane being painted.
};

void Backdrop::makePhases()
{
    m_phases.assign(size_t(m_width) * size_t(m_period), m_palette.lane.rgb());
    for (int y = 0; y < m_period; ++y) {
        QRgb *pixels = m_phases.data() + size_t(y) * size_t(m_width);
        for (const GapColumn &gap : m_scene.gaps)
            hatch(pixels, y, gap);
    }
}

/// Internal gaps have diagonal lines; unknown ones are crossed both ways on another tint, so that neither can be
/// taken for the other without colours.
void Backdrop::hatch(QRgb *pixels, int y, const GapColumn &gap) const
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

size_t Backdrop::paintSpans(quint32 lane, size_t span)
{
    // Steps of one node may wait at the same time: where spans overlap the one of the highest rank is seen, and the
    // tint stays a tint. 0 is no span.
    m_spanRanks.assign(size_t(m_width), 0);
    const size_t first = span;
    for (; span < m_scene.spans.size() && m_scene.spans[span].lane == lane; ++span) {
        const TimelineSpan &at = m_scene.spans[span];
        const auto rank = quint8(rankOf(at.category) + 1);
        quint8 *ranks = m_spanRanks.data();
        const int to = clampedColumn(at.x + at.width);
        for (int x = clampedColumn(at.x); x < to; ++x)
            ranks[x] = std::max(ranks[x], rank);
    }
    if (span == first)
        return span;
    m_bars.clear();
    for (int x = 0; x < m_width;) {
        const int from = x;
        const quint8 rank = m_spanRanks[size_t(x)];
        while (x < m_width && m_spanRanks[size_t(x)] == rank)
            ++x;
        if (rank > 0) {
            const QColor color = m_palette.span(categoryOfRank(quint8(rank - 1)));
            m_bars.push_back({from, x, color.rgb(), quint32(color.alpha())});
        }
    }
    const Rows rows = rowsAround(lane, kHalfSpan);
    for (int y = rows.from; y < rows.to; ++y)
        blendBars(line(y), m_bars);
    return span;
}

size_t Backdrop::paintDensity(quint32 lane, size_t density)
{
    // Wider than the pixel column where there is room: a seq of several pixels is a bar, not a hair.
    const double room = m_scene.scale.pixelsPerSeq() * m_ratio * 0.6;
    const int width = std::clamp(int(room), 1, devicePixel(5));
    const int failureWidth = std::max(width, devicePixel(2));
    m_bars.clear();
    m_failureBars.clear();
    for (; density < m_scene.density.size() && m_scene.density[density].lane == lane; ++density) {
        const DensityColumn &at = m_scene.density[density];
        const bool isFailed = isFailure(at.top);
        const int wide = isFailed ? failureWidth : width;
        const int left = at.column - (wide - 1) / 2;
        // Faded towards the lane, not blended with what lies below: the hue must stay the category's.
        const quint32 alpha = isFailed ? 256 : 120 + 136U * at.level / 255;
        (isFailed ? m_failureBars : m_bars)
            .push_back({std::clamp(left, 0, m_width),
                        std::clamp(left + wide, 0, m_width),
                        blended(m_palette.lane.rgb(), m_markColors[size_t(at.top)], alpha),
                        256});
    }
    const Rows all = rowsAround(lane, kHalfDensity);
    for (int y = all.from; y < all.to; ++y)
        fillBars(line(y), m_bars);
    // Failures come last, and stand out by height as well as by colour.
    const Rows failures = rowsAround(lane, m_lanes.laneHeight / 2.0 - 3);
    for (int y = failures.from; y < failures.to; ++y)
        fillBars(line(y), m_failureBars);
    return density;
}

void Backdrop::paintSeparator(quint32 lane)
{
    const int y = devicePixel(m_lanes.topOf(lane) + m_lanes.laneHeight) - 1;
    if (y < 0 || y >= m_image.height())
        return;
    QRgb *pixels = line(y);
    const QRgb color = m_palette.separator.rgb();
    for (int x = 0; x < m_width; ++x)
        pixels[x] = blended(pixels[x], color, 200);
}

} // namespace

void paintBackdrop(QImage &image,
                   QSize size,
                   const TimelineScene &scene,
                   const LaneGeometry &lanes,
                   const TimelinePalette &palette)
{
    if (image.size() != size)
        image = QImage(size, QImage::Format_RGB32);
    if (image.isNull())
        return;
    Backdrop(image, scene, lanes, palette).paint();
    image.setDevicePixelRatio(scene.devicePixelRatio);
}

} // namespace Gapline
