// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelineruler.h"

#include "core/timeline/timeticks.h"
#include "ui/timeline/breakpainter.h"
#include "ui/timeline/flagpainter.h"
#include "ui/timeline/timelinecontent.h"
#include "ui/timeline/timelinefont.h"
#include "ui/timeline/timelinepalette.h"
#include "ui/timeline/timelinetext.h"
#include "ui/workspace/bookmarks.h"

#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <vector>

namespace Gapline {
namespace {

constexpr int kHeight = 24;

double markX(const TimelineContent &content, Seq seq, double width)
{
    const std::optional<qsizetype> event = content.index()->stream().indexOf(seq);
    const PixelSpan column = content.columnOf({seq, seq}, width);
    return event ? content.xOf(*event, width).value_or(-100) : (column.left + column.right) / 2;
}

TimeLabelWidths timeLabelWidths(const QFontMetricsF &metrics)
{
    return {metrics.horizontalAdvance(QStringLiteral("00:00:00.000")),
            metrics.horizontalAdvance(QStringLiteral("00:00:00")),
            metrics.horizontalAdvance(QStringLiteral("00:00")),
            metrics.horizontalAdvance(QStringLiteral("0000-00-00"))};
}

} // namespace

TimelineRuler::TimelineRuler(TimelineContent *content, QWidget *parent)
    : QWidget(parent)
    , m_content(content)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Ruler"));
    connect(content, &TimelineContent::indexChanged, this, qOverload<>(&QWidget::update));
    connect(content, &TimelineContent::rangeChanged, this, qOverload<>(&QWidget::update));
    connect(content, &TimelineContent::selectionChanged, this, qOverload<>(&QWidget::update));
    connect(content, &TimelineContent::bookmarksChanged, this, qOverload<>(&QWidget::update));
}

QSize TimelineRuler::sizeHint() const
{
    return {200, std::max(kHeight, fontMetrics().height() + 8)};
}

QFont TimelineRuler::labelFont(const QFont &base)
{
    return timelineFont(base, 12);
}

double TimelineRuler::labelWidth(const TimelineContent &content, const QFont &font)
{
    const auto widest = qint64(content.visibleRange().to);
    const QFontMetricsF metrics(font);
    const double digits = metrics.horizontalAdvance(QLocale().toString(widest));
    return std::max(digits, metrics.horizontalAdvance(QStringLiteral("00")));
}

void TimelineRuler::paintEvent(QPaintEvent *)
{
    const TimelinePalette colors = timelinePalette(isDark(palette()));
    QPainter painter(this);
    painter.fillRect(rect(), colors.lanePadding);
    if (m_content->index()->stream().highestKnownSeq() == Seq{0})
        return;
    if (m_content->times())
        paintTimes(painter, colors);
    else
        paintSeqs(painter, colors);
    paintFlags(painter, colors);
}

/// A flag for each bookmark, its pole where the seq stands.
void TimelineRuler::paintFlags(QPainter &painter, const TimelinePalette &colors)
{
    const Bookmarks *bookmarks = m_content->bookmarks();
    if (!bookmarks)
        return;
    for (const Bookmark &bookmark : bookmarks->all()) {
        const double x = markX(*m_content, bookmark.seq, width());
        if (x >= -8 && x <= width() + 8)
            paintFlag(painter, {x, double(height())}, colors);
    }
}

