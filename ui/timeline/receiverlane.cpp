// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/receiverlane.h"

#include "core/report/evidence.h"
#include "ui/timeline/receiverlaneaccessible.h"
#include "ui/timeline/timelinecontent.h"
#include "ui/timeline/timelinefont.h"
#include "ui/timeline/timelinepalette.h"
#include "ui/workspace/streamview.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <array>
#include <cmath>

namespace Gapline {
namespace {

constexpr double kMarkSize = 14;
constexpr double kLeastPixelsPerSeq = 5; ///< Below this, marks would cover each other.
constexpr double kReach = 8;

constexpr std::array<DeliveryMark, kVerdictRanks> kMarkOfRank{DeliveryMark::NotSubscribed,
                                                              DeliveryMark::NoEvidence,
                                                              DeliveryMark::Delivered,
                                                              DeliveryMark::Late,
                                                              DeliveryMark::Pending,
                                                              DeliveryMark::Rejected,
                                                              DeliveryMark::Missed};

QRectF boxAround(QPointF centre)
{
    return QRectF(0, 0, kMarkSize, kMarkSize)
        .translated(centre - QPointF(kMarkSize, kMarkSize) / 2);
}

/// Indexes of the compared stream that are in sight, with one mark's width beside; none that is in sight is left out.
std::pair<qsizetype, qsizetype>
shownEvents(const EventStream &stream, const TimelineContent &content, double width)
{
    const auto seqs = content.seqsBetween(-kMarkSize, width + kMarkSize, width);
    if (!seqs)
        return {0, 0};
    return {stream.lowerBound(seqs->first), stream.lowerBound(seqs->last.next())};
}

/// Whether marks have room beside each other.
bool hasRoomForMarks(const TimelineContent &content, const EventStream &stream, double width)
{
    if (!content.times())
        return content.scale(width).pixelsPerSeq() >= kLeastPixelsPerSeq;
    const auto [first, end] = shownEvents(stream, content, width);
    return double(end - first) * kMarkSize < width;
}

} // namespace

ReceiverLane::ReceiverLane(TimelineContent *content, QWidget *parent)
    : QWidget(parent)
    , m_content(content)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    installReceiverLaneAccessible(); // First: naming it makes Qt ask, and keep the answer.
    setAccessibleName(tr("Receiver: what its log says of each event"));
    connect(content, &TimelineContent::rangeChanged, this, qOverload<>(&QWidget::update));
    connect(content, &TimelineContent::indexChanged, this, qOverload<>(&QWidget::update));
    connect(content, &TimelineContent::selectionChanged, this, qOverload<>(&QWidget::update));
}

void ReceiverLane::setView(StreamView *view)
{
    if (m_view)
        disconnect(m_view, nullptr, this, nullptr);
    m_view = view;
    if (view)
        connect(view, &StreamView::deliveriesChanged, this, &ReceiverLane::showDeliveries);
    showDeliveries();
}

StreamDeliveriesPtr ReceiverLane::deliveries() const
{
    return m_view ? m_view->deliveries() : nullptr;
}

void ReceiverLane::showDeliveries()
{
    const StreamDeliveriesPtr shown = deliveries();
    if (shown) {
        const ReconcileTotals &totals = shown->totals();
        setAccessibleDescription(tr("%1 expected: %2 missed, %3 late, %4 pending, %5 delivered. "
                                    "Select an event to hear its own.")
                                     .arg(totals.expected())
                                     .arg(totals.of(Verdict::Missed))
                                     .arg(totals.of(Verdict::Late))
                                     .arg(totals.of(Verdict::Pending))
                                     .arg(totals.of(Verdict::Delivered)));
    }
    updateGeometry();
    update();
    emit shownChanged();
}

int ReceiverLane::laneHeight() const
{
    return std::max(30, fontMetrics().height() + 12);
}

QSize ReceiverLane::sizeHint() const
{
    const StreamDeliveriesPtr shown = deliveries();
    const bool hasOutage = shown && !shown->outages().empty();
    return {200, laneHeight() + (hasOutage ? fontMetrics().height() + 2 : 0)};
}

void ReceiverLane::paintEvent(QPaintEvent *)
{
    const TimelinePalette colors = timelinePalette(isDark(palette()));
    QPainter painter(this);
    painter.fillRect(rect(), colors.lane);
    painter.setPen(colors.separator);
    painter.drawLine(QPointF(0, 0.5), QPointF(width(), 0.5));
    const StreamDeliveriesPtr shown = deliveries();
    if (!shown)
        return;
    paintOutageBands(
        painter, QRectF(0, 1, width(), laneHeight()), *shown, *m_content, colors.isDark);
    if (hasRoomForMarks(*m_content, shown->stream(), width()))
        paintMarks(painter, *shown, colors.isDark);
    else
        paintDensity(painter, shown, colors.isDark);
    paintOutageNames(painter, *shown, colors.isDark);
}

