// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reconcile/reconciler.h"

#include "core/domain/eventtype.h"
#include "core/reconcile/retryhorizon.h"
#include "core/reconcile/rowjoin.h"
#include "core/stream/gapfinder.h"

#include <algorithm>
#include <numeric>

namespace Gapline {
namespace {

using std::chrono::milliseconds;

/// Gathers the earliest and latest of the times it is shown.
struct TimeBounds
{
    std::optional<EpochMs> first;
    std::optional<EpochMs> last;

    void add(EpochMs time)
    {
        first = first ? std::min(*first, time) : time;
        last = last ? std::max(*last, time) : time;
    }
};

class Comparison
{
public:
    explicit Comparison(const ReconcileInput &input)
        : m_input(input)
        , m_rows(*input.deliveries)
        , m_horizon(horizon(input.receiver.schedule))
    { }

    Reconciliation run()
    {
        m_result.schedule = m_input.receiver.schedule;
        m_result.executions.resize(m_input.executions.size());
        numberEvents();
        joinRows();
        decideSpan();
        for (size_t i = 0; i < m_input.executions.size(); ++i)
            judgeExecution(i);
        for (const DeliveryFile &file : m_rows.files())
            m_result.totals.unreadableRows += file.rejected;
        return std::move(m_result);
    }

private:
    void numberEvents()
    {
        m_firstEvent.reserve(m_input.executions.size() + 1);
        m_firstEvent.push_back(0);
        for (size_t i = 0; i < m_input.executions.size(); ++i) {
            const auto events = size_t(m_input.executions[i].stream->count());
            m_result.executions[i].events.resize(events);
            m_firstEvent.push_back(m_firstEvent.back() + events);
        }
    }

    /// Two passes of a counting sort: rows grouped by event, in the log's order inside each group.
    void joinRows()
    {
        constexpr quint64 kNoEvent = std::numeric_limits<quint64>::max();
        std::vector<quint64> eventOfRow(size_t(m_rows.count()), kNoEvent);
        std::vector<quint32> next(m_firstEvent.back() + 1, 0);
        RowJoin join(m_input);
        for (qsizetype row = 0; row < m_rows.count(); ++row) {
            const RowPlace place = join.place(row);
            if (place.kind == RowPlace::Kind::Event) {
                const quint64 event = m_firstEvent[place.execution] + place.event;
                eventOfRow[size_t(row)] = event;
                ++next[event + 1];
                noteTimes(row, m_input.executions[place.execution].stream->timeAt(place.event));
            } else {
                noteTimes(row, std::nullopt);
                noteUnmatched(row, place);
            }
        }
        std::partial_sum(next.begin(), next.end(), next.begin());
        m_firstRow = next;
        m_result.matchedRows.resize(next.back());
        for (size_t row = 0; row < eventOfRow.size(); ++row) {
            if (eventOfRow[row] != kNoEvent)
                m_result.matchedRows[next[eventOfRow[row]]++] = quint32(row);
        }
    }

    void noteTimes(qsizetype row, std::optional<EpochMs> eventTime)
    {
        if (const auto at = m_rows.receivedAt(row))
            m_received.add(*at);
        else if (const auto own = m_rows.eventTimeAt(row))
            m_eventTimes.add(*own);
        else if (eventTime)
            m_eventTimes.add(*eventTime);
    }

    void noteUnmatched(qsizetype row, const RowPlace &place)
    {
        switch (place.kind) {
        case RowPlace::Kind::BeyondCoverage:
            ++m_result.rowsBeyondCoverage;
            break;
        case RowPlace::Kind::OtherExecution:
            ++m_result.rowsOfOtherExecutions;
            break;
        case RowPlace::Kind::Finding:
            m_result.rows.push_back({quint32(row), place.verdict});
            ++m_result.totals.rows[size_t(place.verdict)];
            if (place.verdict != RowVerdict::Foreign)
                ++m_result.executions[place.execution].totals.rows[size_t(place.verdict)];
            break;
        case RowPlace::Kind::Event:
            break;
        }
    }

    void decideSpan()
    {
        const ReceiverProfile &receiver = m_input.receiver;
        const TimeBounds &found = m_received.first ? m_received : m_eventTimes;
        LogSpan &span = m_result.span;
        m_result.isSpanStated = receiver.span.from && receiver.span.to;
        span.from = receiver.span.from ? receiver.span.from : found.first;
        span.to = receiver.span.to ? receiver.span.to : found.last;
        if (!receiver.span.to && receiver.asOf && span.from)
            span.to = std::max(span.to.value_or(*receiver.asOf), *receiver.asOf);
        m_result.asOf = receiver.asOf ? receiver.asOf : span.to;
    }

