// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinecanvas.h"

#include "ui/timeline/receiverlane.h"
#include "ui/timeline/timelineaccessible.h"
#include "ui/timeline/timelinecard.h"
#include "ui/timeline/timelinecontent.h"
#include "ui/timeline/timelinefont.h"
#include "ui/timeline/timelineruler.h"
#include "ui/timeline/timelinetext.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <utility>

namespace Gapline {
namespace {

/// A seq never takes more than this: wider cells would show nothing more.
constexpr double kMostPixelsPerSeq = 80;
constexpr double kTurnRoom = 24;
/// Long enough to read a card; a key, a click or another place ends it sooner.
constexpr int kCardMs = 60'000;
/// Who walks on with the keyboard sees no card on the way.
constexpr int kCardDelayMs = 500;

} // namespace

TimelineCanvas::TimelineCanvas(TimelineContent *content, QWidget *parent)
    : QWidget(parent)
    , m_content(content)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    installTimelineAccessible(); // First: naming it makes Qt ask, and keep the answer.
    setAccessibleName(tr("Timeline"));
    setMinimumHeight(LaneGeometry::kHeader + 2 * LaneGeometry::kLeastLane);
    connect(content, &TimelineContent::indexChanged, this, [this] {
        m_hoveredEvent.reset();
        update();
    });
    connect(content, &TimelineContent::rangeChanged, this, [this] {
        // Something else lies under the pointer now.
        m_hoveredEvent.reset();
        update();
    });
    connect(content, &TimelineContent::selectionChanged, this, [this] {
        update();
        announceSelection(this);
    });
    m_cardTimer.setSingleShot(true);
    m_cardTimer.setInterval(kCardDelayMs);
    connect(&m_cardTimer, &QTimer::timeout, this, [this] {
        if (hasFocus())
            showCardOfSelection();
    });
    connect(content, &TimelineContent::payloadsLoaded, this, &TimelineCanvas::completeCard);
}

QSize TimelineCanvas::sizeHint() const
{
    return {200, LaneGeometry::kHeader + 4 * LaneGeometry::kLeastLane};
}

void TimelineCanvas::setGeometryOfLanes(const LaneGeometry &lanes)
{
    if (m_lanes == lanes)
        return;
    m_lanes = lanes;
    update();
}

const TimelineScene &TimelineCanvas::scene() const
{
    const QFont font = TimelineRuler::labelFont(this->font());
    TimelineLayoutOptions options;
    options.firstLane = m_lanes.firstVisible();
    options.laneCount = m_lanes.visibleCount();
    options.devicePixelRatio = devicePixelRatioF();
    options.digitWidth = QFontMetricsF(font).horizontalAdvance(u'0');
    options.rulerLabelWidth = TimelineRuler::labelWidth(*m_content, font);
    return m_content->scene(width(), options);
}

std::optional<QPointF> TimelineCanvas::centreOf(Seq seq) const
{
    const TimelineIndex &index = *m_content->index();
    const std::optional<qsizetype> event = index.stream().indexOf(seq);
    const PixelSpan column = m_content->columnOf({seq, seq}, width());
    const std::optional<double> x =
        event ? m_content->xOf(*event, width()) : std::optional((column.left + column.right) / 2);
    if (!x || *x < 0 || *x > width())
        return std::nullopt;
    if (!event)
        return QPointF(*x, m_lanes.header / 2.0);
    return QPointF(*x, m_lanes.middleOf(index.lanes().laneOf(index.stream().stepIndexAt(*event))));
}

