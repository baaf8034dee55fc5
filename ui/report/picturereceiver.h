// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/report/timelinepicture.h"
#include "ui/timeline/timelinepalette.h"

#include <QFont>

class QPainter;

namespace Gapline {

/// What the receiver's log says of each event, below the lanes of a picture, as the window's receiver lane shows it.
class PictureReceiver
{
public:
    /// `picture` must outlive it and hold deliveries.
    PictureReceiver(const TimelinePicture &picture,
                    const TimelineScale &scale,
                    const TimelinePalette &palette,
                    const QFont &font);

    [[nodiscard]] static double heightOf(const StreamDeliveries &deliveries);
    [[nodiscard]] static QString name();
    /// The ground of outages, across the lanes.
    void paintBands(QPainter &painter, double top, double bottom) const;
    void paint(QPainter &painter) const;

private:
    [[nodiscard]] bool hasRoomForMarks() const;
    void paintMarks(QPainter &painter) const;
    void paintDensity(QPainter &painter) const;
    void paintOutageNames(QPainter &painter) const;

    const TimelinePicture &m_picture;
    TimelineScale m_scale;
    TimelinePalette m_palette;
    QFont m_font;
};

} // namespace Gapline