    void judgeExecution(size_t index)
    {
        const EventStream &stream = *m_input.executions[index].stream;
        ExecutionFinding &finding = m_result.executions[index];
        const std::vector<TypeRule> rules = typeRules(stream);
        for (qsizetype i = 0; i < stream.count(); ++i) {
            EventVerdict &event = finding.events[size_t(i)];
            const TypeRule rule = rules[stream.typeIndexAt(i)];
            if (!rule.isExpected)
                continue;
            judgeEvent(event, m_firstEvent[index] + size_t(i), stream.timeAt(i), rule);
            ++finding.totals.verdicts[size_t(event.verdict)];
            finding.totals.duplicate += event.duplicates;
        }
        const std::vector<Gap> gaps = findGaps(stream);
        finding.internalSeqs = countSeqs(gaps, GapKind::InternalOnly);
        finding.unknownSeqs = countSeqs(gaps, GapKind::Unknown);
        m_result.unknownSeqs += finding.unknownSeqs;
        m_result.totals.duplicate += finding.totals.duplicate;
        for (size_t i = 0; i < finding.totals.verdicts.size(); ++i)
            m_result.totals.verdicts[i] += finding.totals.verdicts[i];
    }

    struct TypeRule
    {
        bool isExpected = true;
        bool isSubscribed = true;
    };

    std::vector<TypeRule> typeRules(const EventStream &stream) const
    {
        const bool hasOwnWebhook = m_input.receiver.ownWebhook.contains(stream.executionId());
        std::vector<TypeRule> rules;
        for (const QByteArray &name : stream.types().texts()) {
            const EventType *type = findEventType(name);
            rules.push_back(
                {!type || type->isExternal,
                 hasOwnWebhook || isSubscribed(m_input.receiver.subscribedTypes, name)});
        }
        return rules;
    }

    void judgeEvent(EventVerdict &event, size_t number, std::optional<EpochMs> t, TypeRule rule)
    {
        event.firstRow = m_firstRow[number];
        event.rowCount = m_firstRow[number + 1] - event.firstRow;
        if (event.rowCount > 0 && judgeAcknowledged(event, t))
            return;
        // An event whose time was not sent is no younger than the first row that tells of it.
        const std::optional<EpochMs> known = t ? t : firstReceived(event);
        const bool mayStillArrive = m_result.asOf && known && *m_result.asOf < *known + m_horizon;
        if (event.rowCount == 0 && !rule.isSubscribed)
            event.verdict = Verdict::NotSubscribed;
        else if (mayStillArrive)
            event.verdict = Verdict::Pending;
        else if (event.rowCount > 0)
            event.verdict = Verdict::Rejected;
        else
            event.verdict = t && covers(*t) ? Verdict::Missed : Verdict::NoEvidence;
    }

    std::optional<EpochMs> firstReceived(const EventVerdict &event) const
    {
        if (event.rowCount == 0)
            return std::nullopt;
        return m_rows.receivedAt(m_result.matchedRows[event.firstRow]);
    }

    /// Decides delivered or late, and counts duplicates; false when no row is acknowledged.
    bool judgeAcknowledged(EventVerdict &event, std::optional<EpochMs> t)
    {
        const std::span rows =
            std::span(m_result.matchedRows).subspan(event.firstRow, event.rowCount);
        if (rows.size() > 1)
            std::ranges::sort(rows, [this](quint32 a, quint32 b) { return isEarlier(a, b); });
        quint32 acknowledged = 0;
        for (const quint32 row : rows) {
            if (!m_rows.isAcknowledged(row))
                continue;
            ++acknowledged;
            const bool isInTime = isDeliveredInTime(row, t);
            if (acknowledged == 1 || (isInTime && event.verdict == Verdict::Late)) {
                event.verdict = isInTime ? Verdict::Delivered : Verdict::Late;
                event.decisiveRow = row;
            }
        }
        event.duplicates = acknowledged > 0 ? acknowledged - 1 : 0;
        return acknowledged > 0;
    }

    bool isDeliveredInTime(quint32 row, std::optional<EpochMs> t) const
    {
        if (const auto attempt = m_rows.attemptAt(row))
            return *attempt == 0;
        const auto at = m_rows.receivedAt(row);
        // Neither attempt nor time: nothing shows that it was late.
        return !at || !t || *at - *t <= m_input.receiver.lateThreshold;
    }

    bool isEarlier(quint32 a, quint32 b) const
    {
        const auto key = [this](quint32 row) {
            const auto at = m_rows.receivedAt(row);
            return std::tuple(at ? toEpochMs(*at) : std::numeric_limits<qint64>::max(),
                              m_rows.attemptAt(row).value_or(0),
                              row);
        };
        return key(a) < key(b);
    }

    bool covers(EpochMs t) const
    {
        const LogSpan &span = m_result.span;
        return span.from && span.to && *span.from <= t && t + m_horizon <= *span.to;
    }

    const ReconcileInput &m_input;
    const DeliveryTable &m_rows;
    const milliseconds m_horizon;
    Reconciliation m_result;
    std::vector<size_t>
        m_firstEvent; ///< Number of each execution's first event; one more at the end.
    std::vector<quint32> m_firstRow; ///< By event number: where its rows begin in matchedRows.
    TimeBounds m_received;
    TimeBounds m_eventTimes;
};

} // namespace

qint64 ReconcileTotals::expected() const
{
    return std::accumulate(verdicts.begin(), verdicts.end(), qint64(0));
}

bool isSubscribed(const QStringList &subscription, QByteArrayView type)
{
    return subscription.isEmpty() || subscription.contains(QString::fromUtf8(type));
}

Reconciliation reconcile(const ReconcileInput &input)
{
    return Comparison(input).run();
}

} // namespace Gapline
