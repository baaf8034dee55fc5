// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/scenepainter.h"

#include "ui/report/shapebatch.h"
#include "ui/timeline/breakpainter.h"
#include "ui/timeline/remarkpainter.h"
#include "ui/timeline/turnpainter.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace Gapline {
namespace {

// As on the screen: see TimelineBackdrop.
constexpr double kHalfSpan = 4;
constexpr double kHalfDensity = 6;
constexpr double kSliver = 3; ///< Without room for a hatch.
constexpr int kSeparatorAlpha = 200;

QColor blended(const QColor &below, const QColor &above, int alpha)
{
    const auto mix = [alpha](int from, int to) { return from + (to - from) * alpha / 256; };
    return QColor(mix(below.red(), above.red()),
                  mix(below.green(), above.green()),
                  mix(below.blue(), above.blue()));
}

QColor withAlpha(QColor color, int alpha)
{
    color.setAlpha(std::clamp(alpha, 0, 255));
    return color;
}

class ScenePainting
{
public:
    ScenePainting(QPainter &painter,
                  const TimelineScene &scene,
                  const LaneGeometry &lanes,
                  const TimelinePalette &palette)
        : m_painter(painter)
        , m_scene(scene)
        , m_lanes(lanes)
        , m_palette(palette)
        , m_ratio(scene.devicePixelRatio)
        , m_columns(size_t(std::max(std::lround(scene.scale.width() * m_ratio), 1L)))
    { }

    void paintGround()
    {
        ShapeBatch ground;
        const QRectF all(0, 0, m_scene.scale.width(), m_lanes.viewHeight);
        ground.fill(all, m_palette.lane);
        for (const GapColumn &gap : m_scene.gaps)
            addGap(ground, gap, m_lanes.viewHeight);
        for (const GapColumn &band : m_scene.bands)
            addGap(ground, band, LaneGeometry::kHeader);
        ground.paint(m_painter);
    }

    void paintLanes()
    {
        size_t span = 0;
        size_t density = 0;
        for (quint32 i = 0; i < m_scene.laneCount; ++i) {
            ShapeBatch lane;
            addSpans(lane, m_scene.firstLane + i, span);
            addDensity(lane, m_scene.firstLane + i, density);
            lane.paint(m_painter);
        }
        ShapeBatch separators;
        const QColor color = withAlpha(m_palette.separator, kSeparatorAlpha);
        for (quint32 i = 0; i < m_scene.laneCount; ++i) {
            const double y = m_lanes.topOf(m_scene.firstLane + i) + m_lanes.laneHeight - 0.5;
            separators.line({0, y}, {m_scene.scale.width(), y}, color);
        }
        separators.paint(m_painter);
    }

    void paintMarks()
    {
        for (const TimelineMark &mark : m_scene.marks) {
            const bool isFull = mark.size == MarkSize::Full;
            paintMark(m_painter,
                      {mark.x, m_lanes.middleOf(mark.lane)},
                      isFull ? kMarkRadius : kSmallMarkRadius,
                      mark.category,
                      m_palette);
        }
    }

    void paintLabels(QFont font)
    {
        constexpr double kTop = 2.5;
        constexpr double kHeight = 14;
        constexpr double kPadding = 10;
        constexpr double kLeast = 16;
        font.setPixelSize(11);
        const QFontMetricsF metrics(font);
        m_painter.setFont(font);
        m_painter.setRenderHint(QPainter::Antialiasing);
        for (const GapLabel &label : m_scene.gapLabels) {
            const QString text = gapLabelText(label);
            const double width = std::max(metrics.horizontalAdvance(text) + kPadding, kLeast);
            if (width > label.width)
                continue;
            const bool isUnknown = label.kind == GapKind::Unknown;
            const QRectF pill(label.x - width / 2, kTop, width, kHeight);
            m_painter.setPen(QPen(isUnknown ? m_palette.unknownHatch : m_palette.labelBorder, 1));
            m_painter.setBrush(isUnknown ? m_palette.unknown : m_palette.label);
            m_painter.drawRoundedRect(pill, kHeight / 2, kHeight / 2);
            m_painter.setPen(m_palette.labelText);
            m_painter.drawText(pill, Qt::AlignCenter, text);
        }
    }

private:
    [[nodiscard]] int columnAt(double x) const
    {
        return int(std::clamp(std::lround(x * m_ratio), 0L, long(m_columns)));
    }
    [[nodiscard]] QRectF boxOf(size_t from, size_t to, quint32 lane, double half) const
    {
        return {double(from) / m_ratio,
                m_lanes.middleOf(lane) - half,
                double(to - from) / m_ratio,
                2 * half};
    }

