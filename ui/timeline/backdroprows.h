// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/timelinescene.h"
#include "ui/timeline/devicerows.h"
#include "ui/timeline/lanegeometry.h"

#include <QRgb>

#include <array>
#include <optional>
#include <vector>

namespace Gapline {

/// Rows [from, to) of a backdrop: of one lane, or of the ground alone.
struct BackdropBand
{
    struct Lane
    {
        quint32 lane = 0;
        int separator = 0; ///< Its last row, which may lie outside the band.
    };
    int from = 0;
    int to = 0;
    std::optional<Lane> lane;
};

/// What all rows of one backdrop have in common. Made before the first of them, and only read from then on.
struct BackdropLook
{
    /// Of each channel of a pixel: what stays of it, of 256, and what comes to it, 256 times.
    struct SpanTint
    {
        std::array<quint16, sizeof(QRgb)> shares{};
        std::array<quint16, sizeof(QRgb)> tints{};
    };
    static constexpr size_t kLevels = 256;

    [[nodiscard]] const QRgb *groundRow(int y) const
    {
        return ground.data() + size_t(y % period) * size_t(width);
    }
    [[nodiscard]] int devicePixel(double logical) const;

    const TimelineScene &scene;
    const LaneGeometry &lanes;
    int width; ///< In device pixels.
    int period; ///< After so many rows the ground is the same again.
    QRgb separator;
    const std::vector<QRgb> &ground; ///< A period of rows without lanes.
    const std::vector<QRgb> &densityColors; ///< By category and level.
    std::array<SpanTint, kEventCategoryCount + 1> spanTints{}; ///< By rank, after "no span".
};

/// What one thread paints rows with; kept from picture to picture so that it need not be had anew. Holds nothing that
/// a next picture is made of.
struct BackdropMemory
{
    /// Rows that hold the same, one for each phase of the hatch.
    struct RowsAlike
    {
        std::vector<QRgb> pixels;
        std::vector<bool> isMade;
    };
    std::array<RowsAlike, 16> rows; ///< Of one lane at a time, by what they hold.
    // By column; 0 where there is none.
    std::vector<QRgb> failures;
    std::vector<QRgb> density; ///< With the failures on top.
    std::vector<quint8> spanRanks;
    std::vector<quint16> spanShares; ///< By channel of each column.
    std::vector<quint16> spanTints;
};

/// Paints bands of a backdrop, one after the other. Any thread: it reads the look, and writes the rows of its bands and
/// its own memory. Two of them may run at once with different bands and memories; what a band looks like depends on
/// neither.
class BackdropRows
{
public:
    /// All must outlive it.
    BackdropRows(const BackdropLook &look, const DeviceRows &device, BackdropMemory &memory)
        : m_look(look)
        , m_device(device)
        , m_memory(memory)
    { }

    void paint(const BackdropBand &band);

private:
    /// What lies over the ground in a row of a lane. Rows that hold the same look the same, one period later.
    struct RowContent;

    [[nodiscard]] int clampedColumn(double logical) const;
    void makeSpans(quint32 lane);
    void makeDensity(quint32 lane);
    void paintLane(const BackdropBand &band, BackdropBand::Lane at);
    [[nodiscard]] const QRgb *laneRow(int y, RowContent content);
    void makeRow(QRgb *pixels, int y, RowContent content);

    const BackdropLook &m_look;
    const DeviceRows &m_device;
    BackdropMemory &m_memory;
    // Of the lane being painted:
    bool m_hasSpans = false;
    bool m_hasDensity = false;
    bool m_hasFailures = false;
    bool m_isDensityOpaque = false;
    bool m_areFailuresOpaque = false;
};

} // namespace Gapline
