// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/streambuilder.h"

#include "core/stream/gapfinder.h"
#include "core/timeline/timelinelayout.h"

#include <QFile>
#include <QTest>

#include <numeric>
#include <rapidcheck.h>

using namespace Gapline;
using Gapline::Test::StreamBuilder;

namespace {

TimelineIndex indexOf(const EventStreamPtr &stream, const EventFilter &filter = {})
{
    return TimelineIndex(std::make_shared<StreamRows>(
        stream, matchColumns(*stream, filter), filter, GapRows::Adjacent));
}

QString seqText(SeqRange range)
{
    return range.count() == 1
        ? QString::number(range.first.value)
        : QStringLiteral("%1-%2").arg(range.first.value).arg(range.last.value);
}

/// One line for each thing that is drawn: what, lane, role, x, width.
QString written(const TimelineScene &scene, const TimelineIndex &index)
{
    QString text;
    QTextStream out(&text);
    out.setRealNumberNotation(QTextStream::FixedNotation);
    out.setRealNumberPrecision(1);
    const auto seqOf = [&](quint32 event) { return index.stream().seqAt(event).value; };
    for (const GapColumn &gap : scene.gaps) {
        out << "gap " << gapKindName(gap.kind) << ' ' << seqText(gap.range) << " x=" << gap.x
            << " width=" << gap.width << " seqs=" << gap.seqCount << " level=" << gap.level
            << (gap.isMerged ? " merged" : "") << '\n';
    }
    for (const GapLabel &label : scene.gapLabels) {
        out << "label " << gapKindName(label.kind) << ' ' << label.seqCount << " x=" << label.x
            << " width=" << label.width << (label.isSum ? " sum" : "") << '\n';
    }
    for (const TimelineSpan &span : scene.spans) {
        out << "span lane=" << span.lane << ' ' << categoryName(span.category) << " x=" << span.x
            << " width=" << span.width << (span.endEvent == kOpenEnd ? " open" : "")
            << (span.isMerged ? " merged" : "") << '\n';
    }
    for (const DensityColumn &density : scene.density) {
        out << "density lane=" << density.lane << ' ' << categoryName(density.top)
            << " column=" << density.column << " count=" << density.count
            << " level=" << density.level << '\n';
    }
    for (const TimelineMark &mark : scene.marks) {
        out << "mark lane=" << mark.lane << ' ' << categoryName(mark.category) << " x=" << mark.x
            << " seq=" << seqOf(mark.event) << (mark.size == MarkSize::Small ? " small" : "")
            << '\n';
    }
    return text;
}

/// Compares with tests/golden/timeline/<name>.txt; GAPLINE_UPDATE_GOLDEN=1 writes it instead.
void compareWithGolden(const QString &actual, const QString &name)
{
    QFile file(QStringLiteral(GAPLINE_SOURCE_DIR "/tests/golden/timeline/%1.txt").arg(name));
    if (qEnvironmentVariableIntValue("GAPLINE_UPDATE_GOLDEN") == 1) {
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(actual.toUtf8());
        return;
    }
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
    const QStringList expected = QString::fromUtf8(file.readAll()).split(u'\n');
    const QStringList lines = actual.split(u'\n');
    for (qsizetype i = 0; i < std::min(expected.size(), lines.size()); ++i)
        QCOMPARE(lines[i], expected[i]);
    QCOMPARE(lines.size(), expected.size());
}

/// An approval with an outage of nothing: the run of a marketing copy with a breach and a cancelled step.
EventStreamPtr approvalRun()
{
    const QByteArray draft = "step_agent-draft_1777374504255_x1";
    const QByteArray legal = draft + "__to__human-legal";
    const QByteArray brand = draft + "__to__human-brand";
    const QByteArray publish = "group_parallel-review__to__agent-publish";
    return StreamBuilder()
        .event(1, "execution.dispatched")
        .event(4, "step.awaiting-approval", draft)
        .event(6, "step.completed", draft)
        .event(9, "step.awaiting-approval", legal)
        .event(10, "step.awaiting-approval", brand)
        .event(13, "step.completed", legal)
        .event(14, "loop.iteration-started", "group_parallel-review")
        .event(15, "step.cancelled", brand)
        .event(17, "step.awaiting-approval", legal)
        .event(18, "step.awaiting-approval", brand)
        .event(19, "step.breached", brand)
        .event(24, "step.completed", legal)
        .event(25, "step.awaiting-approval", brand)
        .event(28, "step.completed", brand)
        .event(29, "group.quorum-met", "group_parallel-review")
        .event(33, "step.awaiting-approval", publish)
        .event(36, "step.teleported", publish)
        .event(38, "execution.completed")
        .scanned(0, 40)
        .scanned(43, 44)
        .complete()
        .build();
}

/// A stream of random events, holes and scanned ranges.
EventStreamPtr randomStream()
{
    static const std::vector<QByteArray> kTypes{"step.awaiting-approval",
                                                "step.completed",
                                                "step.failed",
                                                "step.breached",
                                                "step.teleported"};
    StreamBuilder builder;
    const auto count = *rc::gen::inRange(0, 400);
    qint64 seq = 0;
    for (int i = 0; i < count; ++i) {
        const qint64 before = seq;
        seq += *rc::gen::weightedElement<int>({{12, 1}, {6, 2}, {2, 9}, {1, 500}});
        const auto &type = *rc::gen::elementOf(kTypes);
        const auto step = *rc::gen::inRange(0, 6);
        builder.event(seq, type, QByteArray("step_n") + char('a' + step) + "_1_x");
        if (*rc::gen::weightedElement<bool>({{9, true}, {1, false}}))
            builder.scanned(before, seq);
        else
            builder.scanned(seq - 1, seq);
    }
    if (*rc::gen::arbitrary<bool>())
        builder.scanned(seq, seq + 7);
    return builder.build();
}

using StartAndEnd = std::pair<quint32, quint32>;

/// Step by step, by the rules as one would say them: a wait begins with the first awaiting event, a breach ends it and
/// begins an overdue stretch, which only counts if something ends it.
std::vector<StartAndEnd> spansOfStep(const EventStream &stream, quint32 step)
{
    std::vector<StartAndEnd> spans;
    std::optional<quint32> start;
    bool isOverdue = false;
    for (quint32 event = 0; event < quint32(stream.count()); ++event) {
        if (stream.stepIndexAt(event) != step)
            continue;
        const EventCategory category = categoryOf(stream.typeAt(event));
        const bool ends = category == EventCategory::Completed
            || category == EventCategory::Cancelled || category == EventCategory::Failed
            || category == EventCategory::Breached;
        if (ends && start)
            spans.emplace_back(*start, event);
        if (category == EventCategory::Breached) {
            start = event;
            isOverdue = true;
        } else if (ends) {
            start.reset();
        } else if (category == EventCategory::Awaiting && (!start || isOverdue)) {
            start = event;
            isOverdue = false;
        }
    }
    if (start && !isOverdue)
        spans.emplace_back(*start, kOpenEnd);
    return spans;
}

/// Events on nodes in no order, a failure in a hundred, two of three seqs taken.
EventStreamPtr longStream(int count, int nodes)
{
    static const std::vector<QByteArray> kTypes{"step.awaiting-approval", "step.completed"};
    StreamBuilder builder;
    qint64 seq = 0;
    for (int i = 0; i < count; ++i) {
        seq += 1 + i * 31 % 7 % 2;
        builder.event(seq,
                      i % 101 == 50 ? QByteArray("step.failed") : kTypes[size_t(i / 3 % 2)],
                      "step_n" + QByteArray::number(i * 17 % nodes) + "_1_x");
    }
    return builder.scanned(0, seq).build();
}

/// What a density column says of its events, and what one finds who looks at each.
struct Counted
{
    quint32 events = 0;
    quint8 highestRank = 0;

