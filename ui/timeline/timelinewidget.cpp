// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinewidget.h"

#include "core/timeline/timeticks.h"
#include "ui/timeline/gaplabelpainter.h"
#include "ui/timeline/lanelabels.h"
#include "ui/timeline/receiverlane.h"
#include "ui/timeline/sidelabel.h"
#include "ui/timeline/timelinecanvas.h"
#include "ui/timeline/timelinecontent.h"
#include "ui/timeline/timelinelegend.h"
#include "ui/timeline/timelineruler.h"
#include "ui/timeline/timelinestrip.h"
#include "ui/timeline/timelinetext.h"
#include "ui/workspace/streamview.h"

#include <QDataStream>
#include <QEvent>
#include <QGridLayout>
#include <QIODevice>
#include <QLocale>
#include <QScrollBar>

namespace Gapline {
namespace {

constexpr quint32 kStateMark = 0x47505431; // "GPT1": other contents get another number.

} // namespace

TimelineWidget::TimelineWidget(StreamView *view, QWidget *parent)
    : QWidget(parent)
    , m_content(new TimelineContent(this))
    , m_stripLabel(new SideLabel(tr("Overview"), this))
    , m_strip(new TimelineStrip(m_content, this))
    , m_corner(new SideLabel(QString(), this))
    , m_ruler(new TimelineRuler(m_content, this))
    , m_labels(new LaneLabels(m_content, this))
    , m_canvas(new TimelineCanvas(m_content, this))
    , m_scrollBar(new QScrollBar(Qt::Vertical, this))
    , m_receiverLabel(new SideLabel(tr("Receiver"), this))
    , m_receiver(new ReceiverLane(m_content, this))
    , m_legend(new TimelineLegend(m_content, this))
    , m_receiverLegend(new ReceiverLegend(this))
{
    m_scrollBar->setAccessibleName(tr("Scroll lanes"));

    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(0);
    grid->addWidget(m_stripLabel, 0, 0);
    grid->addWidget(m_strip, 0, 1);
    grid->addWidget(m_corner, 1, 0);
    grid->addWidget(m_ruler, 1, 1);
    grid->addWidget(m_labels, 2, 0);
    grid->addWidget(m_canvas, 2, 1);
    grid->addWidget(m_scrollBar, 2, 2);
    grid->addWidget(m_receiverLabel, 3, 0);
    grid->addWidget(m_receiver, 3, 1);
    grid->addWidget(m_legend, 4, 0, 1, 3);
    grid->addWidget(m_receiverLegend, 5, 0, 1, 3);
    grid->setColumnStretch(1, 1);
    grid->setRowStretch(2, 1);

    QFont bold = font();
    bold.setBold(true);
    m_receiverLabel->setFont(bold);
    m_receiverLabel->setContentsMargins(12, 6, 4, 0);
    m_receiverLabel->setAlignment(Qt::AlignTop);
    connect(m_receiver, &ReceiverLane::shownChanged, this, &TimelineWidget::showReceiver);

    m_canvas->installEventFilter(this);
    setFocusProxy(m_canvas);
    connect(m_content, &TimelineContent::indexChanged, this, [this] {
        showWhole();
        showAxis();
        m_labels->setAccessibleDescription(m_labels->spokenLanes());
        layOutLanes();
        emit drawn();
    });
    connect(m_content, &TimelineContent::iterationsChanged, this, [this] {
        showWhole();
        m_labels->setAccessibleDescription(m_labels->spokenLanes());
    });
    connect(m_content, &TimelineContent::rangeChanged, this, &TimelineWidget::showAxis);
    connect(m_content, &TimelineContent::lookChanged, this, &TimelineWidget::stateChanged);
    connect(m_scrollBar, &QScrollBar::valueChanged, this, &TimelineWidget::layOutLanes);
    const auto scrollBy = [this](int pixels) {
        m_scrollBar->setValue(m_scrollBar->value() - pixels);
    };
    connect(m_labels, &LaneLabels::scrolled, this, scrollBy);
    connect(m_canvas, &TimelineCanvas::scrolled, this, scrollBy);
    connect(
        m_content, &TimelineContent::selectionChanged, this, &TimelineWidget::revealSelectedLane);
    setView(view);
    showWhole();
    layOutLanes();
}

void TimelineWidget::setView(StreamView *view)
{
    m_content->setView(view);
    m_receiver->setView(view);
    m_scrollBar->setValue(0);
}

StreamView *TimelineWidget::view() const
{
    return m_content->view();
}

void TimelineWidget::setTimeZone(TimeZoneChoice zone)
{
    m_zone = zone;
    m_canvas->setTimeZone(zone);
    m_ruler->setTimeZone(zone);
    showAxis();
    m_receiver->setTimeZone(zone);
}

QSize TimelineWidget::sizeHint() const
{
    const auto lanes = int(std::min(m_content->index()->lanes().count(), 8U));
    const bool hasReceiver = view() && view()->deliveries();
    const int receiver =
        hasReceiver ? m_receiver->sizeHint().height() + m_receiverLegend->sizeHint().height() : 0;
    const int laneHeight = std::max(36, m_labels->fontMetrics().height() + 4);
    return {900,
            m_strip->sizeHint().height() + m_ruler->sizeHint().height() + header()
                + lanes * laneHeight + m_legend->sizeHint().height() + receiver};
}

bool TimelineWidget::isDrawn() const
{
    return m_content->isCurrent();
}

void TimelineWidget::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::FontChange && event->type() != QEvent::StyleChange)
        return;
    // After the parts have taken the font, too.
    QMetaObject::invokeMethod(
        this,
        [this] {
            showWhole();
            layOutLanes();
        },
        Qt::QueuedConnection);
}

