// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/pictureruler.h"

#include "core/timeline/timeticks.h"
#include "ui/timeline/breakpainter.h"
#include "ui/timeline/timelinewidget.h"

#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace Gapline {

double PictureRuler::labelWidth(const TimelinePicture &picture, const QFontMetricsF &metrics)
{
    const QString widest = QLocale().toString(qlonglong(picture.range.to));
    return std::max(metrics.horizontalAdvance(widest),
                    metrics.horizontalAdvance(QStringLiteral("00")));
}

QString PictureRuler::corner(const TimelinePicture &picture)
{
    if (!picture.times || picture.times->axis().isEmpty())
        return TimelineWidget::tr("Seq");
    const TimeAxis &axis = picture.times->axis();
    const QString date =
        dateText(std::max(qint64(axis.timeAt(picture.range.from)), axis.firstTime()), picture.zone);
    return picture.zone == TimeZoneChoice::Utc ? TimelineWidget::tr("%1 UTC").arg(date) : date;
}

void PictureRuler::paint(QPainter &painter, double height) const
{
    painter.fillRect(QRectF(0, 0, m_scale.width(), height), m_palette.lanePadding);
    if (m_picture.times)
        paintTimes(painter, height);
    else
        paintSeqs(painter, height);
}

void PictureRuler::paintSeqs(QPainter &painter, double height) const
{
    const EventStream &stream = m_picture.index->stream();
    painter.setFont(m_font);
    const QFontMetricsF metrics(m_font);
    const double widest = labelWidth(m_picture, metrics);
    const bool labelsEach = tickStep(m_scale, widest) == 1;
    const QLocale locale;
    for (const AxisTick &tick : axisTicks(m_scale, widest)) {
        const QString text = locale.toString(qlonglong(tick.seq.value));
        const double wide = metrics.horizontalAdvance(text) + 4;
        if (tick.x - wide / 2 < -3 || tick.x + wide / 2 > m_scale.width() + 3)
            continue;
        const bool isFaded = labelsEach && !stream.indexOf(tick.seq);
        painter.setPen(isFaded ? m_palette.fadedText : m_palette.text);
        painter.drawText(QRectF(tick.x - wide / 2, 0, wide, height - 4), Qt::AlignCenter, text);
        if (!labelsEach) {
            painter.setPen(QPen(m_palette.fadedText, 1));
            painter.drawLine(QPointF(tick.x, height - 4), QPointF(tick.x, height));
        }
    }
}

void PictureRuler::paintTimes(QPainter &painter, double height) const
{
    const TimeAxis &axis = m_picture.times->axis();
    if (axis.isEmpty())
        return;
    painter.setFont(m_font);
    const QFontMetricsF metrics(m_font);
    std::vector<QRectF> taken; // By the labels of breaks.
    painter.setPen(m_palette.labelText);
    for (const BreakMark &at : breakMarks(axis, m_scale)) {
        const double left = std::max(at.x, 0.0);
        const double right = std::min(at.x + at.width, m_scale.width());
        const QString text = breakLabel(at, right - left - 4, metrics);
        if (text.isEmpty())
            continue;
        const double wide = metrics.horizontalAdvance(text) + 6;
        taken.emplace_back((left + right - wide) / 2, 0, wide, height - 4);
        painter.drawText(taken.back(), Qt::AlignCenter, text);
    }
    const TimeLabelWidths widths{metrics.horizontalAdvance(QStringLiteral("00:00:00.000")),
                                 metrics.horizontalAdvance(QStringLiteral("00:00:00")),
                                 metrics.horizontalAdvance(QStringLiteral("00:00")),
                                 metrics.horizontalAdvance(QStringLiteral("0000-00-00"))};
    const qint64 step = timeTickStep(axis, m_scale, widths);
    for (const TimeTick &tick : timeTicks(axis, m_scale, widths, m_picture.zone)) {
        painter.setPen(QPen(m_palette.fadedText, 1));
        painter.drawLine(QPointF(tick.x, height - 4), QPointF(tick.x, height));
        const QString text = timeTickText(tick.time, step, m_picture.zone);
        const double wide = metrics.horizontalAdvance(text) + 4;
        const QRectF box(tick.x - wide / 2, 0, wide, height - 4);
        const bool isTaken =
            std::ranges::any_of(taken, [&](const QRectF &other) { return other.intersects(box); });
        if (isTaken || box.left() < -3 || box.right() > m_scale.width() + 3)
            continue;
        painter.setPen(m_palette.text);
        painter.drawText(box, Qt::AlignCenter, text);
    }
}

} // namespace Gapline
