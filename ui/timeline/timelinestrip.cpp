// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinestrip.h"

#include "ui/timeline/timelinecontent.h"
#include "ui/timeline/timelinepalette.h"
#include "ui/workspace/streamview.h"

#include <QMouseEvent>
#include <QPainter>

#include <cmath>

namespace Gapline {
namespace {

constexpr int kHeight = 38;
constexpr int kMargin = 6; ///< Above and below the line.
constexpr double kGripWidth = 5;
constexpr double kLeastFrame = 8;

} // namespace

TimelineStrip::TimelineStrip(TimelineContent *content, QWidget *parent)
    : QWidget(parent)
    , m_content(content)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMouseTracking(true);
    setAccessibleName(tr("Overview of the whole stream"));
    connect(content, &TimelineContent::indexChanged, this, [this] {
        m_overview = {};
        update();
    });
    connect(content, &TimelineContent::rangeChanged, this, qOverload<>(&QWidget::update));
}

QSize TimelineStrip::sizeHint() const
{
    return {200, kHeight};
}

double TimelineStrip::positionAt(double x) const
{
    return TimelineScale(m_content->wholeRange(), width()).positionAt(x);
}

QRectF TimelineStrip::frame() const
{
    const TimelineScale scale(m_content->wholeRange(), width());
    const AxisRange visible = m_content->visibleRange();
    double left = scale.pixelAt(visible.from);
    double right = scale.pixelAt(visible.to);
    if (right - left < kLeastFrame) {
        // A frame of less than a pixel must still be found and grabbed.
        const double middle =
            std::clamp((left + right) / 2, kLeastFrame / 2, width() - kLeastFrame / 2);
        left = middle - kLeastFrame / 2;
        right = middle + kLeastFrame / 2;
    }
    return QRectF(QPointF(left, 1), QPointF(right, height() - 1)).intersected(QRectF(rect()));
}

TimelineStrip::Part TimelineStrip::partAt(double x) const
{
    const QRectF at = frame();
    const double grip = std::min(kGripWidth, at.width() / 4);
    if (std::abs(x - at.left()) <= grip)
        return Part::Left;
    if (std::abs(x - at.right()) <= grip)
        return Part::Right;
    return x > at.left() && x < at.right() ? Part::Inside : Part::None;
}

void TimelineStrip::paintOverview()
{
    const TimelinePalette colors = timelinePalette(isDark(palette()));
    const double ratio = devicePixelRatioF();
    m_overview = QImage((QSizeF(size()) * ratio).toSize(), QImage::Format_RGB32);
    m_overview.setDevicePixelRatio(ratio);
    m_overview.fill(colors.lanePadding);
    const TimelineIndex &index = *m_content->index();
    if (index.stream().highestKnownSeq() == Seq{0})
        return;

    const TimelineScale scale(m_content->wholeRange(), width());
    const TimeIndex *times = m_content->times().get();
    const std::vector<OverviewColumn> columns =
        times ? layoutTimeOverview(*times, scale, ratio) : layoutOverview(index, scale, ratio);
    QPainter painter(&m_overview);
    const double top = kMargin;
    const double tall = height() - 2 * kMargin;
    const QBrush internal(colors.gapHatch, Qt::BDiagPattern);
    const QBrush unknown(colors.unknownHatch, Qt::DiagCrossPattern);
    const auto fillRun = [&](bool OverviewColumn::*has, const QColor &ground, const QBrush &hatch) {
        for (size_t i = 0; i < columns.size();) {
            size_t end = i;
            while (end < columns.size() && columns[end].*has)
                ++end;
            if (end > i) {
                const QRectF box(double(i) / ratio, top, double(end - i) / ratio, tall);
                painter.fillRect(box, ground);
                painter.fillRect(box, hatch);
            }
            i = std::max(end, i + 1);
        }
    };
    fillRun(&OverviewColumn::hasInternal, colors.gap, internal);
    fillRun(&OverviewColumn::hasUnknown, colors.unknown, unknown);

    // Few events on a time axis would be hairs.
    const bool isSparse = times && double(times->times().size()) * 8 < width();
    const double perSeq = times ? (isSparse ? 4 : 1) : scale.pixelsPerSeq();
    const double cell =
        perSeq < 4 ? std::max(perSeq, 1 / ratio) : std::floor((perSeq - 1) * ratio) / ratio;
    for (size_t i = 0; i < columns.size(); ++i) {
        const OverviewColumn &column = columns[i];
        if (column.events == 0)
            continue;
        const double left = std::round((double(i) + 0.5 - cell * ratio / 2)) / ratio;
        QColor color = colors.mark(column.top);
        color.setAlpha(column.hasFailure ? 255 : 110 + 130 * column.level / 255);
        painter.fillRect(QRectF(left, top, cell, tall - 6), color);
    }
    // Failures have a track of their own at the bottom: they are found without colours, too.
    for (size_t i = 0; i < columns.size(); ++i) {
        if (!columns[i].hasFailure)
            continue;
        const double wide = std::max(cell, 2.0);
        const QRectF box((double(i) + 0.5) / ratio - wide / 2, top + tall - 5, wide, 5);
        painter.fillRect(box, colors.mark(EventCategory::Failed));
    }
}

