// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/timelinescene.h"
#include "ui/timeline/timelinepalette.h"

#include <QHash>
#include <QPixmap>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace Gapline {

/// Draws an event's shape and glyph around `centre`. `radius` is that of a disc; other shapes are made to look as
/// heavy. Below 5 pixels the glyph is left out.
void paintMark(QPainter &painter,
               QPointF centre,
               double radius,
               EventCategory category,
               const TimelinePalette &palette);

/// The marks of one palette and pixel ratio, drawn once each. UI thread.
class MarkPixmaps
{
public:
    [[nodiscard]] const QPixmap &pixmap(EventCategory category,
                                        MarkSize size,
                                        const TimelinePalette &palette,
                                        double devicePixelRatio);
    /// A full one on a disc of the lane's colour, for places where the lane is covered.
    [[nodiscard]] const QPixmap &
    onDisc(EventCategory category, const TimelinePalette &palette, double devicePixelRatio);

private:
    void prepareFor(const TimelinePalette &palette, double devicePixelRatio);

    bool m_isDark = false;
    double m_devicePixelRatio = 0;
    QHash<int, QPixmap> m_pixmaps;
    QHash<int, QPixmap> m_onDiscs;
};

} // namespace Gapline
