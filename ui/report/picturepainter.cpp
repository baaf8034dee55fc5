// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/picturepainter.h"

#include "core/domain/displaytext.h"
#include "core/timeline/timelayout.h"
#include "ui/report/picturereceiver.h"
#include "ui/report/pictureruler.h"
#include "ui/report/scenepainter.h"
#include "ui/report/shapebatch.h"
#include "ui/timeline/lanelabels.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace Gapline {
namespace {

constexpr double kMargin = 16;
constexpr double kRuler = 24;
constexpr double kBetween = 10; ///< Title, lanes, legend, coverage.
constexpr double kLaneHeight = 34;
constexpr double kNameIndent = 10;
constexpr double kNamePadding = 8;
constexpr int kMostIndent = 4;
constexpr double kLeastNames = 90;
constexpr double kMostNames = 220;
constexpr quint32 kMeasured = 300; ///< Lanes whose names decide the width.
constexpr int kWrapped = Qt::AlignLeft | Qt::AlignTop | Qt::TextWrapAnywhere;
constexpr int kWrappedWords = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;
/// Lines without room between them would tell nothing apart.
constexpr double kTurnRoom = 24;

QString nameOf(const Lane &lane)
{
    const QString name =
        lane.isExecution() ? LaneLabels::tr("Execution") : displayText(lane.node, 200);
    return lane.isCollapsed() ? name + QStringLiteral(" +%1").arg(lane.sharing) : name;
}

double indentOf(const Lane &lane)
{
    return kNamePadding + kNameIndent * std::min(lane.depth, kMostIndent);
}

double namesWidth(const TimelinePicture &picture, const QFontMetricsF &metrics)
{
    const TimelineLanes &lanes = picture.index->lanes();
    double widest = kNamePadding + metrics.horizontalAdvance(PictureRuler::corner(picture));
    for (quint32 i = 0; i < std::min(lanes.count(), kMeasured); ++i) {
        const Lane &lane = lanes.all()[i];
        widest = std::max(widest, indentOf(lane) + metrics.horizontalAdvance(nameOf(lane)));
    }
    return std::ceil(std::clamp(widest + kNamePadding, kLeastNames, kMostNames));
}

QFont withPixels(QFont font, int pixels, bool isBold)
{
    font.setPixelSize(pixels);
    font.setBold(isBold);
    return font;
}

} // namespace

PicturePainter::PicturePainter(const TimelinePicture &picture,
                               double width,
                               double ratio,
                               const QFont &font)
    : m_picture(picture)
    , m_width(width)
    , m_ratio(ratio)
    , m_font(font)
    , m_palette(timelinePalette(false))
    , m_namesWidth(namesWidth(picture, QFontMetricsF(withPixels(font, 12, false))))
    , m_scale(picture.range, std::floor(width - 2 * kMargin - m_namesWidth))
    , m_legend(picture, m_palette, font, width - 2 * kMargin)
{ }

QFont PicturePainter::sized(int pixels, bool isBold) const
{
    return withPixels(m_font, pixels, isBold);
}

double PicturePainter::textHeight(const QString &text, const QFont &font) const
{
    const QRectF room(0, 0, m_width - 2 * kMargin, 1e6);
    return std::ceil(QFontMetricsF(font).boundingRect(room, kWrappedWords, text).height());
}

double PicturePainter::titleHeight() const
{
    const QRectF room(0, 0, m_width - 2 * kMargin, 1e6);
    const double title = std::ceil(
        QFontMetricsF(sized(17, true)).boundingRect(room, kWrapped, m_picture.title).height());
    const double below =
        m_picture.subtitle.isEmpty() ? 0 : 3 + textHeight(m_picture.subtitle, sized(12));
    return title + below;
}

double PicturePainter::receiverHeight() const
{
    return m_picture.deliveries ? PictureReceiver::heightOf(*m_picture.deliveries) : 0;
}

double PicturePainter::coverageHeight() const
{
    double height = 0;
    for (const QString &line : m_picture.coverage)
        height += textHeight(line, sized(11)) + 2;
    return height;
}

double PicturePainter::lanesTop() const
{
    return kMargin + titleHeight() + kBetween + kRuler;
}

