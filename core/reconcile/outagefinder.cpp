// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reconcile/outagefinder.h"

#include "core/reconcile/retryhorizon.h"

#include <QStringList>

#include <algorithm>

namespace Gapline {
namespace {

using std::chrono::milliseconds;

class OutageSearch
{
public:
    OutageSearch(const ReconcileInput &input, const Reconciliation &result)
        : m_input(input)
        , m_result(result)
    { }

    std::vector<Outage> run(const std::vector<TimedEvent> &timeline)
    {
        std::vector<const TimedEvent *> failed;
        for (const TimedEvent &event : timeline) {
            if (event.isStray)
                continue;
            if (event.hasFailedAtFirst()) {
                failed.push_back(&event);
                continue;
            }
            close(failed, acknowledgedAt(event).value_or(event.t));
            failed.clear();
        }
        close(failed, std::nullopt);
        return std::move(m_outages);
    }

private:
    std::optional<EpochMs> acknowledgedAt(const TimedEvent &event) const
    {
        const EventVerdict &verdict = m_result.executions[event.execution].events[event.event];
        return verdict.decisiveRow == kNoRow ? std::nullopt
                                             : m_input.deliveries->receivedAt(verdict.decisiveRow);
    }

    /// Whatever the receiver took shows that it was there, also an event of an execution that is not compared.
    std::optional<EpochMs> firstTakenAfter(EpochMs t)
    {
        if (!m_taken) {
            const DeliveryTable &rows = *m_input.deliveries;
            m_taken.emplace();
            for (qsizetype row = 0; row < rows.count(); ++row) {
                const auto receivedAt = rows.receivedAt(row);
                if (receivedAt && rows.isAcknowledged(row))
                    m_taken->push_back(*receivedAt);
            }
            std::ranges::sort(*m_taken);
        }
        const auto found = std::ranges::upper_bound(*m_taken, t);
        return found == m_taken->end() ? std::nullopt : std::optional(*found);
    }

    void close(const std::vector<const TimedEvent *> &failed, std::optional<EpochMs> nextSuccess)
    {
        constexpr size_t kFewest = 2;
        if (failed.size() < kFewest)
            return;
        Outage outage;
        outage.from = failed.front()->t;
        const EpochMs last = failed.back()->t;
        std::optional<EpochMs> back = nextSuccess;
        if (const auto taken = firstTakenAfter(last))
            back = back ? std::min(*back, *taken) : taken;
        for (const TimedEvent *event : failed) {
            outage.missed += event->verdict == Verdict::Missed;
            outage.rejected += event->verdict == Verdict::Rejected;
            outage.late += event->verdict == Verdict::Late;
            outage.pending += event->verdict == Verdict::Pending;
            outage.executions.push_back(event->execution);
            // A retry that got through after the last failure ends the window before the next new event does.
            const auto acknowledged = acknowledgedAt(*event);
            if (acknowledged && *acknowledged > last)
                back = back ? std::min(*back, *acknowledged) : acknowledged;
        }
        outage.isOver = back.has_value();
        // The receiver is there again, and the retries are still to come: nothing has been shown yet. Events of a
        // definition that sends nothing look the same.
        if (outage.isOver && outage.missed + outage.rejected + outage.late == 0)
            return;
        outage.to = std::max(last, back ? *back : m_result.asOf.value_or(last));
        std::ranges::sort(outage.executions);
        const auto repeated = std::ranges::unique(outage.executions);
        outage.executions.erase(repeated.begin(), repeated.end());
        m_outages.push_back(std::move(outage));
    }

    const ReconcileInput &m_input;
    const Reconciliation &m_result;
    std::vector<Outage> m_outages;
    std::optional<std::vector<EpochMs>>
        m_taken; ///< When rows were acknowledged, ascending; made for the first outage.
};

QString lengthText(milliseconds length)
{
    const qint64 seconds = length.count() / 1000;
    QStringList parts;
    if (seconds >= 3600)
        parts.append(QStringLiteral("%1 h").arg(seconds / 3600));
    if (seconds % 3600 >= 60)
        parts.append(QStringLiteral("%1 min").arg(seconds % 3600 / 60));
    if (seconds % 60 > 0 || parts.isEmpty())
        parts.append(QStringLiteral("%1 s").arg(seconds % 60));
    return parts.join(u' ');
}

QString windowText(const Outage &outage, TimeZoneChoice zone)
{
    const QString from = shortDateTime(outage.from, zone);
    const QString to = shortDateTime(outage.to, zone);
    constexpr qsizetype kDateLength = 11; // "2026-04-28 "
    const bool isSameDay = from.left(kDateLength) == to.left(kDateLength);
    QString text = from + u'\u2013' + (isSameDay ? to.mid(kDateLength) : to);
    if (zone == TimeZoneChoice::Utc)
        text = text.remove(u'Z') + QStringLiteral(" UTC");
    return text;
}

} // namespace

std::vector<Outage> findOutages(const std::vector<TimedEvent> &timeline,
                                const ReconcileInput &input,
                                const Reconciliation &result)
{
    return OutageSearch(input, result).run(timeline);
}

QString outageInWords(const Outage &outage, const RetrySchedule &schedule, TimeZoneChoice zone)
{
    const auto events = [](qint64 count) {
        return count == 1 ? QStringLiteral("1 event") : QStringLiteral("%1 events").arg(count);
    };
    QStringList counts;
    if (outage.missed > 0)
        counts.append(QStringLiteral("%1 lost for good").arg(events(outage.missed)));
    if (outage.rejected > 0)
        counts.append(QStringLiteral("%1 rejected for good").arg(events(outage.rejected)));
    if (outage.late > 0)
        counts.append(counts.isEmpty() ? QStringLiteral("%1 arrived late").arg(events(outage.late))
                                       : QStringLiteral("%1 arrived late").arg(outage.late));
    if (outage.pending > 0)
        counts.append(QStringLiteral("%1 may still arrive").arg(outage.pending));
    const milliseconds length = outage.to - outage.from;
    QString text = QStringLiteral("%1 (%2%3): %4.")
                       .arg(windowText(outage, zone),
                            lengthText(length),
                            outage.isOver ? QString() : QStringLiteral(", not over"),
                            counts.join(QStringLiteral(", ")));
    const milliseconds last = lastAttemptOffset(schedule);
    const QString lastText = lengthText(last);
    // Whole seconds: what is said must not end in "0 s".
    if (length - last < std::chrono::seconds(1)) {
        text += outage.missed + outage.rejected == 0
            ? QStringLiteral(" The last attempt comes %1 after the event, so an outage this short "
                             "loses nothing.")
                  .arg(lastText)
            : QStringLiteral(
                  " The last attempt comes %1 after the event: an outage this short does "
                  "not explain the loss by itself.")
                  .arg(lastText);
    } else {
        text +=
            QStringLiteral(" The last attempt comes %1 after the event: events of the first %2 had "
                           "none left.")
                .arg(lastText, lengthText(length - last));
    }
    return text;
}

} // namespace Gapline
