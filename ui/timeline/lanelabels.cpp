// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/lanelabels.h"

#include "core/domain/displaytext.h"
#include "ui/models/rowtext.h"
#include "ui/timeline/timelinecontent.h"
#include "ui/timeline/timelinepalette.h"
#include "ui/workspace/iterations.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <QWheelEvent>

namespace Gapline {
namespace {

constexpr int kBracket = 5; ///< Where the bracket of a group stands.
constexpr int kTriangle = 12; ///< Room for it before a name.
constexpr int kLeft = 12 + kTriangle;
constexpr int kRight = 8;
constexpr int kIndent = 10;
constexpr int kMostIndent = 4; ///< Deeper lineages stay readable.
constexpr int kLeastWidth = 96;
constexpr int kMostWidth = 190;
constexpr int kMostLetters = 20; ///< Where text is large.
constexpr quint32 kMeasured = 200; ///< Lanes whose names decide the width.

} // namespace

LaneLabels::LaneLabels(TimelineContent *content, QWidget *parent)
    : QWidget(parent)
    , m_content(content)
{
    setAccessibleName(tr("Lanes"));
    connect(content, &TimelineContent::indexChanged, this, &LaneLabels::countIterations);
    connect(content, &TimelineContent::iterationsChanged, this, &LaneLabels::countIterations);
}

void LaneLabels::countIterations()
{
    m_iterations.clear();
    const StreamView *view = m_content->view();
    if (!view || view->iterations().all()->isEmpty())
        return;
    const TimelineLanes &lanes = m_content->index()->lanes();
    m_iterations.assign(lanes.count(), 1);
    const std::vector<QByteArray> &steps = m_content->index()->stream().steps().texts();
    for (quint32 step = 0; step < steps.size(); ++step) {
        const int count = view->iterations().all()->countOf(steps[step]);
        const quint32 lane = count > 1 ? lanes.laneOf(step) : lanes.count();
        // A collapsed lane tells of its own node alone.
        if (lane < lanes.count() && lanes.nodeOf(step) == lanes.all()[lane].node)
            m_iterations[lane] = std::max(m_iterations[lane], count);
    }
    update();
}

int LaneLabels::iterationsOf(quint32 lane) const
{
    return lane < m_iterations.size() ? m_iterations[lane] : 1;
}

void LaneLabels::setGeometryOfLanes(const LaneGeometry &lanes)
{
    if (m_lanes == lanes)
        return;
    m_lanes = lanes;
    update();
}

QString LaneLabels::nameOf(quint32 lane) const
{
    const Lane &at = m_content->index()->lanes().all()[lane];
    return at.isExecution() ? tr("Execution") : displayText(at.node);
}

QString LaneLabels::labelOf(quint32 lane) const
{
    const Lane &at = m_content->index()->lanes().all()[lane];
    const int iterations = iterationsOf(lane);
    const QString name = iterations > 1
        ? QStringLiteral("%1 %2").arg(nameOf(lane), iterationMark(iterations))
        : nameOf(lane);
    return at.isCollapsed() ? tr("%1 +%2").arg(name).arg(at.sharing) : name;
}

QString LaneLabels::toolTipOf(quint32 lane) const
{
    const int iterations = iterationsOf(lane);
    const QString label = labelOf(lane);
    return iterations > 1
        ? QStringLiteral("%1: %2").arg(label, tr("%n iteration(s) of a loop", nullptr, iterations))
        : label;
}

QString LaneLabels::spokenLanes() const
{
    const TimelineLanes &lanes = m_content->index()->lanes();
    QStringList spoken;
    for (quint32 lane = 0; lane < std::min(lanes.count(), kMeasured); ++lane) {
        const Lane &at = lanes.all()[lane];
        spoken << (at.isCollapsed()
                       ? tr("%1, collapsed with %n node(s) below it", nullptr, int(at.sharing))
                             .arg(nameOf(lane))
                       : nameOf(lane));
        if (const int iterations = iterationsOf(lane); iterations > 1)
            spoken.last() +=
                QStringLiteral(", ") + tr("%n iteration(s) of a loop", nullptr, iterations);
    }
    for (const LaneBracket &bracket : lanes.brackets()) {
        spoken << tr("group %1: %2 to %3")
                      .arg(displayText(bracket.group), nameOf(bracket.first), nameOf(bracket.last));
    }
    return spoken.join(QStringLiteral("; "));
}

std::optional<quint32> LaneLabels::laneAt(int y) const
{
    const std::optional<quint32> lane = m_lanes.laneAt(y);
    return lane && *lane < m_content->index()->lanes().count() ? lane : std::nullopt;
}

void LaneLabels::toggle(quint32 lane)
{
    const Lane &at = m_content->index()->lanes().all()[lane];
    if (at.hasChildren)
        m_content->setNodeCollapsed(at.node, !at.isCollapsed());
}

void LaneLabels::mousePressEvent(QMouseEvent *event)
{
    const std::optional<quint32> lane = laneAt(event->pos().y());
    const bool isLeft = event->button() == Qt::LeftButton;
    if (isLeft && lane && event->pos().x() < kLeft + indentOf(*lane))
        toggle(*lane);
}

void LaneLabels::mouseDoubleClickEvent(QMouseEvent *event)
{
    const std::optional<quint32> lane = laneAt(event->pos().y());
    if (lane && event->pos().x() >= kLeft + indentOf(*lane))
        toggle(*lane);
    else
        mousePressEvent(event);
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
    const int most = std::max(kMostWidth, fontMetrics().averageCharWidth() * kMostLetters);
    return std::clamp(widest + kLeft + kRight + 3, kLeastWidth, most);
}

bool LaneLabels::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        if (const std::optional<quint32> lane = laneAt(help->pos().y()))
            QToolTip::showText(help->globalPos(), toolTipOf(*lane).toHtmlEscaped(), this);
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
    painter.setClipRect(0, m_lanes.header, width(), height());
    const quint32 end = std::min(first + m_lanes.visibleCount(), count);
    painter.setPen(QPen(colors.fadedText, 1.2));
    paintBrackets(painter, first, end);
    for (quint32 lane = first; lane < end; ++lane) {
        const int left = kLeft + indentOf(lane);
        const Lane &at = m_content->index()->lanes().all()[lane];
        if (at.hasChildren) {
            painter.setBrush(colors.labelText);
            paintTriangle(painter,
                          QRectF(left - kTriangle, m_lanes.middleOf(lane) - 4, 8, 8),
                          at.isCollapsed());
        }
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

void LaneLabels::paintTriangle(QPainter &painter, const QRectF &box, bool isCollapsed) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    if (isCollapsed) {
        painter.drawPolygon(QPolygonF{box.topLeft() + QPointF(1, 0),
                                      box.bottomLeft() + QPointF(1, 0),
                                      QPointF(box.right() - 1, box.center().y())});
    } else {
        painter.drawPolygon(QPolygonF{box.topLeft() + QPointF(0, 1),
                                      box.topRight() + QPointF(0, 1),
                                      QPointF(box.center().x(), box.bottom() - 1)});
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void LaneLabels::paintBrackets(QPainter &painter, quint32 first, quint32 end) const
{
    painter.setBrush(Qt::NoBrush);
    for (const LaneBracket &bracket : m_content->index()->lanes().brackets()) {
        if (bracket.last < first || bracket.first >= end)
            continue;
        const double top = m_lanes.topOf(bracket.first) + 5.5;
        const double bottom = m_lanes.topOf(bracket.last) + m_lanes.laneHeight - 6.5;
        painter.drawPolyline(QPolygonF{QPointF(kBracket + 4, top),
                                       QPointF(kBracket, top),
                                       QPointF(kBracket, bottom),
                                       QPointF(kBracket + 4, bottom)});
    }
}

} // namespace Gapline
