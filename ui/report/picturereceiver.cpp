// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/picturereceiver.h"

#include "ui/report/shapebatch.h"
#include "ui/timeline/deliverydensity.h"
#include "ui/timeline/receiverlane.h"
#include "ui/timeline/timelinewidget.h"
#include "ui/timeline/verdictmark.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <array>

namespace Gapline {
namespace {

constexpr double kLane = 34;
constexpr double kNames = 16; ///< Room for what outages are called.
constexpr double kMarkSize = 14;
constexpr double kLeastPixelsPerSeq = 5; ///< Below this, marks would cover each other.

constexpr std::array<DeliveryMark, kVerdictRanks> kMarkOfRank{DeliveryMark::NotSubscribed,
                                                              DeliveryMark::NoEvidence,
                                                              DeliveryMark::Delivered,
                                                              DeliveryMark::Late,
                                                              DeliveryMark::Pending,
                                                              DeliveryMark::Rejected,
                                                              DeliveryMark::Missed};

} // namespace

PictureReceiver::PictureReceiver(const TimelinePicture &picture,
                                 const TimelineScale &scale,
                                 const TimelinePalette &palette,
                                 const QFont &font)
    : m_picture(picture)
    , m_scale(scale)
    , m_palette(palette)
    , m_font(font)
{ }

double PictureReceiver::heightOf(const StreamDeliveries &deliveries)
{
    return kLane + (deliveries.outages().empty() ? 0 : kNames);
}

QString PictureReceiver::name()
{
    return TimelineWidget::tr("Receiver");
}

void PictureReceiver::paintBands(QPainter &painter, double top, double bottom) const
{
    ShapeBatch bands;
    for (const OutageBand &band : m_picture.deliveries->outages()) {
        const auto [left, right] = m_picture.columnOf(band.seqs, m_scale);
        const double from = std::max(left, 0.0);
        const double to = std::min(right, m_scale.width());
        if (to > from)
            bands.fill({from, top, to - from, bottom - top}, missedTint(false));
    }
    bands.paint(painter);
}

void PictureReceiver::paint(QPainter &painter) const
{
    painter.fillRect(QRectF(0, 0, m_scale.width(), heightOf(*m_picture.deliveries)),
                     m_palette.lane);
    paintBands(painter, 0, kLane);
    if (hasRoomForMarks())
        paintMarks(painter);
    else
        paintDensity(painter);
    paintOutageNames(painter);
}

bool PictureReceiver::hasRoomForMarks() const
{
    if (!m_picture.times)
        return m_scale.pixelsPerSeq() >= kLeastPixelsPerSeq;
    return double(m_picture.deliveries->stream().count()) * kMarkSize < m_scale.width();
}

void PictureReceiver::paintMarks(QPainter &painter) const
{
    const StreamDeliveries &deliveries = *m_picture.deliveries;
    const EventStream &stream = deliveries.stream();
    for (qsizetype i = 0; i < stream.count(); ++i) {
        const EventVerdict &verdict = deliveries.at(i);
        const std::optional<double> x = m_picture.xOf(stream, i, m_scale);
        if (verdict.verdict == Verdict::NotExpected || !x || *x < 0 || *x > m_scale.width())
            continue;
        const QRectF box(*x - kMarkSize / 2, (kLane - kMarkSize) / 2, kMarkSize, kMarkSize);
        paintDeliveryMark(painter, box, deliveryMark(verdict.verdict, verdict.duplicates), false);
    }
}

void PictureReceiver::paintDensity(QPainter &painter) const
{
    constexpr double kMargin = 5;
    constexpr double kLeastPart = 2;
    constexpr double kTall = kLane - 2 * kMargin;
    DeliveryDensity density;
    const auto &columns =
        density.columns(m_picture.deliveries, m_scale, m_picture.times, int(m_scale.width()));
    ShapeBatch bars;
    for (size_t x = 0; x < columns.size(); ++x) {
        // The worst stands at the bottom: its place tells it without its colour.
        double bottom = kMargin + kTall;
        for (const DensityPart &part : partsOf(columns[x], kTall, kLeastPart)) {
            bottom -= part.height;
            bars.fill({double(x), bottom, 1, part.height},
                      deliveryColor(kMarkOfRank.at(size_t(part.rank)), false));
        }
    }
    bars.paint(painter);
}

void PictureReceiver::paintOutageNames(QPainter &painter) const
{
    QFont bold = m_font;
    bold.setPixelSize(11);
    bold.setBold(true);
    const QFontMetricsF metrics(bold);
    painter.setFont(bold);
    painter.setPen(deliveryColor(DeliveryMark::Missed, false));
    double taken = 0;
    for (const OutageBand &band : m_picture.deliveries->outages()) {
        const QString text = band.missed > 0
            ? ReceiverLane::tr("outage · %1 missed").arg(band.missed)
            : ReceiverLane::tr("outage · %1 not in time").arg(band.others);
        const double wide = metrics.horizontalAdvance(text) + 8;
        const auto [left, right] = m_picture.columnOf(band.seqs, m_scale);
        if (right < 0 || left > m_scale.width())
            continue;
        const double at =
            std::clamp((left + right - wide) / 2, 0.0, std::max(0.0, m_scale.width() - wide));
        if (at < taken)
            continue;
        painter.drawText(QRectF(at, kLane - 2, wide, kNames), Qt::AlignCenter, text);
        taken = at + wide;
    }
}

} // namespace Gapline
