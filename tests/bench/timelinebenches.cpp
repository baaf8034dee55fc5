// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/row.h"

#include "core/timeline/timelayout.h"
#include "ui/timeline/timelinepainter.h"

#include <QImage>
#include <QPainter>

#include <random>

namespace Gapline::Bench {
namespace {

/// 40 % of the seqs are internal-only; six nodes, a failure in a hundred events.
EventStreamPtr makeStream(qint64 count)
{
    StringTable types;
    for (const char *type : {"step.awaiting-approval", "step.completed", "step.failed"})
        types.intern(type);
    StringTable steps;
    for (const char *node : {"legal", "brand", "publish", "draft", "review", "final"})
        steps.intern(QByteArray("step_root_1777374504364_lwofay__to__") + node);
    std::mt19937_64 random(7);
    std::vector<EventColumns> events(static_cast<size_t>(count));
    qint64 seq = 0;
    for (EventColumns &event : events) {
        seq += 1 + (random() % 3 == 0 ? 2 : 0);
        event.seq = {seq};
        event.timestamp = fromEpochMs(1777374504255 + seq * 100);
        event.typeIndex = random() % 100 == 0 ? 2 : quint32(random() % 2);
        event.stepIndex = quint32(random() % steps.size());
    }
    EventStream::Builder builder{ExecutionId(QStringLiteral("exec_bench"))};
    builder.reserve(count);
    builder.add(1, events, types, steps);
    StreamState state;
    state.coverage.add({{1}, {seq + 3}});
    builder.setState(state);
    return builder.build();
}

struct FrameSeconds
{
    double layout = 0;
    double paint = 0;

    [[nodiscard]] double sum() const { return layout + paint; }
};

/// Layout and paint of everything that a change of the visible range makes stale: the best of some, each apart.
FrameSeconds frameSeconds(const TimelineIndex &index, QImage &image, AxisRange range)
{
    constexpr int kTimes = 20;
    const QSize size = image.size();
    TimelinePainter painter;
    const TimelinePalette palette = timelinePalette(false);
    const LaneGeometry lanes = LaneGeometry::fitting(index.lanes().count(), size.height(), 0);
    TimelineLayoutOptions options;
    options.laneCount = lanes.visibleCount();
    TimelineScene scene;
    const double layout = bestSecondsOf(kTimes, [&] {
        scene = layoutTimeline(index, TimelineScale(range, size.width()), options);
    });
    const double paint = bestSecondsOf(kTimes, [&] {
        QPainter device(&image);
        painter.paint(device, size, index, scene, lanes, palette, {});
    });
    return {layout, paint};
}

/// What a first version would write: one rectangle for each event.
double fillRectSeconds(const TimelineIndex &index, QImage &image)
{
    const EventStream &stream = index.stream();
    const TimelineScale scale(index.wholeStream(), image.width());
    const TimelinePalette palette = timelinePalette(false);
    return secondsOf([&] {
        image.fill(palette.lane);
        QPainter painter(&image);
        for (qsizetype event = 0; event < stream.count(); ++event) {
            const quint32 lane = index.lanes().laneOf(stream.stepIndexAt(event));
            painter.fillRect(
                QRectF(scale.pixelAt(double(stream.seqAt(event).value)), 20 + 30 * lane, 1, 20),
                palette.mark(index.categoryAt(event)));
        }
    });
}

std::vector<Measured> measureFrames()
{
    double naive = 0;
    {
        const TimelineIndex index(makeStream(1'000'000));
        QImage image(1920, 300, QImage::Format_RGB32);
        naive = fillRectSeconds(index, image);
    }
    const EventStreamPtr stream = makeStream(10'000'000);
    const double build = secondsOf([&] { TimelineIndex{stream}; });
    const TimelineIndex index(stream);
    std::vector<Measured> measured;
    for (const QSize size : {QSize(1920, 300), QSize(3840, 600)}) {
        QImage image(size, QImage::Format_RGB32);
        const AxisRange whole = index.wholeStream();
        FrameSeconds slowest;
        // From the whole stream to some seqs: every step of the wheel in between costs a frame.
        for (double width = whole.width(); width > 30; width *= 0.6) {
            const double from = whole.from + (whole.width() - width) * 0.4;
            const FrameSeconds frame = frameSeconds(index, image, {from, from + width});
            if (frame.sum() > slowest.sum())
                slowest = frame;
        }
        const auto add = [&](const FrameSeconds &frame, const QString &what) {
            measured.push_back({frame.sum() * 1000,
                                naive * 1000,
                                QStringLiteral("ms"),
                                0,
                                2,
                                QStringLiteral("%1, %2x%3: layout %4, paint %5")
                                    .arg(what)
                                    .arg(size.width())
                                    .arg(size.height())
                                    .arg(frame.layout * 1000, 0, 'f', 2)
                                    .arg(frame.paint * 1000, 0, 'f', 2)});
        };
        add(frameSeconds(index, image, whole),
            QStringLiteral("frame of 10^7 events, whole stream; fillRect of 10^6"));
        add(slowest, QStringLiteral("the slowest of all zooms"));
    }
    measured.push_back({build * 1000,
                        0,
                        QStringLiteral("ms"),
                        0,
                        500,
                        QStringLiteral("index of 10^7 events, on the pool")});
    return measured;
}

/// Layout and paint on a time axis.
double timeFrameSeconds(const TimeIndex &index, QImage &image, AxisRange range)
{
    const QSize size = image.size();
    TimelinePainter painter;
    const TimelinePalette palette = timelinePalette(false);
    const LaneGeometry lanes =
        LaneGeometry::fitting(index.events().lanes().count(), size.height(), 0);
    TimelineLayoutOptions options;
    options.laneCount = lanes.visibleCount();
    return bestSecondsOf(5, [&] {
        const TimelineScene scene = layoutTimes(index, TimelineScale(range, size.width()), options);
        QPainter device(&image);
        painter.paint(device, size, index.events(), scene, lanes, palette, {});
    });
}

std::vector<Measured> measureTimeFrames()
{
    const auto events = std::make_shared<const TimelineIndex>(makeStream(1'000'000));
    QImage image(1920, 300, QImage::Format_RGB32);
    const double naive = fillRectSeconds(*events, image);
    const double build = secondsOf([&] { TimeIndex(events, IdleTime::Shortened); });
    const TimeIndex index(events, IdleTime::Shortened);
    const AxisRange whole = index.axis().whole();
    double slowest = 0;
    for (double width = whole.width(); width > 1000; width *= 0.6) {
        const double from = whole.from + (whole.width() - width) * 0.4;
        slowest = std::max(slowest, timeFrameSeconds(index, image, {from, from + width}));
    }
    return {{timeFrameSeconds(index, image, whole) * 1000,
             naive * 1000,
             QStringLiteral("ms"),
             0,
             4,
             QStringLiteral("frame of 10^6 events on a time axis, 1920x300")},
            {slowest * 1000,
             naive * 1000,
             QStringLiteral("ms"),
             0,
             8,
             QStringLiteral("the slowest of all zooms of a time axis")},
            {build * 1000,
             0,
             QStringLiteral("ms"),
             0,
             100,
             QStringLiteral("order of 10^6 events by time, on the pool")}};
}

} // namespace

std::vector<Row> timelineBenches()
{
    return {
        {QStringLiteral("frame"), QStringLiteral("one fillRect per event"), measureFrames},
        {QStringLiteral("timeframe"), QStringLiteral("one fillRect per event"), measureTimeFrames}};
}

} // namespace Gapline::Bench
