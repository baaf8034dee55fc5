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

/// Taken when no attempt of the sender could come any more: somebody sent it again.
bool cameAfterAllAttempts(const ReconcileInput &input,
                          const Reconciliation &result,
                          const EventVerdict &verdict,
                          EpochMs t)
{
    if (verdict.verdict != Verdict::Delivered || verdict.decisiveRow == kNoRow)
        return false;
    const auto receivedAt = input.deliveries->receivedAt(verdict.decisiveRow);
    return receivedAt && *receivedAt > t + horizon(result.schedule);
}

void markStrays(std::vector<TimedEvent> &timeline, const RetrySchedule &schedule)
{
    const std::chrono::milliseconds last = lastAttemptOffset(schedule);
    std::optional<EpochMs> nextGood;
    for (auto event = timeline.rbegin(); event != timeline.rend(); ++event) {
        if (event->verdict == Verdict::Delivered)
            nextGood = event->t;
        else if (event->verdict == Verdict::Missed && nextGood)
            event->isStray = event->t < *nextGood && *nextGood <= event->t + last;
    }
}

} // namespace

std::vector<TimedEvent> timelineOf(const ReconcileInput &input, const Reconciliation &result)
{
    std::vector<TimedEvent> timeline;
    std::vector<TimedEvent> sentAgain;
    timeline.reserve(size_t(result.totals.expected()));
    for (size_t i = 0; i < input.executions.size(); ++i) {
        const EventStream &stream = *input.executions[i].stream;
        for (qsizetype event = 0; event < stream.count(); ++event) {
            const Verdict verdict = result.executions[i].events[size_t(event)].verdict;
            const std::optional<EpochMs> t = stream.timeAt(event);
            if (!t || !saysSomething(verdict, *t, result))
                continue;
            const TimedEvent timed{*t, quint32(i), quint32(event), verdict, false};
            const bool isAgain =
                cameAfterAllAttempts(input, result, result.executions[i].events[size_t(event)], *t);
            (isAgain ? sentAgain : timeline).push_back(timed);
        }
    }
    // A replay shows that the receiver is there now, not that it was there then. But where all came that late, it is the
    // log's clock that is off.
    if (std::ranges::find(timeline, Verdict::Delivered, &TimedEvent::verdict) == timeline.end())
        timeline.insert(timeline.end(), sentAgain.begin(), sentAgain.end());
    const auto key = [](const TimedEvent &event) {
        return std::tuple(event.t, event.execution, event.event);
    };
    std::ranges::sort(timeline, {}, key);
    markStrays(timeline, result.schedule);
    return timeline;
}

} // namespace Gapline