    static Counted from(const DensityColumn &density)
    {
        return {density.count, rankOf(density.top)};
    }
    static Counted
    of(const TimelineIndex &index, const TimelineScale &scale, const DensityColumn &density)
    {
        const Seq first = scale.firstCentreAt(density.column);
        const Seq end = scale.firstCentreAt(density.column + 1);
        Counted counted;
        for (const quint32 event : index.eventsOf(density.lane)) {
            const Seq seq = index.stream().seqAt(event);
            if (seq < first || seq >= end)
                continue;
            ++counted.events;
            counted.highestRank = std::max(counted.highestRank, rankOf(index.categoryAt(event)));
        }
        return counted;
    }
    friend bool operator==(const Counted &, const Counted &) = default;
};

AxisRange randomRange(const TimelineIndex &index)
{
    const AxisRange whole = index.wholeStream();
    const double width = whole.width() / double(*rc::gen::inRange(1, 60));
    const double from = whole.from + (whole.width() - width) * *rc::gen::inRange(0, 100) / 100.0;
    return {from, from + width};
}

TimelineLayoutOptions atRatio(double devicePixelRatio)
{
    TimelineLayoutOptions options;
    options.devicePixelRatio = devicePixelRatio;
    return options;
}

} // namespace

class tst_TimelineLayout : public QObject
{
    Q_OBJECT

private slots:
    void anApprovalWithRoomForEverySeq()
    {
        const TimelineIndex index = indexOf(approvalRun());
        const TimelineScene scene = layoutTimeline(index, TimelineScale({1, 41}, 800), atRatio(1));
        compareWithGolden(written(scene, index), QStringLiteral("approval-800"));
    }