void TimelineCanvas::paintEvent(QPaintEvent *)
{
    const TimelinePalette colors = timelinePalette(isDark(palette()));
    QPainter painter(this);
    const TimelineIndex &index = *m_content->index();
    if (index.stream().highestKnownSeq() == Seq{0}) {
        painter.fillRect(rect(), colors.lane);
        painter.setPen(colors.labelText);
        // A long stream takes a moment; until then nothing may be said of it.
        const bool isReading = m_content->view() && !m_content->view()->isLoaded();
        const bool isUnreadable = m_content->view() && m_content->view()->isUnreadable();
        const bool isReadToItsEnd = index.stream().state().isComplete;
        painter.drawText(rect(),
                         Qt::AlignCenter,
                         isUnreadable                  ? tr("The cache could not be read")
                             : isReading               ? tr("Reading from the cache …")
                             : m_content->isBuilding() ? tr("Drawing …")
                             : isReadToItsEnd          ? tr("The API has no event to show")
                                                       : tr("No events scanned yet"));
        return;
    }
    if (m_content->times() && m_content->times()->axis().isEmpty()) {
        painter.fillRect(rect(), colors.lane);
        painter.setPen(colors.labelText);
        painter.drawText(
            rect(), Qt::AlignCenter, tr("No event here has a time: show the seq axis"));
        return;
    }
    placeOverlay();
    const TimelineScene &scene = this->scene();
    m_painter.paint(painter, size(), index, scene, m_lanes, colors, m_overlay);
    if (const StreamView *view = m_content->view(); view && view->deliveries()) {
        const QRectF lanes = QRectF(rect()).adjusted(0, m_lanes.header, 0, 0);
        paintOutageBands(painter, lanes, *view->deliveries(), *m_content, colors.isDark);
    }
    paintRemark(painter, colors);
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(QPen(colors.mark(EventCategory::Execution), 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

/// Events that the axis cannot show are said, at the lower right.
void TimelineCanvas::paintRemark(QPainter &painter, const TimelinePalette &colors) const
{
    const TimeIndexPtr &times = m_content->times();
    if (!times || times->untimedCount() == 0)
        return;
    const QFont font = timelineFont(this->font(), 11);
    painter.setFont(font);
    const QString text = TimelineText::untimed(times->untimedCount());
    const double wide = QFontMetricsF(font).horizontalAdvance(text) + 16;
    const double high = std::max(18.0, QFontMetricsF(font).height() + 4);
    const QRectF box(width() - wide - 6, height() - high - 6, wide, high);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colors.labelBorder, 1));
    painter.setBrush(colors.label);
    painter.drawRoundedRect(box, high / 2, high / 2);
    painter.setPen(colors.labelText);
    painter.drawText(box, Qt::AlignCenter, text);
}

void TimelineCanvas::placeOverlay()
{
    const auto placeOf = [this](qsizetype event) -> std::optional<TimelineOverlay::Place> {
        const std::optional<double> x = m_content->xOf(event, width());
        return x ? std::optional(TimelineOverlay::Place{quint32(event), *x}) : std::nullopt;
    };
    placeTurns();
    m_overlay.selection.reset();
    m_overlay.selectedEvent.reset();
    m_overlay.hoveredEvent = m_hoveredEvent ? placeOf(*m_hoveredEvent) : std::nullopt;
    const std::optional<SeqRange> selection = m_content->selection();
    if (!selection)
        return;
    if (selection->count() == 1) {
        if (const auto event = m_content->index()->stream().indexOf(selection->first)) {
            m_overlay.selectedEvent = placeOf(*event);
            return;
        }
    }
    const PixelSpan column = m_content->columnOf(*selection, width());
    m_overlay.selection = TimelineOverlay::Column{column.left, column.right};
}

void TimelineCanvas::placeTurns()
{
    m_overlay.turns.clear();
    const std::vector<quint32> &turns = m_content->index()->loopTurns();
    const auto seqs = m_content->seqsBetween(0, width(), width());
    if (turns.empty() || !seqs)
        return;
    const TimelineIndex &index = *m_content->index();
    const auto first = std::ranges::lower_bound(turns, index.stream().lowerBound(seqs->first));
    const auto end = std::ranges::lower_bound(turns, index.stream().lowerBound(seqs->last.next()));
    // Lines without room between them would tell nothing apart.
    if (double(end - first) * kTurnRoom > width())
        return;
    const auto lanes = index.lanes().loopLanes().value_or(std::pair(1U, index.lanes().count() - 1));
    for (auto turn = first; turn < end; ++turn) {
        const quint32 own = index.lanes().laneOf(index.stream().stepIndexAt(*turn));
        if (index.isFiltered() && !std::ranges::binary_search(index.eventsOf(own), *turn))
            continue; // Its event is not shown.
        if (const std::optional<double> x = m_content->xOf(*turn, width())) {
            m_overlay.turns.push_back(
                {*x, std::min(lanes.first, own), std::max(lanes.second, own)});
        }
    }
}

void TimelineCanvas::resizeEvent(QResizeEvent *)
{
    m_content->setMinimumRange(width() / kMostPixelsPerSeq);
}

TimelineHit TimelineCanvas::hitAt(QPointF point) const
{
    return m_content->hitAt(scene(), point.x(), m_lanes.laneAt(int(point.y())));
}

bool TimelineCanvas::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        showCard(help->globalPos(), hitAt(help->pos()));
        return true;
    }
    return QWidget::event(event);
}

void TimelineCanvas::showCard(QPoint globalPosition, const TimelineHit &hit)
{
    m_cardTimer.stop();
    m_card = hit;
    m_cardAt = globalPosition;
    const QString text = timelineCard(*m_content->index(), hit, m_content->view(), m_zone);
    if (text.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(globalPosition, text, this, {}, kCardMs);
}

void TimelineCanvas::showCardOfSelection()
{
    const std::optional<SeqRange> selection = m_content->selection();
    if (!selection)
        return;
    const TimelineIndex &index = *m_content->index();
    TimelineHit hit;
    if (const std::optional<qsizetype> event = index.stream().indexOf(selection->first)) {
        hit.event = quint32(*event);
        hit.eventCount = 1;
    } else {
        hit.gap = index.gapAt(selection->first);
    }
    const std::optional<QPointF> centre = centreOf(selection->first);
    const QPointF at = centre ? *centre : QPointF(width() / 2.0, m_lanes.header);
    showCard(mapToGlobal((at + QPointF(14, 14)).toPoint()), hit);
}

/// Its data has been read from the cache.
void TimelineCanvas::completeCard()
{
    if (QToolTip::isVisible() && m_card.event)
        showCard(m_cardAt, m_card);
}

} // namespace Gapline