bool TimelineWidget::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_canvas && event->type() == QEvent::Resize)
        layOutLanes();
    return QWidget::eventFilter(watched, event);
}

void TimelineWidget::showReceiver()
{
    const StreamDeliveriesPtr deliveries = view() ? view()->deliveries() : nullptr;
    for (QWidget *part : {static_cast<QWidget *>(m_receiverLabel),
                          static_cast<QWidget *>(m_receiver),
                          static_cast<QWidget *>(m_receiverLegend)})
        part->setVisible(deliveries != nullptr);
    m_receiverLegend->setDeliveries(deliveries);
    m_canvas->update(); // The bands of outages.
    m_strip->update(); // The ticks of what was missed.
    updateGeometry();
}

void TimelineWidget::showWhole()
{
    const Seq highest = m_content->index()->stream().highestKnownSeq();
    m_stripLabel->setToolTip(
        highest == Seq{0} ? QString() : tr("seq 1 to %1").arg(QLocale().toString(highest.value)));
    const int width = m_labels->wantedWidth();
    if (m_labels->width() != width || m_labels->minimumWidth() != width) {
        m_labels->setFixedWidth(width);
        m_stripLabel->setFixedWidth(width);
        m_corner->setFixedWidth(width);
        m_receiverLabel->setFixedWidth(width);
    }
    updateGeometry();
}

int TimelineWidget::header() const
{
    return GapLabelPainter::heightOf(m_canvas->font()) + 5;
}

void TimelineWidget::layOutLanes()
{
    const LaneGeometry lanes = LaneGeometry::fitting(m_content->index()->lanes().count(),
                                                     m_canvas->height(),
                                                     m_scrollBar->value(),
                                                     header(),
                                                     m_labels->fontMetrics().height());
    m_scrollBar->setRange(0, lanes.mostScroll());
    m_scrollBar->setPageStep(std::max(1, m_canvas->height() - lanes.header));
    m_scrollBar->setSingleStep(lanes.laneHeight);
    m_scrollBar->setVisible(lanes.mostScroll() > 0);
    m_canvas->setGeometryOfLanes(lanes);
    m_labels->setGeometryOfLanes(lanes);
    m_labels->update();
}

AxisKind TimelineWidget::axis() const
{
    return m_content->axis();
}

IdleTime TimelineWidget::idleTime() const
{
    return m_content->idleTime();
}

void TimelineWidget::setAxis(AxisKind axis, IdleTime idleTime)
{
    m_content->setAxis(axis, idleTime);
}

