// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/eventtype.h"

#include <QColor>
#include <QPalette>

namespace Gapline {

/// Role → colour of the timeline, for a light and a dark window. The marks are Okabe-Ito hues, which colour-blind
/// readers tell apart, darkened or lightened until each has at least 3:1 against lane and gap.
struct TimelinePalette
{
    bool isDark = false;
    QColor lane; ///< Background.
    QColor lanePadding; ///< Behind labels, ruler and strip.
    QColor separator;
    QColor text;
    QColor fadedText; ///< Internal seqs on the ruler.
    QColor gap;
    QColor gapHatch;
    QColor unknown;
    QColor unknownHatch;
    QColor label; ///< Of the counts on gaps.
    QColor labelBorder;
    QColor labelText;
    QColor selection;
    QColor glyph; ///< On filled marks.

    [[nodiscard]] QColor mark(EventCategory category) const;
    /// A span's, to be blended over gaps.
    [[nodiscard]] QColor span(EventCategory category) const;
};

[[nodiscard]] TimelinePalette timelinePalette(bool isDark);
/// By the lightness of the window colour.
[[nodiscard]] bool isDark(const QPalette &palette);

} // namespace Gapline
