// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/report/timelinepicture.h"
#include "ui/timeline/timelinepalette.h"

#include <QFont>

#include <functional>
#include <vector>

class QPainter;

namespace Gapline {

/// What the shapes and hatches of a picture stand for; only those that occur. Unlike the window's it takes as many lines
/// as it needs.
class PictureLegend
{
public:
    PictureLegend(const TimelinePicture &picture,
                  const TimelinePalette &palette,
                  const QFont &font,
                  double width);

    [[nodiscard]] double height() const;
    void paint(QPainter &painter, double top) const;

private:
    struct Entry
    {
        QString text;
        double symbolWidth = 0;
        std::function<void(QPainter &, const QRectF &)> paintSymbol;
        double x = 0;
        int line = 0;
    };
    void addEvents(const EventStream &stream);
    void addGaps();
    void addReceiver(const StreamDeliveries &deliveries);
    void add(const QString &text,
             double symbolWidth,
             std::function<void(QPainter &, const QRectF &)> paintSymbol);
    void breakLine();

    TimelinePalette m_palette;
    QFont m_font;
    double m_width;
    double m_x = 0;
    int m_line = 0;
    std::vector<Entry> m_entries;
};

} // namespace Gapline