void TimelineRuler::paintSeqs(QPainter &painter, const TimelinePalette &colors)
{
    const EventStream &stream = m_content->index()->stream();
    const QFont font = labelFont(this->font());
    painter.setFont(font);
    const TimelineScale scale = m_content->scale(width());
    const double labelWidth = TimelineRuler::labelWidth(*m_content, font);
    const bool labelsEach = tickStep(scale, labelWidth) == 1;
    const std::optional<SeqRange> selection = m_content->selection();
    const QLocale locale;
    for (const AxisTick &tick : axisTicks(scale, labelWidth)) {
        const bool isEvent = stream.indexOf(tick.seq).has_value();
        const bool isSelected = selection && selection->contains(tick.seq);
        const double half =
            painter.fontMetrics().horizontalAdvance(locale.toString(tick.seq.value)) / 2.0;
        if (tick.x - half < -1 || tick.x + half > width() + 1)
            continue;
        painter.setPen(labelsEach && !isEvent && !isSelected ? colors.fadedText : colors.text);
        QFont tickFont = font;
        tickFont.setBold(isSelected);
        painter.setFont(tickFont);
        const QRectF box(tick.x - labelWidth, 0, 2 * labelWidth, height() - 4);
        painter.drawText(box, Qt::AlignHCenter | Qt::AlignVCenter, locale.toString(tick.seq.value));
        if (!labelsEach) {
            painter.setPen(colors.fadedText);
            painter.drawLine(QPointF(tick.x, height() - 4), QPointF(tick.x, height()));
        }
    }
}

void TimelineRuler::paintTimes(QPainter &painter, const TimelinePalette &colors)
{
    const TimeAxis &axis = m_content->times()->axis();
    if (axis.isEmpty())
        return;
    painter.setFont(labelFont(font()));
    const QFontMetricsF metrics(painter.font());
    const TimelineScale scale = m_content->scale(width());
    std::vector<QRectF> taken; ///< By the labels of breaks.
    painter.setPen(colors.labelText);
    for (const BreakMark &at : breakMarks(axis, scale)) {
        const double left = std::max(at.x, 0.0);
        const double right = std::min(at.x + at.width, double(width()));
        const QString text = breakLabel(at, right - left - 4, metrics);
        if (text.isEmpty())
            continue;
        const double wide = metrics.horizontalAdvance(text) + 6;
        const QRectF box((left + right - wide) / 2, 0, wide, height() - 4);
        painter.drawText(box, Qt::AlignCenter, text);
        taken.push_back(box);
    }
    const TimeLabelWidths widths = timeLabelWidths(metrics);
    const qint64 step = timeTickStep(axis, scale, widths);
    for (const TimeTick &tick : timeTicks(axis, scale, widths, m_zone)) {
        painter.setPen(colors.fadedText);
        painter.drawLine(QPointF(tick.x, height() - 4), QPointF(tick.x, height()));
        const QString text = timeTickText(tick.time, step, m_zone);
        const double wide = metrics.horizontalAdvance(text);
        const QRectF box(tick.x - wide / 2, 0, wide, height() - 4);
        const bool isTaken =
            std::ranges::any_of(taken, [&](const QRectF &other) { return other.intersects(box); });
        if (isTaken || box.left() < -1 || box.right() > width() + 1)
            continue;
        painter.setPen(colors.text);
        painter.drawText(box.adjusted(-2, 0, 2, 0), Qt::AlignCenter, text);
    }
}

void TimelineRuler::setTimeZone(TimeZoneChoice zone)
{
    m_zone = zone;
    update();
}

bool TimelineRuler::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const double x = help->pos().x();
    for (const Bookmark &bookmark :
         m_content->bookmarks() ? m_content->bookmarks()->all() : QList<Bookmark>()) {
        if (std::abs(markX(*m_content, bookmark.seq, width()) + 3 - x) > 6)
            continue;
        QToolTip::showText(
            help->globalPos(), TimelineText::bookmark(bookmark).toHtmlEscaped(), this);
        return true;
    }
    if (!m_content->times())
        return QWidget::event(event);
    for (const BreakMark &at : breakMarks(m_content->times()->axis(), m_content->scale(width()))) {
        if (x < at.x || x > at.x + at.width)
            continue;
        QToolTip::showText(help->globalPos(),
                           tr("Idle for %1; shortened on this axis").arg(breakText(at.duration)),
                           this);
        return true;
    }
    QToolTip::hideText();
    return true;
}

} // namespace Gapline