void TimelineStrip::paintEvent(QPaintEvent *)
{
    if (m_overview.isNull() || m_overview.devicePixelRatio() != devicePixelRatioF())
        paintOverview();
    QPainter painter(this);
    painter.drawImage(QPointF(0, 0), m_overview);
    if (m_content->index()->stream().highestKnownSeq() == Seq{0})
        return;
    const TimelinePalette colors = timelinePalette(isDark(palette()));
    if (const StreamView *view = m_content->view()) {
        m_missed.paint(painter,
                       QRectF(0, height() - kMargin, width(), kMargin - 1),
                       view->deliveries(),
                       TimelineScale(m_content->wholeRange(), width()),
                       m_content->times(),
                       colors.isDark);
    }
    const QRectF at = frame();
    QColor veil = colors.lanePadding;
    veil.setAlpha(110);
    painter.fillRect(QRectF(0, 0, at.left(), height()), veil);
    painter.fillRect(QRectF(at.right(), 0, width() - at.right(), height()), veil);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colors.selection, 1.6));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(at.adjusted(0.8, 0, -0.8, 0), 3, 3);
}

void TimelineStrip::resizeEvent(QResizeEvent *)
{
    m_overview = {};
}

void TimelineStrip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        m_overview = {};
    QWidget::changeEvent(event);
}

void TimelineStrip::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const double position = positionAt(event->position().x());
    m_dragged = partAt(event->position().x());
    const AxisRange visible = m_content->visibleRange();
    if (m_dragged == Part::None) {
        m_content->show({position - visible.width() / 2, position + visible.width() / 2});
        m_dragged = Part::Inside;
    }
    const AxisRange now = m_content->visibleRange();
    m_grip = position - (m_dragged == Part::Right ? now.to : now.from);
}

void TimelineStrip::mouseMoveEvent(QMouseEvent *event)
{
    const double x = event->position().x();
    if (m_dragged == Part::None) {
        const Part part = partAt(x);
        const bool isEnd = part == Part::Left || part == Part::Right;
        setCursor(isEnd                      ? Qt::SizeHorCursor
                      : part == Part::Inside ? Qt::OpenHandCursor
                                             : Qt::ArrowCursor);
        return;
    }
    const double at = positionAt(x) - m_grip;
    const AxisRange visible = m_content->visibleRange();
    const AxisRange whole = m_content->wholeRange();
    const double least = std::min(m_content->minimumRange(), visible.width());
    if (m_dragged == Part::Inside)
        m_content->panBy(at - visible.from);
    else if (m_dragged == Part::Left)
        m_content->show({std::clamp(at, whole.from, visible.to - least), visible.to});
    else
        m_content->show({visible.from, std::clamp(at, visible.from + least, whole.to)});
}

void TimelineStrip::mouseReleaseEvent(QMouseEvent *)
{
    m_dragged = Part::None;
}

void TimelineStrip::mouseDoubleClickEvent(QMouseEvent *)
{
    m_content->zoomToWhole();
}

void TimelineStrip::wheelEvent(QWheelEvent *event)
{
    const AxisRange visible = m_content->visibleRange();
    const double steps = event->angleDelta().y() / 120.0;
    m_content->zoomAt((visible.from + visible.to) / 2, std::pow(0.8, steps));
    event->accept();
}

} // namespace Gapline