    void anApprovalTooNarrowForShapes()
    {
        const TimelineIndex index = indexOf(approvalRun());
        const TimelineScene scene =
            layoutTimeline(index, TimelineScale(index.wholeStream(), 60), atRatio(1));
        compareWithGolden(written(scene, index), QStringLiteral("approval-60"));
    }

    void lessThanAPixelPerSeq()
    {
        const TimelineIndex index = indexOf(approvalRun());
        const TimelineScene scene =
            layoutTimeline(index, TimelineScale(index.wholeStream(), 20), atRatio(2));
        compareWithGolden(written(scene, index), QStringLiteral("approval-20-at-200-percent"));
    }

    void hiddenEventsAreNotDrawnButGapsAre()
    {
        EventFilter filter;
        filter.types = {typePatternFrom(u"step.breached")};
        const TimelineIndex index = indexOf(approvalRun(), filter);
        const TimelineScene scene = layoutTimeline(index, TimelineScale({1, 41}, 800), atRatio(1));
        QCOMPARE(scene.marks.size(), 1U);
        QCOMPARE(scene.marks[0].x, 370.0);
        QCOMPARE(scene.spans.size(), 1U);
        const TimelineIndex all = indexOf(approvalRun());
        QCOMPARE(scene.gaps.size(),
                 layoutTimeline(all, TimelineScale({1, 41}, 800), atRatio(1)).gaps.size());
    }

    void aSpanWhoseEndIsHiddenIsNotOpen()
    {
        EventFilter filter;
        filter.types = {typePatternFrom(u"step.awaiting-approval")};
        const TimelineIndex index = indexOf(approvalRun(), filter);
        const std::span<const TimelineIndex::Span> spans = index.spansOf(1);
        QCOMPARE(spans.size(), 1U);
        QCOMPARE(index.endOf(spans[0]), Seq{6});
    }

    void whatStillWaitsReachesTheEndOfWhatIsKnown()
    {
        const TimelineIndex index = indexOf(
            StreamBuilder().event(2, "step.awaiting-approval", "step_a_1_x").scanned(0, 9).build());
        const TimelineScene scene =
            layoutTimeline(index, TimelineScale(index.wholeStream(), 90), atRatio(1));
        QCOMPARE(scene.spans.size(), 1U);
        QCOMPARE(scene.spans[0].endEvent, kOpenEnd);
        QCOMPARE(scene.spans[0].x, 15.0);
        QCOMPARE(scene.spans[0].x + scene.spans[0].width, 90.0);
    }

    void spansOfLessThanAPixelPerSeqAreWhatEndedThem()
    {
        StreamBuilder builder;
        // Lane 1: one alone. Lane 2: two that only touch. Lane 3: narrow ones, and lane 4: with another end.
        builder.event(2, "step.awaiting-approval", "step_a_1_x")
            .event(3, "step.awaiting-approval", "step_b_1_x")
            .event(1000, "step.completed", "step_b_1_x")
            .event(1001, "step.awaiting-approval", "step_b_1_x")
            .event(1500, "step.cancelled", "step_a_1_x")
            .event(2000, "step.cancelled", "step_b_1_x");
        for (qint64 i = 0; i < 30; ++i) {
            const QByteArray end = i == 20 ? "step.failed" : "step.completed";
            builder.event(2001 + 20 * i, "step.awaiting-approval", "step_c_1_x")
                .event(2002 + 20 * i, "step.awaiting-approval", "step_d_1_x")
                .event(2019 + 20 * i, "step.completed", "step_c_1_x")
                .event(2020 + 20 * i, end, "step_d_1_x");
        }
        const TimelineIndex index = indexOf(builder.scanned(0, 4000).build());
        const TimelineScene scene =
            layoutTimeline(index, TimelineScale({0, 4000}, 400), atRatio(1));
        QStringList spans;
        for (const TimelineSpan &span : scene.spans) {
            spans << QStringLiteral("%1: %2%3")
                         .arg(span.lane)
                         .arg(categoryName(span.category),
                              QLatin1String(span.isMerged ? " merged" : ""));
        }
        const QStringList expected{QStringLiteral("1: cancelled"),
                                   QStringLiteral("2: completed"),
                                   QStringLiteral("2: cancelled"),
                                   QStringLiteral("3: completed merged"),
                                   QStringLiteral("4: other merged")};
        QCOMPARE(spans, expected);
        QVERIFY(hitTest(index, scene, 50, 1).span);
    }

