// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinelegend.h"

#include "ui/timeline/markpainter.h"
#include "ui/timeline/remarkpainter.h"
#include "ui/timeline/timelinecontent.h"
#include "ui/timeline/timelinefont.h"
#include "ui/timeline/timelinetext.h"

#include <QPainter>

#include <algorithm>
#include <array>

namespace Gapline {
namespace {

constexpr int kLeft = 12;
constexpr int kSpacing = 16;
constexpr int kMostLines = 3;
constexpr double kRadius = 5.5;

/// Writes entries one after the other, in as many lines as they need.
class LegendLines
{
public:
    LegendLines(QPainter &painter, QSize line, int height, const TimelinePalette &colors)
        : m_painter(painter)
        , m_line(line)
        , m_height(height)
        , m_colors(colors)
    { }

    [[nodiscard]] int count() const { return std::min(m_count, kMostLines); }

    template<typename PaintSymbol>
    void add(double symbolWidth, const QString &text, PaintSymbol paintSymbol)
    {
        const double width =
            symbolWidth + 5 + m_painter.fontMetrics().horizontalAdvance(text) + kSpacing;
        if (m_count > kMostLines)
            return;
        if (m_x > kLeft && m_x + width - kSpacing > m_line.width()) {
            m_x = kLeft;
            if (++m_count > kMostLines)
                return;
        }
        const double top = (m_count - 1) * double(m_line.height());
        m_x += width;
        if (top + m_line.height() > m_height)
            return; // Counted, for the size that the legend asks for.
        const double left = m_x - width;
        paintSymbol(QRectF(left, top, symbolWidth, m_line.height()));
        m_painter.setPen(m_colors.labelText);
        m_painter.drawText(QRectF(left + symbolWidth + 5, top, width, m_line.height()),
                           Qt::AlignLeft | Qt::AlignVCenter,
                           text);
    }

    void addGap(GapKind kind, const QString &text)
    {
        const bool isUnknown = kind == GapKind::Unknown;
        add(20, text, [&](const QRectF &box) {
            const QRectF swatch(box.left() + 0.5, box.center().y() - 5.5, 19, 11);
            m_painter.fillRect(swatch, isUnknown ? m_colors.unknown : m_colors.gap);
            const QColor &line = isUnknown ? m_colors.unknownHatch : m_colors.gapHatch;
            m_painter.fillRect(swatch,
                               QBrush(line, isUnknown ? Qt::DiagCrossPattern : Qt::BDiagPattern));
            m_painter.setRenderHint(QPainter::Antialiasing, false);
            m_painter.setPen(line);
            m_painter.setBrush(Qt::NoBrush);
            m_painter.drawRect(swatch);
        });
    }

private:
    QPainter &m_painter;
    QSize m_line; ///< One of them.
    int m_height; ///< Of what is painted; whole lines only.
    const TimelinePalette &m_colors;
    double m_x = kLeft;
    int m_count = 1;
};

} // namespace

TimelineLegend::TimelineLegend(TimelineContent *content, QWidget *parent)
    : QWidget(parent)
    , m_content(content)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    setAccessibleName(tr("Legend"));
    connect(content, &TimelineContent::indexChanged, this, qOverload<>(&QWidget::update));
}

QSize TimelineLegend::sizeHint() const
{
    return {200, m_lines * lineHeight()};
}

int TimelineLegend::lineHeight() const
{
    return std::max(22, fontMetrics().height() + 6);
}

void TimelineLegend::paintEvent(QPaintEvent *)
{
    const TimelinePalette colors = timelinePalette(isDark(palette()));
    QPainter painter(this);
    painter.fillRect(rect(), colors.lanePadding);
    painter.setPen(colors.separator);
    painter.drawLine(QPointF(0, 0.5), QPointF(width(), 0.5));
    const EventStream &stream = m_content->index()->stream();
    if (stream.highestKnownSeq() == Seq{0})
        return;

    painter.setFont(timelineFont(font(), 11));
    std::array<bool, kEventCategoryCount> occurs{};
    for (const QByteArray &type : stream.types().texts())
        occurs[size_t(categoryOf(type))] = true;
    LegendLines line(painter, {width(), lineHeight()}, height(), colors);
    for (int i = 0; i < kEventCategoryCount; ++i) {
        const auto category = EventCategory(i);
        if (!occurs[size_t(i)])
            continue;
        line.add(2 * kRadius, TimelineText::category(category), [&](const QRectF &box) {
            paintMark(painter, box.center(), kRadius, category, colors);
        });
    }
    const auto addBadge = [&](RemarkBadge badge, const QString &text) {
        line.add(2 * kRadius, text, [&](const QRectF &box) {
            paintBadge(painter, box.center(), badge, colors);
        });
    };
    if (stream.state().lateCount > 0)
        addBadge(RemarkBadge::Late, tr("appeared late"));
    if (stream.state().conflictCount > 0 || stream.state().goneCount > 0)
        addBadge(RemarkBadge::Alarm, tr("no longer what the API says"));
    line.addGap(GapKind::InternalOnly, tr("internal-only seqs: nothing to recover"));
    line.addGap(GapKind::Unknown, tr("not scanned yet"));
    // Larger text may need another line.
    if (line.count() != m_lines) {
        m_lines = line.count();
        updateGeometry();
    }
}

} // namespace Gapline
