// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/picturelegend.h"

#include "ui/report/shapebatch.h"
#include "ui/timeline/markpainter.h"
#include "ui/timeline/receiverlane.h"
#include "ui/timeline/remarkpainter.h"
#include "ui/timeline/timelinelegend.h"
#include "ui/timeline/timelinetext.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <array>

namespace Gapline {
namespace {

constexpr double kLine = 20;
constexpr double kSpacing = 18;
constexpr double kBeforeText = 5;
constexpr double kRadius = 5.5;

} // namespace

PictureLegend::PictureLegend(const TimelinePicture &picture,
                             const TimelinePalette &palette,
                             const QFont &font,
                             double width)
    : m_palette(palette)
    , m_font(font)
    , m_width(width)
{
    m_font.setPixelSize(11);
    addEvents(picture.index->stream());
    addGaps();
    if (picture.deliveries) {
        breakLine();
        addReceiver(*picture.deliveries);
    }
}

void PictureLegend::addEvents(const EventStream &stream)
{
    std::array<bool, kEventCategoryCount> occurs{};
    for (const QByteArray &type : stream.types().texts())
        occurs[size_t(categoryOf(type))] = true;
    for (int i = 0; i < kEventCategoryCount; ++i) {
        const auto category = EventCategory(i);
        if (!occurs[size_t(i)])
            continue;
        add(TimelineText::category(category),
            2 * kRadius,
            [this, category](QPainter &painter, const QRectF &box) {
                paintMark(painter, box.center(), kRadius, category, m_palette);
            });
    }
    const auto addBadge = [this](RemarkBadge badge, const QString &text) {
        add(text, 2 * kRadius, [this, badge](QPainter &painter, const QRectF &box) {
            paintBadge(painter, box.center(), badge, m_palette);
        });
    };
    if (stream.state().lateCount > 0)
        addBadge(RemarkBadge::Late, TimelineLegend::tr("appeared late"));
    if (stream.state().conflictCount > 0 || stream.state().goneCount > 0)
        addBadge(RemarkBadge::Alarm, TimelineLegend::tr("no longer what the API says"));
}

void PictureLegend::addGaps()
{
    const auto addGap = [this](bool isUnknown, const QString &text) {
        add(text, 20, [this, isUnknown](QPainter &painter, const QRectF &box) {
            const QRectF swatch(box.left(), box.center().y() - 6, 20, 12);
            ShapeBatch shapes;
            shapes.fill(swatch, isUnknown ? m_palette.unknown : m_palette.gap);
            shapes.hatch(swatch,
                         isUnknown ? m_palette.unknownHatch : m_palette.gapHatch,
                         isUnknown ? Hatch::Crossed : Hatch::Rising);
            shapes.paint(painter);
        });
    };
    addGap(false, TimelineLegend::tr("internal-only seqs: nothing to recover"));
    addGap(true, TimelineLegend::tr("not scanned yet"));
}

void PictureLegend::addReceiver(const StreamDeliveries &deliveries)
{
    add(ReceiverLegend::tr("Receiver:"), 0, [](QPainter &, const QRectF &) {});
    const auto addMark = [this](DeliveryMark mark) {
        add(DeliveryText::meaning(mark), 13, [mark](QPainter &painter, const QRectF &box) {
            paintDeliveryMark(
                painter, QRectF(box.left(), box.center().y() - 6.5, 13, 13), mark, false);
        });
    };
    const ReconcileTotals &totals = deliveries.totals();
    for (const Verdict verdict : kVerdicts) {
        if (totals.of(verdict) > 0)
            addMark(deliveryMark(verdict, 0));
    }
    if (totals.duplicate > 0)
        addMark(DeliveryMark::Duplicate);
    if (deliveries.outages().empty())
        return;
    add(ReceiverLegend::tr("outage"), 13, [](QPainter &painter, const QRectF &box) {
        painter.setPen(QPen(deliveryColor(DeliveryMark::Missed, false), 1));
        painter.setBrush(missedTint(false));
        painter.drawRect(QRectF(box.left() + 0.5, box.center().y() - 6, 12, 12));
    });
}

void PictureLegend::add(const QString &text,
                        double symbolWidth,
                        std::function<void(QPainter &, const QRectF &)> paintSymbol)
{
    const double wide =
        symbolWidth + kBeforeText + QFontMetricsF(m_font).horizontalAdvance(text) + kSpacing;
    if (m_x > 0 && m_x + wide - kSpacing > m_width)
        breakLine();
    m_entries.push_back({text, symbolWidth, std::move(paintSymbol), m_x, m_line});
    m_x += wide;
}

void PictureLegend::breakLine()
{
    m_x = 0;
    ++m_line;
}

double PictureLegend::height() const
{
    return (m_line + 1) * kLine;
}

void PictureLegend::paint(QPainter &painter, double top) const
{
    for (const Entry &entry : m_entries) {
        const double y = top + entry.line * kLine;
        entry.paintSymbol(painter, {entry.x, y, entry.symbolWidth, kLine});
        painter.setFont(m_font);
        painter.setPen(m_palette.labelText);
        const double left = entry.x + entry.symbolWidth + kBeforeText;
        painter.drawText(QRectF(left, y, m_width - left, kLine),
                         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                         entry.text);
    }
}

} // namespace Gapline
