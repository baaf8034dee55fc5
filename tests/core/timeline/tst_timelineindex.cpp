// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/streambuilder.h"

#include "core/timeline/spanruns.h"
#include "core/timeline/timelineindex.h"

#include <QSet>
#include <QTest>

#include <numeric>
#include <rapidcheck.h>

using namespace Gapline;
using Gapline::Test::StreamBuilder;

namespace {

EventStreamPtr randomStream()
{
    static const std::vector<QByteArray> kTypes{"step.awaiting-approval",
                                                "step.completed",
                                                "step.failed",
                                                "step.breached",
                                                "execution.dispatched",
                                                "loop.iteration-started",
                                                "step.teleported"};
    StreamBuilder builder;
    const auto count = *rc::gen::inRange(0, 1200);
    const auto nodes = *rc::gen::element(1, 5, 90); // Of many lanes entries are not counted.
    qint64 seq = 0;
    quint32 dice = quint32(*rc::gen::inRange(1, 1000000));
    const auto roll = [&dice](quint32 sides) {
        dice = dice * 1664525 + 1013904223;
        return (dice >> 8) % sides;
    };
    for (int i = 0; i < count; ++i) {
        seq += 1 + (roll(3) == 0 ? 2 : 0);
        const QByteArray &type = kTypes[roll(quint32(kTypes.size()))];
        const bool hasStep = !type.startsWith("execution.");
        builder.event(seq,
                      type,
                      hasStep ? "step_n" + QByteArray::number(roll(quint32(nodes))) + "_1_x"
                              : QByteArray());
    }
    if (seq > 0)
        builder.scanned(0, seq);
    return builder.build();
}

StreamRowsPtr randomRows(const EventStreamPtr &stream)
{
    const quint32 share = *rc::gen::element(1U, 2U, 40U);
    EventIndexes shown;
    quint32 dice = quint32(*rc::gen::inRange(1, 1000000));
    for (quint32 event = 0; event < quint32(stream->count()); ++event) {
        dice = dice * 1664525 + 1013904223;
        if ((dice >> 8) % share == 0)
            shown.push_back(event);
    }
    return std::make_shared<const StreamRows>(stream, shown, EventFilter(), GapRows::Adjacent);
}

std::vector<quint32> copyOf(std::span<const quint32> values)
{
    return {values.begin(), values.end()};
}

/// Looks at each event and span of `whole` to say what an index of `shown` alone must hold.
void assertShowsOnly(const TimelineIndex &index,
                     const TimelineIndex &whole,
                     const QSet<quint32> &shown)
{
    std::vector<quint32> all(size_t(whole.stream().count()) + 1);
    std::iota(all.begin(), all.end(), 0U);
    std::vector<quint32> counts;
    if (index.countsEntries())
        index.countEntriesBefore(all, counts);
    for (quint32 lane = 0; lane < whole.lanes().count(); ++lane) {
        std::vector<quint32> events;
        for (const quint32 event : whole.eventsOf(lane)) {
            if (shown.contains(event))
                events.push_back(event);
        }
        RC_ASSERT(copyOf(index.eventsOf(lane)) == events);

        std::vector<TimelineIndex::Span> spans;
        for (const TimelineIndex::Span &span : whole.spansOf(lane)) {
            if (shown.contains(span.start) || (span.end != kOpenEnd && shown.contains(span.end)))
                spans.push_back(span);
        }
        RC_ASSERT(std::ranges::equal(index.spansOf(lane), spans));

        if (!events.empty()) {
            const auto from = *rc::gen::inRange<quint32>(0, quint32(events.size()));
            const auto to = *rc::gen::inRange<quint32>(from + 1, quint32(events.size()) + 1);
            quint8 highest = 0;
            for (quint32 entry = from; entry < to; ++entry)
                highest = std::max(highest, rankOf(index.categoryAt(events[entry])));
            RC_ASSERT(index.highestRank(lane, from, to) == highest);
            const quint32 at = index.highestEntry(lane, from, to);
            RC_ASSERT(rankOf(index.categoryAt(events[at])) == highest);
        }
        for (size_t event = 0; index.countsEntries() && event < all.size(); ++event) {
            const auto before = std::ranges::lower_bound(events, quint32(event)) - events.begin();
            RC_ASSERT(counts[event * whole.lanes().count() + lane] == quint32(before));
        }
    }
}

/// One step's events, one after the other: a wait lasts from "awaiting" to what ends the step; a breach ends one, and
/// begins another that counts only if something ends it.
std::vector<TimelineIndex::Span> waitsOf(const EventStream &stream, quint32 step)
{
    std::vector<TimelineIndex::Span> waits;
    bool isWaiting = false;
    bool isOverdue = false;
    const auto begin = [&](quint32 event, bool overdue) {
        waits.push_back({event, kOpenEnd});
        isWaiting = true;
        isOverdue = overdue;
    };
    const auto end = [&](quint32 event) {
        if (isWaiting)
            waits.back().end = event;
        isWaiting = isOverdue = false;
    };
    for (quint32 event = 0; event < quint32(stream.count()); ++event) {
        if (stream.stepIndexAt(event) != step)
            continue;
        const QByteArray &type = stream.typeAt(event);
        if (type == "step.awaiting-approval" && (!isWaiting || isOverdue)) {
            if (isOverdue)
                waits.pop_back();
            begin(event, false);
        } else if (type == "step.completed" || type == "step.failed") {
            end(event);
        } else if (type == "step.breached") {
            end(event);
            begin(event, true);
        }
    }
    if (isOverdue)
        waits.pop_back();
    return waits;
}

} // namespace

