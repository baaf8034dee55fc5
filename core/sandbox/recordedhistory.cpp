// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/recordedhistory.h"

#include "core/domain/eventtype.h"

#include <algorithm>

namespace Gapline {

RecordedHistory::RecordedHistory(const ExecutionIdentity &identity,
                                 const Workflow &workflow,
                                 Run run)
    : m_startedAt(identity.startedAt)
    , m_workflow(workflow)
    , m_run(std::move(run))
    , m_text(identity, m_run.steps)
{
    for (qint64 seq = 1; seq <= qint64(m_run.events.size()); ++seq) {
        const EventType *type = findEventType(at({seq}).type);
        // A type of the future is as visible as the documented external ones.
        if (!type || type->isExternal)
            m_externals.push_back(quint32(seq));
        if (m_end == 0 && type && type->endsExecution)
            m_end = seq;
    }
}

Seq RecordedHistory::lastSeq(qint64 now) const
{
    const auto later = std::ranges::upper_bound(m_run.events, now - m_startedAt, {}, &RunEvent::at);
    return {later - m_run.events.begin()};
}

qint64 RecordedHistory::externalUpTo(Seq seq) const
{
    return std::ranges::upper_bound(m_externals, seq.value, {}, [](quint32 s) { return qint64(s); })
        - m_externals.begin();
}

Seq RecordedHistory::externalAt(qint64 n) const
{
    return {m_externals[n - 1]};
}

QByteArrayView RecordedHistory::typeAt(Seq seq) const
{
    return at(seq).type;
}

qint64 RecordedHistory::timeAt(Seq seq) const
{
    return m_startedAt + at(seq).at;
}

void RecordedHistory::appendEvent(QByteArray &out, Seq seq) const
{
    const RunEvent &event = at(seq);
    m_text.append(out, seq, event, m_startedAt + event.at, event.tail);
}

EventParts RecordedHistory::partsAt(Seq seq) const
{
    const RunEvent &event = at(seq);
    return {m_text.eventId(seq), event.type, m_text.stepId(event), timeAt(seq), event.tail};
}

ExecutionState RecordedHistory::stateAt(qint64 now) const
{
    const Seq last = lastSeq(now);
    if (last.value == 0)
        return {"pending", {}, {}, {}};
    if (m_end == 0 || last.value < m_end)
        return {"running", {}, {}, {}};
    const QByteArrayView end = typeAt({m_end});
    if (end == "execution.cancelled")
        return {"cancelled", {}, timeAt({m_end}), {}};
    if (end == "execution.failed")
        return {"failed", timeAt({m_end}), {}, m_run.failureReason};
    return {"completed", timeAt({m_end}), {}, {}};
}

void RecordedHistory::appendSteps(QByteArray &out, qint64 now) const
{
    std::vector<StepState> states(m_run.steps.size());
    const Seq last = lastSeq(now);
    for (Seq seq{1}; seq <= last; seq = seq.next()) {
        if (const RunEvent &event = at(seq); event.step >= 0)
            states[event.step].follow(event.type, timeAt(seq));
    }
    bool isFirst = true;
    for (std::size_t i = 0; i < states.size(); ++i) {
        const RunStep &step = m_run.steps[i];
        if (step.node < 0 || !states[i].status)
            continue;
        if (!isFirst)
            out += ',';
        isFirst = false;
        appendStepView(out, m_workflow, step, states[i]);
    }
}

} // namespace Gapline