    void aBlockOfSpansThatBeginTogetherLooksLikeAllOfThem()
    {
        for (const bool isMixed : {false, true}) {
            StreamBuilder builder;
            // Blocks of 16 within two pixels: none of their spans is looked at.
            for (qint64 i = 0; i < 48; ++i)
                builder.event(
                    1 + i, "step.awaiting-approval", "step_a_1_x" + QByteArray::number(i));
            for (qint64 i = 0; i < 48; ++i) {
                builder.event(3000 + i,
                              isMixed && i == 40 ? "step.failed" : "step.completed",
                              "step_a_1_x" + QByteArray::number(i));
            }
            const TimelineIndex index = indexOf(builder.scanned(0, 4000).build());
            const TimelineScene scene =
                layoutTimeline(index, TimelineScale({0, 4000}, 100), atRatio(1));
            QCOMPARE(scene.spans.size(), 1U);
            QVERIFY(scene.spans[0].isMerged);
            QCOMPARE(scene.spans[0].category,
                     isMixed ? EventCategory::Unknown : EventCategory::Completed);
        }
    }

    void eitherEverySumOfAStepIsToldOrThoseOfWiderOnes()
    {
        // Ticks every 20 seqs, 25 pixels: room for the digits of a sum, but not for its sign as well.
        StreamBuilder builder;
        qint64 hidden = 0;
        for (qint64 seq = 1; seq <= 560; ++seq) {
            const bool isHidden = seq % 2 == 1 && seq % 20 < (seq < 60 ? 10 : 20);
            hidden += isHidden;
            if (!isHidden)
                builder.event(seq, "step.completed", "step_a_1_x");
        }
        const TimelineIndex index = indexOf(builder.scanned(0, 560).build());
        TimelineLayoutOptions options = atRatio(1);
        options.digitWidth = 4;
        options.rulerLabelWidth = 20;
        const TimelineScale scale({0, 560}, 700);
        QCOMPARE(tickStep(scale, options.rulerLabelWidth), 20);
        qint64 told = 0;
        for (const GapLabel &label : layoutTimeline(index, scale, options).gapLabels) {
            QVERIFY(label.isSum);
            QCOMPARE_GE(label.width, 4 * 4 + 10.0); // Two digits, the sign and the padding.
            told += label.seqCount;
        }
        QCOMPARE(told, hidden);
    }

    void aGapThatIsAloneInItsStepIsNoSum()
    {
        StreamBuilder builder;
        // 70 is alone. 101 and 103 are not, nor are they one gap.
        for (qint64 seq = 1; seq <= 200; ++seq) {
            if (seq != 70 && seq != 101 && seq != 103)
                builder.event(seq, "step.completed", "step_a_1_x");
        }
        const TimelineIndex index = indexOf(builder.scanned(0, 200).build());
        const TimelineScale scale({0, 200}, 400);
        const std::vector<GapLabel> labels = layoutTimeline(index, scale, atRatio(1)).gapLabels;
        QCOMPARE(labels.size(), 2U);
        QCOMPARE(labels[0].seqCount, 1);
        QVERIFY(!labels[0].isSum);
        QCOMPARE(labels[0].x, 141.0);
        QCOMPARE(labels[1].seqCount, 2);
        QVERIFY(labels[1].isSum);
    }

