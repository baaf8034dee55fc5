// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/streamdeliveries.h"

#include <algorithm>

namespace Gapline {

StreamDeliveries::StreamDeliveries(ComparisonPtr comparison, quint32 execution)
    : m_comparison(std::move(comparison))
    , m_execution(execution)
{
    findBands();
    const auto &events = finding().events;
    const auto first = std::ranges::find(events, Verdict::Missed, &EventVerdict::verdict);
    if (first != events.end())
        m_recoverSince = stream().seqAt(first - events.begin()).previous();
}

const EventStream &StreamDeliveries::stream() const
{
    return *m_comparison->input().executions[m_execution].stream;
}

std::optional<Verdict> StreamDeliveries::verdictOf(Seq seq) const
{
    const std::optional<qsizetype> event = stream().indexOf(seq);
    return event ? std::optional(at(*event).verdict) : std::nullopt;
}

std::optional<EventFinding> StreamDeliveries::findingOf(Seq seq) const
{
    const std::optional<qsizetype> event = stream().indexOf(seq);
    if (!event || at(*event).verdict == Verdict::NotExpected)
        return std::nullopt;
    return findingAt(m_comparison->report(), m_execution, *event);
}

const OutageBand *StreamDeliveries::outageAt(Seq seq) const
{
    const auto band = std::ranges::find_if(
        m_outages, [seq](const OutageBand &candidate) { return candidate.seqs.contains(seq); });
    return band == m_outages.end() ? nullptr : &*band;
}

void StreamDeliveries::findBands()
{
    const auto &outages = m_comparison->report().outages;
    for (size_t outage = 0; outage < outages.size(); ++outage) {
        const Outage &window = outages[outage];
        if (!std::ranges::binary_search(window.executions, m_execution))
            continue;
        std::optional<OutageBand> band;
        for (qsizetype i = 0; i < stream().count(); ++i) {
            const std::optional<EpochMs> t = stream().timeAt(i);
            const Verdict verdict = at(i).verdict;
            const bool isMissed = verdict == Verdict::Missed;
            const bool hasFailed = isMissed || verdict == Verdict::Late
                || verdict == Verdict::Rejected || verdict == Verdict::Pending
                || std::ranges::binary_search(window.sentAgain, std::pair(m_execution, quint32(i)));
            if (!hasFailed || !t || *t < window.from || *t > window.to)
                continue;
            const Seq seq = stream().seqAt(i);
            if (!band)
                band = OutageBand{{seq, seq}, outage, 0, 0};
            band->seqs.last = seq;
            band->missed += isMissed;
            band->others += !isMissed;
        }
        if (band)
            m_outages.push_back(*band);
    }
}

} // namespace Gapline
