// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/backdroprows.h"

#include "ui/timeline/pixelrows.h"

#include <algorithm>
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

/// Whether nothing of what lies below is seen.
bool isOpaque(const std::vector<QRgb> &columns)
{
    return std::find(columns.begin(), columns.end(), 0) == columns.end();
}

} // namespace

struct BackdropRows::RowContent
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

int BackdropLook::devicePixel(double logical) const
{
    return int(std::lround(logical * scene.devicePixelRatio));
}

int BackdropRows::clampedColumn(double logical) const
{
    return std::clamp(m_look.devicePixel(logical), 0, m_look.width);
}

void BackdropRows::paint(const BackdropBand &band)
{
    if (band.lane) {
        makeDensity(band.lane->lane);
        makeSpans(band.lane->lane);
        paintLane(band, *band.lane);
        return;
    }
    for (int y = band.from; y < band.to; ++y)
        m_device.write(y, m_look.groundRow(y));
}

void BackdropRows::makeSpans(quint32 lane)
{
    const auto spans = std::ranges::equal_range(m_look.scene.spans, lane, {}, &TimelineSpan::lane);
    m_hasSpans = !spans.empty();
    if (!m_hasSpans)
        return;
    // Steps of one node may wait at the same time: where spans overlap the one of the highest rank is seen, and the
    // tint stays a tint. 0 is no span.
    const auto width = size_t(m_look.width);
    std::vector<quint8> &ranks = m_memory.spanRanks;
    ranks.assign(width, 0);
    for (const TimelineSpan &span : spans) {
        const auto rank = quint8(rankOf(span.category) + 1);
        const int to = clampedColumn(span.x + span.width);
        for (int x = clampedColumn(span.x); x < to; ++x)
            ranks[size_t(x)] = std::max(ranks[size_t(x)], rank);
    }
    std::vector<quint16> &shares = m_memory.spanShares;
    std::vector<quint16> &tints = m_memory.spanTints;
    shares.resize(width * sizeof(QRgb));
    tints.resize(shares.size());
    for (size_t x = 0; x < width; ++x) {
        const BackdropLook::SpanTint &tint = m_look.spanTints[ranks[x]];
        std::copy(tint.shares.begin(), tint.shares.end(), shares.begin() + qsizetype(4 * x));
        std::copy(tint.tints.begin(), tint.tints.end(), tints.begin() + qsizetype(4 * x));
    }
}

void BackdropRows::makeDensity(quint32 lane)
{
    m_hasFailures = false;
    const TimelineScene &scene = m_look.scene;
    const auto columns = std::ranges::equal_range(scene.density, lane, {}, &DensityColumn::lane);
    m_hasDensity = !columns.empty();
    if (!m_hasDensity)
        return;
    // Wider than the pixel column where there is room: a seq of several pixels is a bar, not a hair.
    const double perSeq = scene.barWidth > 0 ? scene.barWidth / 0.6 : scene.scale.pixelsPerSeq();
    const double room = perSeq * scene.devicePixelRatio * 0.6;
    const int width = std::clamp(int(room), 1, m_look.devicePixel(5));
    const int failureWidth = std::max(width, m_look.devicePixel(2));
    m_memory.density.assign(size_t(m_look.width), 0);
    m_memory.failures.assign(size_t(m_look.width), 0);
    QRgb *const density = m_memory.density.data();
    QRgb *const failures = m_memory.failures.data();
    const QRgb *const colors = m_look.densityColors.data();
    for (const DensityColumn &at : columns) {
        const bool isFailed = isFailure(at.top);
        m_hasFailures |= isFailed;
        const int wide = isFailed ? failureWidth : width;
        const int left = at.column - (wide - 1) / 2;
        const int to = std::min(left + wide, m_look.width);
        const QRgb color = colors[size_t(at.top) * BackdropLook::kLevels + at.level];
        QRgb *pixels = isFailed ? failures : density;
        for (int x = std::max(left, 0); x < to; ++x)
            pixels[x] = color;
    }
    // They come last: nothing may hide them.
    if (m_hasFailures)
        coverPixels(density, m_memory.failures);
    m_isDensityOpaque = isOpaque(m_memory.density);
    m_areFailuresOpaque = m_hasFailures && isOpaque(m_memory.failures);
}

void BackdropRows::paintLane(const BackdropBand &band, BackdropBand::Lane at)
{
    const auto around = [&](bool isThere, double half) {
        const int middle = m_look.devicePixel(m_look.lanes.middleOf(at.lane));
        const int reach = std::max(1, m_look.devicePixel(half));
        return isThere ? Rows{middle - reach, middle + reach} : Rows{};
    };
    const Rows spans = around(m_hasSpans, kHalfSpan);
    const Rows density = around(m_hasDensity, kHalfDensity);
    // Failures stand out by height as well as by colour.
    const Rows failures = around(m_hasFailures, m_look.lanes.laneHeight / 2.0 - 3);
    for (BackdropMemory::RowsAlike &alike : m_memory.rows)
        alike.isMade.assign(size_t(m_look.period), false);
    for (int y = band.from; y < band.to; ++y) {
        const RowContent content{
            spans.contains(y), density.contains(y), failures.contains(y), y == at.separator};
        m_device.write(y, laneRow(y, content));
    }
}

/// Made where it is the first with its content and phase; the others of the lane are the same.
const QRgb *BackdropRows::laneRow(int y, RowContent content)
{
    if (content.key() == 0)
        return m_look.groundRow(y);
    if (!content.isSeparator && content.hasDensity && m_isDensityOpaque)
        return m_memory.density.data();
    if (!content.isSeparator && content.hasFailures && m_areFailuresOpaque)
        return m_memory.failures.data();
    BackdropMemory::RowsAlike &alike = m_memory.rows[content.key()];
    alike.pixels.resize(size_t(m_look.width) * size_t(m_look.period));
    const auto phase = size_t(y % m_look.period);
    QRgb *pixels = alike.pixels.data() + phase * size_t(m_look.width);
    if (!alike.isMade[phase])
        makeRow(pixels, y, content);
    alike.isMade[phase] = true;
    return pixels;
}

void BackdropRows::makeRow(QRgb *pixels, int y, RowContent content)
{
    // Failures are part of the density, but higher.
    const std::vector<QRgb> &columns = content.hasDensity ? m_memory.density : m_memory.failures;
    const bool hasColumns = content.hasDensity || content.hasFailures;
    const QRgb *ground = m_look.groundRow(y);
    if (content.hasSpans) {
        copyTinted(pixels, ground, m_memory.spanShares, m_memory.spanTints);
        if (hasColumns)
            coverPixels(pixels, columns);
    } else if (hasColumns) {
        copyCovered(pixels, ground, columns);
    } else {
        std::memcpy(pixels, ground, size_t(m_look.width) * sizeof(QRgb));
    }
    if (content.isSeparator) {
        for (int x = 0; x < m_look.width; ++x)
            pixels[x] = blended(pixels[x], m_look.separator, 200);
    }
}

} // namespace Gapline