    void spansPairEachStartWithItsEnd()
    {
        QVERIFY(rc::check("the spans of a lane are those of its steps, ascending by start", [] {
            const EventStreamPtr stream = randomStream();
            const TimelineIndex index(stream);
            for (quint32 lane = 1; lane < index.lanes().count(); ++lane) {
                std::vector<StartAndEnd> expected;
                for (quint32 step = 0; step < stream->steps().size(); ++step) {
                    if (index.lanes().laneOf(step) == lane)
                        std::ranges::copy(spansOfStep(*stream, step), std::back_inserter(expected));
                }
                std::ranges::sort(expected);
                std::vector<StartAndEnd> found;
                for (const TimelineIndex::Span &span : index.spansOf(lane))
                    found.emplace_back(span.start, span.end);
                RC_ASSERT(found == expected);
            }
        }));
    }

    void aStreamIsDrawnBeforeItsRowsAreKnown()
    {
        const EventStreamPtr stream = approvalRun();
        const TimelineScale scale({1, 41}, 800);
        const TimelineIndex early(stream);
        const TimelineIndex late = indexOf(stream);
        QVERIFY(!early.isFiltered());
        QCOMPARE(written(layoutTimeline(early, scale, atRatio(1)), early),
                 written(layoutTimeline(late, scale, atRatio(1)), late));
    }

    void everyGapInSightHasAPixel()
    {
        QVERIFY(rc::check("each gap of the finder is covered by a column of its kind", [] {
            const EventStreamPtr stream = randomStream();
            const TimelineIndex index = indexOf(stream);
            const double ratio = *rc::gen::element(1.0, 1.5, 2.0);
            const TimelineScale scale(randomRange(index), *rc::gen::inRange(20, 900));
            const TimelineScene scene = layoutTimeline(index, scale, atRatio(ratio));
            for (const GapColumn &column : scene.gaps)
                RC_ASSERT(column.width >= 1.0);
            for (const Gap &gap : findGaps(*stream)) {
                const double left = scale.pixelAt(double(gap.range.first.value));
                const double right = scale.pixelAt(double(gap.range.last.value) + 1);
                if (right <= 1 || left >= scale.width() - 1)
                    continue;
                RC_ASSERT(std::ranges::any_of(scene.gaps, [&](const GapColumn &column) {
                    return column.kind == gap.kind && column.x < right + 1
                        && column.x + column.width > left - 1;
                }));
            }
        }));
    }

