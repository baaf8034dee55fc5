// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/timelinescene.h"
#include "ui/timeline/timelinepalette.h"

#include <QFont>
#include <QHash>
#include <QPixmap>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace Gapline {

/// The number on a gap as people read it: grouped digits, "Σ" before sums, "?" before unknown ones.
[[nodiscard]] QString gapLabelText(const GapLabel &label);

/// Paints the numbers on gaps. Pills and characters are drawn once each and put together, as every zoom has other
/// numbers: laying out a text anew takes ten times as long. UI thread.
class GapLabelPainter
{
public:
    void paint(QPainter &painter, const TimelineScene &scene, const TimelinePalette &palette);
    /// Of a label, where the window's text has this font.
    [[nodiscard]] static int heightOf(const QFont &window);

private:
    struct Character
    {
        QPixmap pixmap;
        double advance = 0;
    };

    void prepareFor(const QFont &font, double devicePixelRatio, const TimelinePalette &palette);
    [[nodiscard]] const Character &character(char32_t code, const TimelinePalette &palette);
    [[nodiscard]] const QPixmap &pill(int width, bool isUnknown, const TimelinePalette &palette);

    QFont m_font;
    int m_height = 0; ///< Of a label, with its border.
    double m_devicePixelRatio = 0;
    bool m_isDark = false;
    QHash<char32_t, Character> m_characters;
    QHash<int, QPixmap> m_pills; ///< By width; those of unknown gaps by the negative.
};

} // namespace Gapline
