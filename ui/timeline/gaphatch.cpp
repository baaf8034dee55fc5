// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/gaphatch.h"

#include "ui/timeline/pixelrows.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace Gapline {
namespace {

/// Between two lines, logical pixels.
constexpr double kPeriod = 7;
// Positions among the rows.
constexpr size_t kUnknown = 1;
constexpr size_t kSlivers = 2;
constexpr int kFewPixels = 3;

} // namespace

int GapHatch::periodFor(double devicePixelRatio)
{
    return std::max(4, int(std::lround(kPeriod * devicePixelRatio)));
}

GapHatch::GapHatch(const std::vector<GapColumn> &gaps,
                   const TimelinePalette &palette,
                   double devicePixelRatio,
                   int width)
    : m_period(periodFor(devicePixelRatio))
    , m_thickness(std::max(1, int(std::lround(devicePixelRatio))))
    , m_width(width)
{
    const std::array grounds{palette.gap.rgb(), palette.unknown.rgb()};
    const std::array lines{palette.gapHatch.rgb(), palette.unknownHatch.rgb()};
    for (size_t kind = 0; kind < grounds.size(); ++kind) {
        const QRgb ground = grounds[kind];
        const bool isUnknown = kind == kUnknown;
        const QRgb edge = isUnknown ? ground : blended(ground, lines[kind], 70);
        m_rows[kind] = {ground, lines[kind], edge, isUnknown, false, false, {}};
        // A sliver without room for lines is drawn nearly in their colour, or it could not be seen.
        const QRgb sliver = blended(ground, lines[kind], 170);
        m_rows[kSlivers + kind] = {sliver, sliver, sliver, false, true, false, {}};
    }
    const auto column = [devicePixelRatio, width](double logical) {
        return std::clamp(int(std::lround(logical * devicePixelRatio)), 0, width);
    };
    m_stripes.reserve(gaps.size());
    for (const GapColumn &gap : gaps) {
        Stripe stripe;
        stripe.from = column(gap.x);
        // Two gaps with one event between them keep a pixel of lane between them; none is narrower than a pixel.
        stripe.to = std::min(std::max(column(gap.x + gap.width), stripe.from + m_thickness), width);
        stripe.strength = gap.isMerged ? 110 + 146U * gap.level / 255 : 256;
        stripe.row = gap.kind == GapKind::Unknown ? kUnknown : 0;
        if (stripe.to - stripe.from < 3 * m_thickness)
            stripe.row += kSlivers;
        m_rows[stripe.row].isSeen = true;
        m_stripes.push_back(stripe);
    }
}

void GapHatch::paint(QRgb *pixels, int y)
{
    for (Row &row : m_rows) {
        if (row.isSeen && (!row.isPlain || row.pixels.empty()))
            fillRow(row, y % m_period);
    }
    for (const Stripe &stripe : m_stripes) {
        const QRgb *above = m_rows[stripe.row].pixels.data() + stripe.from;
        // Of slivers there are thousands: a call for each costs more than its pixels do.
        if (stripe.to - stripe.from <= kFewPixels) {
            for (int x = stripe.from; x < stripe.to; ++x, ++above)
                pixels[x] = blended(pixels[x], *above, stripe.strength);
        } else if (stripe.strength == 256) {
            std::copy(above, above + (stripe.to - stripe.from), pixels + stripe.from);
        } else {
            blendPixels(pixels + stripe.from, above, stripe.to - stripe.from, stripe.strength);
        }
    }
}

/// One period, pixel by pixel, and then what there is again and again.
void GapHatch::fillRow(Row &row, int y) const
{
    row.pixels.resize(size_t(m_width));
    const int period = std::min(m_period, m_width);
    for (int x = 0; x < period; ++x) {
        const int rising = (x + y) % m_period;
        const int falling = (x + m_period - y) % m_period;
        const bool isLine = rising < m_thickness || (row.isCrossed && falling < m_thickness);
        const bool isEdge = rising == m_thickness || rising == m_period - 1;
        row.pixels[size_t(x)] = isLine ? row.line : isEdge ? row.edge : row.ground;
    }
    for (int done = period; done < m_width;) {
        const int more = std::min(done, m_width - done);
        std::copy_n(row.pixels.begin(), more, row.pixels.begin() + done);
        done += more;
    }
}

} // namespace Gapline