    void everyFailureInSightIsSeen()
    {
        QVERIFY(rc::check(
            "a failed event is a mark, or on top of its density column unless a failure covers it",
            [] {
                const EventStreamPtr stream = randomStream();
                const TimelineIndex index = indexOf(stream);
                const TimelineScale scale(randomRange(index), *rc::gen::inRange(20, 900));
                const TimelineScene scene = layoutTimeline(index, scale, atRatio(1));
                for (qsizetype event = 0; event < stream->count(); ++event) {
                    const double x = scale.centreOf(stream->seqAt(event));
                    if (!isFailure(index.categoryAt(event)) || x < 0 || x > scale.width())
                        continue;
                    const quint32 lane = index.lanes().laneOf(stream->stepIndexAt(event));
                    const bool isMark =
                        std::ranges::any_of(scene.marks, [&](const TimelineMark &mark) {
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

    void everyEventInSightIsDrawnOnce()
    {
        QVERIFY(rc::check("marks and density add up to the events between the margins", [] {
            const EventStreamPtr stream = randomStream();
            const TimelineIndex index = indexOf(stream);
            const TimelineScale scale(index.wholeStream(), *rc::gen::inRange(20, 900));
            const TimelineScene scene = layoutTimeline(index, scale, atRatio(1));
            const auto counted = std::accumulate(
                scene.density.begin(),
                scene.density.end(),
                scene.marks.size(),
                [](size_t sum, const DensityColumn &density) { return sum + density.count; });
            RC_ASSERT(counted == size_t(stream->count()));
        }));
    }

    void columnsOfManyEventsAreCountedExactly()
    {
        // Few lanes and more than are counted for all at once; with and without hidden events.
        for (const int nodes : {5, 90}) {
            const EventStreamPtr stream = longStream(20'000, nodes);
            EventFilter filter;
            for (const bool isFiltered : {false, true}) {
                if (isFiltered)
                    filter.types = {typePatternFrom(u"!step.completed")};
                const TimelineIndex index = indexOf(stream, filter);
                const TimelineScale whole(index.wholeStream(), 50);
                const TimelineScale part({1'000.25, 9'000.75}, 333);
                for (const TimelineScale &scale : {whole, part}) {
                    const TimelineScene scene = layoutTimeline(index, scale, atRatio(1));
                    QVERIFY(!scene.density.empty());
                    for (const DensityColumn &density : scene.density)
                        QCOMPARE(Counted::from(density), Counted::of(index, scale, density));
                }
            }
        }
    }

    void aFrameSharedByTwoThreadsIsThatOfItsLanes()
    {
        const TimelineIndex index = indexOf(longStream(20'000, 5));
        const TimelineScale scale({1, 15'000.5}, 2'000);
        const TimelineScene whole = layoutTimeline(index, scale, atRatio(1));
        // Enough for two threads; one lane of it alone is not.
        QCOMPARE_GT(whole.density.size() + whole.marks.size(), size_t(4'000));
        TimelineScene lanes = whole;
        lanes.spans.clear();
        lanes.density.clear();
        lanes.marks.clear();
        for (quint32 lane = 0; lane < index.lanes().count(); ++lane) {
            TimelineLayoutOptions options = atRatio(1);
            options.firstLane = lane;
            options.laneCount = 1;
            const TimelineScene one = layoutTimeline(index, scale, options);
            lanes.spans.insert(lanes.spans.end(), one.spans.begin(), one.spans.end());
            lanes.density.insert(lanes.density.end(), one.density.begin(), one.density.end());
            lanes.marks.insert(lanes.marks.end(), one.marks.begin(), one.marks.end());
        }
        // Which of them lays out which lane differs each time.
        for (int time = 0; time < 20; ++time) {
            const TimelineScene shared = layoutTimeline(index, scale, atRatio(1));
            QCOMPARE(written(shared, index), written(lanes, index));
        }
    }

    void theCentreOfEachMarkHitsIt()
    {
        QVERIFY(rc::check("hit test of a mark's centre finds its event", [] {
            const EventStreamPtr stream = randomStream();
            const TimelineIndex index = indexOf(stream);
            const TimelineScale scale(randomRange(index), *rc::gen::inRange(20, 900));
            const TimelineScene scene = layoutTimeline(index, scale, atRatio(1));
            for (const TimelineMark &mark : scene.marks)
                RC_ASSERT(hitTest(index, scene, mark.x, mark.lane).event == mark.event);
        }));
    }

    void aPointBetweenEventsHitsTheGapAndTheSpan()
    {
        const TimelineIndex index = indexOf(approvalRun());
        const TimelineScene scene = layoutTimeline(index, TimelineScale({1, 41}, 800), atRatio(1));
        const TimelineHit hit = hitTest(index, scene, 430, 2);
        QVERIFY(!hit.event);
        QCOMPARE(hit.gap->range, (SeqRange{{20}, {23}}));
        QCOMPARE(hit.gap->kind, GapKind::InternalOnly);
        QCOMPARE(index.startOf(*hit.span), Seq{17});
        QVERIFY(hitTest(index, scene, 430, std::nullopt).gap);
        QVERIFY(hitTest(index, scene, 130, 4).isEmpty() || hitTest(index, scene, 130, 4).gap);
    }

    void theGapsOfTheIndexAreThoseOfTheFinder()
    {
        QVERIFY(rc::check([] {
            const EventStreamPtr stream = randomStream();
            const TimelineIndex index = indexOf(stream);
            for (const Gap &gap : findGaps(*stream)) {
                RC_ASSERT(index.gapAt(gap.range.first) == gap);
                RC_ASSERT(index.gapAt(gap.range.last) == gap);
            }
            for (const qint64 seq : stream->seqs())
                RC_ASSERT(!index.gapAt({seq}));
        }));
    }

    void theOverviewTellsGapsAndFailures()
    {
        const TimelineIndex index = indexOf(approvalRun());
        const std::vector<OverviewColumn> overview =
            layoutOverview(index, TimelineScale(index.wholeStream(), 22));
        QCOMPARE(overview.size(), 22U);
        QCOMPARE(overview[9].top, EventCategory::Breached);
        QVERIFY(overview[9].hasFailure);
        QVERIFY(overview[10].hasInternal);
        QCOMPARE(overview[10].events, 0U);
        QVERIFY(overview[20].hasUnknown);
    }
};

QTEST_GUILESS_MAIN(tst_TimelineLayout)
#include "tst_timelinelayout.moc"
