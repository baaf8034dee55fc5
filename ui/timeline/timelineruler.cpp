// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelineruler.h"

#include "ui/timeline/timelinecontent.h"
#include "ui/timeline/timelinepalette.h"

#include <QLocale>
#include <QPainter>

namespace Gapline {
namespace {

constexpr int kHeight = 24;

} // namespace

TimelineRuler::TimelineRuler(TimelineContent *content, QWidget *parent)
    : QWidget(parent)
    , m_content(content)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Seq ruler"));
    connect(content, &TimelineContent::indexChanged, this, qOverload<>(&QWidget::update));
    connect(content, &TimelineContent::rangeChanged, this, qOverload<>(&QWidget::update));
    connect(content, &TimelineContent::selectionChanged, this, qOverload<>(&QWidget::update));
}

QSize TimelineRuler::sizeHint() const
{
    return {200, std::max(kHeight, fontMetrics().height() + 8)};
}

QFont TimelineRuler::labelFont(const QFont &base)
{
    QFont font = base;
    font.setPixelSize(12);
    return font;
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
    const EventStream &stream = m_content->index()->stream();
    if (stream.highestKnownSeq() == Seq{0})
        return;

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

} // namespace Gapline
