// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reconcile/receivertimeline.h"

#include "core/reconcile/retryhorizon.h"

#include <algorithm>
#include <tuple>

namespace Gapline {
namespace {

bool saysSomething(Verdict verdict, EpochMs t, const Reconciliation &result)
{
    switch (verdict) {
    case Verdict::Delivered:
    case Verdict::Late:
    case Verdict::Rejected:
    case Verdict::Missed:
        return true;
    case Verdict::Pending:
        return result.asOf && t + result.schedule.timeout <= *result.asOf;
    case Verdict::NotSubscribed:
    case Verdict::NoEvidence:
    case Verdict::NotExpected:
        break;
    }
    return false;
}

/// How long after its event the row was received that decides the verdict.
std::optional<std::chrono::milliseconds>
delayOf(const ReconcileInput &input, const EventVerdict &verdict, EpochMs t)
{
    if (verdict.decisiveRow == kNoRow)
        return std::nullopt;
    const auto receivedAt = input.deliveries->receivedAt(verdict.decisiveRow);
    return receivedAt ? std::optional(*receivedAt - t) : std::nullopt;
}

/// A row that says which retry it is was not sent again.
bool mayBeSentAgain(const ReconcileInput &input, const EventVerdict &verdict)
{
    return verdict.verdict == Verdict::Delivered
        || (verdict.verdict == Verdict::Late && verdict.decisiveRow != kNoRow
            && !input.deliveries->attemptAt(verdict.decisiveRow));
}

void markStrays(std::vector<TimedEvent> &timeline, const RetrySchedule &schedule)
{
    const std::chrono::milliseconds last = lastAttemptOffset(schedule);
    std::optional<EpochMs> nextGood;
    for (auto event = timeline.rbegin(); event != timeline.rend(); ++event) {
        if (!event->hasFailedAtFirst())
            nextGood = event->t;
        else if ((event->verdict == Verdict::Missed || event->isSentAgain) && nextGood)
            event->isStray = event->t < *nextGood && *nextGood <= event->t + last;
    }
}

} // namespace

std::vector<TimedEvent> timelineOf(const ReconcileInput &input, const Reconciliation &result)
{
    const std::chrono::milliseconds latest = horizon(result.schedule);
    std::vector<TimedEvent> timeline;
    timeline.reserve(size_t(result.totals.expected()));
    bool hasTakenInTime = false;
    for (size_t i = 0; i < input.executions.size(); ++i) {
        const EventStream &stream = *input.executions[i].stream;
        for (qsizetype event = 0; event < stream.count(); ++event) {
            const EventVerdict &verdict = result.executions[i].events[size_t(event)];
            const std::optional<EpochMs> t = stream.timeAt(event);
            if (!t || !saysSomething(verdict.verdict, *t, result))
                continue;
            const auto delay = delayOf(input, verdict, *t);
            const bool isBeyond = delay && *delay > latest;
            hasTakenInTime = hasTakenInTime || (delay && !isBeyond);
            timeline.push_back({*t,
                                quint32(i),
                                quint32(event),
                                verdict.verdict,
                                false,
                                isBeyond && mayBeSentAgain(input, verdict)});
        }
    }
    // A replay shows that the receiver is there now, not that it was there then. But where all came that late, it is the
    // log's clock that is off.
    if (!hasTakenInTime) {
        for (TimedEvent &event : timeline)
            event.isSentAgain = false;
    }
    const auto key = [](const TimedEvent &event) {
        return std::tuple(event.t, event.execution, event.event);
    };
    std::ranges::sort(timeline, {}, key);
    markStrays(timeline, result.schedule);
    return timeline;
}

} // namespace Gapline