double PicturePainter::heightOf(quint32 lanes) const
{
    constexpr double kNote = 16;
    return std::ceil(lanesTop() + LaneGeometry::kHeader + lanes * kLaneHeight + receiverHeight()
                     + kBetween + m_legend.height() + kBetween / 2 + coverageHeight() + kNote
                     + kMargin);
}

quint32 PicturePainter::lanesWithin(double height) const
{
    const double room = (height - heightOf(0)) / kLaneHeight;
    return quint32(std::clamp(room, 1.0, 1e6));
}

void PicturePainter::paint(QPainter &painter, const PicturePage &page) const
{
    LaneGeometry lanes;
    lanes.laneHeight = int(kLaneHeight);
    lanes.laneCount = laneCount();
    lanes.viewHeight = LaneGeometry::kHeader + int(page.laneCount * kLaneHeight);
    lanes.scroll = int(page.firstLane * kLaneHeight);

    const double height = heightOf(page.laneCount);
    const double bottom = lanesTop() + lanes.viewHeight + receiverHeight();
    // First of all: what reaches beyond its edges is covered by what comes later.
    painter.fillRect(QRectF(0, 0, m_width, height), m_palette.lane);
    painter.save();
    painter.translate(kMargin + m_namesWidth, lanesTop());
    paintLanes(painter, page, lanes);
    painter.restore();
    painter.fillRect(QRectF(0, 0, kMargin + m_namesWidth, height), m_palette.lane);
    painter.fillRect(QRectF(m_width - kMargin, 0, kMargin, height), m_palette.lane);
    painter.fillRect(QRectF(0, bottom, m_width, height - bottom), m_palette.lane);
    painter.fillRect(QRectF(0, 0, m_width, lanesTop() - kRuler), m_palette.lane);

    painter.save();
    painter.translate(kMargin, lanesTop());
    paintNames(painter, page, lanes);
    painter.restore();
    paintTitle(painter);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(m_palette.separator, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(kMargin - 0.5,
                            lanesTop() - kRuler - 0.5,
                            m_namesWidth + m_scale.width() + 1,
                            bottom - lanesTop() + kRuler));
    painter.save();
    painter.translate(kMargin, 0);
    m_legend.paint(painter, bottom + kBetween);
    paintFoot(painter, bottom + kBetween + m_legend.height() + kBetween / 2, page.note);
    painter.restore();
}

TimelineScene PicturePainter::sceneOf(const PicturePage &page) const
{
    const QFontMetricsF metrics(sized(12));
    TimelineLayoutOptions options;
    options.firstLane = page.firstLane;
    options.laneCount = page.laneCount;
    options.devicePixelRatio = m_ratio;
    options.digitWidth = QFontMetricsF(sized(11)).horizontalAdvance(u'0');
    options.rulerLabelWidth = PictureRuler::labelWidth(m_picture, metrics);
    TimelineScene scene = m_picture.times ? layoutTimes(*m_picture.times, m_scale, options)
                                          : layoutTimeline(*m_picture.index, m_scale, options);
    // Those beyond the edges are laid out for the window, which clips them.
    std::erase_if(scene.marks, [this](const TimelineMark &mark) {
        return mark.x < 0 || mark.x > m_scale.width();
    });
    return scene;
}

std::vector<TimelineOverlay::Turn> PicturePainter::turnsOf(const TimelineScene &scene) const
{
    const TimelineIndex &index = *m_picture.index;
    const EventStream &stream = index.stream();
    const auto lanes = index.lanes().loopLanes().value_or(std::pair(1U, index.lanes().count() - 1));
    std::vector<TimelineOverlay::Turn> turns;
    for (const quint32 turn : m_picture.turns) {
        const std::optional<double> x = m_picture.xOf(stream, turn, scene.scale);
        if (!x || *x < 0 || *x > scene.scale.width())
            continue;
        const quint32 own = index.lanes().laneOf(stream.stepIndexAt(turn));
        turns.push_back({*x, std::min(lanes.first, own), std::max(lanes.second, own)});
        if (double(turns.size()) * kTurnRoom > scene.scale.width())
            return {};
    }
    return turns;
}

