// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reconcile/outagechart.h"

#include "ui/timeline/timelinepalette.h"
#include "ui/timeline/verdictmark.h"

#include <QHelpEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace Gapline {
namespace {

constexpr int kBandHeight = 26;

QString grouped(qint64 count)
{
    return QLocale().toString(qlonglong(count));
}

} // namespace

OutageChart::OutageChart(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Outages over time"));
}

void OutageChart::setComparison(const ComparisonPtr &comparison)
{
    m_comparison = comparison;
    m_current = -1;
    if (comparison)
        findBounds();
    update();
}

void OutageChart::setTimeZone(TimeZoneChoice zone)
{
    m_zone = zone;
    update();
}

void OutageChart::setCurrent(int outage)
{
    m_current = outage;
    update();
}

QSize OutageChart::sizeHint() const
{
    return {400, kBandHeight + 2 * fontMetrics().height() + 20};
}

/// The log's span, and outages that begin before it or end after it.
void OutageChart::findBounds()
{
    const Reconciliation &result = m_comparison->result();
    std::optional<EpochMs> from = result.span.from;
    std::optional<EpochMs> to = result.span.to;
    for (const Outage &outage : m_comparison->report().outages) {
        from = from ? std::min(*from, outage.from) : outage.from;
        to = to ? std::max(*to, outage.to) : outage.to;
    }
    m_from = from.value_or(EpochMs());
    m_to = std::max(to.value_or(m_from), m_from + std::chrono::seconds(1));
}

double OutageChart::xOf(EpochMs time) const
{
    const double share = double((time - m_from).count()) / double((m_to - m_from).count());
    return kMargin + share * (width() - 2 * kMargin);
}

QRectF OutageChart::bandOf(size_t outage) const
{
    const Outage &window = m_comparison->report().outages[outage];
    const double left = xOf(window.from);
    // However short, an outage is seen.
    return {left, 4, std::max(xOf(window.to) - left, 3.0), kBandHeight};
}

int OutageChart::outageAt(QPointF point) const
{
    if (!m_comparison)
        return -1;
    for (size_t i = 0; i < m_comparison->report().outages.size(); ++i) {
        if (bandOf(i).adjusted(-3, -4, 3, 4).contains(point))
            return int(i);
    }
    return -1;
}

void OutageChart::paintAxis(QPainter &painter) const
{
    const double y = 4 + kBandHeight;
    painter.setPen(palette().color(QPalette::Text));
    painter.drawLine(QPointF(kMargin, y), QPointF(width() - kMargin, y));
    const int labelWidth = fontMetrics().horizontalAdvance(shortDateTime(m_from, m_zone)) + 16;
    const int ticks = std::clamp((width() - 2 * kMargin) / (labelWidth * 2), 1, 8);
    for (int i = 0; i <= ticks; ++i) {
        const EpochMs at = m_from + (m_to - m_from) * i / ticks;
        const double x = xOf(at);
        painter.drawLine(QPointF(x, y), QPointF(x, y + 4));
        const double left = std::clamp(x - labelWidth / 2.0, 0.0, double(width() - labelWidth));
        painter.drawText(QRectF(left, y + 5, labelWidth, fontMetrics().height()),
                         Qt::AlignCenter,
                         shortDateTime(at, m_zone));
    }
}

void OutageChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const bool isDarkTheme = isDark(palette());
    painter.fillRect(rect(), palette().color(QPalette::Base));
    if (!m_comparison)
        return;
    const QRectF whole(kMargin, 4, width() - 2 * kMargin, kBandHeight);
    painter.fillRect(whole, palette().color(QPalette::AlternateBase));
    const auto &outages = m_comparison->report().outages;
    const QColor color = deliveryColor(DeliveryMark::Missed, isDarkTheme);
    double taken = 0;
    for (size_t i = 0; i < outages.size(); ++i) {
        const QRectF band = bandOf(i);
        QColor ground = color;
        ground.setAlphaF(isDarkTheme ? 0.45F : 0.30F);
        painter.fillRect(band, ground);
        painter.setPen(QPen(color, int(i) == m_current ? 3 : 1));
        painter.drawRect(band);
        const Outage &outage = outages[i];
        const QString text = outage.missed > 0 ? tr("%1 missed").arg(grouped(outage.missed))
            : outage.rejected > 0              ? tr("%1 rejected").arg(grouped(outage.rejected))
            : outage.pending > 0               ? tr("%1 pending").arg(grouped(outage.pending))
            : outage.late > 0                  ? tr("%1 late").arg(grouped(outage.late))
                              : tr("%1 sent again").arg(grouped(qint64(outage.sentAgain.size())));
        const double wide = fontMetrics().horizontalAdvance(text) + 8;
        const double left =
            std::clamp(band.center().x() - wide / 2, 0.0, std::max(0.0, width() - wide));
        if (left < taken)
            continue;
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(QRectF(left, 4, wide, kBandHeight), Qt::AlignCenter, text);
        taken = left + wide;
    }
    paintAxis(painter);
}

void OutageChart::mousePressEvent(QMouseEvent *event)
{
    if (const int outage = outageAt(event->position()); outage >= 0)
        emit outagePressed(outage);
}

bool OutageChart::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int outage = outageAt(help->pos());
    if (outage < 0) {
        QToolTip::hideText();
        return true;
    }
    const QString words = outageInWords(m_comparison->report().outages[size_t(outage)],
                                        m_comparison->result().schedule,
                                        m_zone,
                                        Wording::Window);
    QToolTip::showText(
        help->globalPos(), QStringLiteral("<p>%1</p>").arg(words.toHtmlEscaped()), this);
    return true;
}

} // namespace Gapline
