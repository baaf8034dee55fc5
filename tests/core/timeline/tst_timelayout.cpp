// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/streambuilder.h"

#include "core/stream/gapfinder.h"
#include "core/timeline/timelayout.h"

#include <QTest>

#include <numeric>
#include <rapidcheck.h>

using namespace Gapline;
using Gapline::Test::StreamBuilder;

namespace {

constexpr qint64 kBegin = 1777374504255;

std::shared_ptr<const TimeIndex> timesOf(const EventStreamPtr &stream,
                                         IdleTime idle = IdleTime::Full)
{
    return std::make_shared<const TimeIndex>(std::make_shared<const TimelineIndex>(stream), idle);
}

/// One pixel a second from the first event on.
TimelineScale secondsWide(double seconds)
{
    return {{0, seconds * 1000}, seconds};
}

TimelineLayoutOptions plain()
{
    return {};
}

/// Seqs 1–20: gaps 2–3, 5–8, 10–12 (11 not scanned), 14–19.
EventStreamPtr someStream()
{
    return StreamBuilder()
        .event(1, "execution.dispatched", {}, kBegin)
        .event(4, "step.awaiting-approval", "step_legal_1_x", kBegin + 100'000)
        .event(9, "step.breached", "step_legal_1_x", kBegin + 400'000)
        .event(13, "step.completed", "step_legal_1_x", kBegin + 400'000)
        .event(20, "execution.completed", {}, kBegin + 900'000)
        .scanned(0, 10)
        .scanned(11, 24)
        .build();
}

/// A stream as one would tell it: what waits from when to when, and what becomes of it. Seconds after the begin.
class Waits
{
public:
    /// Far more events than pixels, all in the lane of a node of their own.
    Waits &crowd(int seconds)
    {
        for (int i = 0; i < 4 * seconds; ++i)
            add(i / 4.0, "step.completed", "step_crowd_1_x");
        return *this;
    }
    Waits &wait(const QByteArray &node, double from, double to, const QByteArray &end)
    {
        const QByteArray step = "step_" + node + "_1_x" + QByteArray::number(m_events.size());
        add(from, "step.awaiting-approval", step);
        add(to, end, step);
        return *this;
    }
    [[nodiscard]] EventStreamPtr build()
    {
        std::ranges::stable_sort(m_events, {}, &Event::at);
        StreamBuilder builder;
        qint64 seq = 0;
        for (const Event &event : m_events)
            builder.event(++seq, event.type, event.step, kBegin + qint64(event.at * 1000));
        return builder.scanned(0, seq).build();
    }

private:
    struct Event
    {
        double at = 0;
        QByteArray type;
        QByteArray step;
    };

    void add(double at, const QByteArray &type, const QByteArray &step)
    {
        m_events.push_back({at, type, step});
    }

    std::vector<Event> m_events;
};

/// "completed 10-200", one for each span of the lane that holds a node's events; merged ones in brackets.
QStringList spansOf(const TimeIndex &index, const TimelineScene &scene, const QByteArray &node)
{
    const EventStream &stream = index.events().stream();
    QStringList texts;
    for (const TimelineSpan &span : scene.spans) {
        if (!stream.stepIdAt(span.startEvent)->startsWith("step_" + node + '_'))
            continue;
        const QString text = QStringLiteral("%1 %2-%3")
                                 .arg(categoryName(span.category))
                                 .arg(std::round(span.x))
                                 .arg(std::round(span.x + span.width));
        texts << (span.isMerged ? QStringLiteral("(%1)").arg(text) : text);
    }
    return texts;
}

/// Random seqs, and times that mostly rise; some events have none.
EventStreamPtr randomStream()
{
    StreamBuilder builder;
    const auto count = *rc::gen::inRange(0, 300);
    qint64 seq = 0;
    qint64 time = kBegin;
    for (int i = 0; i < count; ++i) {
        const qint64 before = seq;
        seq += *rc::gen::weightedElement<int>({{12, 1}, {6, 2}, {2, 9}, {1, 500}});
        time += *rc::gen::weightedElement<qint64>(
            {{6, 0}, {9, 40}, {4, 5000}, {1, 4'000'000}, {2, -700}});
        const bool isTimed = *rc::gen::weightedElement<bool>({{15, true}, {1, false}});
        const auto step = *rc::gen::inRange(0, 5);
        const auto type = *rc::gen::element<QByteArray>(
            "step.awaiting-approval", "step.completed", "step.failed");
        builder.event(seq,
                      type,
                      QByteArray("step_n") + char('a' + step) + "_1_x",
                      isTimed ? time : 0,
                      isTimed ? EventFlags() : EventFlags(EventFlag::NoTimestamp));
        if (*rc::gen::weightedElement<bool>({{9, true}, {1, false}}))
            builder.scanned(before, seq);
        else
            builder.scanned(seq - 1, seq);
    }
    if (*rc::gen::arbitrary<bool>())
        builder.scanned(seq, seq + 7);
    return builder.build();
}

AxisRange randomRange(const TimeIndex &index)
{
    const AxisRange whole = index.axis().whole();
    const double width = whole.width() / double(*rc::gen::inRange(1, 60));
    const double from = whole.from + (whole.width() - width) * *rc::gen::inRange(0, 100) / 100.0;
    return {from, from + width};
}

} // namespace

class tst_TimeLayout : public QObject
{
    Q_OBJECT

private slots:
    void eventsStandAtTheirTimes()
    {
        const auto index = timesOf(someStream());
        const TimelineScene scene = layoutTimes(*index, secondsWide(1000), plain());
        QCOMPARE(scene.marks.size(), 3U);
        QCOMPARE(scene.marks[0].x, 0.0);
        QCOMPARE(scene.marks[1].x, 900.0);
        QCOMPARE(scene.marks[2].x, 100.0);
        // Two events of one moment share a bar; the breach is on top.
        QCOMPARE(scene.density.size(), 1U);
        QCOMPARE(scene.density[0].column, 400);
        QCOMPARE(scene.density[0].count, 2U);
        QCOMPARE(scene.density[0].top, EventCategory::Breached);
    }

    void spansReachFromTimeToTime()
    {
        const auto index = timesOf(someStream());
        const TimelineScene scene = layoutTimes(*index, secondsWide(1000), plain());
        QCOMPARE(scene.spans.size(), 2U);
        QCOMPARE(scene.spans[0].x, 0.0);
        QCOMPARE(scene.spans[0].width, 900.0);
        QCOMPARE(scene.spans[1].x, 100.0);
        QCOMPARE(scene.spans[1].width, 300.0);
        QCOMPARE(scene.spans[1].category, EventCategory::Breached);
    }

    void aLoneSpanAmongManyEventsIsWhatEndedIt()
    {
        const auto index = timesOf(Waits()
                                       .crowd(1000)
                                       .wait("legal", 100, 400, "step.completed")
                                       .wait("brand", 200, 900, "step.cancelled")
                                       .build());
        const TimelineScene scene = layoutTimes(*index, secondsWide(1000), plain());
        QCOMPARE(spansOf(*index, scene, "legal"), QStringList{QStringLiteral("completed 100-400")});
        QCOMPARE(spansOf(*index, scene, "brand"), QStringList{QStringLiteral("cancelled 200-900")});
        const quint32 lane = scene.spans.front().lane;
        QVERIFY(hitTestTimes(*index, scene, 250, lane).span);
    }

    void spansThatOnlyTouchStayWhatTheyAre()
    {
        const auto index = timesOf(Waits()
                                       .crowd(1000)
                                       .wait("legal", 100, 400, "step.cancelled")
                                       .wait("legal", 400, 402, "step.completed")
                                       .wait("legal", 402, 700, "step.completed")
                                       .wait("legal", 700.5, 900, "step.breached")
                                       .build());
        const TimelineScene scene = layoutTimes(*index, secondsWide(1000), plain());
        const QStringList expected{QStringLiteral("cancelled 100-400"),
                                   QStringLiteral("completed 400-402"),
                                   QStringLiteral("completed 402-700"),
                                   QStringLiteral("breached 701-900")};
        QCOMPARE(spansOf(*index, scene, "legal"), expected);
    }

    void spansThatAreDrawnAsOneLookLikeAllOfThem()
    {
        Waits waits;
        waits.crowd(1000).wait("brand", 100, 400, "step.completed");
        waits.wait("brand", 300, 600, "step.cancelled");
        for (int i = 0; i < 100; ++i) {
            waits.wait("legal", 100 + 2 * i, 102 + 2 * i, "step.completed");
            waits.wait(
                "draft", 100 + 2 * i, 102 + 2 * i, i == 50 ? "step.failed" : "step.completed");
        }
        const auto index = timesOf(waits.build());
        const TimelineScene scene = layoutTimes(*index, secondsWide(1000), plain());
        QCOMPARE(spansOf(*index, scene, "legal"),
                 QStringList{QStringLiteral("(completed 100-300)")});
        // Nothing of it still waits, and not all of it is completed.
        QCOMPARE(spansOf(*index, scene, "draft"), QStringList{QStringLiteral("(other 100-300)")});
        QCOMPARE(spansOf(*index, scene, "brand"), QStringList{QStringLiteral("(other 100-600)")});
    }

    void aBlockOfSpansThatBeginTogetherLooksLikeAllOfThem()
    {
        Waits waits;
        waits.crowd(1000);
        // Blocks of 64 within two pixels: none of their spans is looked at.
        for (int i = 0; i < 256; ++i) {
            waits.wait("legal", 100 + i * 0.01, 400 + i * 0.01, "step.completed");
            waits.wait("brand", 100 + i * 0.01, 400, i % 2 ? "step.cancelled" : "step.completed");
        }
        const auto index = timesOf(waits.build());
        const TimelineScene scene = layoutTimes(*index, secondsWide(1000), plain());
        QCOMPARE(spansOf(*index, scene, "legal"),
                 QStringList{QStringLiteral("(completed 100-403)")});
        QCOMPARE(spansOf(*index, scene, "brand"), QStringList{QStringLiteral("(other 100-400)")});
    }

    void theOnlyLongSpanOfAFewThatBeginTogetherIsNoRun()
    {
        const auto index = timesOf(Waits()
                                       .crowd(1000)
                                       .wait("legal", 100, 100.1, "step.failed")
                                       .wait("legal", 100.2, 100.3, "step.failed")
                                       .wait("legal", 100.4, 400, "step.completed")
                                       .build());
        const TimelineScene scene = layoutTimes(*index, secondsWide(1000), plain());
        QCOMPARE(spansOf(*index, scene, "legal"), QStringList{QStringLiteral("completed 100-400")});
    }

    void gapsLieBetweenTheTimesOfTheirNeighbours()
    {
        const auto index = timesOf(someStream());
        const TimelineScene scene = layoutTimes(*index, secondsWide(1000), plain());
        QStringList bands;
        for (const GapColumn &band : scene.bands) {
            bands << QStringLiteral("%1 %2-%3: %4, from %5 to %6")
                         .arg(gapKindName(band.kind))
                         .arg(band.range.first.value)
                         .arg(band.range.last.value)
                         .arg(band.seqCount)
                         .arg(band.x)
                         .arg(std::round(band.x + band.width + 0.49));
        }
        // Long bands leave a pixel to the event behind them.
        // 10 and 12 are internal and 11 is unknown; no time passes between 9 and 13, yet they can be seen.
        const QStringList expected{QStringLiteral("internal 2-3: 2, from 0 to 99"),
                                   QStringLiteral("internal 5-8: 4, from 100 to 399"),
                                   QStringLiteral("internal 9-13: 2, from 400 to 401"),
                                   QStringLiteral("internal 14-19: 6, from 400 to 899"),
                                   QStringLiteral("internal 21-24: 4, from 900 to 917"),
                                   QStringLiteral("unknown 9-13: 1, from 400 to 401")};
        QCOMPARE(bands, expected);
        // Over the lanes only what is not known.
        QCOMPARE(scene.gaps.size(), 1U);
        QCOMPARE(scene.gaps[0].kind, GapKind::Unknown);
    }

    void theBandOfTheCountsHitsGapsAndTheLanesHitEvents()
    {
        const auto index = timesOf(someStream());
        const TimelineScene scene = layoutTimes(*index, secondsWide(1000), plain());
        QCOMPARE(hitTestTimes(*index, scene, 250, std::nullopt).gap->range, (SeqRange{{5}, {8}}));
        QCOMPARE(hitTestTimes(*index, scene, 600, std::nullopt).gap->range, (SeqRange{{14}, {19}}));
        QCOMPARE(hitTestTimes(*index, scene, 910, std::nullopt).gap->range, (SeqRange{{21}, {24}}));
        const TimelineHit hit = hitTestTimes(*index, scene, 100, 1);
        QCOMPARE(index->events().stream().seqAt(*hit.event), Seq{4});
        QVERIFY(!hit.gap);
        QCOMPARE(hitTestTimes(*index, scene, 400, 1).eventCount, 2U);
        QCOMPARE(hitTestTimes(*index, scene, 400, 1).gap->kind, GapKind::Unknown);
        QVERIFY(hitTestTimes(*index, scene, 250, 1).span);
    }

    void eventsWithoutATimeAreNowhereAndCounted()
    {
        const auto index =
            timesOf(StreamBuilder()
                        .event(1, "execution.dispatched", {}, 0, EventFlag::NoTimestamp)
                        .event(3, "step.awaiting-approval", "step_a_1_x", kBegin)
                        .event(5, "step.completed", "step_a_1_x", 0, EventFlag::NoTimestamp)
                        .event(7, "execution.completed", {}, kBegin + 10'000)
                        .scanned(0, 7)
                        .build());
        QCOMPARE(index->untimedCount(), 2);
        QCOMPARE(index->axis().firstTime(), kBegin);
        QVERIFY(!index->positionOf(0));
        const TimelineScene scene =
            layoutTimes(*index, TimelineScale(index->axis().whole(), 500), plain());
        QCOMPARE(scene.marks.size(), 2U);
        // Seq 2 lies before the first time, 4 and 6 between the two times that are known.
        QCOMPARE(index->hiddenBefore(0, 1).internal, 1);
        QCOMPARE(index->hiddenBefore(1, 2).internal, 2);
        QVERIFY(TimeIndex(std::make_shared<const TimelineIndex>(
                              StreamBuilder()
                                  .event(1, "step.completed", {}, 0, EventFlag::NoTimestamp)
                                  .scanned(0, 3)
                                  .build()),
                          IdleTime::Full)
                    .axis()
                    .isEmpty());
    }

    void aClockThatRanBackwardsMovesNoOtherEvent()
    {
        const auto index = timesOf(StreamBuilder()
                                       .event(1, "step.completed", "step_a_1_x", kBegin + 100'000)
                                       .event(2, "step.completed", "step_a_1_x", kBegin)
                                       .event(3, "step.completed", "step_a_1_x", kBegin + 200'000)
                                       .scanned(0, 3)
                                       .build());
        const TimelineScene scene = layoutTimes(*index, secondsWide(300), plain());
        QStringList marks;
        for (const TimelineMark &mark : scene.marks)
            marks << QStringLiteral("%1 at %2").arg(mark.event + 1).arg(mark.x);
        const QStringList expected{
            QStringLiteral("2 at 0"), QStringLiteral("1 at 100"), QStringLiteral("3 at 200")};
        QCOMPARE(marks, expected);
        QCOMPARE(*index->seqsBetween(-10, 150'000), (SeqRange{{1}, {2}}));
    }

    void everyTimedEventInSightIsDrawnOnce()
    {
        QVERIFY(rc::check("marks and density add up to the events that have a time", [] {
            const EventStreamPtr stream = randomStream();
            const auto index =
                timesOf(stream, *rc::gen::element(IdleTime::Full, IdleTime::Shortened));
            const TimelineScale scale(index->axis().whole(), *rc::gen::inRange(20, 900));
            const TimelineScene scene = layoutTimes(*index, scale, plain());
            const auto counted = std::accumulate(
                scene.density.begin(),
                scene.density.end(),
                scene.marks.size(),
                [](size_t sum, const DensityColumn &density) { return sum + density.count; });
            RC_ASSERT(counted == size_t(stream->count() - index->untimedCount()));
        }));
    }

    void noSeqWithoutAnEventVanishes()
    {
        QVERIFY(
            rc::check("bands hold every hidden seq of their kind, each at least a pixel wide", [] {
                const EventStreamPtr stream = randomStream();
                const auto index =
                    timesOf(stream, *rc::gen::element(IdleTime::Full, IdleTime::Shortened));
                if (index->axis().isEmpty())
                    return;
                const TimelineScale scale(index->axis().whole(), *rc::gen::inRange(20, 900));
                const TimelineScene scene = layoutTimes(*index, scale, plain());
                qint64 internal = 0;
                qint64 unknown = 0;
                for (const GapColumn &band : scene.bands) {
                    RC_ASSERT(band.width >= 1.0);
                    (band.kind == GapKind::Unknown ? unknown : internal) += band.seqCount;
                }
                const std::vector<Gap> gaps = findGaps(*stream);
                RC_ASSERT(internal == countSeqs(gaps, GapKind::InternalOnly));
                RC_ASSERT(unknown == countSeqs(gaps, GapKind::Unknown));
            }));
    }

    void everyFailureInSightIsSeen()
    {
        QVERIFY(rc::check("a failed event is a mark, or on top of its column", [] {
            const EventStreamPtr stream = randomStream();
            const auto index = timesOf(stream);
            const TimelineScale scale(randomRange(*index), *rc::gen::inRange(20, 900));
            const TimelineScene scene = layoutTimes(*index, scale, plain());
            for (qsizetype event = 0; event < stream->count(); ++event) {
                const std::optional<double> position = index->positionOf(event);
                const double x = position ? scale.pixelAt(*position) : -1;
                if (!isFailure(index->events().categoryAt(event)) || x < 0 || x > scale.width())
                    continue;
                const quint32 lane = index->events().lanes().laneOf(stream->stepIndexAt(event));
                const bool isMark = std::ranges::any_of(scene.marks, [&](const TimelineMark &mark) {
                    return mark.event == quint32(event);
                });
                const bool isOnTop =
                    std::ranges::any_of(scene.density, [&](const DensityColumn &density) {
                        return density.lane == lane && isFailure(density.top)
                            && std::abs(density.column + 0.5 - x) <= 1;
                    });
                RC_ASSERT(isMark || isOnTop);
            }
        }));
    }

    void theOverviewTellsGapsAndFailures()
    {
        const auto index = timesOf(someStream());
        const std::vector<OverviewColumn> overview = layoutTimeOverview(*index, secondsWide(1000));
        QCOMPARE(overview[400].top, EventCategory::Breached);
        QVERIFY(overview[400].hasFailure);
        QVERIFY(overview[400].hasUnknown);
        QVERIFY(overview[600].hasInternal);
        QCOMPARE(overview[600].events, 0U);
        QVERIFY(!overview[950].hasInternal);
    }
};

QTEST_GUILESS_MAIN(tst_TimeLayout)
#include "tst_timelayout.moc"
