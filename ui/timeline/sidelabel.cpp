// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/sidelabel.h"

#include "ui/timeline/timelinepalette.h"

#include <QPainter>

namespace Gapline {

SideLabel::SideLabel(const QString &text, QWidget *parent)
    : QLabel(text, parent)
{
    setTextFormat(Qt::PlainText);
    setContentsMargins(12, 0, 4, 0);
}

void SideLabel::paintEvent(QPaintEvent *)
{
    const TimelinePalette colors = timelinePalette(isDark(palette()));
    QPainter painter(this);
    painter.fillRect(rect(), colors.lanePadding);
    painter.setPen(colors.labelText);
    const QRect box = contentsRect();
    painter.drawText(box,
                     int(alignment()) | Qt::TextSingleLine,
                     fontMetrics().elidedText(text(), Qt::ElideRight, box.width()));
}

} // namespace Gapline
