// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinewidget.h"

#include "ui/timeline/lanelabels.h"
#include "ui/timeline/receiverlane.h"
#include "ui/timeline/timelinecanvas.h"
#include "ui/timeline/timelinecontent.h"
#include "ui/timeline/timelinelegend.h"
#include "ui/timeline/timelineruler.h"
#include "ui/timeline/timelinestrip.h"
#include "ui/workspace/streamview.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QScrollBar>

namespace Gapline {

TimelineWidget::TimelineWidget(StreamView *view, QWidget *parent)
    : QWidget(parent)
    , m_content(new TimelineContent(this))
    , m_stripLabel(new QLabel(this))
    , m_strip(new TimelineStrip(m_content, this))
    , m_corner(new QWidget(this))
    , m_labels(new LaneLabels(m_content, this))
    , m_canvas(new TimelineCanvas(m_content, this))
    , m_scrollBar(new QScrollBar(Qt::Vertical, this))
    , m_receiverLabel(new QLabel(tr("Receiver"), this))
    , m_receiver(new ReceiverLane(m_content, this))
    , m_receiverLegend(new ReceiverLegend(this))
{
    m_stripLabel->setTextFormat(Qt::PlainText);
    m_stripLabel->setContentsMargins(12, 0, 4, 0);
    m_stripLabel->setAutoFillBackground(true);
    m_corner->setAutoFillBackground(true);
    m_scrollBar->setAccessibleName(tr("Scroll lanes"));

    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(0);
    grid->addWidget(m_stripLabel, 0, 0);
    grid->addWidget(m_strip, 0, 1);
    grid->addWidget(m_corner, 1, 0);
    grid->addWidget(new TimelineRuler(m_content, this), 1, 1);
    grid->addWidget(m_labels, 2, 0);
    grid->addWidget(m_canvas, 2, 1);
    grid->addWidget(m_scrollBar, 2, 2);
    grid->addWidget(m_receiverLabel, 3, 0);
    grid->addWidget(m_receiver, 3, 1);
    grid->addWidget(new TimelineLegend(m_content, this), 4, 0, 1, 3);
    grid->addWidget(m_receiverLegend, 5, 0, 1, 3);
    grid->setColumnStretch(1, 1);
    grid->setRowStretch(2, 1);

    QFont bold = font();
    bold.setBold(true);
    m_receiverLabel->setFont(bold);
    m_receiverLabel->setContentsMargins(12, 6, 4, 0);
    m_receiverLabel->setAlignment(Qt::AlignTop);
    m_receiverLabel->setAutoFillBackground(true);
    connect(m_receiver, &ReceiverLane::shownChanged, this, &TimelineWidget::showReceiver);

    m_canvas->installEventFilter(this);
    setFocusProxy(m_canvas);
    connect(m_content, &TimelineContent::indexChanged, this, [this] {
        showWhole();
        layOutLanes();
        emit drawn();
    });
    connect(m_scrollBar, &QScrollBar::valueChanged, this, &TimelineWidget::layOutLanes);
    const auto scrollBy = [this](int pixels) {
        m_scrollBar->setValue(m_scrollBar->value() - pixels);
    };
    connect(m_labels, &LaneLabels::scrolled, this, scrollBy);
    connect(m_canvas, &TimelineCanvas::scrolled, this, scrollBy);
    connect(
        m_content, &TimelineContent::selectionChanged, this, &TimelineWidget::revealSelectedLane);
    showColors();
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
    m_canvas->setTimeZone(zone);
    m_receiver->setTimeZone(zone);
}

QSize TimelineWidget::sizeHint() const
{
    const auto lanes = int(std::min(m_content->index()->lanes().count(), 8U));
    const bool hasReceiver = view() && view()->deliveries();
    const int receiver =
        hasReceiver ? m_receiver->sizeHint().height() + m_receiverLegend->sizeHint().height() : 0;
    return {900, 38 + 24 + LaneGeometry::kHeader + lanes * 36 + 22 + receiver};
}

bool TimelineWidget::isDrawn() const
{
    return m_content->isCurrent();
}

bool TimelineWidget::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_canvas && event->type() == QEvent::Resize)
        layOutLanes();
    return QWidget::eventFilter(watched, event);
}

void TimelineWidget::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        showColors();
    QWidget::changeEvent(event);
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
    updateGeometry();
}

void TimelineWidget::showColors()
{
    const TimelinePalette colors = timelinePalette(isDark(palette()));
    for (QWidget *side : {static_cast<QWidget *>(m_stripLabel),
                          m_corner,
                          static_cast<QWidget *>(m_receiverLabel)}) {
        QPalette sidePalette = side->palette();
        if (sidePalette.color(QPalette::Window) == colors.lanePadding)
            continue;
        sidePalette.setColor(QPalette::Window, colors.lanePadding);
        sidePalette.setColor(QPalette::WindowText, colors.labelText);
        side->setPalette(sidePalette);
    }
}

void TimelineWidget::showWhole()
{
    const Seq highest = m_content->index()->stream().highestKnownSeq();
    m_stripLabel->setText(tr("Overview"));
    m_stripLabel->setToolTip(
        highest == Seq{0} ? QString() : tr("seq 1 to %1").arg(QLocale().toString(highest.value)));
    const int width = m_labels->wantedWidth();
    if (m_labels->width() != width || m_labels->minimumWidth() != width) {
        m_labels->setFixedWidth(width);
        m_stripLabel->setFixedWidth(width);
        m_receiverLabel->setFixedWidth(width);
    }
    updateGeometry();
}

void TimelineWidget::layOutLanes()
{
    const LaneGeometry lanes = LaneGeometry::fitting(
        m_content->index()->lanes().count(), m_canvas->height(), m_scrollBar->value());
    m_scrollBar->setRange(0, lanes.mostScroll());
    m_scrollBar->setPageStep(std::max(1, m_canvas->height() - LaneGeometry::kHeader));
    m_scrollBar->setSingleStep(lanes.laneHeight);
    m_scrollBar->setVisible(lanes.mostScroll() > 0);
    m_canvas->setGeometryOfLanes(lanes);
    m_labels->setGeometryOfLanes(lanes);
    m_labels->update();
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
    const int top = lanes.topOf(lane) - LaneGeometry::kHeader;
    const int below = lanes.topOf(lane) + lanes.laneHeight - m_canvas->height();
    if (top < 0)
        m_scrollBar->setValue(m_scrollBar->value() + top);
    else if (below > 0)
        m_scrollBar->setValue(m_scrollBar->value() + below);
}

} // namespace Gapline
