// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinebackdrop.h"

#include "core/stream/beside.h"
#include "core/timeline/timelinelayout.h"
#include "ui/timeline/devicerows.h"
#include "ui/timeline/gaphatch.h"
#include "ui/timeline/pixelrows.h"

#include <QPainter>

#include <algorithm>
#include <atomic>
#include <cstring>

namespace Gapline {
namespace {

/// From so many pixels on a second thread saves more than it costs to wake it.
constexpr qint64 kWorthSharing = 1'000'000;
/// Rows of the ground in one band: few, since they come last and one thread may have to wait for the other's.
constexpr int kGroundBand = 16;

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
        , m_palette(palette)
        , m_height(size.height())
        , m_look{scene,
                 lanes,
                 size.width(),
                 GapHatch::periodFor(scene.devicePixelRatio),
                 palette.separator.rgb(),
                 memory.m_ground,
                 memory.m_densityColors}
    {
        prepareDensityColors();
        prepareSpanTints();
    }

    void run()
    {
        makeGround();
        const int header = std::min(m_look.devicePixel(m_look.lanes.header), m_height);
        findBands(header);
        // Whoever is free takes the next band, so that neither waits longer for the other than one of them takes.
        std::atomic<size_t> next = 0;
        const auto paintBands = [&](BackdropMemory &memory) {
            BackdropRows rows(m_look, m_device, memory);
            for (size_t i = next++; i < m_bands.size(); i = next++)
                rows.paint(m_bands[i]);
        };
        const auto paintHere = [&] {
            paintHeader(header);
            paintBands(m_memory.m_here);
        };
        if (qint64(m_look.width) * m_height >= kWorthSharing)
            runBeside([&] { paintBands(m_memory.m_beside); }, paintHere);
        else
            paintHere();
        m_device.finish();
    }

private:
    void makeGround();
    void paintHeader(int height);
    void findBands(int header);
    void prepareDensityColors();
    void prepareSpanTints();

    TimelineBackdrop &m_memory;
    DeviceRows m_device;
    const TimelinePalette &m_palette;
    int m_height;
    BackdropLook m_look;
    std::vector<BackdropBand>
        m_bands; ///< All rows below the band of the counts, each in one of them.
};

void BackdropPainting::makeGround()
{
    std::vector<QRgb> &ground = m_memory.m_ground;
    ground.resize(size_t(m_look.width) * size_t(m_look.period));
    std::ranges::fill(ground, m_palette.lane.rgb());
    GapHatch gaps(m_look.scene.gaps, m_palette, m_look.scene.devicePixelRatio, m_look.width);
    for (int y = 0; y < m_look.period; ++y)
        gaps.paint(ground.data() + size_t(y) * size_t(m_look.width), y);
}

/// On a time axis gaps are bands beside their counts, and the lanes stay free of them.
void BackdropPainting::paintHeader(int height)
{
    const TimelineScene &scene = m_look.scene;
    if (scene.bands.empty()) {
        for (int y = 0; y < height; ++y)
            m_device.write(y, m_look.groundRow(y));
        return;
    }
    GapHatch bands(scene.bands, m_palette, scene.devicePixelRatio, m_look.width);
    std::vector<QRgb> row(static_cast<size_t>(m_look.width));
    for (int y = 0; y < height; ++y) {
        std::copy_n(m_look.groundRow(y), m_look.width, row.begin());
        bands.paint(row.data(), y);
        m_device.write(y, row.data());
    }
}

void BackdropPainting::findBands(int header)
{
    int found = header;
    for (quint32 i = 0; i < m_look.scene.laneCount; ++i) {
        const quint32 lane = m_look.scene.firstLane + i;
        const int end = m_look.devicePixel(m_look.lanes.topOf(lane) + m_look.lanes.laneHeight);
        // Lanes that are scrolled up end below the band of the counts.
        const int to = std::clamp(end, found, m_height);
        if (found < to)
            m_bands.push_back({found, to, BackdropBand::Lane{lane, end - 1}});
        found = to;
    }
    for (; found < m_height; found += kGroundBand)
        m_bands.push_back({found, std::min(found + kGroundBand, m_height), std::nullopt});
}

void BackdropPainting::prepareSpanTints()
{
    m_look.spanTints[0].shares.fill(256);
    for (int rank = 0; rank < kEventCategoryCount; ++rank) {
        const QColor color = m_palette.span(categoryOfRank(quint8(rank)));
        const QRgb rgb = color.rgb();
        std::array<quint8, sizeof(QRgb)> channels{};
        std::memcpy(channels.data(), &rgb, sizeof(rgb));
        BackdropLook::SpanTint &tint = m_look.spanTints[size_t(rank) + 1];
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
        for (quint32 level = 0; level < BackdropLook::kLevels; ++level) {
            const quint32 alpha = isFailure(EventCategory(i)) ? 256 : 120 + ((137U * level) >> 8);
            m_memory.m_densityColors.push_back(blended(ground, mark, alpha));
        }
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
