// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/report/timelinepicture.h"
#include "ui/timeline/timelinepalette.h"

#include <QFont>

class QFontMetricsF;
class QPainter;

namespace Gapline {

/// Seq numbers or moments above the lanes of a picture, as the window's ruler writes them.
class PictureRuler
{
public:
    /// `picture` must outlive it.
    PictureRuler(const TimelinePicture &picture,
                 const TimelineScale &scale,
                 const TimelinePalette &palette,
                 const QFont &font)
        : m_picture(picture)
        , m_scale(scale)
        , m_palette(palette)
        , m_font(font)
    { }

    /// Width that the widest number takes.
    [[nodiscard]] static double labelWidth(const TimelinePicture &picture,
                                           const QFontMetricsF &metrics);
    /// What the ruler counts: "Seq", or the day at its left edge and the zone.
    [[nodiscard]] static QString corner(const TimelinePicture &picture);
    void paint(QPainter &painter, double height) const;

private:
    void paintSeqs(QPainter &painter, double height) const;
    void paintTimes(QPainter &painter, double height) const;

    const TimelinePicture &m_picture;
    TimelineScale m_scale;
    TimelinePalette m_palette;
    QFont m_font;
};

} // namespace Gapline
