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
            if (event->verdict == Verdict::Delivered)
                outage.sentAgain.emplace_back(event->execution, event->event);
            outage.hasOutlastedRetries = outage.hasOutlastedRetries || event->isSentAgain;
            outage.executions.push_back(event->execution);
            // A retry that got through after the last failure ends the window before the next new event does.
            const auto acknowledged = acknowledgedAt(*event);
            if (acknowledged && *acknowledged > last)
                back = back ? std::min(*back, *acknowledged) : acknowledged;
        }
        outage.isOver = back.has_value();
        // The receiver is there again, and the retries are still to come: nothing has been shown yet. Events of a
        // definition that sends nothing look the same.
        if (outage.isOver && outage.missed + outage.rejected + outage.late == 0
            && outage.sentAgain.empty())
            return;
        outage.to = std::max(last, back ? *back : m_result.asOf.value_or(last));
        std::ranges::sort(outage.sentAgain);
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

QString costText(const Outage &outage, Wording wording)
{
    const auto events = [wording](qint64 count) {
        return count == 1
            ? CoreText::say(wording, QT_TRANSLATE_NOOP("Gapline::CoreText", "1 event"))
            : CoreText::say(wording, QT_TRANSLATE_NOOP("Gapline::CoreText", "%1 events"))
                  .arg(count);
    };
    QStringList counts;
    const auto add = [&](const char *source, const QString &count) {
        counts.append(CoreText::say(wording, source).arg(count));
    };
    if (outage.missed > 0)
        add(QT_TRANSLATE_NOOP("Gapline::CoreText", "%1 lost for good"), events(outage.missed));
    if (outage.rejected > 0)
        add(QT_TRANSLATE_NOOP("Gapline::CoreText", "%1 rejected for good"),
            events(outage.rejected));
    if (const auto sentAgain = qint64(outage.sentAgain.size()); sentAgain > 0)
        add(QT_TRANSLATE_NOOP("Gapline::CoreText", "%1 came only when sent again"),
            counts.isEmpty() ? events(sentAgain) : QString::number(sentAgain));
    if (outage.late > 0)
        add(QT_TRANSLATE_NOOP("Gapline::CoreText", "%1 arrived late"),
            counts.isEmpty() ? events(outage.late) : QString::number(outage.late));
    if (outage.pending > 0)
        add(QT_TRANSLATE_NOOP("Gapline::CoreText", "%1 may still arrive"),
            QString::number(outage.pending));
    return counts.join(QStringLiteral(", "));
}

/// What the schedule of retries has to do with it.
QString scheduleText(const Outage &outage, milliseconds last, Wording wording)
{
    const milliseconds length = outage.to - outage.from;
    // Whole seconds: what is said must not end in "0 s".
    if (length - last >= std::chrono::seconds(1)) {
        return CoreText::say(wording,
                             QT_TRANSLATE_NOOP("Gapline::CoreText",
                                               "The last attempt comes %1 after the event: events "
                                               "of the first %2 had none left."))
            .arg(lengthText(last), lengthText(length - last));
    }
    const QString text = outage.missed + outage.rejected == 0 && !outage.hasOutlastedRetries
        ? CoreText::say(wording,
                        QT_TRANSLATE_NOOP("Gapline::CoreText",
                                          "The last attempt comes %1 after the event, so an outage "
                                          "this short loses nothing."))
        : CoreText::say(wording,
                        QT_TRANSLATE_NOOP("Gapline::CoreText",
                                          "The last attempt comes %1 after the event: an outage "
                                          "this short does not explain the loss by itself."));
    return text.arg(lengthText(last));
}

} // namespace

std::vector<Outage> findOutages(const std::vector<TimedEvent> &timeline,
                                const ReconcileInput &input,
                                const Reconciliation &result)
{
    return OutageSearch(input, result).run(timeline);
}

QString outageInWords(const Outage &outage,
                      const RetrySchedule &schedule,
                      TimeZoneChoice zone,
                      Wording wording)
{
    const milliseconds length = outage.to - outage.from;
    const QString frame = outage.isOver
        ? CoreText::say(wording, QT_TRANSLATE_NOOP("Gapline::CoreText", "%1 (%2): %3."))
        : CoreText::say(wording, QT_TRANSLATE_NOOP("Gapline::CoreText", "%1 (%2, not over): %3."));
    return frame.arg(windowText(outage, zone), lengthText(length), costText(outage, wording)) + u' '
        + scheduleText(outage, lastAttemptOffset(schedule), wording);
}

} // namespace Gapline
