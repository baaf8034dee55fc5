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

QRgb blended(QRgb below, QRgb above, int alpha)
{
    const auto mix = [alpha](int from, int to) { return from + (to - from) * alpha / 255; };
    return qRgb(mix(qRed(below), qRed(above)),
                mix(qGreen(below), qGreen(above)),
                mix(qBlue(below), qBlue(above)));
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
    void paintDensityRow(QRgb *pixels, size_t from, size_t to, bool onlyFailures);
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
    const int strength = gap.isMerged ? 110 + 145 * gap.level / 255 : 255;
    const bool isTooNarrowForLines = to - from < 3 * thickness;
    for (int x = from; x < to; ++x) {
        const int rising = (x + y) % m_period;
        const int falling = (x + m_period - y) % m_period;
        const bool isLine = rising < thickness || (isUnknown && falling < thickness);
        const bool isEdge = rising == thickness || rising == m_period - 1;
        QRgb color = ground;
        if (isLine)
            color = lineColor;
        else if (isEdge && !isUnknown)
            color = blended(ground, lineColor, 70);
        // A sliver without room for lines is drawn in their colour, or it could not be seen.
        if (isTooNarrowForLines)
            color = blended(ground, lineColor, 170);
        pixels[x] = blended(pixels[x], color, strength);
    }
}

size_t Backdrop::paintSpans(quint32 lane, size_t span)
{
    // Steps of one node may wait at the same time: where spans overlap the one of the highest rank is seen, and the
    // tint stays a tint.
    constexpr quint8 kNone = 255;
    m_spanRanks.assign(size_t(m_width), kNone);
    bool isEmpty = true;
    for (; span < m_scene.spans.size() && m_scene.spans[span].lane == lane; ++span) {
        const TimelineSpan &at = m_scene.spans[span];
        const quint8 rank = rankOf(at.category);
        const int to = clampedColumn(at.x + at.width);
        for (int x = clampedColumn(at.x); x < to; ++x) {
            quint8 &drawn = m_spanRanks[size_t(x)];
            drawn = drawn == kNone ? rank : std::max(drawn, rank);
        }
        isEmpty = false;
    }
    if (isEmpty)
        return span;
    std::array<QColor, kEventCategoryCount> colors;
    for (int rank = 0; rank < kEventCategoryCount; ++rank)
        colors[size_t(rank)] = m_palette.span(categoryOfRank(quint8(rank)));
    const Rows rows = rowsAround(lane, kHalfSpan);
    for (int y = rows.from; y < rows.to; ++y) {
        QRgb *pixels = line(y);
        for (int x = 0; x < m_width; ++x) {
            const quint8 rank = m_spanRanks[size_t(x)];
            if (rank != kNone)
                pixels[x] = blended(pixels[x], colors[rank].rgb(), colors[rank].alpha());
        }
    }
    return span;
}

void Backdrop::paintDensityRow(QRgb *pixels, size_t from, size_t to, bool onlyFailures)
{
    // Wider than the pixel column where there is room: a seq of several pixels is a bar, not a hair.
    const double room = m_scene.scale.pixelsPerSeq() * m_ratio * 0.6;
    const int width = std::clamp(int(room), 1, devicePixel(5));
    const int failureWidth = std::max(width, devicePixel(2));
    for (const bool isFailurePass : {false, true}) {
        if (onlyFailures && !isFailurePass)
            continue;
        const int bar = isFailurePass ? failureWidth : width;
        for (size_t i = from; i < to; ++i) {
            const DensityColumn &at = m_scene.density[i];
            if (isFailure(at.top) != isFailurePass)
                continue;
            const int begin = std::clamp(at.column - (bar - 1) / 2, 0, m_width);
            const int end = std::clamp(at.column - (bar - 1) / 2 + bar, 0, m_width);
            // Faded towards the lane, not blended with what lies below: the hue must stay the category's.
            const int alpha = isFailurePass ? 255 : 120 + 135 * at.level / 255;
            const QRgb color = blended(m_palette.lane.rgb(), m_markColors[size_t(at.top)], alpha);
            std::fill(pixels + begin, pixels + end, color);
        }
    }
}

size_t Backdrop::paintDensity(quint32 lane, size_t density)
{
    const size_t from = density;
    while (density < m_scene.density.size() && m_scene.density[density].lane == lane)
        ++density;
    if (from == density)
        return density;
    // Failures stand out by height as well as by colour.
    const Rows all = rowsAround(lane, kHalfDensity);
    const Rows failures = rowsAround(lane, m_lanes.laneHeight / 2.0 - 3);
    for (int y = failures.from; y < failures.to; ++y)
        paintDensityRow(line(y), from, density, y < all.from || y >= all.to);
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
