// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QFontInfo>

#include <algorithm>
#include <cmath>

namespace Gapline {

/// The font of a small text beside marks: so many pixels high where the window's text has its usual 13, and larger or
/// smaller with it.
[[nodiscard]] inline QFont timelineFont(const QFont &window, int pixels)
{
    constexpr double kUsual = 13;
    QFont font = window;
    const double share = QFontInfo(window).pixelSize() / kUsual;
    font.setPixelSize(std::max(6, int(std::lround(pixels * share))));
    return font;
}

} // namespace Gapline
