// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/report/picturelegend.h"
#include "ui/timeline/lanegeometry.h"
#include "ui/timeline/timelinepainter.h"

class QPainter;

namespace Gapline {

/// Which lanes stand on a page, and what its foot says of it.
struct PicturePage
{
    quint32 firstLane = 0;
    quint32 laneCount = 0;
    QString note; ///< "page 1 of 2"; may be empty.
};

/// Composes a picture: title, ruler, lanes with their names, the receiver's lane, legend, and what the numbers cover.
/// Always light, whatever the window's theme. Measures in logical pixels, onto any paint device; the same picture gives
/// the same drawing. Any thread.
class PicturePainter
{
public:
    /// `picture` must outlive it. `ratio`: device pixels of density for each pixel of `width`.
    PicturePainter(const TimelinePicture &picture, double width, double ratio, const QFont &font);

    [[nodiscard]] double width() const { return m_width; }
    [[nodiscard]] quint32 laneCount() const { return m_picture.index->lanes().count(); }
    [[nodiscard]] double heightOf(quint32 lanes) const;
    /// At least one.
    [[nodiscard]] quint32 lanesWithin(double height) const;
    void paint(QPainter &painter, const PicturePage &page) const;

private:
    [[nodiscard]] QFont sized(int pixels, bool isBold = false) const;
    [[nodiscard]] double textHeight(const QString &text, const QFont &font) const;
    [[nodiscard]] double titleHeight() const;
    [[nodiscard]] double receiverHeight() const;
    [[nodiscard]] double coverageHeight() const;
    [[nodiscard]] double lanesTop() const;
    [[nodiscard]] TimelineScene sceneOf(const PicturePage &page) const;
    [[nodiscard]] std::vector<TimelineOverlay::Turn> turnsOf(const TimelineScene &scene) const;
    void paintTitle(QPainter &painter) const;
    void paintLanes(QPainter &painter, const PicturePage &page, const LaneGeometry &lanes) const;
    void paintNames(QPainter &painter, const PicturePage &page, const LaneGeometry &lanes) const;
    void paintFoot(QPainter &painter, double top, const QString &note) const;

    const TimelinePicture &m_picture;
    double m_width;
    double m_ratio;
    QFont m_font;
    TimelinePalette m_palette;
    double m_namesWidth;
    TimelineScale m_scale; ///< Of what is right of the names.
    PictureLegend m_legend;
};

} // namespace Gapline