class tst_TimelineIndex : public QObject
{
    Q_OBJECT

private slots:
    void aWaitLastsFromItsBeginToWhatEndsIt()
    {
        QVERIFY(rc::check("the spans of a lane are the waits of its steps", [] {
            const EventStreamPtr stream = randomStream();
            const TimelineIndex index(stream);
            std::vector<std::vector<TimelineIndex::Span>> waits(index.lanes().count());
            for (quint32 step = 0; step < stream->steps().size(); ++step) {
                const auto ofStep = waitsOf(*stream, step);
                auto &ofLane = waits[index.lanes().laneOf(step)];
                ofLane.insert(ofLane.end(), ofStep.begin(), ofStep.end());
            }
            // The first lane is the execution's own.
            for (quint32 lane = 1; lane < index.lanes().count(); ++lane) {
                std::ranges::sort(waits[lane], {}, &TimelineIndex::Span::start);
                RC_ASSERT(std::ranges::equal(index.spansOf(lane), waits[lane]));
            }
        }));
    }

    void aFilterHidesEventsAndSpansAndNothingElse()
    {
        QVERIFY(rc::check("an index under a filter is the whole one without what is hidden", [] {
            const EventStreamPtr stream = randomStream();
            const TimelineIndex whole(stream);
            const StreamRowsPtr rows = randomRows(stream);
            const TimelineIndex index = whole.filtered(rows);
            RC_ASSERT(index.isFiltered() == (rows->eventCount() < stream->count()));
            const EventIndexes events = rows->eventIndexes();
            assertShowsOnly(index, whole, QSet<quint32>(events.begin(), events.end()));
            RC_ASSERT(std::ranges::equal(index.longestHoles(), whole.longestHoles()));
            RC_ASSERT(index.loopTurns() == whole.loopTurns());
            RC_ASSERT(index.lanes().all() == whole.lanes().all());
        }));
    }

    void theReachOfSpansIsThatOfTheShownOnes()
    {
        QVERIFY(rc::check("each block reaches as far as the furthest of its spans", [] {
            const EventStreamPtr stream = randomStream();
            const TimelineIndex index = TimelineIndex(stream).filtered(randomRows(stream));
            for (quint32 lane = 0; lane < index.lanes().count(); ++lane) {
                const auto spans = index.spansOf(lane);
                const auto blocks = index.spanBlocksOf(lane);
                RC_ASSERT(blocks.size() == (spans.size() + 15) / 16);
                for (size_t i = 0; i < spans.size(); ++i) {
                    const TimelineIndex::SpanBlock &block = blocks[i / 16];
                    const qint64 start = index.startOf(spans[i]).value;
                    const qint64 end = index.endOf(spans[i]).value;
                    RC_ASSERT(block.firstStart <= start && start <= block.lastStart);
                    RC_ASSERT(end <= block.furthestEnd && end - start <= block.longest);
                    if (i % 16 > 0)
                        continue;
                    EventCategory joint = index.categoryOfSpan(spans[i]);
                    for (const auto &span :
                         spans.subspan(i).first(std::min<size_t>(16, spans.size() - i)))
                        joint = jointCategory(joint, index.categoryOfSpan(span));
                    RC_ASSERT(block.category == joint);
                }
            }
        }));
    }

    void oneFilterAfterTheOtherIsLikeTheLastAlone()
    {
        QVERIFY(rc::check("what an earlier filter hid comes back", [] {
            const EventStreamPtr stream = randomStream();
            const TimelineIndex whole(stream);
            const StreamRowsPtr rows = randomRows(stream);
            const TimelineIndex second = whole.filtered(randomRows(stream)).filtered(rows);
            const EventIndexes events = rows->eventIndexes();
            assertShowsOnly(second, whole, QSet<quint32>(events.begin(), events.end()));
            const TimelineIndex back = second.filtered(nullptr);
            RC_ASSERT(!back.isFiltered());
            for (quint32 lane = 0; lane < whole.lanes().count(); ++lane)
                RC_ASSERT(copyOf(back.eventsOf(lane)) == copyOf(whole.eventsOf(lane)));
        }));
    }
};

QTEST_GUILESS_MAIN(tst_TimelineIndex)
#include "tst_timelineindex.moc"