/// The corner beside the ruler says what it counts: of times, the day at the left edge and the zone.
void TimelineWidget::showAxis()
{
    const TimeIndexPtr &times = m_content->times();
    QStringList says{tr("Seq axis")};
    if (!times || times->axis().isEmpty()) {
        m_corner->setText(tr("Seq"));
    } else {
        const TimeAxis &axis = times->axis();
        const double left = axis.timeAt(m_content->visibleRange().from);
        const QString date = dateText(std::max(qint64(left), axis.firstTime()), m_zone);
        const bool isUtc = m_zone == TimeZoneChoice::Utc;
        m_corner->setText(isUtc ? tr("%1 UTC").arg(date) : date);
        says = {isUtc ? tr("Time axis, UTC") : tr("Time axis, local time")};
        if (!axis.breaks().empty()) {
            says << tr("Idle stretches longer than %1 are shortened.")
                        .arg(breakText(axis.longestIdle()));
        }
    }
    if (times && times->untimedCount() > 0)
        says << TimelineText::untimed(times->untimedCount());
    m_corner->setToolTip(says.join(u'\n'));
    const auto &lanes = m_content->index()->lanes().all();
    const auto collapsed = std::ranges::count_if(lanes, &Lane::isCollapsed);
    if (collapsed > 0)
        says << tr("%n lane(s) collapsed", nullptr, int(collapsed));
    m_canvas->setAccessibleDescription(says.join(QStringLiteral(" · ")));
}

LaneOrder TimelineWidget::laneOrder() const
{
    return m_content->laneOrder();
}

void TimelineWidget::setLaneOrder(LaneOrder order)
{
    m_content->setLaneOrder(order);
}

void TimelineWidget::setAllCollapsed(bool areCollapsed)
{
    m_content->setAllCollapsed(areCollapsed);
}

bool TimelineWidget::toggleSelectedLane()
{
    const TimelineIndex &index = *m_content->index();
    const std::optional<SeqRange> selection = m_content->selection();
    const auto event = selection ? index.stream().indexOf(selection->first) : std::nullopt;
    if (!event)
        return false;
    const std::vector<Lane> &lanes = index.lanes().all();
    const Lane *lane = &lanes[index.lanes().laneOf(index.stream().stepIndexAt(*event))];
    if (!lane->hasChildren && lane->parent)
        lane = &lanes[*lane->parent];
    if (!lane->hasChildren)
        return false;
    m_content->setNodeCollapsed(lane->node, !lane->isCollapsed());
    return true;
}

QByteArray TimelineWidget::saveState() const
{
    QByteArray state;
    QDataStream out(&state, QIODevice::WriteOnly);
    out << kStateMark << (axis() == AxisKind::Time) << (idleTime() == IdleTime::Shortened)
        << (laneOrder() == LaneOrder::Definition) << m_content->collapsed();
    return state;
}

bool TimelineWidget::restoreState(const QByteArray &state)
{
    QDataStream in(state);
    quint32 mark = 0;
    bool isTime = false;
    bool isShortened = true;
    bool isByDefinition = false;
    TimelineContent::Collapsed collapsed;
    in >> mark;
    if (mark != kStateMark)
        return false;
    in >> isTime >> isShortened >> isByDefinition >> collapsed;
    if (in.status() != QDataStream::Ok)
        return false;
    setAxis(isTime ? AxisKind::Time : AxisKind::Seq,
            isShortened ? IdleTime::Shortened : IdleTime::Full);
    setLaneOrder(isByDefinition ? LaneOrder::Definition : LaneOrder::FirstActivity);
    m_content->setCollapsed(collapsed);
    return true;
}

void TimelineWidget::zoomToWhole()
{
    m_content->zoomToWhole();
}

void TimelineWidget::showCard()
{
    m_canvas->showCardOfSelection();
}

void TimelineWidget::zoomToSelection()
{
    if (const std::optional<SeqRange> selection = m_content->selection())
        m_content->zoomTo(*selection);
}

void TimelineWidget::revealSelectedLane()
{
    const std::optional<SeqRange> selection = m_content->selection();
    if (!selection || selection->count() != 1)
        return;
    const TimelineIndex &index = *m_content->index();
    if (const std::optional<qsizetype> event = index.stream().indexOf(selection->first))
        revealLane(index.lanes().laneOf(index.stream().stepIndexAt(*event)));
}

void TimelineWidget::revealLane(quint32 lane)
{
    const LaneGeometry &lanes = m_canvas->lanes();
    const int top = lanes.topOf(lane) - lanes.header;
    const int below = lanes.topOf(lane) + lanes.laneHeight - m_canvas->height();
    if (top < 0)
        m_scrollBar->setValue(m_scrollBar->value() + top);
    else if (below > 0)
        m_scrollBar->setValue(m_scrollBar->value() + below);
}

} // namespace Gapline