void ReceiverLane::paintMarks(QPainter &painter, const StreamDeliveries &shown, bool isDark) const
{
    const EventStream &stream = shown.stream();
    const auto [first, end] = shownEvents(stream, *m_content, width());
    for (qsizetype i = first; i < end; ++i) {
        const EventVerdict &verdict = shown.at(i);
        const std::optional<double> x = m_content->xOf(stream, i, width());
        if (verdict.verdict == Verdict::NotExpected || !x)
            continue;
        const QRectF box = boxAround({*x, laneHeight() / 2.0 + 1});
        if (isSelected(stream.seqAt(i))) {
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(QPen(timelinePalette(isDark).selection, 1.5));
            painter.setBrush(Qt::NoBrush);
            painter.drawEllipse(box.adjusted(-3, -3, 3, 3));
        }
        paintDeliveryMark(painter, box, deliveryMark(verdict.verdict, verdict.duplicates), isDark);
    }
}

void ReceiverLane::paintDensity(QPainter &painter, const StreamDeliveriesPtr &shown, bool isDark)
{
    constexpr double kMargin = 4;
    constexpr double kLeastPart = 2;
    const double tall = laneHeight() - 2 * kMargin;
    const auto &columns =
        m_density.columns(shown, m_content->scale(width()), m_content->times(), width());
    for (size_t x = 0; x < columns.size(); ++x) {
        // The worst stands at the bottom: its place tells it without its colour.
        double bottom = 1 + kMargin + tall;
        for (const DensityPart &part : partsOf(columns[x], tall, kLeastPart)) {
            bottom -= part.height;
            painter.fillRect(QRectF(double(x), bottom, 1, part.height),
                             deliveryColor(kMarkOfRank.at(size_t(part.rank)), isDark));
        }
    }
}

void ReceiverLane::paintOutageNames(QPainter &painter,
                                    const StreamDeliveries &shown,
                                    bool isDark) const
{
    QFont bold = font();
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(deliveryColor(DeliveryMark::Missed, isDark));
    double taken = 0;
    for (const OutageBand &band : shown.outages()) {
        const PixelSpan at = m_content->columnOf(band.seqs, width());
        if (at.right < 0 || at.left > width())
            continue;
        const bool hasMissed = band.missed > 0;
        const qint64 count = hasMissed ? band.missed : band.others;
        // Beside another name a shorter one, as long as it begins below its own band: else it would name the other.
        for (const QString &text :
             {(hasMissed ? tr("outage · %1 missed") : tr("outage · %1 not in time")).arg(count),
              (hasMissed ? tr("%1 missed") : tr("%1 not in time")).arg(count),
              QLocale().toString(qlonglong(count))}) {
            const double wide = painter.fontMetrics().horizontalAdvance(text) + 8;
            const double middle =
                std::clamp((at.left + at.right - wide) / 2, 0.0, std::max(0.0, width() - wide));
            const double left = std::max(middle, taken);
            if (left > std::max(middle, at.right) || left + wide > width())
                continue;
            painter.drawText(
                QRectF(left, laneHeight(), wide, height() - laneHeight()), Qt::AlignCenter, text);
            taken = left + wide;
            break;
        }
    }
}

std::vector<Seq> ReceiverLane::seqsInSight(size_t most) const
{
    const StreamDeliveriesPtr shown = deliveries();
    if (!shown)
        return {};
    const EventStream &stream = shown->stream();
    auto [first, end] = shownEvents(stream, *m_content, width());
    if (end - first > qsizetype(most)) {
        const auto selection = m_content->selection();
        const qsizetype middle = selection ? stream.lowerBound(selection->first) : first;
        first = std::clamp(middle - qsizetype(most) / 2, first, end - qsizetype(most));
        end = first + qsizetype(most);
    }
    std::vector<Seq> seqs;
    for (qsizetype i = first; i < end; ++i) {
        if (shown->at(i).verdict != Verdict::NotExpected)
            seqs.push_back(stream.seqAt(i));
    }
    return seqs;
}

QRectF ReceiverLane::markOf(Seq seq) const
{
    const StreamDeliveriesPtr shown = deliveries();
    const auto x = shown ? m_content->xOf(shown->stream(), shown->stream().lowerBound(seq), width())
                         : std::nullopt;
    return x ? boxAround({*x, laneHeight() / 2.0 + 1}) : QRectF();
}

bool ReceiverLane::isSelected(Seq seq) const
{
    const std::optional<SeqRange> selection = m_content->selection();
    return selection && selection->contains(seq);
}

