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
{
    const std::array grounds{palette.gap.rgb(), palette.unknown.rgb()};
    const std::array lines{palette.gapHatch.rgb(), palette.unknownHatch.rgb()};
    const auto column = [devicePixelRatio, width](double logical) {
        return std::clamp(int(std::lround(logical * devicePixelRatio)), 0, width);
    };
    m_stripes.reserve(gaps.size());
    for (const GapColumn &gap : gaps) {
        Stripe stripe;
        stripe.from = column(gap.x);
        // Two gaps with one event between them keep a pixel of lane between them; none is narrower than a pixel.
        stripe.to = std::min(std::max(column(gap.x + gap.width), stripe.from + m_thickness), width);
        stripe.isUnknown = gap.kind == GapKind::Unknown;
        stripe.strength = gap.isMerged ? 110 + 146U * gap.level / 255 : 256;
        stripe.ground = grounds[stripe.isUnknown ? 1 : 0];
        stripe.line = lines[stripe.isUnknown ? 1 : 0];
        stripe.edge = stripe.isUnknown ? stripe.ground : blended(stripe.ground, stripe.line, 70);
        m_stripes.push_back(stripe);
    }
}

void GapHatch::paint(QRgb *pixels, int y) const
{
    for (const Stripe &stripe : m_stripes)
        paintStripe(pixels, y % m_period, stripe);
}

void GapHatch::paintStripe(QRgb *pixels, int y, const Stripe &stripe) const
{
    if (stripe.to - stripe.from < 3 * m_thickness) {
        // A sliver without room for lines is drawn nearly in their colour, or it could not be seen.
        const QRgb color = blended(stripe.ground, stripe.line, 170);
        for (int x = stripe.from; x < stripe.to; ++x)
            pixels[x] = blended(pixels[x], color, stripe.strength);
        return;
    }
    int rising = (stripe.from + y) % m_period;
    int falling = (stripe.from + m_period - y) % m_period;
    for (int x = stripe.from; x < stripe.to; ++x) {
        const bool isLine = rising < m_thickness || (stripe.isUnknown && falling < m_thickness);
        const bool isEdge = rising == m_thickness || rising == m_period - 1;
        const QRgb color = isLine ? stripe.line : isEdge ? stripe.edge : stripe.ground;
        pixels[x] = blended(pixels[x], color, stripe.strength);
        rising = rising + 1 == m_period ? 0 : rising + 1;
        falling = falling + 1 == m_period ? 0 : falling + 1;
    }
}

} // namespace Gapline
