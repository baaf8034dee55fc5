// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/visibleseqs.h"

namespace Gapline {

VisibleSeqs
visibleAfterGrowth(VisibleSeqs visible, VisibleSeqs before, VisibleSeqs whole, EndChoice choice)
{
    if (choice == EndChoice::KeepPlace)
        return visible;
    if (visible == before)
        return whole;
    // Zooming and scrolling leave rounding errors behind.
    constexpr double kRounding = 1e-6;
    const bool showsEnd = visible.to >= before.to - kRounding;
    if (choice == EndChoice::AlwaysFollow || showsEnd)
        return {whole.to - visible.width(), whole.to};
    return visible;
}

} // namespace Gapline
