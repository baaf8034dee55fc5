// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/lanelabels.h"

#include "core/domain/displaytext.h"
#include "ui/timeline/timelinecontent.h"
#include "ui/timeline/timelinepalette.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>
#include <QWheelEvent>

namespace Gapline {
namespace {

constexpr int kLeft = 12;
constexpr int kRight = 8;
constexpr int kIndent = 10;
constexpr int kMostIndent = 4; ///< Deeper lineages stay readable.
constexpr int kLeastWidth = 96;
constexpr int kMostWidth = 190;
constexpr quint32 kMeasured = 200; ///< Lanes whose names decide the width.

} // namespace

LaneLabels::LaneLabels(TimelineContent *content, QWidget *parent)
    : QWidget(parent)
    , m_content(content)
{
    setAccessibleName(tr("Lanes"));
}

void LaneLabels::setGeometryOfLanes(const LaneGeometry &lanes)
{
    if (m_lanes == lanes)
        return;
    m_lanes = lanes;
    update();
}

QString LaneLabels::labelOf(quint32 lane) const
{
    const Lane &at = m_content->index()->lanes().all()[lane];
    return at.isExecution() ? tr("Execution") : displayText(at.node);
}

int LaneLabels::indentOf(quint32 lane) const
{
    return kIndent * std::min(m_content->index()->lanes().all()[lane].depth, kMostIndent);
}

int LaneLabels::wantedWidth() const
{
    int widest = fontMetrics().horizontalAdvance(tr("Overview"));
    const quint32 count = std::min(m_content->index()->lanes().count(), kMeasured);
    for (quint32 lane = 0; lane < count; ++lane)
        widest = std::max(widest, indentOf(lane) + fontMetrics().horizontalAdvance(labelOf(lane)));
    return std::clamp(widest + kLeft + kRight + 3, kLeastWidth, kMostWidth);
}

bool LaneLabels::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const std::optional<quint32> lane = m_lanes.laneAt(help->pos().y());
        if (lane && *lane < m_content->index()->lanes().count())
            QToolTip::showText(help->globalPos(), labelOf(*lane).toHtmlEscaped(), this);
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

void LaneLabels::wheelEvent(QWheelEvent *event)
{
    emit scrolled(event->angleDelta().y() / 2);
    event->accept();
}

void LaneLabels::paintEvent(QPaintEvent *)
{
    const TimelinePalette colors = timelinePalette(isDark(palette()));
    QPainter painter(this);
    painter.fillRect(rect(), colors.lanePadding);
    painter.setPen(colors.separator);
    painter.drawLine(QPointF(width() - 0.5, 0), QPointF(width() - 0.5, height()));
    if (m_content->index()->stream().highestKnownSeq() == Seq{0})
        return;
    const quint32 count = m_content->index()->lanes().count();
    const quint32 first = m_lanes.firstVisible();
    painter.setClipRect(0, LaneGeometry::kHeader, width(), height());
    for (quint32 lane = first; lane < std::min(first + m_lanes.visibleCount(), count); ++lane) {
        const int left = kLeft + indentOf(lane);
        const QRect box(left, m_lanes.topOf(lane), width() - left - kRight, m_lanes.laneHeight);
        painter.setPen(colors.text);
        painter.drawText(box,
                         Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                         fontMetrics().elidedText(labelOf(lane), Qt::ElideMiddle, box.width()));
        painter.setPen(colors.separator);
        const double y = m_lanes.topOf(lane) + m_lanes.laneHeight - 0.5;
        painter.drawLine(QPointF(0, y), QPointF(width(), y));
    }
}

} // namespace Gapline