void PicturePainter::paintLanes(QPainter &painter,
                                const PicturePage &page,
                                const LaneGeometry &lanes) const
{
    const TimelineScene scene = sceneOf(page);
    paintScene(painter, *m_picture.index, scene, lanes, m_palette, turnsOf(scene), sized(11));
    if (m_picture.deliveries) {
        PictureReceiver receiver(m_picture, m_scale, m_palette, m_font);
        receiver.paintBands(painter, LaneGeometry::kHeader, lanes.viewHeight);
        painter.save();
        painter.translate(0, lanes.viewHeight);
        receiver.paint(painter);
        painter.restore();
    }
    painter.save();
    painter.translate(0, -kRuler);
    PictureRuler(m_picture, m_scale, m_palette, sized(12)).paint(painter, kRuler);
    painter.restore();
}

void PicturePainter::paintNames(QPainter &painter,
                                const PicturePage &page,
                                const LaneGeometry &lanes) const
{
    const QFontMetricsF metrics(sized(12));
    painter.fillRect(QRectF(0, -kRuler, m_namesWidth, kRuler + lanes.viewHeight + receiverHeight()),
                     m_palette.lanePadding);
    painter.setFont(sized(12));
    painter.setPen(m_palette.labelText);
    const auto write = [&](const QRectF &box, const QString &text) {
        painter.drawText(box,
                         Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                         metrics.elidedText(text, Qt::ElideMiddle, box.width()));
    };
    const double right = m_namesWidth - kNamePadding / 2;
    write({kNamePadding, -kRuler, right - kNamePadding, kRuler}, PictureRuler::corner(m_picture));
    painter.setPen(m_palette.text);
    for (quint32 i = page.firstLane; i < page.firstLane + page.laneCount; ++i) {
        const Lane &lane = m_picture.index->lanes().all()[i];
        const double left = indentOf(lane);
        write({left, double(lanes.topOf(i)), right - left, kLaneHeight}, nameOf(lane));
    }
    if (m_picture.deliveries) {
        painter.setFont(sized(12, true));
        write({kNamePadding, double(lanes.viewHeight), right - kNamePadding, kLaneHeight},
              PictureReceiver::name());
    }
    ShapeBatch lines;
    lines.line({m_namesWidth - 0.5, -kRuler},
               {m_namesWidth - 0.5, lanes.viewHeight + receiverHeight()},
               m_palette.separator);
    for (quint32 i = page.firstLane; i < page.firstLane + page.laneCount; ++i) {
        const double y = lanes.topOf(i) + kLaneHeight - 0.5;
        lines.line({0, y}, {m_namesWidth, y}, m_palette.separator);
    }
    for (const LaneBracket &bracket : m_picture.index->lanes().brackets()) {
        const double top = std::max(lanes.topOf(bracket.first) + 5.5, 20.0);
        const double end =
            std::min(lanes.topOf(bracket.last) + kLaneHeight - 6.5, double(lanes.viewHeight));
        if (end <= top)
            continue;
        for (const double y : {top, end})
            lines.line({2, y}, {5, y}, m_palette.fadedText);
        lines.line({2, top}, {2, end}, m_palette.fadedText);
    }
    lines.paint(painter);
}

void PicturePainter::paintTitle(QPainter &painter) const
{
    const double wide = m_width - 2 * kMargin;
    painter.setFont(sized(17, true));
    painter.setPen(m_palette.text);
    QRectF taken;
    painter.drawText(QRectF(kMargin, kMargin, wide, 1000), kWrapped, m_picture.title, &taken);
    painter.setFont(sized(12));
    painter.setPen(m_palette.labelText);
    painter.drawText(
        QRectF(kMargin, taken.bottom() + 3, wide, 1000), kWrappedWords, m_picture.subtitle);
}

void PicturePainter::paintFoot(QPainter &painter, double top, const QString &note) const
{
    const double wide = m_width - 2 * kMargin;
    painter.setFont(sized(11));
    painter.setPen(m_palette.text);
    for (const QString &line : m_picture.coverage) {
        const double tall = textHeight(line, sized(11));
        painter.drawText(QRectF(0, top, wide, tall + 2), kWrappedWords, line);
        top += tall + 2;
    }
    painter.setPen(m_palette.labelText);
    painter.drawText(QRectF(0, top, wide, 16), Qt::AlignLeft | Qt::AlignVCenter, note);
}

} // namespace Gapline
