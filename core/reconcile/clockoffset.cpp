// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reconcile/clockoffset.h"

#include <algorithm>

namespace Gapline {

using std::chrono::milliseconds;

std::optional<milliseconds> clockOffset(const ReconcileInput &input, const Reconciliation &result)
{
    constexpr int kFewest = 3;
    // No sender takes that long for each of its first attempts; and nothing arrives before it happened, but for what
    // clocks that are kept in step may differ.
    constexpr milliseconds kAhead = std::chrono::seconds(60);
    constexpr milliseconds kBehind = std::chrono::seconds(-1);
    const DeliveryTable &rows = *input.deliveries;
    milliseconds least = milliseconds::max();
    milliseconds most = milliseconds::min();
    int count = 0;
    for (size_t i = 0; i < result.executions.size(); ++i) {
        const EventStream &stream = *input.executions[i].stream;
        const std::vector<EventVerdict> &events = result.executions[i].events;
        for (size_t event = 0; event < events.size(); ++event) {
            const quint32 row = events[event].decisiveRow;
            if (row == kNoRow || rows.attemptAt(row) != 0)
                continue;
            const auto at = rows.receivedAt(row);
            const auto t = stream.timeAt(qsizetype(event));
            if (!at || !t)
                continue;
            least = std::min(least, *at - *t);
            most = std::max(most, *at - *t);
            ++count;
        }
    }
    if (count < kFewest)
        return std::nullopt;
    if (least >= kAhead)
        return least;
    return most <= kBehind ? std::optional(most) : std::nullopt;
}

} // namespace Gapline