void ReceiverLane::select(Seq seq)
{
    m_content->selectAndReveal(SeqRange{seq, seq});
}

std::optional<Seq> ReceiverLane::seqAt(double x) const
{
    const StreamDeliveriesPtr shown = deliveries();
    if (!shown)
        return std::nullopt;
    const EventStream &stream = shown->stream();
    const auto seqs = m_content->seqsBetween(x - kReach, x + kReach, width());
    std::optional<qsizetype> best;
    for (qsizetype i = seqs ? stream.lowerBound(seqs->first) : stream.count();
         i < stream.count() && stream.seqAt(i) <= seqs->last;
         ++i) {
        const std::optional<double> at = m_content->xOf(stream, i, width());
        if (!at || std::abs(*at - x) > kReach || shown->at(i).verdict == Verdict::NotExpected)
            continue;
        if (!best || rankOf(shown->at(i).verdict) > rankOf(shown->at(*best).verdict))
            best = i;
    }
    return best ? std::optional(stream.seqAt(*best)) : std::nullopt;
}

void ReceiverLane::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    if (const std::optional<Seq> seq = seqAt(event->position().x()))
        m_content->select(SeqRange{*seq, *seq});
}

bool ReceiverLane::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const std::optional<Seq> seq = seqAt(help->pos().x());
    const StreamDeliveriesPtr shown = deliveries();
    const auto finding = seq ? shown->findingOf(*seq) : std::nullopt;
    if (!finding) {
        QToolTip::hideText();
        return true;
    }
    const QString text =
        tr("seq %1, %2: %3")
            .arg(seq->value)
            .arg(DeliveryText::name(deliveryMark(finding->verdict, quint32(finding->duplicates))),
                 verdictInWords(shown->comparison(), *finding, m_zone));
    QToolTip::showText(
        help->globalPos(), QStringLiteral("<p>%1</p>").arg(text.toHtmlEscaped()), this);
    return true;
}

void paintOutageBands(QPainter &painter,
                      const QRectF &area,
                      const StreamDeliveries &deliveries,
                      const TimelineContent &content,
                      bool isDark)
{
    for (const OutageBand &band : deliveries.outages()) {
        const PixelSpan at = content.columnOf(band.seqs, area.width());
        const QRectF box = QRectF(at.left, area.top(), at.width(), area.height()).intersected(area);
        if (!box.isEmpty())
            painter.fillRect(box, missedTint(isDark));
    }
}

ReceiverLegend::ReceiverLegend(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    setAccessibleName(tr("Legend of the receiver lane"));
}

void ReceiverLegend::setDeliveries(const StreamDeliveriesPtr &deliveries)
{
    m_marks.clear();
    m_hasOutage = deliveries && !deliveries->outages().empty();
    if (deliveries) {
        for (const Verdict verdict : kVerdicts) {
            if (deliveries->totals().of(verdict) > 0)
                m_marks.append(deliveryMark(verdict, 0));
        }
        if (deliveries->totals().duplicate > 0)
            m_marks.insert(std::min<qsizetype>(1, m_marks.size()), DeliveryMark::Duplicate);
    }
    update();
}

QSize ReceiverLegend::sizeHint() const
{
    return {200, std::max(22, fontMetrics().height() + 6)};
}

void ReceiverLegend::paintEvent(QPaintEvent *)
{
    const TimelinePalette colors = timelinePalette(isDark(palette()));
    QPainter painter(this);
    painter.fillRect(rect(), colors.lanePadding);
    if (height() < sizeHint().height())
        return;
    painter.setFont(timelineFont(font(), 11));
    double x = 12;
    const auto add = [&](const QString &text, auto paintSymbol) {
        const double wide = painter.fontMetrics().horizontalAdvance(text) + 34;
        if (x + wide > width())
            return;
        paintSymbol(QRectF(x, height() / 2.0 - 6.5, 13, 13));
        painter.setPen(colors.labelText);
        painter.drawText(QRectF(x + 18, 0, wide, height()), Qt::AlignLeft | Qt::AlignVCenter, text);
        x += wide;
    };
    add(tr("Receiver:"), [](const QRectF &) {});
    for (const DeliveryMark mark : m_marks) {
        add(DeliveryText::meaning(mark),
            [&](const QRectF &box) { paintDeliveryMark(painter, box, mark, colors.isDark); });
    }
    if (m_hasOutage) {
        add(tr("outage"), [&](const QRectF &box) {
            painter.fillRect(box, missedTint(colors.isDark));
            painter.setPen(deliveryColor(DeliveryMark::Missed, colors.isDark));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(box);
        });
    }
}

} // namespace Gapline