    void addGap(ShapeBatch &batch, const GapColumn &gap, int height) const
    {
        const bool isUnknown = gap.kind == GapKind::Unknown;
        const QColor &ground = isUnknown ? m_palette.unknown : m_palette.gap;
        const QColor &line = isUnknown ? m_palette.unknownHatch : m_palette.gapHatch;
        const int alpha = gap.isMerged ? 110 + 145 * gap.level / 255 : 255;
        // None is narrower than a pixel of the picture; two with one event between them keep it.
        const int from = columnAt(gap.x);
        const int to =
            std::min(std::max(columnAt(gap.x + gap.width), from + int(m_ratio)), int(m_columns));
        const QRectF box(from / m_ratio, 0, (to - from) / m_ratio, height);
        if (box.width() < kSliver) {
            batch.fill(box, withAlpha(blended(ground, line, 170), alpha));
            return;
        }
        batch.fill(box, withAlpha(ground, alpha));
        batch.hatch(box, withAlpha(line, alpha), isUnknown ? Hatch::Crossed : Hatch::Rising);
    }

    /// Where steps of one node wait at the same time, the one of the highest rank is seen, and the tint stays a tint.
    void addSpans(ShapeBatch &batch, quint32 lane, size_t &next) const
    {
        const auto &spans = m_scene.spans;
        std::vector<quint8> ranks(m_columns, 0); // 0 is no span.
        for (; next < spans.size() && spans[next].lane == lane; ++next) {
            const auto rank = quint8(rankOf(spans[next].category) + 1);
            const int to = columnAt(spans[next].x + spans[next].width);
            for (int x = columnAt(spans[next].x); x < to; ++x)
                ranks[size_t(x)] = std::max(ranks[size_t(x)], rank);
        }
        forEachRun(ranks, [&](size_t from, size_t to, quint8 rank) {
            batch.fill(boxOf(from, to, lane, kHalfSpan),
                       m_palette.span(categoryOfRank(quint8(rank - 1))));
        });
    }

    void addDensity(ShapeBatch &batch, quint32 lane, size_t &next) const
    {
        const auto &columns = m_scene.density;
        if (next == columns.size() || columns[next].lane != lane)
            return;
        // Wider than the column where there is room: a seq of several pixels is a bar, not a hair.
        const double room =
            m_scene.barWidth > 0 ? m_scene.barWidth : m_scene.scale.pixelsPerSeq() * 0.6;
        const int width = std::clamp(int(room * m_ratio), 1, int(5 * m_ratio));
        const int failureWidth = std::max(width, int(2 * m_ratio));
        std::vector<QRgb> common(m_columns, 0);
        std::vector<QRgb> failures(m_columns, 0);
        for (; next < columns.size() && columns[next].lane == lane; ++next) {
            const DensityColumn &at = columns[next];
            const bool isFailed = isFailure(at.top);
            const int wide = isFailed ? failureWidth : width;
            const int left = at.column - (wide - 1) / 2;
            // Faded towards the lane, not blended with what lies below: the hue must stay the category's.
            const int alpha = isFailed ? 256 : 120 + 136 * at.level / 255;
            const QRgb color = blended(m_palette.lane, m_palette.mark(at.top), alpha).rgb();
            std::vector<QRgb> &pixels = isFailed ? failures : common;
            const int to = std::clamp(left + wide, 0, int(m_columns));
            for (int x = std::clamp(left, 0, int(m_columns)); x < to; ++x)
                pixels[size_t(x)] = color;
        }
        forEachRun(common, [&](size_t from, size_t to, QRgb color) {
            batch.fill(boxOf(from, to, lane, kHalfDensity), QColor::fromRgb(color));
        });
        // Failures come last, and stand out by height as well as by colour.
        forEachRun(failures, [&](size_t from, size_t to, QRgb color) {
            batch.fillOnTop(boxOf(from, to, lane, m_lanes.laneHeight / 2.0 - 3),
                            QColor::fromRgb(color));
        });
    }

    /// Calls for each run of equal values that are not 0.
    template<typename Value, typename Take>
    static void forEachRun(const std::vector<Value> &values, Take take)
    {
        for (size_t x = 0; x < values.size();) {
            const size_t from = x;
            while (x < values.size() && values[x] == values[from])
                ++x;
            if (values[from] != 0)
                take(from, x, values[from]);
        }
    }

    QPainter &m_painter;
    const TimelineScene &m_scene;
    const LaneGeometry &m_lanes;
    const TimelinePalette &m_palette;
    double m_ratio;
    size_t m_columns; ///< Of density, from the left edge to the right.
};

} // namespace

void paintScene(QPainter &painter,
                const TimelineIndex &index,
                const TimelineScene &scene,
                const LaneGeometry &lanes,
                const TimelinePalette &palette,
                const std::vector<TimelineOverlay::Turn> &turns,
                const QFont &labelFont)
{
    ScenePainting painting(painter, scene, lanes, palette);
    painting.paintGround();
    painting.paintLanes();
    paintBreaks(painter, lanes.viewHeight, scene, palette);
    paintTurns(painter, turns, lanes, palette);
    painting.paintMarks();
    paintRemarks(painter, index, scene, lanes, palette);
    painting.paintLabels(labelFont);
}

} // namespace Gapline
